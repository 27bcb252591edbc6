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
    {page.owed.length === 0 ? (
      <p className="rubric-empty">Nobody has a missed session to make up for. Whoever has stands here.</p>
    ) : (
      <table className="govuk-table rubric-stacked">
        <caption className="govuk-visually-hidden">Missed sessions that nobody has made up for</caption>
        <thead>
          <tr>
            <th scope="col">Name</th>
            <th scope="col">Missed</th>
            <th scope="col">Topic</th>
            <th scope="col">To make up for it here</th>
          </tr>
        </thead>
        <tbody>
          {page.owed.map((one) => (
            <tr key={`${one.ref} ${one.about}`}>
              <th scope="row">
                <a className="rubric-link" href={one.href}>
                  {one.name}
                </a>
              </th>
              <td data-label="Missed">{one.words}</td>
              <td data-label="Topic">
                {one.topic === '' ? 'Not recorded' : one.topic}
                {one.isMatch && <strong> The same topic</strong>}
              </td>
              <td data-label="To make up for it here">
                {one.booked === 'To come to this session' ? (
                  one.booked
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
