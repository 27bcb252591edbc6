import { ErrorSummary } from '../layout/error-summary.js';
import { FormStart } from '../layout/form-start.js';
import type { Cause } from './causes-presenter.js';
import { idOf } from './register-form.js';
import type { RegisterPresenter, Row, ShownField } from './register-presenter.js';

/** What follows from somebody's marks. The script puts the same markup in its place. */
export const Causes = ({ ref_, causes, asked }: { ref_: string; causes: readonly Cause[]; asked: boolean }) => (
  <div className="rubric-register__causes" id={`causes-${ref_}`} data-causes={ref_}>
    {causes.length > 0 ? (
      <ul className="rubric-list">
        {causes.map(({ look, words }) => (
          <li key={words} className={`rubric-cause rubric-cause--${look}`}>
            {words}
          </li>
        ))}
      </ul>
    ) : (
      asked && <p className="rubric-quiet">Nothing follows from this.</p>
    )}
  </div>
);

const Field = ({ field }: { field: ShownField }) => (
  <div className="govuk-form-group rubric-field">
    <label className="govuk-label" htmlFor={field.id}>
      {field.ask}
    </label>
    {field.kind === 'choice' ? (
      <select className="govuk-select" id={field.id} name={field.name} defaultValue={field.value}>
        <option value="">Not said</option>
        {field.options.map(({ id, label }) => (
          <option key={id} value={id}>
            {label}
          </option>
        ))}
      </select>
    ) : field.kind === 'long-text' ? (
      <textarea className="govuk-textarea" id={field.id} name={field.name} rows={2} defaultValue={field.value} />
    ) : (
      <input
        className="govuk-input"
        id={field.id}
        name={field.name}
        type={field.kind === 'date' ? 'date' : 'text'}
        inputMode={field.kind === 'number' ? 'numeric' : undefined}
        defaultValue={field.value}
      />
    )}
  </div>
);

/** Whose marks these are; what stands recorded is what is marked, so that it need not be read to see who was there. */
const Recorded = ({ row }: { row: Row }) =>
  row.recorded === '' || row.meanwhile !== '' ? null : (
    <p className="rubric-quiet rubric-register__recorded">Recorded: {row.recorded}</p>
  );

const hasMore = (row: Row, register: RegisterPresenter): boolean => register.only === '' && !row.isCatchingUpOnly;

const More = ({ row, register }: { row: Row; register: RegisterPresenter }) => (
  <details className="govuk-details rubric-register__more" id={`more-${row.ref}`} open={row.isOpen}>
    <summary className="govuk-details__summary">
      <span className="govuk-details__summary-text">
        More<span className="govuk-visually-hidden"> about {row.name}</span>
      </span>
    </summary>
    <Recorded row={row} />
    <div className="rubric-row">
      {register.asksContact && (
        <div className="govuk-form-group rubric-field">
          <label className="govuk-label" htmlFor={idOf(row.ref, 'on')}>
            Day on which he was in touch
          </label>
          <input
            className="govuk-input"
            type="date"
            id={idOf(row.ref, 'on')}
            name={`people[${row.ref}][on]`}
            defaultValue={row.contactOn}
          />
        </div>
      )}
      {register.asksWhy && (
        <div className="govuk-form-group rubric-field">
          <label className="govuk-label" htmlFor={idOf(row.ref, 'why')}>
            Reason, if he gave one
          </label>
          <input
            className="govuk-input"
            type="text"
            id={idOf(row.ref, 'why')}
            name={`people[${row.ref}][why]`}
            defaultValue={row.why}
          />
        </div>
      )}
    </div>
    {row.records.map(({ what, called, fields }) => (
      <fieldset className="govuk-fieldset" key={what}>
        <legend className="govuk-fieldset__legend">Recorded together: {called}</legend>
        <div className="rubric-row">
          {fields.map((field) => (
            <Field key={field.id} field={field} />
          ))}
        </div>
      </fieldset>
    ))}
  </details>
);

