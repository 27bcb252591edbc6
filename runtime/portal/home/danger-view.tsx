import type { LabelledRuns } from './presenter.js';

/** What to do in danger, and how to reach the provider otherwise. */
export const InDanger = ({ contact = [], provider }: { contact?: LabelledRuns[]; provider?: string }) => (
  <section aria-labelledby="in-danger" className="rubric-danger">
    <h2 className="rubric-heading-m" id="in-danger">
      If somebody is in danger
    </h2>
    <div className="govuk-warning-text">
      <span className="govuk-warning-text__icon" aria-hidden="true">
        !
      </span>
      <strong className="govuk-warning-text__text">
        <span className="govuk-visually-hidden">Warning</span>
        If anybody is in danger now, call 999. Do not wait for an answer from us.
      </strong>
    </div>
    <p className="rubric-body">
      If it is not safe to speak, call 999 from a mobile, listen to the questions, and press 55 when you are asked to.
    </p>
    {contact.length > 0 && (
      <>
        <p className="rubric-body">Otherwise, this is how to reach {provider ?? 'us'}:</p>
        <dl className="govuk-summary-list">
          {contact.map(({ label, runs }) => (
            <div className="govuk-summary-list__row" key={label}>
              <dt className="govuk-summary-list__key">{label}</dt>
              <dd className="govuk-summary-list__value">
                {runs.map((run) =>
                  run.href ? (
                    <a className="govuk-link" href={run.href} key={run.words}>
                      {run.words}
                    </a>
                  ) : (
                    run.words
                  ),
                )}
              </dd>
            </div>
          ))}
        </dl>
      </>
    )}
  </section>
);
