import type { Choice } from './add-presenter.js';
import type { PlayPresenter } from './page-presenter.js';

const Options = ({ choices }: { choices: Choice[] }) =>
  choices.map((choice) => (
    <option value={choice.id} key={choice.id}>
      {choice.words}
    </option>
  ));

const Pick = ({ id, label, choices, none }: { id: string; label: string; choices: Choice[]; none?: string }) =>
  choices.length < (none ? 2 : 1) ? null : (
    <div className="govuk-form-group">
      <label className="govuk-label" htmlFor={id}>
        {label}
      </label>
      <select className="govuk-select" id={id} name={id}>
        {none && <option value="">{none}</option>}
        <Options choices={choices} />
      </select>
    </div>
  );

const OnDay = ({ id, day }: { id: string; day: string }) => (
  <div className="govuk-form-group">
    <label className="govuk-label" htmlFor={id}>
      On
    </label>
    <input className="govuk-input" id={id} name="on" type="date" defaultValue={day} data-player-on="" />
  </div>
);

const AddSession = ({ page }: { page: PlayPresenter }) =>
  page.offer.outcomes.length === 0 ? null : (
    <form method="post" action={`${page.play}/add`} className="rubric-adding">
      <h3 className="rubric-heading-s">A session</h3>
      <input type="hidden" name="what" value="session" />
      <input type="hidden" name="from" value={page.now.day} data-player-on="" />
      <Pick id="outcome" label="What was recorded" choices={page.offer.outcomes} />
      <OnDay id="session-on" day={page.now.day} />
      <Pick id="kind" label="Kind" choices={page.offer.kinds} none="As usual" />
      <Pick id="phase" label="Phase" choices={page.offer.phases} none="As the case stands" />
      <button type="submit" className="govuk-button">
        Add the session
      </button>
    </form>
  );

const AddOther = ({ page }: { page: PlayPresenter }) =>
  page.offer.others.length === 0 ? null : (
    <form method="get" action={`${page.play}/add`} className="rubric-adding">
      <h3 className="rubric-heading-s">Something else</h3>
      <input type="hidden" name="on" value={page.now.day} data-player-on="" />
      <div className="govuk-form-group">
        <label className="govuk-label" htmlFor="what">
          What happens
        </label>
        <select className="govuk-select" id="what" name="what">
          {page.offer.others.map((group) => (
            <optgroup label={group.title} key={group.title}>
              <Options choices={group.items} />
            </optgroup>
          ))}
        </select>
      </div>
      <button type="submit" className="govuk-button govuk-button--secondary">
        Go on
      </button>
    </form>
  );

/** What can be added to the case on the day shown. */
export const Adding = ({ page }: { page: PlayPresenter }) => (
  <section className="rubric-sheet rubric-no-print">
    <h2 className="rubric-heading-m">Add what happens</h2>
    <AddSession page={page} />
    <AddOther page={page} />
    <p className="rubric-player__quiet">A recommendation is confirmed or refused where it stands.</p>
  </section>
);

const Event = ({ event, page }: { event: PlayPresenter['events'][number]; page: PlayPresenter }) => (
  <li
    className={`rubric-happened__event${event.ahead ? ' rubric-happened__event--ahead' : ''}`}
    data-day={event.day}
    id={`event-${event.id}`}
  >
    <a className="rubric-link rubric-happened__day" href={`${page.play}?on=${event.day}`} data-player-to={event.day}>
      {event.on}
    </a>
    <p className="rubric-happened__words">
      {event.words}
      {event.hers && <span className="rubric-hers rubric-player__mark">Kept apart</span>}
    </p>
    {event.more.length > 0 && (
      <details className="rubric-why" id={`more-${event.id}`}>
        <summary className="rubric-why__summary">
          More<span className="govuk-visually-hidden"> about: {event.words}</span>
        </summary>
        <ul className="rubric-list rubric-list--bullet">
          {event.more.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </details>
    )}
    {event.added && (
      <form method="post" action={`${page.play}/remove`} className="rubric-happened__remove">
        <input type="hidden" name="event" value={event.id} />
        <input type="hidden" name="on" value={page.now.day} data-player-on="" />
        <button type="submit" className="rubric-pick__button">
          Remove<span className="govuk-visually-hidden"> – {event.words}</span>
        </button>
      </form>
    )}
  </li>
);

/** All that the case is made of; what was added here can be taken out again. */
export const Happened = ({ page }: { page: PlayPresenter }) => (
  <section className="rubric-sheet" id="happened">
    <h2 className="rubric-heading-m">What happens in this case</h2>
    {page.events.length === 0 ? (
      <p className="rubric-player__none">Nothing yet. What you add will stand here, and can be removed again.</p>
    ) : (
      <ol className="rubric-happened">
        {page.events.map((event) => (
          <Event event={event} page={page} key={event.id} />
        ))}
      </ol>
    )}
  </section>
);

/** The case as a file of scenarios. */
export const Save = ({ page }: { page: PlayPresenter }) => {
  const faulty = page.faults.some(({ href }) => href === '#save-name');
  return (
    <section className="rubric-sheet rubric-no-print" id="save">
      <h2 className="rubric-heading-m">Save as a scenario</h2>
      {page.save.saved && (
        <p className="rubric-player__saved" role="status">
          Saved as {page.save.saved}. Open it, and write what should hold under “expect”. Until then “rubric test” names
          it as one that expects nothing yet, and runs the others.
        </p>
      )}
      <p className="rubric-body">
        What should hold is left for a person to fill in, from the clauses: what came out here is not the measure.
      </p>
      <form method="post" action={`${page.play}/save`}>
        <input type="hidden" name="on" value={page.now.day} data-player-on="" />
        <div className="govuk-form-group">
          <label className="govuk-label" htmlFor="save-title">
            What should happen to whom, in a sentence
          </label>
          <input className="govuk-input" id="save-title" name="title" type="text" defaultValue={page.save.title} />
        </div>
        <div className={`govuk-form-group${faulty ? ' govuk-form-group--error' : ''}`}>
          <label className="govuk-label" htmlFor="save-name">
            Name of the file
          </label>
          {page.faults
            .filter(({ href }) => href === '#save-name')
            .map((fault) => (
              <p className="govuk-error-message" id="save-name-error" key={fault.message}>
                <span className="govuk-visually-hidden">Error:</span> {fault.message}
              </p>
            ))}
          <input
            className="govuk-input"
            id="save-name"
            name="name"
            type="text"
            defaultValue={page.save.name}
            {...(faulty ? { 'aria-describedby': 'save-name-error' } : {})}
          />
        </div>
        <div className="rubric-actions">
          {page.save.mayWrite && (
            <button type="submit" className="govuk-button" name="how" value="beside">
              Save with the definition
            </button>
          )}
          <button type="submit" className="govuk-button govuk-button--secondary" name="how" value="download">
            Download
          </button>
        </div>
      </form>
    </section>
  );
};
