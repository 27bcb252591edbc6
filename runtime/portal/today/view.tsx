import { Tabs } from '../layout/tabs.js';
import type { TodayPresenter, WorkGroup, WorkLine } from './presenter.js';

const Line = ({ line, id, named, timed }: { line: WorkLine; id: string; named: boolean; timed: boolean }) => (
  <li
    className={`rubric-work__line${named ? '' : ' rubric-work__line--same'}${line.due && timed ? '' : ' rubric-work__line--untimed'}`}
  >
    <p className="rubric-work__who">
      {named ? (
        <a className="rubric-link" href={line.href}>
          {line.name}
        </a>
      ) : (
        <span className="govuk-visually-hidden">{line.name}</span>
      )}
      {named && line.demonstration && <span className="rubric-work__made-up"> made up</span>}
    </p>
    <div>
      <p className="rubric-work__words">
        {line.force && (
          <span className={`rubric-force__word rubric-force__word--${line.force.look}`}>{line.force.word}</span>
        )}{' '}
        {line.words}
      </p>
      {line.by && <p className="rubric-quiet">{line.by}</p>}
    </div>
    <div className="rubric-work__due">
      {line.due && timed && (
        <span className={`rubric-verdict rubric-verdict--${line.due.look} rubric-work__when`}>{line.due.words}</span>
      )}
      {line.whyDue && (
        <details className="rubric-why" id={`why-${id}`}>
          <summary className="rubric-why__summary">
            {line.due?.look === 'not-applicable' ? 'Why?' : 'Why this date?'}
            <span className="govuk-visually-hidden">{` ${line.words}`}</span>
          </summary>
          <div className="rubric-why__body">
            <p className="rubric-body">{line.whyDue}</p>
          </div>
        </details>
      )}
    </div>
  </li>
);

const counted = ({ orMore }: WorkGroup, many: number): string => `${orMore ? 'more than ' : ''}${many}`;

const Group = ({ group }: { group: WorkGroup }) => (
  <section className="rubric-sheet rubric-work" id={group.id} data-item={group.id}>
    <h2 className="rubric-heading-m">
      {group.title} <span className="rubric-work__count">{counted(group, group.lines.length + group.more)}</span>
    </h2>
    <ul className="rubric-work__lines">
      {group.lines.map((line, i) => (
        <Line
          line={line}
          id={`${group.id}-${i + 1}`}
          named={line.href !== group.lines[i - 1]?.href}
          timed={group.id !== 'no-day'}
          // biome-ignore lint/suspicious/noArrayIndexKey: one case may have two alike, and none ever moves.
          key={i}
        />
      ))}
    </ul>
    {group.more > 0 && <p className="rubric-quiet">And {counted(group, group.more)} more, when these are done.</p>}
  </section>
);

/** The day's work. */
export const Today = ({ page }: { page: TodayPresenter }) => (
  <>
    <h1 className="rubric-heading-l">
      <span className="rubric-caption">Today</span> {page.title}
    </h1>
    <Tabs label="Whose work" pages={page.mine} />
    {page.standsFor && <p className="rubric-body">{page.standsFor}</p>}
    {page.stoodInBy && <p className="rubric-body">{page.stoodInBy}</p>}
    {page.messages && (
      <p className="rubric-body">
        <a className="rubric-link" href={page.messages.href}>
          {page.messages.words}
        </a>
      </p>
    )}
    {page.none && (
      <div className="rubric-empty">
        <p className="rubric-body">{page.none}</p>
        <p className="rubric-body">
          <a className="rubric-link" href={page.cases}>
            Look at the cases
          </a>
        </p>
      </div>
    )}
    {page.groups.map((group) => (
      <Group group={group} key={group.id} />
    ))}
    {page.open && <p className="rubric-quiet">{page.open}</p>}
    <p className="rubric-quiet">This page looks ahead until {page.until}.</p>
    <p className="rubric-no-print">
      <a className="rubric-link" href={page.handOver}>
        Going away? Hand your work over
      </a>
    </p>
  </>
);
