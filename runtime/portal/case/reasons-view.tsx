import { TableHead } from '../layout/table-head.js';
import type { ShownChange } from './changes.js';
import type { Source } from './course-why.js';
import type { Reasons } from './rules-presenter.js';
import { WhyTree } from './why-view.js';

const SourceOf = ({ source }: { source: Source }) => (
  <>
    {source.clauses.length > 0 && (
      <ul className="rubric-clauses">
        {source.clauses.map((clause) => (
          <li key={clause.label}>
            <span className="rubric-clause">{clause.label}</span> {clause.says}
          </li>
        ))}
      </ul>
    )}
    {source.reading && <p className="rubric-reading">How it is read: {source.reading}</p>}
    {source.ours && <p className="rubric-ours">Not in the document: {source.ours}</p>}
    {source.where && <p className="rubric-quiet">Written in {source.where}</p>}
  </>
);

/** Lines of a list. */
export const Lines = ({ lines }: { lines: string[] }) => (
  <ul className="rubric-list rubric-list--bullet">
    {lines.map((line) => (
      <li key={line}>{line}</li>
    ))}
  </ul>
);

/** “Why?” beside something that stands: the rule, how it came out, what it rests on, what would change it. */
export const Why = ({ of, anchor, reasons }: { of: string; anchor: string; reasons: Reasons }) => (
  <details className="rubric-why" id={`why-${anchor}`}>
    <summary className="rubric-why__summary">
      Why?<span className="govuk-visually-hidden"> {of}</span>
    </summary>
    <div className="rubric-why__body">
      {reasons.reads && <p className="rubric-body">{reasons.reads}</p>}
      {reasons.why.map((why, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the parts of an explanation have no names and never move.
        <WhyTree why={why} key={index} />
      ))}
      {reasons.rests.length > 0 && (
        <>
          <p className="rubric-player__small">What it rests on</p>
          <Lines lines={reasons.rests} />
        </>
      )}
      {reasons.changes.length > 0 && (
        <>
          <p className="rubric-player__small">What would change it</p>
          <Lines lines={reasons.changes} />
        </>
      )}
      <SourceOf source={reasons.source} />
    </div>
  </details>
);

/** What was otherwise before, and how it is now. */
export const Changes = ({ changes, caption }: { changes: ShownChange[]; caption: string }) => (
  <table className="govuk-table rubric-stacked rubric-player__changes">
    <caption className="govuk-visually-hidden">{caption}</caption>
    <TableHead heads={['What', 'Before', 'Then']} />
    <tbody className="govuk-table__body">
      {changes.map((change) => (
        <tr className="govuk-table__row" key={`${change.what} ${change.from} ${change.to}`}>
          <th scope="row" className="govuk-table__header rubric-player__what">
            {change.what}
            {change.hers && <span className="rubric-hers rubric-player__mark">Kept apart</span>}
          </th>
          <td className="govuk-table__cell" data-label="Before">
            {change.from}
          </td>
          <td className="govuk-table__cell" data-label="Then">
            <strong>{change.to}</strong>
          </td>
        </tr>
      ))}
    </tbody>
  </table>
);
