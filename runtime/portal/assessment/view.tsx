import { ErrorSummary } from '../layout/error-summary.js';
import { FormStart } from '../layout/form-start.js';
import type { AssessmentPresenter, Line, Together } from './presenter.js';

const Lines = ({ title, lines, none }: { title: string; lines: Line[]; none: string }) => (
  <section className="rubric-sheet">
    <h2 className="rubric-heading-m">{title}</h2>
    {lines.length === 0 ? (
      <p className="rubric-body">{none}</p>
    ) : (
      <dl className="govuk-summary-list">
        {lines.map((line) => (
          <div className="govuk-summary-list__row" key={line.words}>
            <dt className="govuk-summary-list__key">{line.words}</dt>
            <dd className="govuk-summary-list__value">
              {line.stands.map((words) => (
                <p className="rubric-body" key={words}>
                  {words}
                </p>
              ))}
              {line.stale && <p className="rubric-body">{line.stale}</p>}
              {line.who && <p className="rubric-quiet">{line.who}</p>}
            </dd>
            <dd className="govuk-summary-list__actions">
              {line.link && (
                <a className="rubric-link" href={line.link.href}>
                  {line.link.words}
                  <span className="govuk-visually-hidden">: {line.words}</span>
                </a>
              )}
            </dd>
          </div>
        ))}
      </dl>
    )}
  </section>
);

const faultAt = (page: AssessmentPresenter, id: string) => page.faults.find(({ href }) => href === `#${id}`);

const Sign = ({ page, together, keyed }: { page: AssessmentPresenter; together: Together; keyed: string }) => {
  const wrong = faultAt(page, 'agrees-to');
  const unreasoned = faultAt(page, 'reason');
  return (
    <FormStart action={together.action} keyed={keyed}>
      <div className={`govuk-form-group${wrong ? ' govuk-form-group--error' : ''}`}>
        <fieldset className="govuk-fieldset" {...(wrong && { 'aria-describedby': 'agrees-to-error' })}>
          <legend className="govuk-fieldset__legend">What do you agree to?</legend>
          {wrong && (
            <p className="govuk-error-message" id="agrees-to-error">
              <span className="govuk-visually-hidden">Error:</span> {wrong.message}
            </p>
          )}
          <div className="govuk-radios">
            {together.choices.map(({ id, words }, place) => (
              <div className="govuk-radios__item" key={id}>
                <input
                  className="govuk-radios__input"
                  type="radio"
                  name="agreesTo"
                  id={place === 0 ? 'agrees-to' : `agrees-to-${place}`}
                  value={id}
                  defaultChecked={page.typed.agreesTo === id}
                />
                <label
                  className="govuk-label govuk-radios__label"
                  htmlFor={place === 0 ? 'agrees-to' : `agrees-to-${place}`}
                >
                  {words}
                </label>
              </div>
            ))}
          </div>
        </fieldset>
      </div>
      <div className={`govuk-form-group${unreasoned ? ' govuk-form-group--error' : ''}`}>
        <label className="govuk-label" htmlFor="reason">
          Why?
        </label>
        <div className="govuk-hint" id="reason-hint">
          {together.reasonHint}
        </div>
        {unreasoned && (
          <p className="govuk-error-message" id="reason-error">
            <span className="govuk-visually-hidden">Error:</span> {unreasoned.message}
          </p>
        )}
        <textarea
          className="govuk-textarea"
          id="reason"
          name="reason"
          rows={4}
          defaultValue={page.typed.reason}
          aria-describedby={unreasoned ? 'reason-hint reason-error' : 'reason-hint'}
        />
      </div>
      <div className="rubric-actions">
        <button className="govuk-button" type="submit">
          Sign
        </button>
      </div>
    </FormStart>
  );
};

const DecidedTogether = ({
  page,
  together,
  keyed,
}: {
  page: AssessmentPresenter;
  together: Together;
  keyed: string;
}) => (
  <section className="rubric-sheet" id="together">
    <h2 className="rubric-heading-m">Decided together</h2>
    <p className="rubric-body">{together.lead}</p>
    <dl className="govuk-summary-list">
      {together.seats.map(({ role, said, reason }) => (
        <div className="govuk-summary-list__row" key={role}>
          <dt className="govuk-summary-list__key">{role}</dt>
          <dd className="govuk-summary-list__value">
            <p className="rubric-body">{said}</p>
            {reason && <p className="rubric-body">“{reason}”</p>}
          </dd>
        </div>
      ))}
    </dl>
    {together.choices.length > 0 && <Sign page={page} together={together} keyed={keyed} />}
  </section>
);

/** What a decision rests on, and where it is made. */
export const Assessment = ({ page, keyed }: { page: AssessmentPresenter; keyed: string }) => (
  <>
    <ErrorSummary faults={page.faults} />
    <h1 className="rubric-heading-l">
      <span className="rubric-caption">{page.caption}</span> Assessment and decision
    </h1>
    {page.outcome && (
      <div className={`rubric-outcome rubric-outcome--${page.outcome.look}`}>
        <h2 className="rubric-outcome__word">{page.outcome.word}</h2>
        <p className="rubric-outcome__reason">{page.outcome.means}</p>
        <p className="rubric-outcome__by">
          <a className="rubric-link" href={`${page.back}#decision`}>
            Each criterion, and why
          </a>
        </p>
      </div>
    )}
    {page.considering.length > 0 && <p className="rubric-body">To be considered: {page.considering.join('; ')}.</p>}
    {page.appointments.length > 0 && <Lines title="Appointments" lines={page.appointments} none="" />}
    <Lines title="What people judge" lines={page.judged} none="This programme asks for no judgement." />
    {page.recorded.length > 0 && <Lines title="Consents, signatures and scores" lines={page.recorded} none="" />}
    {page.together && <DecidedTogether page={page} together={page.together} keyed={keyed} />}
    <section className="rubric-sheet" id="decide">
      <h2 className="rubric-heading-m">Record the decision</h2>
      {page.decide.length === 0 ? (
        <p className="rubric-body">There is no decision that you can record now.</p>
      ) : (
        <ul className="rubric-list">
          {page.decide.map(({ words, href }) => (
            <li key={href}>
              <a className="rubric-link" href={href}>
                {words}
              </a>
            </li>
          ))}
        </ul>
      )}
    </section>
  </>
);
