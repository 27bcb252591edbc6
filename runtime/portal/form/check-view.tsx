import { ErrorSummary, type Fault } from '../layout/error-summary.js';
import type { CheckPresenter, Row } from './check-presenter.js';

const Answered = ({ row }: { row: Row }) => (
  <div className="govuk-summary-list__row">
    <dt className="govuk-summary-list__key">{row.question}</dt>
    <dd className={`govuk-summary-list__value${row.answered ? '' : ' rubric-quiet'}`}>
      {row.lines.map((line, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the lines of an answer have no names and never move.
        <div key={index}>{line}</div>
      ))}
    </dd>
    <dd className="govuk-summary-list__actions">
      {row.change && (
        <a className="govuk-link" href={row.change}>
          Change<span className="govuk-visually-hidden">: {row.question}</span>
        </a>
      )}
    </dd>
  </div>
);

/** That it can be sent although something is missing: the words on the button, and what comes of that. */
export interface AsItIs {
  asItIs: string;
  afterwards: string;
}

interface Props {
  check: CheckPresenter;
  faults: Fault[];
  asItIs?: AsItIs;
  /** On the button. */
  words?: string;
}

/** All answers before they are sent. */
export const Check = ({ check, faults, asItIs, words = 'Send' }: Props) => (
  <>
    <ErrorSummary faults={faults} />
    <h1 className="rubric-heading-l">
      <span className="rubric-caption">{check.title}</span> Check your answers
    </h1>
    {check.pages.map((page) => (
      <section key={page.id} className="rubric-sheet">
        <h2 className="rubric-heading-m">{page.heading}</h2>
        {page.rows.length === 0 ? (
          <p className="rubric-quiet">Nothing is asked here.</p>
        ) : (
          <dl className="govuk-summary-list">
            {page.rows.map((row) => (
              <Answered row={row} key={row.question} />
            ))}
          </dl>
        )}
      </section>
    ))}
    <form method="post" action={check.action} className="rubric-actions">
      <button type="submit" className="govuk-button">
        {check.again ? 'Send the changed answers' : words}
      </button>
      {asItIs && (
        <button type="submit" className="govuk-button govuk-button--secondary" name="as" value="it-is">
          {asItIs.asItIs}
        </button>
      )}
    </form>
    {asItIs && <p className="rubric-quiet">{asItIs.afterwards}</p>}
    {check.keepsApart !== undefined && !check.again && <p className="rubric-quiet">{check.keepsApart}</p>}
  </>
);
