import type { ReactNode } from 'react';
import { FieldError } from '../layout/fields.js';
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

type Errors = Row['errors'];

/** What is wrong with a control, above it. */
const ErrorAt = ({ at, errors }: { at: string; errors: Errors }) =>
  errors[at] === undefined ? null : <FieldError id={`${at}-error`} error={errors[at]} />;
const toldBy = (at: string, errors: Errors) => (errors[at] === undefined ? {} : { 'aria-describedby': `${at}-error` });
const groupClass = (at: string, errors: Errors, more = ' rubric-field'): string =>
  `govuk-form-group${more}${errors[at] === undefined ? '' : ' govuk-form-group--error'}`;

/** What is typed of one person, in a field of its own. */
const Said = ({
  row: { ref, errors },
  of,
  label,
  type = 'text',
  value,
}: {
  row: Pick<Row, 'ref' | 'errors'>;
  of: 'on' | 'why' | 'both';
  label: ReactNode;
  type?: 'text' | 'date';
  value: string;
}) => {
  const id = idOf(ref, of);
  return (
    <div className={groupClass(id, errors)}>
      <label className="govuk-label" htmlFor={id}>
        {label}
      </label>
      <ErrorAt at={id} errors={errors} />
      <input
        className="govuk-input"
        type={type}
        id={id}
        name={`people[${ref}][${of}]`}
        defaultValue={value}
        {...toldBy(id, errors)}
      />
    </div>
  );
};

const Field = ({ field, errors }: { field: ShownField; errors: Errors }) => (
  <div className={groupClass(field.id, errors)}>
    <label className="govuk-label" htmlFor={field.id}>
      {field.ask}
    </label>
    <ErrorAt at={field.id} errors={errors} />
    {field.kind === 'choice' ? (
      <select
        className="govuk-select"
        id={field.id}
        name={field.name}
        defaultValue={field.value}
        {...toldBy(field.id, errors)}
      >
        <option value="">Not said</option>
        {field.options.map(({ id, label }) => (
          <option key={id} value={id}>
            {label}
          </option>
        ))}
      </select>
    ) : field.kind === 'long-text' ? (
      <textarea
        className="govuk-textarea"
        id={field.id}
        name={field.name}
        rows={2}
        defaultValue={field.value}
        {...toldBy(field.id, errors)}
      />
    ) : (
      <input
        className="govuk-input"
        id={field.id}
        name={field.name}
        type={field.kind === 'date' ? 'date' : 'text'}
        inputMode={field.kind === 'number' ? 'numeric' : undefined}
        defaultValue={field.value}
        {...toldBy(field.id, errors)}
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
        <Said row={row} of="on" label="Day on which he was in touch" type="date" value={row.contactOn} />
      )}
      {register.asksWhy && <Said row={row} of="why" label="Reason, if he gave one" value={row.why} />}
    </div>
    {row.records.map(({ what, called, fields }) => (
      <fieldset className="govuk-fieldset" key={what}>
        <legend className="govuk-fieldset__legend">Recorded together: {called}</legend>
        <div className="rubric-row">
          {fields.map((field) => (
            <Field key={field.id} field={field} errors={row.errors} />
          ))}
        </div>
      </fieldset>
    ))}
  </details>
);

const Marks = ({ row }: { row: Row }) => (
  <fieldset className="govuk-fieldset rubric-register__marks" {...toldBy(idOf(row.ref), row.errors)}>
    <legend className="govuk-visually-hidden">{row.name}: was he there?</legend>
    <ErrorAt at={idOf(row.ref)} errors={row.errors} />
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
    <ErrorAt at={idOf(row.ref, 'contact')} errors={row.errors} />
    <label className="rubric-register__label" htmlFor={idOf(row.ref, 'contact')}>
      In touch<span className="govuk-visually-hidden">: {row.name}</span>
    </label>
    <select
      className="govuk-select"
      id={idOf(row.ref, 'contact')}
      name={`people[${row.ref}][contact]`}
      defaultValue={row.contact}
      {...toldBy(idOf(row.ref, 'contact'), row.errors)}
    >
      <option value="">No</option>
      <option value="before">Before</option>
      <option value="since">Since</option>
    </select>
  </div>
);

/** One line of the register. */
export const Person = ({ row, register }: { row: Row; register: RegisterPresenter }) => (
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
      <p className="rubric-only-print rubric-register__boxes">
        {[...row.marks.map(({ label }) => label), ...(register.asksContact ? ['In touch before'] : [])].map((words) => (
          <span key={words}>☐ {words}</span>
        ))}
        <span className="rubric-register__line">Reason</span>
      </p>
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
  <div className="rubric-register__marks">
    <ErrorAt at={idOf(row.ref, 'caught')} errors={row.errors} />
    <div className="govuk-checkboxes govuk-checkboxes--small">
      <div className="govuk-checkboxes__item">
        <input
          className="govuk-checkboxes__input"
          type="checkbox"
          id={idOf(row.ref, 'caught')}
          name={`people[${row.ref}][caught]`}
          value={row.catchUp?.about}
          defaultChecked={row.catchUp?.checked}
          {...toldBy(idOf(row.ref, 'caught'), row.errors)}
        />
        <label className="govuk-label govuk-checkboxes__label" htmlFor={idOf(row.ref, 'caught')}>
          {row.catchUp?.words}
        </label>
      </div>
    </div>
    {row.catchUp?.asksBoth && <Both row={row} />}
  </div>
);

/** Where the definition lets one evening count for two, whoever says so says why. */
const Both = ({ row }: { row: Row }) => (
  <Said
    row={row}
    of="both"
    label={
      <>
        Both, because<span className="govuk-visually-hidden">: {row.name}</span>
      </>
    }
    value={row.both}
  />
);
