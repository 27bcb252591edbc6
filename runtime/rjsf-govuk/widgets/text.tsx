import { getTemplate, type WidgetProps } from '@rjsf/utils';
import { classes, errorsOf, widgetDescribedBy } from '../question.js';
import { DateTimeWidget } from './date.js';

/** Text of several lines, and addresses. */
export function TextareaWidget(props: WidgetProps) {
  const { id, htmlName, value, options, placeholder, disabled, readonly, autofocus, onChange, onBlur, onFocus } = props;
  const address = options.kind === 'address';
  return (
    <textarea
      id={id}
      name={htmlName || id}
      className={classes(
        'govuk-textarea',
        errorsOf(props).length > 0 && 'govuk-textarea--error',
        address && 'rubric-address',
      )}
      rows={Number(options.rows) || (address ? 4 : 5)}
      spellCheck={address ? false : undefined}
      autoComplete={options.autocomplete}
      // biome-ignore lint/a11y/noAutofocus: only where a uiSchema asks for it
      autoFocus={autofocus}
      placeholder={placeholder || undefined}
      value={value == null ? '' : String(value)}
      disabled={disabled}
      readOnly={readonly}
      aria-describedby={widgetDescribedBy(props)}
      onChange={(event) => onChange(event.target.value === '' ? options.emptyValue : event.target.value)}
      onBlur={(event) => onBlur(id, event.target.value)}
      onFocus={(event) => onFocus(id, event.target.value)}
    />
  );
}

/** A full name, typed under the sentence that it signs. */
export function SignatureWidget(props: WidgetProps) {
  const { id, options, registry } = props;
  const BaseInput = getTemplate('BaseInputTemplate', registry, options);
  const declaration = options.declaration || 'By typing your full name you sign this form.';
  return (
    <div className="rubric-signature">
      <p id={`${id}__declaration`} className="rubric-signature__declaration">
        {String(declaration)}
      </p>
      <BaseInput {...props} options={{ ...options, kind: 'signature', describedByAlso: `${id}__declaration` }} />
    </div>
  );
}

/** A line of text; an address, a signature, a date and time where the uiSchema says that it is one. */
export function TextWidget(props: WidgetProps) {
  const { options, registry } = props;
  if (options.kind === 'signature') return <SignatureWidget {...props} />;
  if (options.kind === 'date-time') return <DateTimeWidget {...props} />;
  if (options.kind === 'address') return <TextareaWidget {...props} />;
  const BaseInput = getTemplate('BaseInputTemplate', registry, options);
  return <BaseInput {...props} />;
}
