import {
  type ArrayFieldItemButtonsTemplateProps,
  type ArrayFieldItemTemplateProps,
  buttonId,
  getSchemaType,
  getTemplate,
  getUiOptions,
} from '@rjsf/utils';
import { deed } from '../question.js';

const capital = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);

function entryWords({ index, parentUiSchema, schema, uiSchema }: ArrayFieldItemTemplateProps): string {
  const { entry } = getUiOptions(parentUiSchema);
  const word = typeof entry === 'string' && entry ? entry : getUiOptions(uiSchema).title || schema.title || 'entry';
  return `${word} ${index + 1}`;
}

/** One entry: a fieldset with a legend for several questions, a plain block for one. */
export function ArrayFieldItemTemplate(props: ArrayFieldItemTemplateProps) {
  const { buttonsProps, children, hasToolbar, parentUiSchema, registry, schema, uiSchema } = props;
  const Buttons = getTemplate('ArrayFieldItemButtonsTemplate', registry, getUiOptions(uiSchema));
  const { orderable } = getUiOptions(parentUiSchema);
  const words = entryWords(props);
  const buttons = hasToolbar ? (
    <Buttons
      {...buttonsProps}
      hasMoveUp={orderable === true && buttonsProps.hasMoveUp}
      hasMoveDown={orderable === true && buttonsProps.hasMoveDown}
      uiSchema={{ ...uiSchema, 'ui:options': { ...uiSchema?.['ui:options'], entryWords: words } }}
    />
  ) : null;
  if (getSchemaType(schema) !== 'object') {
    return (
      <div className="rubric-entry rubric-entry--plain">
        {children}
        {buttons}
      </div>
    );
  }
  return (
    <fieldset className="govuk-fieldset rubric-entry" id={buttonsProps.fieldPathId.$id} tabIndex={-1}>
      <legend className="govuk-fieldset__legend govuk-fieldset__legend--s rubric-entry__title">{capital(words)}</legend>
      {children}
      {buttons}
    </fieldset>
  );
}

/** What can be done with an entry. Removing works without JavaScript; moving and copying need it. */
export function ArrayFieldItemButtons(props: ArrayFieldItemButtonsTemplateProps) {
  const { fieldPathId, registry, disabled, readonly, hasCopy, hasMoveDown, hasMoveUp, hasRemove } = props;
  const uiSchema = props.uiSchema ?? {};
  const { CopyButton, MoveDownButton, MoveUpButton, RemoveButton } = registry.templates.ButtonTemplates;
  const off = Boolean(disabled || readonly);
  const { entryWords: words } = getUiOptions(uiSchema);
  const which = typeof words === 'string' ? <span className="govuk-visually-hidden">{` ${words}`}</span> : null;
  const part = (name: string) => ({ id: buttonId(fieldPathId, name as 'add'), uiSchema, registry });
  return (
    <div className="rubric-entry__remove">
      {hasMoveUp ? (
        <MoveUpButton {...part('moveUp')} onClick={props.onMoveUpItem} disabled={off}>
          Move up{which}
        </MoveUpButton>
      ) : null}
      {hasMoveDown ? (
        <MoveDownButton {...part('moveDown')} onClick={props.onMoveDownItem} disabled={off}>
          Move down{which}
        </MoveDownButton>
      ) : null}
      {hasCopy ? (
        <CopyButton {...part('copy')} onClick={props.onCopyItem} disabled={off}>
          Copy{which}
        </CopyButton>
      ) : null}
      {hasRemove ? (
        <RemoveButton
          {...part('remove')}
          name="do"
          value={deed('remove', fieldPathId.path)}
          onClick={props.onRemoveItem}
          disabled={off}
        >
          Remove{which}
        </RemoveButton>
      ) : null}
    </div>
  );
}
