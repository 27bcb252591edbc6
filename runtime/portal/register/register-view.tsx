import { ErrorSummary } from '../layout/error-summary.js';
import { FormStart } from '../layout/form-start.js';
import { Person } from './person-view.js';
import type { RegisterPresenter } from './register-presenter.js';

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
      <div className={`govuk-inset-text${register.only === 'not-begun' ? ' rubric-no-print' : ''}`} key={words}>
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
