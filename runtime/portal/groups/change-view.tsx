import { ErrorSummary, type Fault } from '../layout/error-summary.js';
import { Select, TextField } from '../layout/fields.js';
import { FormStart } from '../layout/form-start.js';
import { Staffing, Text, Times } from './group-fields.js';
import type { NewGroup } from './new-form.js';

export interface ChangePage {
  action: string;
  name: string;
  typed: NewGroup;
  /** The day from which it meets so. */
  starting: string;
  edition: number;
  faults: Fault[];
  keyed: string;
}

/** Another name, day, time or place of a group. */
export const ChangeGroup = ({ page }: { page: ChangePage }) => {
  const { typed, faults } = page;
  return (
    <div className="rubric-measure">
      <ErrorSummary faults={faults} />
      <h1 className="rubric-heading-l">
        <span className="rubric-caption">{page.name}</span> Change this group
      </h1>
      <FormStart action={page.action} keyed={page.keyed}>
        <input type="hidden" name="edition" value={page.edition} />
        <Text name="name" label="What is it called?" value={typed.name} faults={faults} width={30} />
        <Staffing typed={typed} faults={faults} />
        <h2 className="rubric-heading-m">When and where it meets</h2>
        <p className="rubric-body">
          What was held stays as it was. Sessions planned from the day that you give here on are moved, and that is
          recorded in the case of everybody with a place.
        </p>
        <Text
          name="starting"
          label="From which day does it meet like this?"
          type="date"
          value={page.starting}
          faults={faults}
          width={10}
        />
        <Times typed={typed} faults={faults} />
        <button className="govuk-button" type="submit">
          Save the change
        </button>
      </FormStart>
    </div>
  );
};

export interface EndPage {
  action: string;
  name: string;
  last: string;
  edition: number;
  members: { ref: string; name: string; goes: string }[];
  /** Groups that somebody can go to, with how many places are free. */
  others: { value: string; label: string }[];
  /** A group is full, and somebody is to go there. */
  isFull: boolean;
  faults: Fault[];
  keyed: string;
}

/** The last day of a group, and where its members go. */
export const EndGroup = ({ page }: { page: EndPage }) => {
  const { faults } = page;
  const errorAt = (id: string): string | undefined => faults.find(({ href }) => href === `#${id}`)?.message;
  return (
    <div className="rubric-measure">
      <ErrorSummary faults={faults} />
      <h1 className="rubric-heading-l">
        <span className="rubric-caption">{page.name}</span> End this group
      </h1>
      <p className="rubric-body">
        Its sessions so far stay. Those planned after its last day are taken back, and that is recorded in the case of
        everybody with a place.
      </p>
      <FormStart action={page.action} keyed={page.keyed}>
        <input type="hidden" name="edition" value={page.edition} />
        <TextField
          name="last"
          id="last"
          label="Its last day"
          type="date"
          value={page.last}
          error={errorAt('last')}
          width={10}
        />
        {page.members.length === 0 ? (
          <p className="rubric-body">Nobody has a place in it after today.</p>
        ) : (
          <fieldset className="govuk-fieldset">
            <legend className="govuk-fieldset__legend govuk-fieldset__legend--m">Where does everybody go?</legend>
            {page.members.map(({ ref, name, goes }) => (
              <Select
                key={ref}
                name={`goes[${ref}]`}
                id={`goes-${ref}`}
                label={name}
                value={goes}
                error={errorAt(`goes-${ref}`)}
                options={[
                  { value: '', label: 'Choose' },
                  ...page.others,
                  { value: 'waits', label: 'To no group yet: he waits for a place' },
                ]}
              />
            ))}
          </fieldset>
        )}
        {page.isFull && (
          <div className="govuk-form-group">
            <div className="govuk-checkboxes govuk-checkboxes--small">
              <div className="govuk-checkboxes__item">
                <input className="govuk-checkboxes__input" type="checkbox" id="anyway" name="anyway" value="yes" />
                <label className="govuk-label govuk-checkboxes__label" htmlFor="anyway">
                  Not so many places are free. They get them all the same
                </label>
              </div>
            </div>
          </div>
        )}
        <button className="govuk-button govuk-button--warning" type="submit">
          End the group
        </button>
      </FormStart>
    </div>
  );
};
