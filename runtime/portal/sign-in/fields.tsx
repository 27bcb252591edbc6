import type { InputHTMLAttributes, ReactNode } from 'react';

interface TextFieldProps {
  name: string;
  label: string;
  hint?: string;
  value?: string | undefined;
  error?: string | undefined;
  type?: 'text' | 'email' | 'password';
  /** Of a code: only digits, and as wide as it is long. */
  digits?: number;
  autoComplete?: InputHTMLAttributes<HTMLInputElement>['autoComplete'];
}

/** The id of a field, which the list of faults links to. */
export const fieldId = (name: string): string => `field-${name}`;

/** What stands at a field that has a fault, with its id for `aria-describedby`. */
export const FieldError = ({ id, error }: { id: string; error: string }) => (
  <p className="govuk-error-message" id={id}>
    <span className="govuk-visually-hidden">Error:</span> {error}
  </p>
);

/** One line of text to type. A password is never shown again. */
export const TextField = ({ name, label, hint, value, error, type = 'text', digits, autoComplete }: TextFieldProps) => {
  const id = fieldId(name);
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ');
  return (
    <div className={`govuk-form-group${error ? ' govuk-form-group--error' : ''}`}>
      <label className="govuk-label" htmlFor={id}>
        {label}
      </label>
      {hint && (
        <div className="govuk-hint" id={`${id}-hint`}>
          {hint}
        </div>
      )}
      {error && <FieldError id={`${id}-error`} error={error} />}
      <input
        className={`govuk-input${error ? ' govuk-input--error' : ''}${digits ? ' govuk-input--width-10' : ''}`}
        id={id}
        name={name}
        type={type}
        defaultValue={type === 'password' ? undefined : value}
        aria-describedby={described || undefined}
        autoComplete={autoComplete}
        spellCheck={false}
        {...(digits ? { inputMode: 'numeric' as const } : {})}
      />
    </div>
  );
};

/** One of several, as radio buttons. */
export const Choice = ({
  name,
  legend,
  options,
  value,
  error,
}: {
  name: string;
  legend: string;
  options: readonly { value: string; label: string; hint?: string }[];
  value?: string | undefined;
  error?: string | undefined;
}) => (
  <div className={`govuk-form-group${error ? ' govuk-form-group--error' : ''}`}>
    <fieldset className="govuk-fieldset" aria-describedby={error ? `${fieldId(name)}-error` : undefined}>
      <legend className="govuk-fieldset__legend govuk-fieldset__legend--s">{legend}</legend>
      {error && <FieldError id={`${fieldId(name)}-error`} error={error} />}
      <div className="govuk-radios">
        {options.map((option, n) => {
          const id = n === 0 ? fieldId(name) : `${fieldId(name)}-${n}`;
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

/** A list to choose from. */
export const Select = ({
  name,
  label,
  options,
  value,
  error,
  hint,
}: {
  name: string;
  label: string;
  options: readonly { value: string; label: string }[];
  value?: string | undefined;
  error?: string | undefined;
  hint?: string;
}) => {
  const id = fieldId(name);
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ');
  return (
    <div className={`govuk-form-group${error ? ' govuk-form-group--error' : ''}`}>
      <label className="govuk-label" htmlFor={id}>
        {label}
      </label>
      {hint && (
        <div className="govuk-hint" id={`${id}-hint`}>
          {hint}
        </div>
      )}
      {error && <FieldError id={`${id}-error`} error={error} />}
      <select
        className={`govuk-select${error ? ' govuk-select--error' : ''}`}
        id={id}
        name={name}
        defaultValue={value}
        aria-describedby={described || undefined}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </div>
  );
};

/** A page with one heading, as narrow as a form wants to be. */
export const Narrow = ({ heading, children }: { heading: string; children: ReactNode }) => (
  <div className="rubric-measure">
    <h1 className="rubric-heading-l">{heading}</h1>
    {children}
  </div>
);
