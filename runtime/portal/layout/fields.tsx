/** The fields of forms that ask people who work here, or who sign in. Questions of a definition have a theme of their own. */
import type { InputHTMLAttributes, ReactNode } from 'react';

/** The id of a field, which the list of faults links to. */
export const fieldId = (name: string): string => `field-${name}`;

interface FieldProps {
  name: string;
  /** Where a name is asked for more than once on a page; else it is made of the name. */
  id?: string;
  label: string;
  hint?: string | undefined;
  value?: string | undefined;
  error?: string | undefined;
}

/** What stands at a field that has a fault, with its id for `aria-describedby`. */
export const FieldError = ({ id, error }: { id: string; error: string }) => (
  <p className="govuk-error-message" id={id}>
    <span className="govuk-visually-hidden">Error:</span> {error}
  </p>
);

const groupClass = (error: string | undefined): string => `govuk-form-group${error ? ' govuk-form-group--error' : ''}`;

/** The ids of what says more of a field. */
const describedBy = (id: string, { hint, error }: Pick<FieldProps, 'hint' | 'error'>) => {
  const ids = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ');
  return ids === '' ? {} : { 'aria-describedby': ids };
};

const Says = ({ id, hint, error }: { id: string; hint?: string | undefined; error?: string | undefined }) => (
  <>
    {hint && (
      <div className="govuk-hint" id={`${id}-hint`}>
        {hint}
      </div>
    )}
    {error && <FieldError id={`${id}-error`} error={error} />}
  </>
);

/** A field with its label above it. */
const Labelled = ({ id, label, hint, error, children }: FieldProps & { id: string; children: ReactNode }) => (
  <div className={groupClass(error)}>
    <label className="govuk-label" htmlFor={id}>
      {label}
    </label>
    <Says id={id} hint={hint} error={error} />
    {children}
  </div>
);

interface TextFieldProps extends FieldProps {
  type?: 'text' | 'email' | 'password' | 'date' | 'time' | 'number';
  /** Of a code: only digits, and as wide as it is long. */
  digits?: number;
  /** In characters. */
  width?: 3 | 5 | 10 | 20 | 30;
  autoComplete?: InputHTMLAttributes<HTMLInputElement>['autoComplete'];
}

const widthOf = (characters: number | undefined): string =>
  characters === undefined ? '' : ` govuk-input--width-${characters}`;

/** One line of text to type. A password is never shown again. */
export const TextField = ({ type = 'text', digits, width, autoComplete, ...field }: TextFieldProps) => {
  const { name, value, error, id = fieldId(name) } = field;
  return (
    <Labelled {...field} id={id}>
      <input
        className={`govuk-input${error ? ' govuk-input--error' : ''}${widthOf(digits || type === 'time' ? 10 : width)}`}
        id={id}
        name={name}
        type={type}
        defaultValue={type === 'password' ? undefined : value}
        {...describedBy(id, field)}
        autoComplete={autoComplete}
        spellCheck={type === 'text' && !digits ? undefined : false}
        {...(digits ? { inputMode: 'numeric' as const } : {})}
      />
    </Labelled>
  );
};

/** Several lines of text to type. */
export const LongField = ({ rows = 4, ...field }: FieldProps & { rows?: number }) => {
  const { name, value, error, id = fieldId(name) } = field;
  return (
    <Labelled {...field} id={id}>
      <textarea
        className={`govuk-textarea${error ? ' govuk-textarea--error' : ''}`}
        id={id}
        name={name}
        rows={rows}
        defaultValue={value}
        {...describedBy(id, field)}
      />
    </Labelled>
  );
};

interface ChoiceProps extends Omit<FieldProps, 'label'> {
  legend: string;
  options: readonly { value: string; label: string; hint?: string }[];
  small?: boolean;
}

/** One of several, as radio buttons; the first has the id of the field. */
export const Choice = ({ name, id: own, legend, hint, options, value, error, small = false }: ChoiceProps) => {
  const field = own ?? fieldId(name);
  return (
    <div className={groupClass(error)}>
      <fieldset className="govuk-fieldset" {...describedBy(field, { hint, error })}>
        <legend className="govuk-fieldset__legend govuk-fieldset__legend--s">{legend}</legend>
        <Says id={field} hint={hint} error={error} />
        <div className={`govuk-radios${small ? ' govuk-radios--small' : ''}`}>
          {options.map((option, n) => {
            const id = n === 0 ? field : `${field}-${n}`;
            return (
              <div className="govuk-radios__item" key={option.value}>
                <input
                  className="govuk-radios__input"
                  id={id}
                  name={name}
                  type="radio"
                  value={option.value}
                  defaultChecked={option.value === value}
                  aria-describedby={option.hint ? `${id}-hint` : undefined}
                />
                <label className="govuk-label govuk-radios__label" htmlFor={id}>
                  {option.label}
                </label>
                {option.hint && (
                  <div className="govuk-hint govuk-radios__hint" id={`${id}-hint`}>
                    {option.hint}
                  </div>
                )}
              </div>
            );
          })}
        </div>
      </fieldset>
    </div>
  );
};

/** A list to choose from. */
export const Select = ({
  options,
  ...field
}: FieldProps & { options: readonly { value: string; label: string }[] }) => {
  const { name, value, error, id = fieldId(name) } = field;
  return (
    <Labelled {...field} id={id}>
      <select
        className={`govuk-select${error ? ' govuk-select--error' : ''}`}
        id={id}
        name={name}
        defaultValue={value}
        {...describedBy(id, field)}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </Labelled>
  );
};

/** A page with one heading, as narrow as a form wants to be. */
export const Narrow = ({ heading, children }: { heading: string; children: ReactNode }) => (
  <div className="rubric-measure">
    <h1 className="rubric-heading-l">{heading}</h1>
    {children}
  </div>
);
