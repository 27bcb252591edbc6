import { SchemaExamples } from '@rjsf/core';
import { type BaseInputTemplateProps, examplesId, type RJSFSchema } from '@rjsf/utils';
import type { ChangeEvent, FocusEvent, InputHTMLAttributes } from 'react';
import { classes, errorsOf, widgetDescribedBy } from '../question.js';

type InputProps = InputHTMLAttributes<HTMLInputElement>;
const widths = new Set([2, 3, 4, 5, 10, 20, 30]);

/** A number is typed as text: `type=number` drops what it does not understand, and changes under the mouse wheel. */
function numberProps(schema: RJSFSchema): InputProps {
  const positive = (schema.minimum ?? schema.exclusiveMinimum ?? -1) >= 0;
  const mode = schema.type === 'integer' ? 'numeric' : 'decimal';
  return { type: 'text', ...(positive ? { inputMode: mode } : {}), spellCheck: false };
}

function kindProps(kind: string): InputProps {
  switch (kind) {
    case 'phone':
    case 'tel':
      return { type: 'tel' };
    case 'email':
      return { type: 'email', spellCheck: false, autoCapitalize: 'none' };
    case 'name':
    case 'signature':
      return { type: 'text', spellCheck: false };
    default:
      return { type: 'text' };
  }
}

function inputProps({ schema, type, options }: BaseInputTemplateProps): InputProps {
  const asked = options.inputType ?? type;
  const isNumber = schema.type === 'number' || schema.type === 'integer' || options.kind === 'number';
  if (isNumber && (!asked || asked === 'number')) return numberProps(schema);
  if (asked === 'tel' || asked === 'email') return kindProps(asked);
  if (asked && asked !== 'text') return { type: asked };
  return kindProps(String(options.kind ?? ''));
}

function widthOf({ schema, options }: BaseInputTemplateProps, { type }: InputProps): string {
  const asked = Number(options.width);
  if (widths.has(asked)) return `govuk-input--width-${asked}`;
  if (schema.type === 'number' || schema.type === 'integer') return 'govuk-input--width-5';
  return type === 'tel' ? 'govuk-input--width-20' : '';
}

const shown = (value: unknown) => (value == null || typeof value === 'object' ? '' : String(value));

/** One line of text, a number, an address on the network: whatever is one `input`. */
export function BaseInputTemplate(props: BaseInputTemplateProps) {
  const { id, htmlName, value, readonly, disabled, autofocus, placeholder, options, schema } = props;
  const { onBlur, onChange, onChangeOverride, onFocus } = props;
  const own = inputProps(props);
  const file = own.type === 'file';
  const wrong = errorsOf(props).length > 0;
  const style = file ? 'govuk-file-upload' : 'govuk-input';
  const change = (event: ChangeEvent<HTMLInputElement>) =>
    onChange(event.target.value === '' ? options.emptyValue : event.target.value);
  const input = (
    <input
      id={id}
      name={htmlName || id}
      className={classes(style, wrong && `${style}--error`, widthOf(props, own))}
      {...own}
      {...(file ? { multiple: props.multiple, accept: options.accept as string } : { value: shown(value) })}
      autoComplete={options.autocomplete}
      autoCapitalize={options.autocapitalize ?? own.autoCapitalize}
      // biome-ignore lint/a11y/noAutofocus: only where a uiSchema asks for it
      autoFocus={autofocus}
      placeholder={placeholder || undefined}
      readOnly={readonly}
      disabled={disabled}
      list={schema.examples ? examplesId(id) : undefined}
      onChange={onChangeOverride || change}
      onBlur={(event: FocusEvent<HTMLInputElement>) => onBlur(id, event.target.value)}
      onFocus={(event: FocusEvent<HTMLInputElement>) => onFocus(id, event.target.value)}
      aria-describedby={widgetDescribedBy(props)}
    />
  );
  return (
    <>
      <Beside prefix={options.prefix} suffix={options.suffix}>
        {input}
      </Beside>
      <SchemaExamples id={id} schema={schema} />
    </>
  );
}

function Beside({ prefix, suffix, children }: { prefix?: unknown; suffix?: unknown; children: React.ReactElement }) {
  if (!prefix && !suffix) return children;
  return (
    <div className="govuk-input__wrapper">
      {prefix ? (
        <div className="govuk-input__prefix" aria-hidden="true">
          {String(prefix)}
        </div>
      ) : null}
      {children}
      {suffix ? (
        <div className="govuk-input__suffix" aria-hidden="true">
          {String(suffix)}
        </div>
      ) : null}
    </div>
  );
}
