import { TableHead } from '../layout/table-head.js';
import type { HandbookPresenter, Run, ShownBlock, ShownSection } from './presenter.js';

const Runs = ({ runs }: { runs: Run[] }) =>
  runs.map((run) =>
    run.href ? (
      <a className="rubric-link" href={run.href} key={run.words}>
        {run.words}
      </a>
    ) : (
      run.words
    ),
  );

const Items = ({ items }: { items: Run[][] }) =>
  items.map((runs) => (
    <li key={runs.map(({ words }) => words).join('')}>
      <Runs runs={runs} />
    </li>
  ));

const List = ({ block }: { block: Extract<ShownBlock, { kind: 'list' }> }) => (
  <div data-item={block.name}>
    {block.intro && <p className="rubric-body rubric-handbook__intro">{block.intro}</p>}
    {block.ordered ? (
      <ol className="rubric-list rubric-list--number">
        <Items items={block.items} />
      </ol>
    ) : (
      <ul className={`rubric-list rubric-list--bullet${block.short ? ' rubric-handbook__columns' : ''}`}>
        <Items items={block.items} />
      </ul>
    )}
  </div>
);

const Table = ({ block }: { block: Extract<ShownBlock, { kind: 'table' }> }) => (
  <table className="govuk-table rubric-stacked rubric-handbook__table" data-item={block.name}>
    <caption className="govuk-visually-hidden">{block.caption}</caption>
    <TableHead heads={block.head} />
    <tbody className="govuk-table__body">
      {block.rows.map(([first, ...cells]) => (
        <tr className="govuk-table__row" key={first?.words}>
          <th scope="row" className="govuk-table__header">
            {first?.words}
          </th>
          {cells.map(({ words, runs }, n) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the cells of a row have no names and never move.
            <td className="govuk-table__cell" data-label={block.head[n + 1]} key={n}>
              {words === '' ? '–' : <Runs runs={runs} />}
            </td>
          ))}
        </tr>
      ))}
    </tbody>
  </table>
);

const Block = ({ block }: { block: ShownBlock }) => {
  switch (block.kind) {
    case 'heading':
      return (
        <h3 className="rubric-heading-s" data-item={block.name}>
          <Runs runs={block.runs} />
        </h3>
      );
    case 'paragraph':
      return (
        <p className="rubric-body" data-item={block.name}>
          <Runs runs={block.runs} />
        </p>
      );
    case 'list':
      return <List block={block} />;
    case 'table':
      return <Table block={block} />;
  }
};

/** One section of it, as it stands on other pages of a programme too. */
export const Section = ({ section }: { section: ShownSection }) => (
  <section className="rubric-handbook__section" id={section.anchor} aria-labelledby={`${section.anchor}-title`}>
    <h2 className="rubric-heading-m" id={`${section.anchor}-title`}>
      {section.title}
    </h2>
    {section.blocks.map((block) => (
      <Block block={block} key={block.name} />
    ))}
  </section>
);

/** The provider's guidelines, to be read, printed or given to somebody. */
export const HandbookPage = ({ handbook }: { handbook: HandbookPresenter }) => (
  <article className="rubric-handbook">
    <h1 className="rubric-heading-l">
      <span className="rubric-caption">{handbook.provider}</span> {handbook.title}
    </h1>
    <p className="rubric-lead">{handbook.lead}</p>
    {handbook.strapline && <p className="rubric-body rubric-quiet">{handbook.strapline}</p>}
    <nav className="rubric-contents rubric-no-print" aria-label="Contents">
      <ul>
        {handbook.sections.map((section) => (
          <li key={section.anchor}>
            <a className="rubric-link" href={`#${section.anchor}`}>
              {section.title}
            </a>
          </li>
        ))}
      </ul>
    </nav>
    <div className="rubric-sheet">
      {handbook.sections.map((section) => (
        <Section section={section} key={section.anchor} />
      ))}
    </div>
    <p className="rubric-only-print rubric-quiet">Version {handbook.version}</p>
  </article>
);
