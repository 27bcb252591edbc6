import { ErrorSummary, type Fault } from '../layout/error-summary.js';
import { FormStart } from '../layout/form-start.js';

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
      <div className="govuk-form-group">
        <label className="govuk-label" htmlFor="day">
          Day
        </label>
        <input
          className="govuk-input govuk-input--width-10"
          type="date"
          id="day"
          name="day"
          defaultValue={page.typed.day}
        />
      </div>
      <div className="govuk-form-group">
        <label className="govuk-label" htmlFor="because">
          Why, as the register will show it
        </label>
        <input
          className="govuk-input govuk-input--width-30"
          type="text"
          id="because"
          name="because"
          defaultValue={page.typed.because}
        />
      </div>
      <div className="govuk-form-group">
        <label className="govuk-label" htmlFor="where">
          Of what
        </label>
        <select className="govuk-select" id="where" name="where" defaultValue={page.typed.where}>
          {page.wheres.map(({ id, words }) => (
            <option key={id} value={id}>
              {words}
            </option>
          ))}
        </select>
      </div>
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
