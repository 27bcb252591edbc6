import { TableHead } from '../layout/table-head.js';
import type { LinePresenter, LineSign } from './line-presenter.js';

const middle = 44;
/** Signs keep their size however long the line is: only their places are in hundredths of it. */
const place = (x: number): string => `${x / 10}%`;

/** Each has a shape of its own, above the line what happened and below it what is due; drawn around the place it is put. */
const shapes: Record<LineSign['look'], React.ReactNode> = {
  event: <line className="rubric-line__event" x1="0" x2="0" y1={middle - 14} y2={middle} />,
  session: <circle className="rubric-line__session" cx="0" cy={middle - 6} r="4" />,
  step: <rect className="rubric-line__step" x="-6" y={middle - 26} width="12" height="12" />,
  due: <path className="rubric-line__due" d={`M0 ${middle + 6} l7 12 h-14 Z`} />,
  missed: <path className="rubric-line__missed" d={`M0 ${middle + 6} l7 12 h-14 Z`} />,
  done: <line className="rubric-line__done" x1="0" x2="0" y1={middle} y2={middle + 12} />,
};

const keys: Record<LineSign['look'], string> = {
  step: 'A step of the case',
  session: 'A session',
  event: 'Something recorded',
  due: 'Due',
  missed: 'Missed',
  done: 'Was due, and is done',
};

const Key = ({ look }: { look: LineSign['look'] }) => (
  <svg className="rubric-line__key" viewBox={`-12 ${middle - 30} 24 54`} width="24" height="54" aria-hidden="true">
    {shapes[look]}
  </svg>
);

const Drawing = ({ line }: { line: LinePresenter }) => (
  <div className="rubric-line">
    <svg width="100%" height="84" overflow="visible" role="img" aria-labelledby="case-line-says">
      <title id="case-line-says">{line.says}</title>
      <line className="rubric-line__axis" x1="0" x2="100%" y1={middle} y2={middle} />
      {line.signs.map((sign, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two signs may be alike, and none ever moves.
        <svg x={place(sign.x)} overflow="visible" aria-hidden="true" key={i}>
          {shapes[sign.look]}
        </svg>
      ))}
      <line className="rubric-line__today" x1={place(line.today)} x2={place(line.today)} y1="8" y2="76" />
    </svg>
  </div>
);

/** The case line, what its signs mean, and the same as a table. */
export const CaseLine = ({ line }: { line: LinePresenter }) => (
  <section className="rubric-sheet rubric-case__line">
    <h2 className="rubric-heading-m">Case line</h2>
    <Drawing line={line} />
    <p className="rubric-line__ends" aria-hidden="true">
      <span>{line.first}</span> <span>{line.last}</span>
    </p>
    <ul className="rubric-line__legend" aria-label="What the signs mean">
      <li>
        <span className="rubric-line__now" aria-hidden="true" /> Today
      </li>
      {(Object.keys(keys) as LineSign['look'][])
        .filter((look) => line.signs.some((sign) => sign.look === look))
        .map((look) => (
          <li key={look}>
            <Key look={look} /> {keys[look]}
          </li>
        ))}
    </ul>
    <details className="rubric-why" id="case-line-table">
      <summary className="rubric-why__summary">
        The same as a table<span className="govuk-visually-hidden"> – case line</span>
      </summary>
      <table className="govuk-table rubric-stacked">
        <caption className="govuk-visually-hidden">Case line</caption>
        <TableHead heads={['Day', 'What', 'Sign']} />
        <tbody className="govuk-table__body">
          {line.signs.map((sign, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two rows may be alike, and none ever moves.
            <tr className="govuk-table__row" key={i}>
              <th scope="row" className="govuk-table__header">
                {sign.on}
              </th>
              <td className="govuk-table__cell" data-label="What">
                {sign.words}
              </td>
              <td className="govuk-table__cell" data-label="Sign">
                {keys[sign.look]}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  </section>
);
