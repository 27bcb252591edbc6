import type { ThemeProps } from '@rjsf/core';
import { ArrayFieldTemplate } from './templates/array-field.js';
import { ArrayFieldItemButtons, ArrayFieldItemTemplate } from './templates/array-item.js';
import { BaseInputTemplate } from './templates/base-input.js';
import { AddButton, ClearButton, CopyButton, MoveDownButton, MoveUpButton, RemoveButton } from './templates/buttons.js';
import { ErrorList } from './templates/error-list.js';
import { FieldTemplate } from './templates/field.js';
import { ObjectFieldTemplate } from './templates/object-field.js';
import {
  CyclicSchemaExpand,
  MultiSchemaField,
  OptionalDataControls,
  UnsupportedField,
  WrapIfAdditional,
} from './templates/rarely.js';
import { SubmitButton } from './templates/submit-button.js';
import { DescriptionField, FieldError, FieldHelp, TitleField } from './templates/words.js';
import { CheckboxesWidget, CheckboxWidget, RadioWidget, SelectWidget } from './widgets/choices.js';
import { DateTimeWidget, DateWidget } from './widgets/date.js';
import { FileWidget } from './widgets/file.js';
import { SignatureWidget, TextareaWidget, TextWidget } from './widgets/text.js';

/** What `withTheme` takes: every template and widget that differs from rjsf's own. */
export const theme: ThemeProps = {
  templates: {
    ArrayFieldItemButtonsTemplate: ArrayFieldItemButtons,
    ArrayFieldItemTemplate,
    ArrayFieldTemplate,
    BaseInputTemplate,
    ButtonTemplates: { AddButton, ClearButton, CopyButton, MoveDownButton, MoveUpButton, RemoveButton, SubmitButton },
    CyclicSchemaExpandTemplate: CyclicSchemaExpand,
    DescriptionFieldTemplate: DescriptionField,
    ErrorListTemplate: ErrorList,
    FieldErrorTemplate: FieldError,
    FieldHelpTemplate: FieldHelp,
    FieldTemplate,
    MultiSchemaFieldTemplate: MultiSchemaField,
    ObjectFieldTemplate,
    OptionalDataControlsTemplate: OptionalDataControls,
    TitleFieldTemplate: TitleField,
    UnsupportedFieldTemplate: UnsupportedField,
    WrapIfAdditionalTemplate: WrapIfAdditional,
  },
  widgets: {
    AltDateTimeWidget: DateTimeWidget,
    AltDateWidget: DateWidget,
    CheckboxesWidget,
    CheckboxWidget,
    DateTimeWidget,
    DateWidget,
    FileWidget,
    RadioWidget,
    SelectWidget,
    SignatureWidget,
    TextareaWidget,
    TextWidget,
  },
};
