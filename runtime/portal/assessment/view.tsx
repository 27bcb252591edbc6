import { Head } from '../case/head-view.js';
import { ErrorSummary } from '../layout/error-summary.js';
import { Choice, fieldId, LongField } from '../layout/fields.js';
import { FormStart } from '../layout/form-start.js';
import { Links } from '../layout/links.js';
import type { AssessmentPresenter, Line, Lists, Together } from './presenter.js';

const Row = ({ line }: { line: Line }) => (
  <div className="govuk-summary-list__row">
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
);

const Rows = ({ lines }: { lines: Line[] }) => (
  <dl className="govuk-summary-list">
    {lines.map((line) => (
      <Row line={line} key={line.words} />
    ))}
  </dl>
);

/** The kinds of thing that are recorded for a decision, with what each is called. */
const kinds: readonly { of: keyof Lists; title: string }[] = [
  { of: 'appointments', title: 'Appointments' },
  { of: 'judged', title: 'What people judge' },
  { of: 'recorded', title: 'Consents, signatures and scores' },
];
const parts = (lists: Lists) =>
  kinds.map(({ of, title }) => ({ title, lines: lists[of] })).filter(({ lines }) => lines.length > 0);

const First = ({ lists }: { lists: Lists }) => (
  <>
    {parts(lists).map(({ title, lines }) => (
      <section className="rubric-sheet" key={title}>
        <h2 className="rubric-heading-m">{title}</h2>
        <Rows lines={lines} />
      </section>
    ))}
  </>
);

const Others = ({ lists }: { lists: Lists }) =>
  parts(lists).length === 0 ? null : (
    <details className="govuk-details" id="others">
      <summary className="govuk-details__summary">
        <span className="govuk-details__summary-text">Other things that may be recorded</span>
      </summary>
      <div className="govuk-details__text">
        <p className="rubric-body">The decision rests on none of these, and none of them is due.</p>
        {parts(lists).map(({ title, lines }) => (
          <section key={title}>
            <h2 className="rubric-heading-s">{title}</h2>
            <Rows lines={lines} />
          </section>
        ))}
      </div>
    </details>
  );

const faultAt = (page: AssessmentPresenter, name: string) =>
  page.faults.find(({ href }) => href === `#${fieldId(name)}`)?.message;

const Sign = ({ page, together, keyed }: { page: AssessmentPresenter; together: Together; keyed: string }) => (
  <FormStart action={together.action} keyed={keyed}>
    <Choice
      name="agreesTo"
      legend="What do you agree to?"
      options={together.choices.map(({ id, words }) => ({ value: id, label: words }))}
      value={page.typed.agreesTo}
      error={faultAt(page, 'agreesTo')}
    />
    <LongField
      name="reason"
      label="Why?"
      hint={together.reasonHint}
      value={page.typed.reason}
      error={faultAt(page, 'reason')}
    />
    <div className="rubric-actions">
      <button className="govuk-button" type="submit">
        Sign
      </button>
    </div>
  </FormStart>
);

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
    <Head head={page.head}>Assessment and decision</Head>
    {page.outcome && (
      <div className={`rubric-outcome rubric-outcome--${page.outcome.look}`}>
        <h2 className="rubric-outcome__word">{page.outcome.word}</h2>
        <p className="rubric-outcome__reason">{page.outcome.means}</p>
        <p className="rubric-outcome__by">
          <a className="rubric-link" href={`${page.back}/decision`}>
            Each criterion, and why
          </a>
        </p>
      </div>
    )}
    {page.considering.length > 0 && <p className="rubric-body">To be considered: {page.considering.join('; ')}.</p>}
    <First lists={page.first} />
    {page.together && <DecidedTogether page={page} together={page.together} keyed={keyed} />}
    <section className="rubric-sheet" id="decide">
      <h2 className="rubric-heading-m">Record the decision</h2>
      {page.decide.length === 0 ? (
        <p className="rubric-body">
          {page.together?.pending
            ? 'It can be recorded once all who decide together have signed for the same.'
            : 'There is no decision that you can record now.'}
        </p>
      ) : (
        <Links links={page.decide} />
      )}
    </section>
    <Others lists={page.others} />
  </>
);
