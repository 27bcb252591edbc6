import { RichDescription, RichHelp } from '@rjsf/core';
import {
  type DescriptionFieldProps,
  errorId,
  type FieldErrorProps,
  type FieldHelpProps,
  helpId,
  type TitleFieldProps,
} from '@rjsf/utils';

/** The legend of a group of questions. */
export function TitleField({ id, title, optionalDataControl }: TitleFieldProps) {
  return (
    <legend id={id} className="govuk-fieldset__legend govuk-fieldset__legend--m">
      {title}
      {optionalDataControl}
    </legend>
  );
}

/** The hint before a control. Draws nothing where there is no text. */
export function DescriptionField({ id, description, registry, uiSchema }: DescriptionFieldProps) {
  if (!description) return null;
  return (
    <div id={id} className="govuk-hint">
      <RichDescription description={description} registry={registry} uiSchema={uiSchema ?? {}} />
    </div>
  );
}

/** A second hint. */
export function FieldHelp({ fieldPathId, help, registry, uiSchema }: FieldHelpProps) {
  if (!help) return null;
  return (
    <div id={helpId(fieldPathId)} className="govuk-hint">
      <RichHelp help={help} registry={registry} uiSchema={uiSchema ?? {}} />
    </div>
  );
}

/** What is wrong with an answer; every sentence of it, since each may need a change of its own. */
export function FieldError({ errors = [], fieldPathId }: FieldErrorProps) {
  const wrong = errors.filter(Boolean);
  if (wrong.length === 0) return null;
  return (
    <div id={errorId(fieldPathId)}>
      {wrong.map((error, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: sentences have no other identity
        <p key={index} className="govuk-error-message">
          <span className="govuk-visually-hidden">Error:</span> {error}
        </p>
      ))}
    </div>
  );
}