const Marks = ({ row }: { row: Row }) => (
  <fieldset className="govuk-fieldset rubric-register__marks">
    <legend className="govuk-visually-hidden">{row.name}: was he there?</legend>
    <div className="govuk-radios govuk-radios--small govuk-radios--inline">
      {row.marks.map(({ id, value, label, checked }) => (
        <div className="govuk-radios__item" key={id}>
          <input
            className="govuk-radios__input"
            type="radio"
            id={id}
            name={`people[${row.ref}][mark]`}
            value={value}
            defaultChecked={checked}
          />
          <label className="govuk-label govuk-radios__label" htmlFor={id}>
            {label}
          </label>
        </div>
      ))}
    </div>
  </fieldset>
);

const Contact = ({ row }: { row: Row }) => (
  <div className="rubric-register__contact">
    <label className="rubric-register__label" htmlFor={idOf(row.ref, 'contact')}>
      In touch<span className="govuk-visually-hidden">: {row.name}</span>
    </label>
    <select
      className="govuk-select"
      id={idOf(row.ref, 'contact')}
      name={`people[${row.ref}][contact]`}
      defaultValue={row.contact}
    >
      <option value="">No</option>
      <option value="before">Before</option>
      <option value="since">Since</option>
    </select>
  </div>
);

const Person = ({ row, register }: { row: Row; register: RegisterPresenter }) => (
  <li className="rubric-register__person" data-person={row.ref}>
    <div className="rubric-register__who">
      <a className="rubric-link" href={row.href}>
        {row.name}
      </a>
      {row.isGuest && <span className="rubric-quiet"> No place here</span>}
      {row.notDue !== '' && <span className="rubric-quiet"> {row.notDue}</span>}
    </div>
    <input type="hidden" name={`people[${row.ref}][seen]`} value={row.seen} />
    {register.only === '' && (
      <>
        {row.catchUp && <CatchUp row={row} />}
        {!row.isCatchingUpOnly && <Marks row={row} />}
        {!row.isCatchingUpOnly && register.asksContact && <Contact row={row} />}
        {hasMore(row, register) && <More row={row} register={register} />}
      </>
    )}
    {register.only === 'not-begun' && (
      <p className="rubric-only-print">{row.marks.map(({ label }) => `☐ ${label}`).join('   ')}</p>
    )}
    {row.meanwhile !== '' && (
      <p className="rubric-register__meanwhile">
        <strong>Recorded meanwhile:</strong> {row.meanwhile}. What you marked is kept here; save to put it in its place.
      </p>
    )}
    {!hasMore(row, register) && <Recorded row={row} />}
    {row.before.length > 0 && row.meanwhile === '' && (
      <ul className="rubric-list rubric-quiet rubric-register__recorded">
        {row.before.map((words) => (
          <li key={words}>Before that: {words}</li>
        ))}
      </ul>
    )}
    <Causes ref_={row.ref} causes={row.causes} asked={row.asked} />
  </li>
);

const CatchUp = ({ row }: { row: Row }) => (
  <div className="govuk-checkboxes govuk-checkboxes--small rubric-register__marks">
    <div className="govuk-checkboxes__item">
      <input
        className="govuk-checkboxes__input"
        type="checkbox"
        id={idOf(row.ref, 'caught')}
        name={`people[${row.ref}][caught]`}
        value={row.catchUp?.about}
        defaultChecked={row.catchUp?.checked}
      />
      <label className="govuk-label govuk-checkboxes__label" htmlFor={idOf(row.ref, 'caught')}>
        {row.catchUp?.words}
      </label>
    </div>
  </div>
);

const Whole = ({ register }: { register: RegisterPresenter }) => (
  <div className="rubric-row rubric-register__whole">
    {register.topics.length > 0 && (
      <div className="govuk-form-group rubric-field">
        <label className="govuk-label" htmlFor="topic">
          Topic
        </label>
        <select className="govuk-select" id="topic" name="topic" defaultValue={register.topic}>
          <option value="">Not said</option>
          {[false, true].map((covered) => {
            const topics = register.topics.filter((topic) => topic.covered === covered);
            return topics.length === 0 ? null : (
              <optgroup key={String(covered)} label={covered ? 'Covered before' : 'Not covered yet'}>
                {topics.map(({ id, words }) => (
                  <option key={id} value={id}>
                    {words}
                  </option>
                ))}
              </optgroup>
            );
          })}
        </select>
      </div>
    )}
    <div className="govuk-form-group rubric-field">
      <label className="govuk-label" htmlFor="facilitators">
        Who led it, with commas between
      </label>
      <input
        className="govuk-input"
        type="text"
        id="facilitators"
        name="facilitators"
        defaultValue={register.facilitators}
        {...(register.staffing.length > 0 && { 'aria-describedby': 'staffing' })}
      />
      {register.staffing.length > 0 && (
        <p className="rubric-quiet" id="staffing">
          {register.staffing.join(' ')}
        </p>
      )}
    </div>
  </div>
);

