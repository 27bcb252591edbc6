import type { ComponentProps } from 'react';
import type { Bundle } from '../../../engine/contract/index.js';
import { weekdays } from '../../../engine/contract/words.js';
import { ErrorSummary, type Fault } from '../layout/error-summary.js';
import { Select, TextField } from '../layout/fields.js';
import { FormStart } from '../layout/form-start.js';
import type { NewGroup } from './new-form.js';

/** One question with its fault beside it. */
const Text = ({
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

const Choice = ({
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

const Days = ({ days, faults }: { days: string[]; faults: Fault[] }) => {
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

export interface NewGroupPage {
  action: string;
  typed: NewGroup;
  faults: Fault[];
  keyed: string;
  /** What the definition says of how often sessions are, and of places. */
  says: string[];
}

export const NewGroupView = ({ page, bundle }: { page: NewGroupPage; bundle: Bundle }) => {
  const { typed, faults } = page;
  const kinds = bundle.course?.sessions?.kinds ?? [];
  return (
    <div className="rubric-measure">
      <ErrorSummary faults={faults} />
      <h1 className="rubric-heading-l">A new group</h1>
      {page.says.map((words) => (
        <p className="rubric-body" key={words}>
          {words}
        </p>
      ))}
      <FormStart action={page.action} keyed={page.keyed}>
        <input type="hidden" name="of" value={typed.of} />
        <Text name="name" label="What is it called?" value={typed.name} faults={faults} width={30} />
        {bundle.sites.length > 0 && (
          <Choice
            name="site"
            label="Site"
            value={typed.site}
            none="No one site"
            options={bundle.sites.map(({ id, label }) => ({ id, label }))}
          />
        )}
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
        <Text
          name="first"
          label="Day of its first session"
          type="date"
          value={typed.first}
          faults={faults}
          width={10}
        />
        <Text
          name="places"
          label="Places"
          hint="Leave it empty for as many as the definition says."
          value={typed.places}
          faults={faults}
          width={3}
        />
        {kinds.length > 1 && (
          <Choice
            name="kind"
            label="Kind of session"
            value={typed.kind}
            none="As each man’s phase has it"
            options={kinds.map(({ id, label }) => ({ id, label }))}
          />
        )}
        <button className="govuk-button" type="submit">
          Make the group
        </button>
      </FormStart>
    </div>
  );
};
