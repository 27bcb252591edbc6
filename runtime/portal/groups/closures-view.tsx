import { ErrorSummary, type Fault } from '../layout/error-summary.js';
import { Select } from '../layout/fields.js';
import { FormStart } from '../layout/form-start.js';
import { Text } from './group-fields.js';

export interface ClosuresPresenter {
  action: string;
  faults: Fault[];
  notice: string;
  typed: { day: string; because: string; where: string };
  /** What a closure can be of: everything, one site, one group. */
  wheres: { id: string; words: string }[];
  closures: { id: string; day: string; because: string; where: string }[];
  /** The bank holidays to come that the definition knows. */
  holidays: string[];
}

export const ClosureDays = ({ page, keyed }: { page: ClosuresPresenter; keyed: string }) => (
  <>
    <ErrorSummary faults={page.faults} />
    {page.notice !== '' && (
      <div className="govuk-inset-text" role="status">
        {page.notice}
      </div>
    )}
    <h1 className="rubric-heading-l">Closure days</h1>
    <p className="rubric-body">
      On a closure day no session is held. Everybody with a place that day is told so in his case, and nobody has missed
      anything.
    </p>
    {page.closures.length === 0 ? (
      <p className="rubric-empty">No closure day was added. Add one below.</p>
    ) : (
      <ul className="rubric-list">
        {page.closures.map(({ id, day, because, where }) => (
          <li key={id} className="rubric-row">
            <span>
              {day}: {because} ({where})
            </span>
            <FormStart action={`${page.action}/${id}`} keyed={`${keyed.slice(0, 30)}${id}`} className="rubric-no-print">
              <button className="rubric-pick__button" type="submit">
                Take back<span className="govuk-visually-hidden"> {day}</span>
              </button>
            </FormStart>
          </li>
        ))}
      </ul>
    )}
    <h2 className="rubric-heading-m">Add a closure day</h2>
    <FormStart action={page.action} keyed={keyed}>
      <Text name="day" label="Day" type="date" value={page.typed.day} faults={page.faults} width={10} />
      <Text
        name="because"
        label="Why, as the register will show it"
        value={page.typed.because}
        faults={page.faults}
        width={30}
      />
      <Select
        name="where"
        id="where"
        label="Of what"
        value={page.typed.where}
        options={page.wheres.map(({ id, words }) => ({ value: id, label: words }))}
      />
      <button className="govuk-button" type="submit">
        Add the closure day
      </button>
    </FormStart>
    <h2 className="rubric-heading-m">Bank holidays</h2>
    <p className="rubric-body">
      {page.holidays.length === 0
        ? 'The definition names no bank holidays, so none is left out of the timetable.'
        : `Left out of the timetable by themselves. The next are: ${page.holidays.join('; ')}.`}
    </p>
  </>
);
