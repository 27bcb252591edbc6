import { type ArrayFieldTemplateProps, buttonId, descriptionId, getTemplate, getUiOptions, titleId } from '@rjsf/utils';
import { useEffect, useRef } from 'react';
import { deed, describedBy } from '../question.js';
import { DefaultButton } from './submit-button.js';

const article = (word: string) => (/^(?:[aeio]|u(?!ni|s[aeiu]))/i.test(word) ? 'an' : 'a');

function addWords(entry: unknown, count: number): string {
  if (typeof entry !== 'string' || !entry) return count > 0 ? 'Add another' : 'Add';
  // “An other professional” is another one, the first of them too.
  const bare = entry.replace(/^other /i, '');
  return count > 0 || bare !== entry ? `Add another ${bare}` : `Add ${article(entry)} ${entry}`;
}

/** With JavaScript on, an added entry takes the focus; when one is removed the list does, not the top of the page. */
function useFocus(id: string, separator: string, count: number) {
  const before = useRef(count);
  useEffect(() => {
    const grown = count > before.current;
    const shrunk = count < before.current;
    before.current = count;
    const active = document.activeElement;
    if (grown && active?.id === buttonId(id, 'add')) document.getElementById(`${id}${separator}${count - 1}`)?.focus();
    if (shrunk && (!active || active === document.body)) document.getElementById(id)?.focus();
  }, [id, separator, count]);
}

/** A list of entries: each in a fieldset of its own, and a button that adds one, with JavaScript or without. */
export function ArrayFieldTemplate(props: ArrayFieldTemplateProps) {
  const { canAdd, disabled, fieldPathId, items, onAddClick, rawErrors, readonly, registry, schema } = props;
  const uiSchema = props.uiSchema ?? {};
  const options = getUiOptions(uiSchema, registry.globalUiOptions);
  const id = fieldPathId.$id;
  useFocus(id, registry.globalFormOptions.idSeparator, items.length);
  const Title = getTemplate('TitleFieldTemplate', registry, options);
  const Description = getTemplate('DescriptionFieldTemplate', registry, options);
  const FieldError = getTemplate('FieldErrorTemplate', registry, options);
  const { AddButton } = registry.templates.ButtonTemplates;
  const title = options.title || props.title;
  const description = options.description || schema.description;
  const parts = { schema, uiSchema, registry };
  const off = Boolean(disabled || readonly);
  return (
    <fieldset
      id={id}
      className="govuk-fieldset rubric-entries"
      tabIndex={-1}
      aria-describedby={describedBy(id, { description, errors: rawErrors })}
    >
      {title && options.label !== false ? (
        <Title {...parts} id={titleId(fieldPathId)} title={title} optionalDataControl={props.optionalDataControl} />
      ) : null}
      {fieldPathId.path.length === 0 ? <DefaultButton uiSchema={uiSchema} disabled={off} /> : null}
      {description ? <Description {...parts} id={descriptionId(fieldPathId)} description={description} /> : null}
      <FieldError {...parts} errors={rawErrors ?? []} fieldPathId={fieldPathId} />
      {items}
      {canAdd ? (
        <AddButton
          id={buttonId(fieldPathId, 'add')}
          name="do"
          value={deed('add', fieldPathId.path)}
          onClick={onAddClick}
          disabled={off}
          uiSchema={uiSchema}
          registry={registry}
        >
          {addWords(options.entry, items.length)}
        </AddButton>
      ) : null}
    </fieldset>
  );
}