const Add = ({ addable }: Pick<RegisterPresenter, 'addable'>) =>
  addable.length === 0 ? null : (
    <div className="rubric-row rubric-no-print">
      <div className="govuk-form-group rubric-field">
        <label className="govuk-label" htmlFor="also">
          Somebody else came
        </label>
        <select className="govuk-select" id="also" name="also" defaultValue="">
          <option value="">Choose who</option>
          {addable.map(({ ref, name }) => (
            <option key={ref} value={ref}>
              {name}
            </option>
          ))}
        </select>
      </div>
      <button className="govuk-button govuk-button--secondary" type="submit" name="act" value="add">
        Put him on the list
      </button>
    </div>
  );

/** Of a session that was not held: why, or that it was after all. */
const Held = ({ register, keyed }: { register: RegisterPresenter; keyed: string }) => (
  <FormStart
    action={`${register.action}/cancelled`}
    keyed={`${keyed.slice(0, 40)}-held`}
    className="rubric-form rubric-no-print"
  >
    {register.only === 'cancelled' ? (
      <button className="govuk-button govuk-button--secondary" type="submit" name="act" value="back">
        It is held after all
      </button>
    ) : (
      <details className="govuk-details" open={register.faults.some(({ href }) => href === '#because')}>
        <summary className="govuk-details__summary">
          <span className="govuk-details__summary-text">This session is not held</span>
        </summary>
        <div className="rubric-row">
          <div className="govuk-form-group rubric-field">
            <label className="govuk-label" htmlFor="because">
              Why it is not held
            </label>
            <input className="govuk-input" type="text" id="because" name="because" />
          </div>
          <button className="govuk-button govuk-button--secondary" type="submit" name="act" value="cancel">
            Cancel this session
          </button>
        </div>
      </details>
    )}
  </FormStart>
);

export const Register = ({ register, keyed }: { register: RegisterPresenter; keyed: string }) => (
  <>
    <ErrorSummary faults={register.faults} />
    <h1 className="rubric-heading-l">
      <span className="rubric-caption">{register.caption}</span> {register.heading}
    </h1>
    {register.when !== '' && <p className="rubric-lead">{register.when}</p>}
    {register.notices.map((words) => (
      <div className="govuk-inset-text" key={words}>
        {words}
      </div>
    ))}
    {register.noteMeanwhile !== '' && <div className="govuk-inset-text">{register.noteMeanwhile}</div>}
    {register.saved !== '' && <p className="rubric-body">{register.saved}</p>}
    {register.only !== 'closed' && (
      <>
        {register.only !== 'cancelled' && (
          <FormStart action={register.action} keyed={keyed} id="register" className="rubric-form rubric-form--wide">
            <input type="hidden" name="edition" value={register.edition} />
            <input type="hidden" name="topic-seen" value={register.seen.topic} />
            <input type="hidden" name="facilitators-seen" value={register.seen.facilitators} />
            <Whole register={register} />
            {register.rows.length === 0 ? (
              <p className="rubric-empty">Nobody has a place that day. Whoever is given one stands here.</p>
            ) : (
              <ol className="rubric-register" data-register="">
                {register.rows.map((row) => (
                  <Person key={row.ref} row={row} register={register} />
                ))}
              </ol>
            )}
            <div className="rubric-actions rubric-no-print">
              <button className="govuk-button" type="submit" name="act" value="save">
                Save the register
              </button>
              {register.only === '' && register.rows.length > 0 && (
                <button className="govuk-button govuk-button--secondary" type="submit" name="act" value="show">
                  Show what this causes
                </button>
              )}
            </div>
            {register.only === '' && <Add addable={register.addable} />}
          </FormStart>
        )}
        {register.catchUps !== '' && register.only !== 'cancelled' && (
          <p className="rubric-body rubric-no-print">
            <a className="rubric-link" href={register.catchUps}>
              Who could make up for a missed session here
            </a>
          </p>
        )}
        <Held register={register} keyed={keyed} />
      </>
    )}
  </>
);
