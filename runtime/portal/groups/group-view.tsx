import { ErrorSummary } from '../layout/error-summary.js';
import { FormStart } from '../layout/form-start.js';
import { counted } from '../words/lists.js';
import type { GroupPresenter, ShownSession } from './group-presenter.js';
import { WaitingTable } from './list-view.js';

const Sessions = ({ sessions }: { sessions: ShownSession[] }) => (
  <ul className="rubric-list rubric-sessions">
    {sessions.map(({ day, words, href, state, wanting }) => (
      <li key={day}>
        {href === undefined ? (
          words
        ) : (
          <a className="rubric-link" href={href}>
            {words}
          </a>
        )}
        <span className={wanting ? 'rubric-sessions__state rubric-sessions__state--wanting' : 'rubric-sessions__state'}>
          {state}
        </span>
      </li>
    ))}
  </ul>
);

const Day = ({ id, name, label, value }: { id: string; name: string; label: string; value: string }) => (
  <div className="govuk-form-group rubric-field">
    <label className="govuk-label" htmlFor={id}>
      {label}
    </label>
    <input className="govuk-input" type="date" id={id} name={name} defaultValue={value} />
  </div>
);

const Members = ({ group, keyed }: { group: GroupPresenter; keyed: string }) =>
  group.members.length === 0 ? (
    <p className="rubric-empty">Nobody has a place in this group yet. Give one to somebody who waits, below.</p>
  ) : (
    <ul className="rubric-members">
      {group.members.map((member) => (
        <li key={member.ref} className="rubric-members__one">
          <p className="rubric-members__name">
            <a className="rubric-link" href={member.href}>
              {member.name}
            </a>{' '}
            <span className="rubric-quiet">
              {member.stage}
              {member.progress !== '' && `, ${member.progress} sessions`}
              {`, since ${member.from}`}
              {member.until !== '' && `, until ${member.until}`}
            </span>
          </p>
          <details className="govuk-details rubric-no-print" id={`move-${member.ref}`}>
            <summary className="govuk-details__summary">
              <span className="govuk-details__summary-text">
                Move or take out<span className="govuk-visually-hidden">: {member.name}</span>
              </span>
            </summary>
            <FormStart
              action={`${group.base}/moves/${member.ref}`}
              keyed={`${keyed.slice(0, 40)}${member.ref}`}
              className="rubric-form rubric-row"
            >
              <Day id={`from-${member.ref}`} name="from" label="From" value={group.next} />
              <div className="govuk-form-group rubric-field">
                <label className="govuk-label" htmlFor={`to-${member.ref}`}>
                  Goes to
                </label>
                <select className="govuk-select" id={`to-${member.ref}`} name="to" defaultValue="">
                  <option value="">No group: he is taken out</option>
                  {group.others.map(({ id, name }) => (
                    <option key={id} value={id}>
                      {name}
                    </option>
                  ))}
                </select>
              </div>
              <button className="govuk-button govuk-button--secondary" type="submit">
                Save
              </button>
            </FormStart>
          </details>
        </li>
      ))}
    </ul>
  );

const GivePlace = ({ group, keyed }: { group: GroupPresenter; keyed: string }) =>
  group.waiting.length === 0 ? null : (
    <FormStart action={`${group.base}/places`} keyed={keyed} className="rubric-form rubric-row rubric-no-print">
      <div className="govuk-form-group rubric-field">
        <label className="govuk-label" htmlFor="ref">
          Give a place to
        </label>
        <select className="govuk-select" id="ref" name="ref" defaultValue="">
          <option value="">Choose somebody who waits</option>
          {group.waiting.map(({ ref, name, since }) => (
            <option key={ref} value={ref}>{`${name}, since ${since}`}</option>
          ))}
        </select>
      </div>
      <Day id="from" name="from" label="From" value={group.next} />
      {group.full && (
        <div className="govuk-checkboxes govuk-checkboxes--small">
          <div className="govuk-checkboxes__item">
            <input className="govuk-checkboxes__input" type="checkbox" id="anyway" name="anyway" value="yes" />
            <label className="govuk-label govuk-checkboxes__label" htmlFor="anyway">
              No place is free. Give him one all the same
            </label>
          </div>
        </div>
      )}
      <button className="govuk-button" type="submit">
        Give him the place
      </button>
    </FormStart>
  );

