import { Criterion, Reason, StillMissing } from '../../portal/case/criteria-view.js';
import { ErrorSummary, type Fault } from '../../portal/layout/error-summary.js';
import { capital } from '../../portal/words/lists.js';
import type { DecisionPresenter } from './presenter.js';

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
    <StillMissing missing={decision.missing} />
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
