import { TableHead } from '../layout/table-head.js';
import type { Cell, CellLook, LedgerPresenter } from './ledger-presenter.js';

const box = <rect className="rubric-cell__box" x="2" y="2" width="24" height="24" rx="2" />;

/** The shape of each sign: full, half, empty, crossed, hatched, a dot. Beside it always stands its word. */
const signs: Record<CellLook, React.ReactNode> = {
  attended: (
    <>
      <rect className="rubric-cell__full" x="2" y="2" width="24" height="24" rx="2" />
      <path className="rubric-cell__on" d="M8 14.5 L12.5 19 L20.5 9.5" />
    </>
  ),
  part: (
    <>
      {box}
      <path className="rubric-cell__half" d="M2 26 L26 2 V24 a2 2 0 0 1 -2 2 Z" />
    </>
  ),
  absent: <rect className="rubric-cell__absent" x="3" y="3" width="22" height="22" rx="2" />,
  'caught-up': (
    <>
      <rect className="rubric-cell__absent" x="3" y="3" width="22" height="22" rx="2" />
      <path className="rubric-cell__tick" d="M8 14.5 L12.5 19 L20.5 9.5" />
    </>
  ),
  cancelled: (
    <>
      {box}
      <path className="rubric-cell__line" d="M6 6 L22 22 M22 6 L6 22" />
    </>
  ),
  'not-due': (
    <>
      <rect className="rubric-cell__faint" x="2" y="2" width="24" height="24" rx="2" />
      <path className="rubric-cell__hatch" d="M2 12 L12 2 M2 20 L20 2 M6 26 L26 6 M14 26 L26 14" />
    </>
  ),
  ahead: <rect className="rubric-cell__dashed" x="2" y="2" width="24" height="24" rx="2" />,
  'not-recorded': (
    <>
      <rect className="rubric-cell__dashed rubric-cell__dashed--unknown" x="2" y="2" width="24" height="24" rx="2" />
      <circle className="rubric-cell__dot" cx="14" cy="14" r="4.5" />
    </>
  ),
  disputed: (
    <>
      <rect className="rubric-cell__dashed rubric-cell__dashed--unknown" x="2" y="2" width="24" height="24" rx="2" />
      <path className="rubric-cell__query" d="M10 8 V20 M18 8 V20" />
    </>
  ),
  credit: (
    <>
      <circle className="rubric-cell__full" cx="14" cy="14" r="12" />
      <path className="rubric-cell__on" d="M14 8 V20 M8 14 H20" />
    </>
  ),
};

const Sign = ({ look }: { look: CellLook }) => (
  <svg className="rubric-cell" viewBox="0 0 28 28" width="28" height="28" aria-hidden="true">
    {signs[look]}
  </svg>
);

const Strip = ({ ledger }: { ledger: LedgerPresenter }) => (
  <div className="rubric-strip">
    {ledger.groups.map((group, index) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: a phase may come twice, and the order is that of time.
      <div className="rubric-strip__phase" key={index}>
        {group.title !== 'Sessions' && <p className="rubric-strip__title">{group.title}</p>}
        <ol className="rubric-strip__cells">
          {group.cells.map((cell) => (
            <li className="rubric-strip__cell" title={`${cell.on}: ${cell.word}`} key={cell.key}>
              <Sign look={cell.look} />
              <span className="rubric-strip__day" aria-hidden="true">
                {cell.short}
              </span>
              <span className="govuk-visually-hidden">
                {cell.on}: {cell.word}
              </span>
            </li>
          ))}
        </ol>
      </div>
    ))}
  </div>
);

const Row = ({ cell }: { cell: Cell }) => (
  <tr className="govuk-table__row">
    <th scope="row" className="govuk-table__header">
      {cell.on}
    </th>
    <td className="govuk-table__cell" data-label="What was recorded">
      {cell.word}
    </td>
    <td className="govuk-table__cell" data-label="Credited">
      {cell.credited || '–'}
    </td>
    <td className="govuk-table__cell" data-label="Counts as an absence">
      {cell.absence || '–'}
    </td>
    <td className="govuk-table__cell" data-label="More">
      {[cell.what, ...cell.more].filter((words) => words !== '').join('. ') || '–'}
    </td>
  </tr>
);

/** The ledger: a strip with one sign for each session, what the signs mean, and the same as a table. */
export const Ledger = ({ ledger }: { ledger: LedgerPresenter }) => (
  <section className="rubric-sheet">
    <h2 className="rubric-heading-m">Sessions</h2>
    {ledger.groups.length === 0 ? (
      <p className="rubric-player__none">
        No session has been recorded or planned by this day. Add one, and it will stand here.
      </p>
    ) : (
      <>
        <Strip ledger={ledger} />
        <p className="govuk-visually-hidden">What the signs mean:</p>
        <ul className="rubric-strip__legend">
          {ledger.legend.map(({ look, word }) => (
            <li key={look}>
              <Sign look={look} /> {word}
            </li>
          ))}
        </ul>
        <p className="rubric-player__quiet">{ledger.counts}</p>
        <details className="rubric-why" id="ledger-table">
          <summary className="rubric-why__summary">The same as a table</summary>
          <table className="govuk-table rubric-stacked">
            <caption className="govuk-visually-hidden">Sessions</caption>
            <TableHead heads={['Session', 'What was recorded', 'Credited', 'Counts as an absence', 'More']} />
            <tbody className="govuk-table__body">
              {ledger.groups.flatMap((group) => group.cells.map((cell) => <Row cell={cell} key={cell.key} />))}
            </tbody>
          </table>
        </details>
      </>
    )}
  </section>
);
