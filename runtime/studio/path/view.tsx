import { TableHead } from '../../portal/layout/table-head.js';
import { capital } from '../../portal/words/lists.js';
import { type Bead, type Box, drawPath } from './layout.js';
import type { Band, PathPresenter, Station } from './presenter.js';

const OneBead = ({ bead }: { bead: Bead }) =>
  bead.look === 'more' ? (
    <text className="rubric-path__more" x={bead.x - 5} y={bead.y + 6}>
      +
    </text>
  ) : (
    <circle className={`rubric-path__bead rubric-path__bead--${bead.look}`} cx={bead.x} cy={bead.y} r={5} />
  );

const Gate = ({ height }: { height: number }) => (
  <path className="rubric-path__bars" d={`M-9 0 V${height} M-3 0 V${height}`} />
);

/** What a station needs, in one sentence for those who do not see the drawing. */
const titleOf = ({ title, needs }: Station): string =>
  needs.length > 0 ? `${title}. Needed: ${needs.map((need) => need.words.replace(/\.$/, '')).join('; ')}.` : title;

const OneBox = ({ box }: { box: Box }) => (
  <a href={box.station.href} className="rubric-path__link">
    <g
      transform={`translate(${box.x} ${box.y})`}
      className={`rubric-path__station${box.aside ? ' rubric-path__station--aside' : ''}`}
    >
      <title>{titleOf(box.station)}</title>
      <rect className="rubric-path__box" width={box.width} height={box.height} rx={3} />
      {box.station.needs.length > 0 && <Gate height={box.height} />}
      {box.lines.map((line) => (
        <text className={`rubric-path__${line.look}`} x={16} y={line.y} key={line.y}>
          {line.words}
        </text>
      ))}
      {box.beads.map((bead) => (
        <OneBead bead={bead} key={`${bead.x} ${bead.y}`} />
      ))}
    </g>
  </a>
);

const Picture = ({ path }: { path: PathPresenter }) => {
  const drawing = drawPath(path);
  return (
    <figure className="rubric-path">
      {/* biome-ignore lint/a11y/useSemanticElements: a drawing is no fieldset, and its links are to be reached. */}
      <svg
        viewBox={`0 0 ${drawing.width} ${drawing.height}`}
        role="group"
        aria-labelledby="path-title path-about"
        className="rubric-path__drawing"
      >
        <title id="path-title">{`The path through ${path.title}`}</title>
        <desc id="path-about">
          Boxes from the referral to the completion, joined by a line, and the states beside it. Each leads to its place
          in the definition. The table below says the same.
        </desc>
        <defs>
          <marker id="path-tip" viewBox="0 0 8 8" refX={6} refY={4} markerWidth={7} markerHeight={7} orient="auto">
            <path className="rubric-path__tip" d="M0 0 L8 4 L0 8 Z" />
          </marker>
        </defs>
        {drawing.titles.map((title) => (
          <text className="rubric-path__band" x={title.x} y={title.y} key={title.words}>
            {title.words}
          </text>
        ))}
        {drawing.joins.map((join) => (
          <path className="rubric-path__join" d={join} key={join} markerEnd="url(#path-tip)" />
        ))}
        {drawing.boxes.map((box) => (
          <OneBox box={box} key={box.station.id} />
        ))}
      </svg>
      <figcaption className="rubric-path__legend">
        A filled bead is a session, an empty one a session that may be, + that there may be more. Two red bars are a
        gate: what is needed before.
      </figcaption>
    </figure>
  );
};

const Cell = ({ label, words }: { label: string; words: string[] }) =>
  words.length === 0 ? (
    <td className="govuk-table__cell rubric-stacked__none">–</td>
  ) : (
    <td className="govuk-table__cell" data-label={label}>
      <ul className="rubric-path__listed">
        {words.map((one) => (
          <li key={one}>{one}</li>
        ))}
      </ul>
    </td>
  );

const needWords = ({ needs }: Station): string[] => [
  ...new Set(
    needs.map((need) => (need.clauses.length > 0 ? `${need.words} (${need.clauses.join(', ')})` : need.words)),
  ),
];

const Row = ({ station }: { station: Station }) => (
  <tr className="govuk-table__row" id={`step-${station.id}`} data-item={`step-${station.id}`}>
    <th scope="row" className="govuk-table__header">
      <a className="rubric-link" href={station.href}>
        {station.title}
      </a>
      {station.clauses.length > 0 && <span className="rubric-path__clauses">{station.clauses.join(', ')}</span>}
    </th>
    <Cell label="What it is" words={station.lines} />
    <Cell label="What is needed" words={needWords(station)} />
    <Cell label="Who" words={station.by ? [capital(station.by)] : []} />
    <Cell label="Rules that lead here" words={station.leads} />
  </tr>
);

const Part = ({ band }: { band: Band }) => (
  <tbody className="govuk-table__body">
    <tr className="govuk-table__row">
      <th className="govuk-table__header rubric-path__part" colSpan={5} scope="colgroup">
        {band.title}
      </th>
    </tr>
    {band.stations.map((station) => (
      <Row station={station} key={station.id} />
    ))}
  </tbody>
);

/** The programme as a path: a drawing, and a table that says the same. */
export const Path = ({ path }: { path: PathPresenter }) => (
  <>
    <h1 className="rubric-heading-l">
      <span className="rubric-caption">{path.title}</span> The path through the programme
    </h1>
    <p className="rubric-lead">{path.summary.join(' ')}</p>
    <p className="rubric-actions">
      <a className="rubric-link" href={path.play}>
        Play a case along it
      </a>
    </p>
    <div className="rubric-sheet rubric-path__sheet">
      <Picture path={path} />
    </div>
    <section className="rubric-sheet">
      <h2 className="rubric-heading-m" id="path-table">
        The same as a table
      </h2>
      <table className="govuk-table rubric-stacked" aria-labelledby="path-table">
        <TableHead heads={['Step', 'What it is', 'What is needed', 'Who', 'Rules that lead here']} />
        {path.bands.map((band) => (
          <Part band={band} key={band.id} />
        ))}
      </table>
    </section>
  </>
);