const Topics = ({ covered, notCovered }: Pick<GroupPresenter, 'covered' | 'notCovered'>) => (
  <>
    {covered.length > 0 && (
      <ul className="rubric-list rubric-sessions">
        {covered.map(({ title, days }) => (
          <li key={title}>
            {title} <span className="rubric-sessions__state">{days}</span>
          </li>
        ))}
      </ul>
    )}
    {notCovered.length === 0 ? (
      <p className="rubric-body">Every topic has been covered.</p>
    ) : (
      <details className="govuk-details" open={covered.length === 0}>
        <summary className="govuk-details__summary">
          <span className="govuk-details__summary-text">{`Not covered yet: ${counted(notCovered.length, 'topic')}`}</span>
        </summary>
        <ul className="rubric-list rubric-list--bullet rubric-topics">
          {notCovered.map((title) => (
            <li key={title}>{title}</li>
          ))}
        </ul>
      </details>
    )}
  </>
);

export const GroupPage = ({ group, keyed }: { group: GroupPresenter; keyed: string }) => (
  <>
    <ErrorSummary faults={group.faults} />
    {group.notice !== '' && (
      <div className="govuk-inset-text" role="status">
        {group.notice}
      </div>
    )}
    <h1 className="rubric-heading-l">
      {group.site !== '' && <span className="rubric-caption">{group.site}</span>} {group.name}
    </h1>
    <p className="rubric-lead">{group.meets}</p>
    {group.soon !== '' && <div className="govuk-inset-text">{group.soon}</div>}
    <p className="rubric-body">
      {group.places}. {[group.shared, group.led, group.ended].filter((words) => words !== '').join(' ')}
    </p>
    <p className="rubric-body rubric-row rubric-no-print">
      <a className="rubric-link" href={`${group.base}/change`}>
        Change this group
      </a>
      <a className="rubric-link" href={`${group.base}/end`}>
        {group.ended === '' ? 'End this group' : 'Change its last day'}
      </a>
    </p>
    {group.says.map((words) => (
      <div className="govuk-inset-text" key={words}>
        {words}
      </div>
    ))}
    <div className="rubric-group">
      <section aria-labelledby="past">
        <h2 className="rubric-heading-m" id="past">
          Sessions so far
        </h2>
        {group.past.length === 0 ? (
          <p className="rubric-empty">None has begun. Each stands here once it has, with whether it is recorded.</p>
        ) : (
          <Sessions sessions={group.past} />
        )}
      </section>
      <section aria-labelledby="coming">
        <h2 className="rubric-heading-m" id="coming">
          Sessions to come
        </h2>
        <Sessions sessions={group.coming} />
      </section>
    </div>
    <section aria-labelledby="members">
      <h2 className="rubric-heading-m" id="members">
        Who has a place
      </h2>
      <Members group={group} keyed={keyed} />
    </section>
    <section aria-labelledby="waiting">
      <h2 className="rubric-heading-m" id="waiting">
        Waiting for a place
      </h2>
      <WaitingTable waiting={group.waiting} />
      <GivePlace group={group} keyed={keyed} />
    </section>
    {group.covered.length + group.notCovered.length > 0 && (
      <section aria-labelledby="topics">
        <h2 className="rubric-heading-m" id="topics">
          Topics
        </h2>
        <Topics covered={group.covered} notCovered={group.notCovered} />
      </section>
    )}
    {group.declared.length > 0 && (
      <section aria-labelledby="declared">
        <h2 className="rubric-heading-m" id="declared">
          As declared
        </h2>
        <ul className="rubric-list rubric-list--bullet">
          {group.declared.map((words) => (
            <li key={words}>{words}</li>
          ))}
        </ul>
      </section>
    )}
  </>
);
