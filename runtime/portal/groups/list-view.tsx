import type { ListPresenter, Waiting } from './list-presenter.js';

export const WaitingTable = ({ waiting }: { waiting: Waiting[] }) =>
  waiting.length === 0 ? (
    <p className="rubric-empty">
      Nobody waits. Whoever is accepted and has no place yet stands here, the earliest first.
    </p>
  ) : (
    <table className="govuk-table rubric-stacked">
      <caption className="govuk-visually-hidden">Waiting for a place, the earliest first</caption>
      <thead className="govuk-table__head">
        <tr className="govuk-table__row">
          <th scope="col" className="govuk-table__header">
            Name
          </th>
          <th scope="col" className="govuk-table__header">
            How he stands
          </th>
          <th scope="col" className="govuk-table__header">
            Since
          </th>
          <th scope="col" className="govuk-table__header">
            Site
          </th>
        </tr>
      </thead>
      <tbody className="govuk-table__body">
        {waiting.map(({ ref, name, href, stage, since, site }) => (
          <tr className="govuk-table__row" key={ref}>
            <th scope="row" className="govuk-table__header">
              <a className="rubric-link" href={href}>
                {name}
              </a>
            </th>
            <td className="govuk-table__cell" data-label="How he stands">
              {stage}
            </td>
            <td className="govuk-table__cell" data-label="Since">
              {since}
            </td>
            <td className="govuk-table__cell" data-label="Site">
              {site === '' ? 'Not said' : site}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
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
    <ul className="rubric-list">
      {toMake.map(({ words, href }) => (
        <li key={href}>
          <a className="rubric-link" href={href}>
            {words}
          </a>
        </li>
      ))}
      <li>
        <a className="rubric-link" href={`${base}/new`}>
          {toMake.length > 0 ? 'Another group' : 'A new group'}
        </a>
      </li>
    </ul>
    {ended.length > 0 && (
      <>
        <h2 className="rubric-heading-m">Ended</h2>
        <ul className="rubric-list">
          {ended.map(({ words, href }) => (
            <li key={href}>
              <a className="rubric-link" href={href}>
                {words}
              </a>
            </li>
          ))}
        </ul>
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
