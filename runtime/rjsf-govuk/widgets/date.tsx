import type { WidgetProps } from '@rjsf/utils';
import { useState } from 'react';
import { type DateParts, joinDate, joinDateTime, splitDate } from '../day.js';
import { classes, errorsOf } from '../question.js';

interface PartOf {
  part: keyof DateParts;
  words: string;
  width: number;
}
const days: PartOf[] = [
  { part: 'day', words: 'Day', width: 2 },
  { part: 'month', words: 'Month', width: 2 },
  { part: 'year', words: 'Year', width: 4 },
];
const time: PartOf = { part: 'time', words: 'Time', width: 5 };

/** The boxes as typed: what another hand put into the form replaces them, what they themselves gave does not. */
function useTyped(value: unknown, join: typeof joinDate): [DateParts, (next: DateParts) => void] {
  const [typed, setTyped] = useState(() => splitDate(value));
  const now = join(typed) === join(splitDate(value)) ? typed : splitDate(value);
  return [now, setTyped];
}

function Boxes({ props, parts, join }: { props: WidgetProps; parts: PartOf[]; join: typeof joinDate }) {
  const { id, htmlName, value, options, disabled, readonly, onChange, onBlur, onFocus } = props;
  const [typed, setTyped] = useTyped(value, join);
  const wrong = errorsOf(props).length > 0;
  const birthday = String(options.autocomplete) === 'bday';
  const change = (part: keyof DateParts, word: string) => {
    const next = { ...typed, [part]: word };
    setTyped(next);
    onChange(join(next) ?? options.emptyValue);
  };
  return (
    <div className="govuk-date-input">
      {parts.map(({ part, words, width }, index) => {
        const own = index === 0 ? id : `${id}__${part}`;
        return (
          <div key={part} className="govuk-date-input__item">
            <div className="govuk-form-group">
              <label className="govuk-label govuk-date-input__label" htmlFor={own}>
                {words}
              </label>
              <input
                id={own}
                name={`${htmlName || id}[${part}]`}
                className={classes(
                  `govuk-input govuk-date-input__input govuk-input--width-${width}`,
                  wrong && 'govuk-input--error',
                )}
                type="text"
                inputMode={part === 'time' ? undefined : 'numeric'}
                autoComplete={birthday && part !== 'time' ? (`bday-${part}` as AutoFill) : undefined}
                value={typed[part]}
                disabled={disabled}
                readOnly={readonly}
                onChange={(event) => change(part, event.target.value)}
                onBlur={() => onBlur(id, value)}
                onFocus={() => onFocus(id, value)}
              />
            </div>
          </div>
        );
      })}
    </div>
  );
}

/** A date in three boxes. Gives an ISO date, or what was typed while it is no real day. */
export function DateWidget(props: WidgetProps) {
  return <Boxes props={props} parts={days} join={joinDate} />;
}

/** A date in three boxes and a time in a fourth ("6pm", "18:30"); local, without a time zone. */
export function DateTimeWidget(props: WidgetProps) {
  return <Boxes props={props} parts={[...days, time]} join={joinDateTime} />;
}
