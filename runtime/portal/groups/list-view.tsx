import { Links } from '../layout/links.js';
import { ListTable, leadsTo } from '../layout/list-table.js';
import type { ListPresenter, Waiting } from './list-presenter.js';

export const WaitingTable = ({ waiting }: { waiting: Waiting[] }) =>
  waiting.length === 0 ? (
    <p className="rubric-empty">
      Nobody waits. Whoever is accepted and has no place yet stands here, the earliest first.
    </p>
  ) : (
    <ListTable
      caption="Waiting for a place, the earliest first"
      columns={[
        leadsTo('Name', ({ name }: Waiting) => name),
        { head: 'How he stands', cell: ({ stage }) => stage },
        { head: 'Since', cell: ({ since }) => since },
        { head: 'Site', cell: ({ site }) => (site === '' ? 'Not said' : site) },
      ]}
      lines={waiting}
      keyOf={({ ref }) => ref}
    />
  );

export const GroupList = ({ list: { groups, ended, toMake, waiting, base } }: { list: ListPresenter }) => (
  <>
    <h1 className="rubric-heading-l">Groups</h1>
    {groups.length === 0 ? (
      <p className="rubric-empty">
        No group has been made yet. Make one below; its sessions are then planned week by week.
      </p>
    ) : (
      <ul className="rubric-groups">
        {groups.map((group) => (
          <li className="rubric-sheet rubric-groups__one" key={group.id}>
            <h2 className="rubric-heading-m">
              <a className="rubric-link" href={group.href}>
                {group.name}
              </a>
            </h2>
            <p className="rubric-body">
              {[group.site, group.meets].filter((part) => part !== '').join('. ')}
              <br />
              {group.places}
              {group.says.map((words) => (
                <strong className="rubric-groups__says" key={words}>
                  {words}
                </strong>
              ))}
            </p>
            {group.next && (
              <p className="rubric-body">
                Next session:{' '}
                <a className="rubric-link" href={group.next.href}>
                  {group.next.words}
                </a>
              </p>
            )}
            {group.closed.map((words) => (
              <p className="rubric-quiet" key={words}>
                Not held: {words}
              </p>
            ))}
          </li>
        ))}
      </ul>
    )}
    <h2 className="rubric-heading-m">Make a group</h2>
    <Links links={[...toMake, { words: toMake.length > 0 ? 'Another group' : 'A new group', href: `${base}/new` }]} />
    {ended.length > 0 && (
      <>
        <h2 className="rubric-heading-m">Ended</h2>
        <Links links={ended} />
      </>
    )}
    <p className="rubric-body">
      <a className="rubric-link" href={`${base}/closure-days`}>
        Closure days
      </a>
    </p>
    <h2 className="rubric-heading-m">Waiting for a place</h2>
    <WaitingTable waiting={waiting} />
  </>
);
