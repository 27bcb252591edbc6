/** The questions that a group is made and changed by. */
import type { ComponentProps } from 'react';
import { weekdays } from '../../../engine/contract/words.js';
import type { Fault } from '../layout/error-summary.js';
import { Select, TextField } from '../layout/fields.js';
import type { NewGroup } from './new-form.js';

/** One question with its fault beside it. */
export const Text = ({
  faults,
  width = 20,
  ...field
}: Omit<ComponentProps<typeof TextField>, 'id' | 'error'> & { faults: Fault[] }) => (
  <TextField
    {...field}
    id={field.name}
    width={width}
    error={faults.find(({ href }) => href === `#${field.name}`)?.message}
  />
);

export const Choice = ({
  none,
  options,
  ...field
}: {
  name: string;
  label: string;
  value: string;
  none: string;
  options: { id: string; label: string }[];
}) => (
  <Select
    {...field}
    id={field.name}
    options={[{ value: '', label: none }, ...options.map(({ id, label }) => ({ value: id, label }))]}
  />
);

export const Days = ({ days, faults }: { days: string[]; faults: Fault[] }) => {
  const fault = faults.find(({ href }) => href === '#days-1');
  return (
    <div className={`govuk-form-group${fault ? ' govuk-form-group--error' : ''}`}>
      <fieldset className="govuk-fieldset">
        <legend className="govuk-fieldset__legend">On which days does it meet?</legend>
        {fault && (
          <p className="govuk-error-message">
            <span className="govuk-visually-hidden">Error:</span> {fault.message}
          </p>
        )}
        <div className="govuk-checkboxes govuk-checkboxes--small rubric-row">
          {weekdays.map((name, n) => (
            <div className="govuk-checkboxes__item" key={name}>
              <input
                className="govuk-checkboxes__input"
                type="checkbox"
                id={`days-${n + 1}`}
                name="days"
                value={n + 1}
                defaultChecked={days.includes(String(n + 1))}
              />
              <label className="govuk-label govuk-checkboxes__label" htmlFor={`days-${n + 1}`}>
                {name}
              </label>
            </div>
          ))}
        </div>
      </fieldset>
    </div>
  );
};

/** When and where it meets. */
export const Times = ({ typed, faults }: { typed: NewGroup; faults: Fault[] }) => (
  <>
    <Days days={typed.days} faults={faults} />
    <Text name="everyWeeks" label="Every how many weeks?" value={typed.everyWeeks} faults={faults} width={3} />
    <Text
      name="from"
      label="From"
      hint="Leave it empty where the time is not known."
      type="time"
      value={typed.from}
      faults={faults}
      width={5}
    />
    <Text name="to" label="To" type="time" value={typed.to} faults={faults} width={5} />
    <Text name="venue" label="Where?" value={typed.venue} faults={faults} width={30} />
  </>
);

/** How many places it has, and who leads it. */
export const Staffing = ({ typed, faults }: { typed: NewGroup; faults: Fault[] }) => (
  <>
    <Text
      name="places"
      label="Places"
      hint="Leave it empty for as many as the definition says."
      value={typed.places}
      faults={faults}
      width={3}
    />
    <Text
      name="facilitators"
      label="Who usually leads it, with commas between"
      hint="Each register begins with these names."
      value={typed.facilitators}
      faults={faults}
      width={30}
    />
  </>
);
