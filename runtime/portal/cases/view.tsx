import { FormStart } from '../layout/form-start.js';
import { TableHead } from '../layout/table-head.js';
import { Tabs } from '../layout/tabs.js';
import type { CasesLine, CasesPresenter, Choice } from './presenter.js';

const Select = ({ id, label, any, options }: { id: string; label: string; any?: string; options: Choice[] }) =>
  options.length === 0 ? null : (
    <div className="govuk-form-group rubric-filter__one">
      <label className="govuk-label" htmlFor={id}>
        {label}
      </label>
      <select className="govuk-select" id={id} name={id} defaultValue={options.find(({ chosen }) => chosen)?.id ?? ''}>
        {any && <option value="">{any}</option>}
        {options.map((option) => (
          <option value={option.id} key={option.id}>
            {option.words}
          </option>
        ))}
      </select>
    </div>
  );

const Filter = ({ page }: { page: CasesPresenter }) => (
  <FormStart action={page.action} className="rubric-filter rubric-no-print" id="filter">
    {page.lists.some(({ words, current }) => current && words === page.title && page.title !== 'Cases') && (
      <input type="hidden" name="list" value="waiting" />
    )}
    <div className="govuk-form-group rubric-filter__one">
      <label className="govuk-label" htmlFor="search">
        Name or reference
      </label>
      <input
        className="govuk-input"
        id="search"
        name="search"
        type="search"
        autoComplete="off"
        spellCheck={false}
        defaultValue={page.search}
      />
    </div>
    <Select id="stage" label="State" any="Any" options={page.stages} />
    <Select id="site" label="Site" any="All" options={page.sites} />
    <Select id="group" label="Group" any="All" options={page.groups} />
    <Select id="sort" label="Order" options={page.sorts} />
    <div className="govuk-checkboxes govuk-checkboxes--small rubric-filter__closed">
      <div className="govuk-checkboxes__item">
        <input
          className="govuk-checkboxes__input"
          id="closed"
          name="closed"
          type="checkbox"
          value="yes"
          defaultChecked={page.closed}
        />
        <label className="govuk-label govuk-checkboxes__label" htmlFor="closed">
          Closed cases too
        </label>
      </div>
    </div>
    <button type="submit" className="govuk-button govuk-button--secondary rubric-filter__go">
      Show
    </button>
  </FormStart>
);

const Row = ({ line, bySite }: { line: CasesLine; bySite: boolean }) => (
  <tr className="govuk-table__row">
    <th scope="row" className="govuk-table__header">
      <a className="rubric-link" href={line.href}>
        {line.name}
      </a>
      {line.demonstration && <span className="rubric-work__made-up"> made up</span>}
      <span className="rubric-cases__ref">{line.ref}</span>
    </th>
    <td className="govuk-table__cell" data-label="State">
      {line.state} <span className="rubric-quiet">since {line.since}</span>
    </td>
    <td className="govuk-table__cell" data-label="Sessions">
      {line.progress || '–'}
    </td>
    <td className={`govuk-table__cell${line.late ? ' rubric-cases__late' : ''}`} data-label="Next">
      {line.next || '–'}
    </td>
    {bySite && (
      <td className="govuk-table__cell" data-label="Site">
        {line.site || '–'}
      </td>
    )}
    <td className="govuk-table__cell" data-label="Referred">
      {line.began}
    </td>
  </tr>
);

/** A search is a name, which stands in no address: its pages are sent for with the form. */
const Pages = ({ page }: { page: CasesPresenter }) => {
  if (page.pages.length === 0) return null;
  if (page.search) {
    return (
      <div className="rubric-actions rubric-no-print">
        {page.pages.map((one) => (
          <button
            type="submit"
            form="filter"
            name="page"
            value={one.number}
            className="govuk-button govuk-button--secondary"
            key={one.number}
            disabled={one.current}
          >
            Page {one.number}
          </button>
        ))}
      </div>
    );
  }
  return (
    <nav className="govuk-pagination rubric-no-print" aria-label="Pages">
      {page.before && (
        <div className="govuk-pagination__prev">
          <a className="govuk-link govuk-pagination__link" href={page.before} rel="prev">
            Previous<span className="govuk-visually-hidden"> page</span>
          </a>
        </div>
      )}
      <ul className="govuk-pagination__list">
        {page.pages.map((one) => (
          <li
            className={`govuk-pagination__item${one.current ? ' govuk-pagination__item--current' : ''}`}
            key={one.number}
          >
            <a
              className="govuk-link govuk-pagination__link"
              href={one.href}
              aria-label={`Page ${one.number}`}
              aria-current={one.current ? 'page' : undefined}
            >
              {one.number}
            </a>
          </li>
        ))}
      </ul>
      {page.after && (
        <div className="govuk-pagination__next">
          <a className="govuk-link govuk-pagination__link" href={page.after} rel="next">
            Next<span className="govuk-visually-hidden"> page</span>
          </a>
        </div>
      )}
    </nav>
  );
};

/** The list of cases, with what it is narrowed by. */
export const Cases = ({ page, telephone }: { page: CasesPresenter; telephone?: string }) => (
  <>
    <h1 className="rubric-heading-l">{page.title}</h1>
    <Tabs label="Lists" pages={page.lists} />
    {telephone && (
      <p className="rubric-body rubric-no-print">
        <a className="rubric-link" href={telephone}>
          Take a referral by telephone
        </a>
      </p>
    )}
    <Filter page={page} />
    <p className="rubric-body" role="status">
      {page.says}
    </p>
    {page.none ? (
      <div className="rubric-empty">
        <p className="rubric-body">{page.none}</p>
      </div>
    ) : (
      <table className="govuk-table rubric-stacked rubric-cases">
        <caption className="govuk-visually-hidden">{page.title}</caption>
        <TableHead heads={['Name', 'State', 'Sessions', 'Next', ...(page.bySite ? ['Site'] : []), 'Referred']} />
        <tbody className="govuk-table__body">
          {page.lines.map((line) => (
            <Row line={line} bySite={page.bySite} key={line.href} />
          ))}
        </tbody>
      </table>
    )}
    <Pages page={page} />
  </>
);
