import { ErrorSummary, type Fault } from '../layout/error-summary.js';
import { FormStart } from '../layout/form-start.js';
import type { Owed } from './catch-ups.js';

export interface CatchUpsPage {
  action: string;
  heading: string;
  caption: string;
  /** What the definition says of catching up. */
  reads: string;
  topic: string;
  owed: Owed[];
  faults: Fault[];
}

export const CatchUps = ({ page, keyed }: { page: CatchUpsPage; keyed: string }) => (
  <>
    <ErrorSummary faults={page.faults} />
    <h1 className="rubric-heading-l">
      <span className="rubric-caption">{page.caption}</span> {page.heading}
    </h1>
    <p className="rubric-body">{page.reads}</p>
    <p className="rubric-body">
      {page.topic === ''
        ? 'The topic of this session is not said yet: say it on the register, and whoever missed it stands first here.'
        : `The topic of this session is ${page.topic}. Whoever missed it stands first.`}
    </p>
    {page.owed.some(({ not }) => not !== '') && (
      <p className="rubric-body">
        Whoever has a place in this session makes up for a missed one at another, or one to one: that is recorded in his
        case.
      </p>
    )}
    {page.owed.length === 0 ? (
      <p className="rubric-empty">Nobody has a missed session to make up for. Whoever has stands here.</p>
    ) : (
      <table className="govuk-table rubric-stacked">
        <caption className="govuk-visually-hidden">Missed sessions that nobody has made up for</caption>
        <thead className="govuk-table__head">
          <tr className="govuk-table__row">
            <th scope="col" className="govuk-table__header">
              Name
            </th>
            <th scope="col" className="govuk-table__header">
              Missed
            </th>
            <th scope="col" className="govuk-table__header">
              Topic
            </th>
            <th scope="col" className="govuk-table__header">
              To make up for it here
            </th>
          </tr>
        </thead>
        <tbody className="govuk-table__body">
          {page.owed.map((one) => (
            <tr className="govuk-table__row" key={`${one.ref} ${one.about}`}>
              <th scope="row" className="govuk-table__header">
                <a className="rubric-link" href={one.href}>
                  {one.name}
                </a>
              </th>
              <td className="govuk-table__cell" data-label="Missed">
                {one.words}
              </td>
              <td className="govuk-table__cell" data-label="Topic">
                {one.topic === '' ? 'Not recorded' : one.topic}
                {one.isMatch && <strong> The same topic</strong>}
              </td>
              <td className="govuk-table__cell" data-label="To make up for it here">
                {one.booked === 'To come to this session' ? (
                  one.booked
                ) : one.not !== '' ? (
                  <span className="rubric-quiet">{one.not}</span>
                ) : (
                  <FormStart
                    action={page.action}
                    keyed={`${keyed.slice(0, 30)}-${one.ref}-${one.about.slice(0, 10)}`}
                    className=""
                  >
                    <input type="hidden" name="ref" value={one.ref} />
                    <input type="hidden" name="about" value={one.about} />
                    {one.booked !== '' && <p className="rubric-quiet">{one.booked}</p>}
                    <button className="rubric-pick__button" type="submit">
                      Arrange it
                      <span className="govuk-visually-hidden">{` for ${one.name}, ${one.words}`}</span>
                    </button>
                  </FormStart>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    )}
  </>
);
