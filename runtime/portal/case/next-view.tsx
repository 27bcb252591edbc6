import type { NextPresenter } from './next-presenter.js';
import { StepNeeds } from './step-view.js';

const NotYet = ({ step }: { step: NextPresenter['notYet'][number] }) => (
  <li className="rubric-next__step" data-item={step.anchor}>
    <span className={`rubric-verdict rubric-verdict--${step.verdict.look}`}>{step.verdict.word}</span> {step.words}
    <details className="rubric-why" id={`why-${step.anchor}`}>
      <summary className="rubric-why__summary">
        What it needs<span className="govuk-visually-hidden"> – {step.words}</span>
      </summary>
      <div className="rubric-why__body">
        <StepNeeds step={step} />
        {step.criteria && (
          <p className="rubric-body">
            <a className="rubric-link" href={step.criteria.href}>
              {step.criteria.words}
            </a>
          </p>
        )}
      </div>
    </details>
  </li>
);

/** What may happen next: what may be done now as actions, and only that; what may not yet, with what it needs. */
export const Next = ({ next }: { next: NextPresenter }) => (
  <section className="rubric-next rubric-no-print" aria-labelledby="next-title" id="next">
    <h2 className="rubric-heading-m" id="next-title">
      What may happen next
    </h2>
    {next.actions.length > 0 && (
      <ul className="rubric-next__actions">
        {next.actions.map((action) => (
          <li key={action.href}>
            <a className="govuk-button govuk-button--secondary rubric-next__action" href={action.href}>
              {action.words}
            </a>
          </li>
        ))}
      </ul>
    )}
    {next.none && <p className="rubric-body">{next.none}</p>}
    {next.others.length > 0 && (
      <ul className="rubric-list rubric-next__others">
        {next.others.map((one) => (
          <li key={one.words}>
            <strong>{one.words}.</strong> <span className="rubric-quiet">{one.by}</span>
          </li>
        ))}
      </ul>
    )}
    {next.notYet.length > 0 && (
      <>
        <h3 className="rubric-heading-s">Not yet</h3>
        <ul className="rubric-next__not-yet">
          {next.notYet.map((step) => (
            <NotYet step={step} key={step.anchor} />
          ))}
        </ul>
      </>
    )}
    {next.offer.length > 0 && (
      <>
        <h3 className="rubric-heading-s">Record something</h3>
        {next.offer.map((group, i) => (
          <details className="rubric-why" id={`record-${i + 1}`} key={group.title}>
            <summary className="rubric-why__summary">{group.title}</summary>
            <ul className="rubric-list rubric-next__offer">
              {group.items.map((item) => (
                <li key={item.href}>
                  <a className="rubric-link" href={item.href}>
                    {item.words}
                  </a>
                </li>
              ))}
            </ul>
          </details>
        ))}
      </>
    )}
  </section>
);
