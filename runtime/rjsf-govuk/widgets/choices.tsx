import { enumOptionsIsSelected, enumOptionValueDecoder, enumOptionValueEncoder, type WidgetProps } from '@rjsf/utils';
import { classes, errorsOf, widgetDescribedBy } from '../question.js';

const posted = (value: unknown, index: number) => enumOptionValueEncoder(value as string, index, 'realValue');

/** The first box has the question's own id: the error summary links to it. */
const boxId = (id: string, index: number) => (index === 0 ? id : `${id}-${index + 1}`);

interface Box {
  type: 'radio' | 'checkbox';
  index: number;
  checked: boolean;
  onChange: (checked: boolean) => void;
}

function Choice({ props, box }: { props: WidgetProps; box: Box }) {
  const { id, htmlName, options, disabled, readonly, onBlur, onFocus } = props;
  const option = options.enumOptions?.[box.index];
  if (!option) return null;
  const kind = box.type === 'radio' ? 'govuk-radios' : 'govuk-checkboxes';
  const own = boxId(id, box.index);
  const hint = option.schema?.description;
  const value = posted(option.value, box.index);
  return (
    <div className={`${kind}__item`}>
      <input
        id={own}
        className={`${kind}__input`}
        type={box.type}
        name={htmlName || id}
        value={value}
        checked={box.checked}
        disabled={disabled || readonly || options.enumDisabled?.includes(option.value)}
        aria-describedby={hint ? `${own}__hint` : undefined}
        onChange={(event) => box.onChange(event.target.checked)}
        onBlur={() => onBlur(id, value)}
        onFocus={() => onFocus(id, value)}
      />
      <label className={`govuk-label ${kind}__label`} htmlFor={own}>
        {option.label}
      </label>
      {hint ? (
        <div id={`${own}__hint`} className={`govuk-hint ${kind}__hint`}>
          {hint}
        </div>
      ) : null}
    </div>
  );
}

/** One of a few options. */
export function RadioWidget(props: WidgetProps) {
  const { options, value, onChange } = props;
  return (
    <div className={classes('govuk-radios', options.inline && 'govuk-radios--inline')}>
      {(options.enumOptions ?? []).map((option, index) => (
        <Choice
          key={posted(option.value, index)}
          props={props}
          box={{
            type: 'radio',
            index,
            checked: enumOptionsIsSelected(option.value, value),
            onChange: () => onChange(option.value),
          }}
        />
      ))}
    </div>
  );
}

/** Any number of options, kept in the order in which they are offered. */
export function CheckboxesWidget(props: WidgetProps) {
  const { options, value, onChange } = props;
  const all = options.enumOptions ?? [];
  const chosen: unknown[] = Array.isArray(value) ? value : [];
  const change = (index: number, checked: boolean) => {
    const still = all.filter((option, i) =>
      i === index ? checked : enumOptionsIsSelected(option.value, chosen as never),
    );
    onChange(still.map((option) => option.value));
  };
  return (
    <div className={classes('govuk-checkboxes', options.inline && 'govuk-checkboxes--small')}>
      {all.map((option, index) => (
        <Choice
          key={posted(option.value, index)}
          props={props}
          box={{
            type: 'checkbox',
            index,
            checked: enumOptionsIsSelected(option.value, chosen as never),
            onChange: (checked) => change(index, checked),
          }}
        />
      ))}
    </div>
  );
}

/** One box, ticked or not, with its words beside it. */
export function CheckboxWidget(props: WidgetProps) {
  const { id, htmlName, label, hideLabel, value, disabled, readonly, onChange, onBlur, onFocus } = props;
  return (
    <div className="govuk-checkboxes">
      <div className="govuk-checkboxes__item">
        <input
          id={id}
          className="govuk-checkboxes__input"
          type="checkbox"
          name={htmlName || id}
          value="true"
          checked={value === true}
          disabled={disabled || readonly}
          aria-describedby={widgetDescribedBy(props)}
          onChange={(event) => onChange(event.target.checked)}
          onBlur={(event) => onBlur(id, event.target.checked)}
          onFocus={(event) => onFocus(id, event.target.checked)}
        />
        <label className="govuk-label govuk-checkboxes__label" htmlFor={id}>
          {hideLabel ? <span className="govuk-visually-hidden">{label}</span> : label}
        </label>
      </div>
    </div>
  );
}

/** One of many options in a list that opens; several of them are ticked boxes, which people understand. */
export function SelectWidget(props: WidgetProps) {
  const { id, htmlName, options, value, multiple, placeholder, disabled, readonly, onChange, onBlur, onFocus } = props;
  if (multiple) return <CheckboxesWidget {...props} />;
  const all = options.enumOptions ?? [];
  const index = all.findIndex((option) => enumOptionsIsSelected(option.value, value));
  const decoded = (word: string) => enumOptionValueDecoder(word, all, 'realValue', options.emptyValue);
  return (
    <select
      id={id}
      name={htmlName || id}
      className={classes('govuk-select', errorsOf(props).length > 0 && 'govuk-select--error')}
      value={index < 0 ? '' : posted(all[index]?.value, index)}
      disabled={disabled || readonly}
      autoComplete={options.autocomplete}
      aria-describedby={widgetDescribedBy(props)}
      onChange={(event) => onChange(decoded(event.target.value))}
      onBlur={(event) => onBlur(id, decoded(event.target.value))}
      onFocus={(event) => onFocus(id, decoded(event.target.value))}
    >
      {index >= 0 && props.schema.default !== undefined ? null : (
        <option value="">{placeholder || 'Choose one'}</option>
      )}
      {all.map((option, i) => (
        <option
          key={posted(option.value, i)}
          value={posted(option.value, i)}
          disabled={options.enumDisabled?.includes(option.value)}
        >
          {option.label}
        </option>
      ))}
    </select>
  );
}
