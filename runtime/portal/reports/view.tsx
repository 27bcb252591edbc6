import { StateMark } from '../case-documents/list-view.js';
import type { ReportLine, ReportsPresenter } from './presenter.js';

const Line = ({ line }: { line: ReportLine }) => (
  <li className="rubric-documents__one">
    <h3 className="rubric-heading-s">
      <a className="rubric-link" href={line.href}>
        {line.title}: {line.name}
      </a>
    </h3>
    {line.states.map((state) => (
      <StateMark state={state} key={state.words} />
    ))}
    {line.says && <p className="rubric-quiet">{line.says}</p>}
  </li>
);

/** The reports and messages of a programme: due, being written, waiting, gone out. */
export const Reports = ({ page }: { page: ReportsPresenter }) => (
  <>
    <h1 className="rubric-heading-l">Reports</h1>
    {page.groups.map((group) => (
      <section className="rubric-sheet" aria-labelledby={group.id} key={group.id}>
        <h2 className="rubric-heading-m" id={group.id}>
          {group.title}
        </h2>
        {group.lines.length === 0 ? (
          <p className="rubric-empty">{group.empty}</p>
        ) : (
          <ul className="rubric-documents">
            {group.lines.map((line, place) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: two may be alike, and none ever moves.
              <Line line={line} key={place} />
            ))}
          </ul>
        )}
      </section>
    ))}
  </>
);
