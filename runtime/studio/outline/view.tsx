import { keptApart } from '../../portal/words/values.js';
import {
  clausesInWords,
  mostOpen,
  type OutlinePresenter,
  type ShownClause,
  type ShownItem,
  type ShownSection,
} from './presenter.js';

const OneClause = ({ clause }: { clause: ShownClause }) => (
  <li className={`rubric-force rubric-force--${clause.force}`}>
    <p className="rubric-body">
      <span className="rubric-clause">{clause.label}</span>{' '}
      <span className="rubric-force__word">{clause.forceWord}</span>
    </p>
    <p className="rubric-body">{clause.says}</p>
    {clause.reading && <p className="rubric-reading">How it is read: {clause.reading}</p>}
  </li>
);

const Beside = ({ item }: { item: ShownItem }) => (
  <div className="rubric-beside__aside">
    <p className="govuk-visually-hidden">Clauses for: {item.heading}</p>
    {item.clauses.length > mostOpen ? (
      <details className="govuk-details" id={`clauses-${item.anchor}`}>
        <summary className="govuk-details__summary">
          <span className="govuk-details__summary-text">{clausesInWords(item.clauses)}</span>
        </summary>
        <Clauses clauses={item.clauses} />
      </details>
    ) : (
      <Clauses clauses={item.clauses} />
    )}
    {item.reading && <p className="rubric-reading">How it is read: {item.reading}</p>}
    {item.ours && <p className="rubric-ours">Not in the document: {item.ours}</p>}
  </div>
);

const Clauses = ({ clauses }: { clauses: ShownClause[] }) => (
  <ul className="rubric-clauses">
    {clauses.map((clause) => (
      <OneClause clause={clause} key={clause.id} />
    ))}
  </ul>
);

/** What is hers has the lock and the word, as everywhere; what else is kept apart, the word. */
const Sentence = ({ words }: { words: string }) => {
  if (!words.startsWith(`${keptApart}: `)) return <p className="rubric-outline__says">{words}</p>;
  const rest = words.slice(keptApart.length);
  return (
    <p className="rubric-outline__says rubric-outline__kept">
      <strong className={/^: hers\b/.test(rest) ? 'rubric-hers' : undefined}>{keptApart}</strong>
      {rest}
    </p>
  );
};

const Says = ({ says }: { says: string[] }) =>
  says.map((sentence, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the sentences of an item have no names and never move.
    <Sentence words={sentence} key={index} />
  ));

const Inner = ({ item }: { item: ShownItem }) => (
  <li className="rubric-outline__item" id={item.anchor} data-item={item.anchor}>
    <p className="rubric-outline__heading">{item.heading}</p>
    <Says says={item.says} />
    {item.clauses.length > 0 && (
      <details className="govuk-details" id={`clauses-${item.anchor}`}>
        <summary className="govuk-details__summary">
          <span className="govuk-details__summary-text">
            {item.clauses.map((clause) => clause.label).join(', ')}
            <span className="govuk-visually-hidden"> for {item.heading}</span>
          </span>
        </summary>
        <div className="govuk-details__text">
          <Clauses clauses={item.clauses} />
        </div>
      </details>
    )}
    {item.reading && <p className="rubric-reading">How it is read: {item.reading}</p>}
    {item.ours && <p className="rubric-ours">Not in the document: {item.ours}</p>}
    <InnerItems items={item.items} />
  </li>
);

const InnerItems = ({ items }: { items: ShownItem[] }) =>
  items.length === 0 ? null : (
    <ul className="rubric-outline">
      {items.map((item) => (
        <Inner item={item} key={item.anchor} />
      ))}
    </ul>
  );

const Item = ({ item }: { item: ShownItem }) => (
  <div className="rubric-beside" id={item.anchor} data-item={item.anchor}>
    <div className="rubric-beside__main">
      <h3 className="rubric-heading-s">{item.heading}</h3>
      <Says says={item.says} />
      <InnerItems items={item.items} />
      <p className="rubric-quiet">{item.where}</p>
    </div>
    {item.clauses.length > 0 || item.reading || item.ours ? <Beside item={item} /> : null}
  </div>
);

const Section = ({ section }: { section: ShownSection }) => (
  <section className="rubric-sheet" id={section.anchor}>
    <h2 className="rubric-heading-m">{section.title}</h2>
    {section.items.map((item) => (
      <Item item={item} key={item.anchor} />
    ))}
  </section>
);

const fillIn = (title: string): string =>
  /form$/i.test(title) ? `Fill in the ${title.charAt(0).toLowerCase()}${title.slice(1)}` : `Fill in: ${title}`;

/** The definition in plain English, its clauses beside it. */
export const Outline = ({ outline }: { outline: OutlinePresenter }) => (
  <>
    <h1 className="rubric-heading-l">
      <span className="rubric-caption">{outline.provider}</span> {outline.title}
    </h1>
    {outline.strapline && <p className="rubric-lead">{outline.strapline}</p>}
    {outline.forms.map((form) => (
      <form method="post" action={form.action} className="rubric-actions" key={form.action}>
        <button type="submit" className="govuk-button">
          {fillIn(form.words)}
        </button>
      </form>
    ))}
    <nav className="rubric-contents" aria-label="Contents">
      <ul>
        {outline.sections.map((section) => (
          <li key={section.anchor}>
            <a href={`#${section.anchor}`}>{section.title}</a>
          </li>
        ))}
      </ul>
    </nav>
    <div className="rubric-stack">
      {outline.sections.map((section) => (
        <Section section={section} key={section.anchor} />
      ))}
    </div>
  </>
);

/** What stands in its place while a definition never was without a mistake. */
export const NoOutline = ({ name }: { name: string }) => (
  <>
    <h1 className="rubric-heading-l">The definition “{name}”</h1>
    <p className="rubric-empty">
      Its outline and its forms will appear here as soon as the mistakes above are mended. Save the file, and this page
      follows.
    </p>
  </>
);
