import { type FieldTemplateProps, getTemplate, getUiOptions } from '@rjsf/utils';
import type { ReactNode } from 'react';
import { classes, describedBy, isEntry, ownClasses, shapeOf } from '../question.js';

/** The words after a label that tell what must be answered. */
function Mark({ required, mark }: { required: boolean | undefined; mark: unknown }) {
  if (mark === 'none' || (mark === 'optional') === Boolean(required)) return null;
  return <span className="rubric-mark">{mark === 'optional' ? ' (optional)' : ' (required)'}</span>;
}

function Legend({ hidden, page, children }: { hidden: boolean; page: boolean; children: ReactNode }) {
  const size = page ? 'l' : 's';
  return (
    <legend
      className={classes(
        'govuk-fieldset__legend',
        hidden ? 'govuk-visually-hidden' : `govuk-fieldset__legend--${size}`,
      )}
    >
      {page ? <h1 className="govuk-fieldset__heading">{children}</h1> : children}
    </legend>
  );
}

function Label({ id, hidden, page, children }: { id: string; hidden: boolean; page: boolean; children: ReactNode }) {
  const label = (
    <label
      className={classes('govuk-label', hidden ? 'govuk-visually-hidden' : `govuk-label--${page ? 'l' : 's'}`)}
      htmlFor={id}
    >
      {children}
    </label>
  );
  return page ? <h1 className="govuk-label-wrapper">{label}</h1> : label;
}

/** rjsf numbers the entries of a list "Title-1". */
function wordsOf({ label, fieldPathId }: FieldTemplateProps): string {
  return isEntry(fieldPathId) ? label.replace(/-(\d+)$/, ' $1') : label;
}

function Question(props: FieldTemplateProps & { shape: 'single' | 'group' | 'tick' }) {
  const { shape, id, required, displayLabel, description, rawDescription, errors, rawErrors, help, children } = props;
  const { registry, uiSchema, hideError } = props;
  const options = getUiOptions(uiSchema, registry.globalUiOptions);
  const words = wordsOf(props);
  const page = options.heading === 'page';
  const title = words && (
    <>
      {words}
      {page ? null : <Mark required={required && !isEntry(props.fieldPathId)} mark={options.mark} />}
    </>
  );
  const body = (
    <>
      {rawDescription ? description : null}
      {options.help ? help : null}
      {errors}
      {children}
    </>
  );
  if (shape === 'tick') return body;
  if (shape === 'single') {
    return (
      <>
        {title ? (
          <Label id={id} hidden={!displayLabel} page={page}>
            {title}
          </Label>
        ) : null}
        {body}
      </>
    );
  }
  const described = describedBy(id, {
    description: rawDescription,
    help: options.help,
    errors: hideError ? [] : rawErrors,
  });
  return (
    <fieldset className="govuk-fieldset" aria-describedby={described}>
      {title ? (
        <Legend hidden={!displayLabel} page={page}>
          {title}
        </Legend>
      ) : null}
      {body}
    </fieldset>
  );
}

/** Said before a question whose answer not everybody may see. */
function Kept({ words }: { words: unknown }) {
  return typeof words === 'string' && words ? <p className="rubric-hers rubric-hers--question">{words}</p> : null;
}

/** One question: its label or legend, hints, errors and control. An object or a list of entries brings its own. */
export function FieldTemplate(props: FieldTemplateProps) {
  const { hidden, children, classNames, rawErrors, hideError, errors, registry, schema, uiSchema } = props;
  const WrapIfAdditional = getTemplate('WrapIfAdditionalTemplate', registry, getUiOptions(uiSchema));
  if (hidden) return <div hidden>{children}</div>;
  const shape = shapeOf(schema, uiSchema, registry);
  const wrong = !hideError && rawErrors?.some(Boolean);
  const own = ownClasses(classNames);
  if (shape === 'container') {
    const list = schema.type === 'array' && Boolean(schema.items);
    return (
      <WrapIfAdditional {...props} classNames={own}>
        {list ? null : errors}
        {children}
      </WrapIfAdditional>
    );
  }
  return (
    <WrapIfAdditional {...props} classNames={classes('govuk-form-group', wrong && 'govuk-form-group--error', own)}>
      <Kept words={getUiOptions(uiSchema).kept} />
      <Question {...props} shape={shape} />
    </WrapIfAdditional>
  );
}
