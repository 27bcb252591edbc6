import { ErrorSummary, type Fault } from '../../portal/layout/error-summary.js';
import { capital } from '../../portal/words/lists.js';
import type { Cited, DecisionPresenter, MissingItem, ShownCriterion, ShownReason } from './presenter.js';
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

const Reason = ({ reason }: { reason: ShownReason }) => (
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

const Refused = ({ refused }: { refused: NonNullable<DecisionPresenter['refused']> }) => (
  <div className="rubric-outcome rubric-outcome--needs-judgement">
    <h1 className="rubric-heading-l rubric-outcome__word">Rubric will not decide</h1>
    <p className="rubric-body">
      The decision was worked out in two ways that must agree, and they do not. So neither is given.
    </p>
    <p className="rubric-body">{refused.because}</p>
    {refused.differences.length > 0 && (
      <ul className="rubric-list rubric-list--bullet">
        {refused.differences.map((words) => (
          <li key={words}>{words}</li>
        ))}
      </ul>
    )}
    <p className="rubric-body">
      Nothing that was recorded is lost. Have the definition looked at before anybody decides.
    </p>
  </div>
);

const Outcome = ({ decision }: { decision: DecisionPresenter }) => {
  const { outcome, reasons } = decision;
  if (!outcome) return null;
  return (
    <div className={`rubric-outcome rubric-outcome--${outcome.kind}`}>
      <h1 className="rubric-heading-l rubric-outcome__word">
        <span className="govuk-visually-hidden">Decision: </span>
        {outcome.word}
      </h1>
      <p className="rubric-body">{outcome.means}</p>
      {reasons.length > 0 && (
        <ul className="rubric-list rubric-list--spaced">
          {reasons.map((reason) => (
            <Reason reason={reason} key={reason.anchor} />
          ))}
        </ul>
      )}
      <p className="rubric-body">{outcome.settled}</p>
      {outcome.by.map((sentence) => (
        <p className="rubric-outcome__by" key={sentence}>
          {sentence}
        </p>
      ))}
    </div>
  );
};

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

const StillMissing = ({ decision }: { decision: DecisionPresenter }) =>
  decision.missing.length === 0 ? null : (
    <section className="rubric-sheet rubric-missing">
      <h2 className="rubric-heading-m">Still missing</h2>
      <p className="rubric-body">Only what could change the decision is listed, by who could answer it.</p>
      {decision.missing.map((group) => (
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

const Criterion = ({ criterion }: { criterion: ShownCriterion }) => (
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

const AsOf = ({ decision, faults }: { decision: DecisionPresenter; faults: Fault[] }) => (
  <details className="govuk-details rubric-no-print" id="as-of" open={faults.length > 0}>
    <summary className="govuk-details__summary">
      <span className="govuk-details__summary-text">Decide for another day</span>
    </summary>
    <div className="govuk-details__text">
      <form method="post" action={decision.asOfAction}>
        <div className={`govuk-form-group${faults.length > 0 ? ' govuk-form-group--error' : ''}`}>
          <fieldset className="govuk-fieldset" aria-describedby={`day-hint${faults.length > 0 ? ' day-error' : ''}`}>
            <legend className="govuk-fieldset__legend">The day</legend>
            <div className="govuk-hint" id="day-hint">
              Only what had happened by the end of that day counts.
            </div>
            {faults.map((fault) => (
              <p className="govuk-error-message" id="day-error" key={fault.message}>
                <span className="govuk-visually-hidden">Error:</span> {fault.message}
              </p>
            ))}
            <div className="govuk-date-input">
              {(['day', 'month', 'year'] as const).map((part) => (
                <div className="govuk-date-input__item" key={part}>
                  <div className="govuk-form-group">
                    <label className="govuk-label govuk-date-input__label" htmlFor={`as-of-${part}`}>
                      {capital(part)}
                    </label>
                    <input
                      className={`govuk-input govuk-date-input__input govuk-input--width-${part === 'year' ? 4 : 2}`}
                      id={`as-of-${part}`}
                      name={`day[${part}]`}
                      type="text"
                      inputMode="numeric"
                      defaultValue={decision.asOfParts[part]}
                    />
                  </div>
                </div>
              ))}
            </div>
          </fieldset>
        </div>
        <div className="rubric-actions">
          <button type="submit" className="govuk-button govuk-button--secondary">
            Decide for this day
          </button>
          <button type="submit" className="govuk-button govuk-button--secondary" name="today" value="yes">
            Decide for today
          </button>
        </div>
      </form>
    </div>
  </details>
);

const NotSent = ({ decision }: { decision: DecisionPresenter }) =>
  decision.notSent.map((form) => (
    <div className="govuk-inset-text" key={form.href}>
      This is not sent yet, and its answers do not count until it is:{' '}
      <a className="rubric-link" href={form.href}>
        {form.words}
      </a>
    </div>
  ));

const Changed = ({ decision }: { decision: DecisionPresenter }) =>
  decision.changed.map((form) => (
    <div className="govuk-inset-text" key={form.href}>
      Answers were changed and have not been sent again. They do not count until they are:{' '}
      <a className="rubric-link" href={form.href}>
        {form.words}
      </a>
    </div>
  ));

/** The outcome in words, with every reason, what is missing, and each criterion with its why. */
export const Decision = ({ decision, faults }: { decision: DecisionPresenter; faults: Fault[] }) => (
  <>
    <ErrorSummary faults={faults} />
    <NotSent decision={decision} />
    <Changed decision={decision} />
    {decision.notices.map((notice) => (
      <div className="govuk-inset-text" key={notice}>
        {notice}
      </div>
    ))}
    {decision.refused ? <Refused refused={decision.refused} /> : <Outcome decision={decision} />}
    <p className="rubric-body">Decided for {decision.asOf}.</p>
    <AsOf decision={decision} faults={faults} />
    <p className="rubric-actions rubric-no-print">
      {decision.edit.map((form) => (
        <a className="rubric-link" href={form.href} key={form.href}>
          Change the answers: {form.words}
        </a>
      ))}
      <a className="rubric-link" href={decision.judgements}>
        What people decide
      </a>
    </p>
    {decision.unusable.length > 0 && (
      <section className="rubric-sheet rubric-sheet--quiet">
        <h2 className="rubric-heading-m">Answers that do not count</h2>
        <ul className="rubric-list rubric-list--bullet">
          {decision.unusable.map((words) => (
            <li key={words}>{words}</li>
          ))}
        </ul>
      </section>
    )}
    <StillMissing decision={decision} />
    {decision.criteria.map((group) => (
      <section className="rubric-sheet" key={group.heading}>
        <h2 className="rubric-heading-m">{group.heading}</h2>
        <ul className="rubric-criteria">
          {group.items.map((criterion) => (
            <Criterion criterion={criterion} key={criterion.anchor} />
          ))}
        </ul>
      </section>
    ))}
  </>
);
