import type { ReactNode } from 'react';
import { ErrorSummary } from '../layout/error-summary.js';
import { FieldError } from '../layout/fields.js';
import { FormStart } from '../layout/form-start.js';
import { counted } from '../words/lists.js';
import type { GroupPresenter, ShownSession } from './group-presenter.js';
import { WaitingTable } from './list-view.js';

/** Sessions that stand there without being asked for: as many as usually lie ahead. */
const shownAtOnce = 6;

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

/** The latest, and whatever is still to be recorded; the others open under them. */
const Past = ({ sessions }: { sessions: ShownSession[] }) => {
  const isShown = ({ wanting }: ShownSession, place: number): boolean => wanting || place < shownAtOnce;
  const others = sessions.filter((one, place) => !isShown(one, place));
  return (
    <>
      <Sessions sessions={sessions.filter(isShown)} />
      {others.length > 0 && (
        <details className="govuk-details">
          <summary className="govuk-details__summary">
            <span className="govuk-details__summary-text">{`Earlier: ${counted(others.length, 'session')}`}</span>
          </summary>
          <Sessions sessions={others} />
        </details>
      )}
    </>
  );
};

interface FieldProps {
  group: GroupPresenter;
  id: string;
  label: string;
  children: (more: { id: string; 'aria-describedby'?: string }) => ReactNode;
}
/** One field of a row, with its fault. */
const Field = ({ group, id, label, children }: FieldProps) => {
  const error = group.faults.find(({ href }) => href === `#${id}`)?.message;
  return (
    <div className={`govuk-form-group rubric-field${error ? ' govuk-form-group--error' : ''}`}>
      <label className="govuk-label" htmlFor={id}>
        {label}
      </label>
      {error && <FieldError id={`${id}-error`} error={error} />}
      {children({ id, ...(error && { 'aria-describedby': `${id}-error` }) })}
    </div>
  );
};

const Day = ({ group, id, value }: { group: GroupPresenter; id: string; value: string }) => (
  <Field group={group} id={id} label="From">
    {(more) => <input className="govuk-input" type="date" name="from" defaultValue={value} {...more} />}
  </Field>
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
          <details
            className="govuk-details rubric-no-print"
            id={`move-${member.ref}`}
            open={group.typed.moving === member.ref}
          >
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
              <Day
                group={group}
                id={`from-${member.ref}`}
                value={group.typed.moving === member.ref ? group.typed.from : group.next}
              />
              <Field group={group} id={`to-${member.ref}`} label="Goes to">
                {(more) => (
                  <select
                    className="govuk-select"
                    name="to"
                    defaultValue={group.typed.moving === member.ref ? group.typed.to : ''}
                    {...more}
                  >
                    <option value="">No group: he is taken out</option>
                    {group.others.map(({ id, name }) => (
                      <option key={id} value={id}>
                        {name}
                      </option>
                    ))}
                  </select>
                )}
              </Field>
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
      <Field group={group} id="ref" label="Give a place to">
        {(more) => (
          <select className="govuk-select" name="ref" defaultValue={group.typed.ref} {...more}>
            <option value="">Choose somebody who waits</option>
            {group.waiting.map(({ ref, name, since }) => (
              <option key={ref} value={ref}>{`${name}, since ${since}`}</option>
            ))}
          </select>
        )}
      </Field>
      <Day group={group} id="from" value={group.typed.moving === '' ? group.typed.from : group.next} />
      {group.full && (
        <div className="govuk-checkboxes govuk-checkboxes--small">
          <div className="govuk-checkboxes__item">
            <input
              className="govuk-checkboxes__input"
              type="checkbox"
              id="anyway"
              name="anyway"
              value="yes"
              defaultChecked={group.typed.anyway}
            />
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
          <Past sessions={group.past} />
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
