import type { ShownAnswer, ShownOpen, ShownTrace, TracePresenter } from './presenter.js';

const Answer = ({ answer }: { answer: ShownAnswer }) => (
  <li>
    {answer.kind}: {answer.words}
    {answer.more && `, ${answer.more}`} <span className="rubric-quiet">{answer.where}</span>
  </li>
);

const Row = ({ row }: { row: ShownTrace }) => (
  <tr className="govuk-table__row" id={row.anchor}>
    <th scope="row" className="govuk-table__header rubric-nowrap" data-label="Clause">
      <span className="rubric-clause">{row.label}</span>
    </th>
    <td className="govuk-table__cell" data-label="What it says">
      <div className={`rubric-force rubric-force--${row.force}`}>
        <span className="rubric-force__word">{row.forceWord}</span>
        {row.about && <span className="rubric-quiet"> {row.about}</span>}
        <br />
        {row.says}
      </div>
    </td>
    <td className="govuk-table__cell" data-label="What answers to it">
      {row.by.length > 0 ? (
        <ul>
          {row.by.map((answer) => (
            <Answer answer={answer} key={`${answer.kind} ${answer.words} ${answer.where}`} />
          ))}
        </ul>
      ) : (
        'Nothing'
      )}
    </td>
    <td className="govuk-table__cell rubric-nowrap" data-label="How">
      {row.state}
    </td>
  </tr>
);

const Open = ({ id, title, about, open }: { id: string; title: string; about: string; open: ShownOpen[] }) => (
  <section className="rubric-sheet" id={id}>
    <h2 className="rubric-heading-m">
      {title} ({open.length})
    </h2>
    <p className="rubric-body">{open.length > 0 ? about : 'None.'}</p>
    {open.length > 0 && (
      <ol className="rubric-list rubric-list--number rubric-list--spaced">
        {open.map((one) => (
          <li key={`${one.where} ${one.clauses} ${one.words}`}>
            <p className="rubric-body">
              {one.clauses && <span className="rubric-clause">{one.clauses}</span>} {one.words}
            </p>
            <p className="rubric-reading">{one.says}</p>
            <p className="rubric-quiet rubric-trace__where">{one.where}</p>
          </li>
        ))}
      </ol>
    )}
  </section>
);

/** Each clause with what answers to it, and what the provider is asked to settle and to confirm. */
export const Trace = ({ trace }: { trace: TracePresenter }) => (
  <>
    <h1 className="rubric-heading-l">
      <span className="rubric-caption">{trace.title}</span> What answers to each clause
    </h1>
    {trace.totals.map((sentence) => (
      <p className="rubric-lead" key={sentence}>
        {sentence}
      </p>
    ))}
    <p className="rubric-quiet">{trace.version}</p>
    <nav className="rubric-contents rubric-no-print" aria-label="Contents">
      <ul>
        <li>
          <a href="#clauses">The clauses</a>
        </li>
        <li>
          <a href="#contradictions">Where the document says two things</a>
        </li>
        <li>
          <a href="#readings">How it was read</a>
        </li>
        <li>
          <a href="#ours">What is not in the document</a>
        </li>
      </ul>
    </nav>
    <div className="rubric-stack">
      <section className="rubric-sheet" id="clauses">
        <table className="govuk-table rubric-stacked rubric-trace">
          <caption className="govuk-table__caption rubric-heading-m">The clauses, in the document’s order</caption>
          <thead className="govuk-table__head">
            <tr className="govuk-table__row">
              <th scope="col" className="govuk-table__header">
                Clause
              </th>
              <th scope="col" className="govuk-table__header">
                What it says
              </th>
              <th scope="col" className="govuk-table__header">
                What answers to it
              </th>
              <th scope="col" className="govuk-table__header">
                How
              </th>
            </tr>
          </thead>
          <tbody className="govuk-table__body">
            {trace.rows.map((row) => (
              <Row row={row} key={row.anchor} />
            ))}
          </tbody>
        </table>
      </section>
      <Open
        id="contradictions"
        title="Where the document says two things"
        about={`For ${trace.provider} to settle, or settled already.`}
        open={trace.contradictions}
      />
      <Open
        id="readings"
        title="How it was read"
        about={`Where the document is unclear, this is how it was taken. ${trace.provider} is asked to confirm each.`}
        open={trace.readings}
      />
      <Open
        id="ours"
        title="What is not in the document"
        about="Each is here for the reason given, and no clause says it."
        open={trace.ours}
      />
    </div>
  </>
);
