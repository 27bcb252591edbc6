import type { Cited, MissingGroup, MissingItem, ShownCriterion, ShownReason } from './criteria-presenter.js';
import { WhyTree } from './why-view.js';

const Clauses = ({ clauses }: { clauses: Cited[] }) =>
  clauses.length === 0 ? null : (
    <ul className="rubric-clauses">
      {clauses.map((clause) => (
        <li key={clause.label}>
          <span className="rubric-clause">{clause.label}</span> {clause.says}
        </li>
      ))}
    </ul>
  );

/** One ground of the outcome, with a link to its criterion. */
export const Reason = ({ reason }: { reason: ShownReason }) => (
  <li className="rubric-outcome__reason">
    <span className={`rubric-verdict rubric-verdict--${reason.mark.look}`}>{reason.mark.word}</span>{' '}
    <a className="rubric-link" href={`#${reason.anchor}`}>
      {reason.words}
    </a>{' '}
    {reason.clauses
      .filter((clause) => clause.says === '')
      .map((clause) => (
        <span className="rubric-clause" key={clause.label}>
          {clause.label}{' '}
        </span>
      ))}
    <Clauses clauses={reason.clauses.filter((clause) => clause.says !== '')} />
  </li>
);

const OneMissing = ({ item }: { item: MissingItem }) => (
  <li>
    {item.href ? (
      <a className="rubric-link" href={item.href}>
        {item.words}
      </a>
    ) : (
      item.words
    )}{' '}
    <span className="rubric-quiet">
      ({item.cause}
      {item.maybe ? '; it may turn out not to matter' : ''})
    </span>
  </li>
);

/** What could still change the outcome, by who could say it. */
export const StillMissing = ({ missing }: { missing: MissingGroup[] }) =>
  missing.length === 0 ? null : (
    <section className="rubric-sheet rubric-missing">
      <h2 className="rubric-heading-m">Still missing</h2>
      <p className="rubric-body">Only what could change the decision is listed, by who could answer it.</p>
      {missing.map((group) => (
        <div className="rubric-missing__group" key={group.who}>
          <h3 className="rubric-heading-s">{group.who}</h3>
          <ul className="rubric-list rubric-list--bullet">
            {group.items.map((item) => (
              <OneMissing item={item} key={item.words} />
            ))}
          </ul>
        </div>
      ))}
    </section>
  );

/** One criterion, with its mark and why. */
export const Criterion = ({ criterion }: { criterion: ShownCriterion }) => (
  <li className="rubric-criterion" id={criterion.anchor} data-item={criterion.anchor}>
    <span className={`rubric-verdict rubric-verdict--${criterion.mark.look} rubric-criterion__verdict`}>
      {criterion.mark.word}
    </span>
    <p className="rubric-criterion__words">{criterion.words}</p>
    {criterion.stale && <p className="govuk-inset-text">{criterion.stale}</p>}
    <details className="rubric-why rubric-criterion__why" id={`why-${criterion.anchor}`}>
      <summary className="rubric-why__summary">
        Why?<span className="govuk-visually-hidden"> {criterion.words}</span>
      </summary>
      <div className="rubric-why__body">
        <h3 className="rubric-heading-s">The rule</h3>
        <p className="rubric-body">{criterion.reads}</p>
        {criterion.applies && (
          <>
            <h3 className="rubric-heading-s">Whether it applies</h3>
            <WhyTree why={criterion.applies} />
          </>
        )}
        {criterion.test && (
          <>
            <h3 className="rubric-heading-s">How it came out</h3>
            <WhyTree why={criterion.test} />
          </>
        )}
        {criterion.clauses.length > 0 && (
          <>
            <h3 className="rubric-heading-s">What the document says</h3>
            <Clauses clauses={criterion.clauses} />
          </>
        )}
        {criterion.reading && <p className="rubric-reading">How it is read: {criterion.reading}</p>}
        {criterion.ours && <p className="rubric-ours">Not in the document: {criterion.ours}</p>}
        {criterion.changes.length > 0 && (
          <>
            <h3 className="rubric-heading-s">What would change it</h3>
            {criterion.changes.map((sentence) => (
              <p className="rubric-body" key={sentence}>
                {sentence}
              </p>
            ))}
          </>
        )}
        {criterion.inexact && (
          <p className="rubric-quiet">
            This rule names so many things at once that “not known” may be said where an exact answer would say more.
          </p>
        )}
      </div>
    </details>
  </li>
);
