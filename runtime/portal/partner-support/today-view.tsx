import { Links } from '../layout/links.js';
import { ListTable, leadsTo } from '../layout/list-table.js';
import { HersMark } from './hers-view.js';
import { Duty } from './partner-view.js';
import type { HerListed, HerToday, HerWork } from './today-presenter.js';

const Whose = ({ one }: { one: { called: string; his: string; href: string } }) => (
  <p className="rubric-body">
    <a className="rubric-link" href={one.href}>
      <strong>{one.called}</strong>
    </a>{' '}
    <span className="rubric-quiet">in the case of {one.his}</span>
  </p>
);

const Work = ({ id, title, work }: { id: string; title: string; work: HerWork[] }) => (
  <section className="rubric-sheet" id={id} aria-labelledby={`${id}-title`}>
    <h2 className="rubric-heading-m" id={`${id}-title`}>
      {title} <span className="rubric-work__count">{work.length}</span>
    </h2>
    {work.map((one) => (
      <div className="rubric-support__of" key={`${one.href} ${one.duty.id}`}>
        <Whose one={one} />
        {one.heed.map((words) => (
          <p className="rubric-body" key={words}>
            <strong>{words}.</strong>
          </p>
        ))}
        <ul className="rubric-support__duties">
          <Duty duty={one.duty} />
        </ul>
      </div>
    ))}
  </section>
);

/** Partners as a table; its rows become blocks where the page is narrow. */
export const Partners = ({ partners }: { partners: HerListed[] }) => (
  <ListTable
    caption="Who is supported"
    columns={[
      leadsTo('Name', ({ called }: HerListed) => called),
      {
        head: 'His case',
        cell: ({ hisHref, his }) => (
          <a className="rubric-link" href={hisHref}>
            {his}
          </a>
        ),
      },
      { head: 'What she wants', cell: ({ wishes }) => wishes },
      { head: 'Last contact', cell: ({ last }) => last },
      { head: 'Who supports her', cell: ({ by }) => by },
    ]}
    lines={partners}
    keyOf={({ href }) => href}
  />
);

const Promised = ({ promised }: Pick<HerToday, 'promised'>) => (
  <section className="rubric-sheet" id="promised" aria-labelledby="promised-title">
    <h2 className="rubric-heading-m" id="promised-title">
      Promised <span className="rubric-work__count">{promised.length}</span>
    </h2>
    {promised.map((one) => (
      <div key={one.href}>
        <Whose one={one} />
        <p className="rubric-body">
          {one.words}, {one.on} {one.late && <span className="rubric-verdict rubric-verdict--not-met">Overdue</span>}
        </p>
      </div>
    ))}
  </section>
);

/** The day of those who support partners. */
export const HerTodayPage = ({ page }: { page: HerToday }) => (
  <div className="rubric-support">
    <HersMark />
    <h1 className="rubric-heading-l">
      <span className="rubric-caption">{page.title}</span> Partner support
    </h1>
    {page.unnamed.length > 0 && (
      <section className="rubric-sheet" id="unnamed" aria-labelledby="unnamed-title">
        <h2 className="rubric-heading-m" id="unnamed-title">
          Nobody has said who she is <span className="rubric-work__count">{page.unnamed.length}</span>
        </h2>
        <p className="rubric-body">
          In these cases something is owed to somebody who is not named yet. Find out who she is, and add her.
        </p>
        <Links links={page.unnamed.map(({ his, href }) => ({ words: his, href }))} />
      </section>
    )}
    {page.groups.length === 0 && page.promised.length === 0 && (
      <p className="rubric-empty">
        Nothing is owed to anybody today. What rules ask for and what was promised will stand here.
      </p>
    )}
    {page.groups.slice(0, 2).map((group) => (
      <Work {...group} key={group.id} />
    ))}
    {page.promised.length > 0 && <Promised promised={page.promised} />}
    {page.groups.slice(2).map((group) => (
      <Work {...group} key={group.id} />
    ))}
    <section className="rubric-sheet" id="partners" aria-labelledby="partners-title">
      <h2 className="rubric-heading-m" id="partners-title">
        Who is supported <span className="rubric-work__count">{page.all}</span>
      </h2>
      {page.partners.length === 0 ? (
        <p className="rubric-empty">Nobody is named in any case yet.</p>
      ) : (
        <Partners partners={page.partners} />
      )}
      {page.pages.length > 0 && (
        <nav aria-label="Pages of this list">
          <ul className="rubric-support__pages">
            {page.pages.map(({ words, href, current }) => (
              <li key={href}>
                <a className="rubric-link" href={href} aria-current={current ? 'page' : undefined}>
                  <span className="govuk-visually-hidden">Page </span>
                  {words}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      )}
    </section>
  </div>
);
