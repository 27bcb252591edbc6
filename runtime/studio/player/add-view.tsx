import { ErrorSummary } from '../../portal/layout/error-summary.js';
import type { AddPresenter, Asked } from './add-presenter.js';

const typedFor = (page: AddPresenter, name: string): string[] => [page.typed[name] ?? []].flat();

const FaultAt = ({ page, id }: { page: AddPresenter; id: string }) => {
  const fault = page.faults.find(({ href }) => href === `#${id}`);
  return fault ? (
    <p className="govuk-error-message" id={`${id}-error`}>
      <span className="govuk-visually-hidden">Error:</span> {fault.message}
    </p>
  ) : null;
};

const isFaulty = (page: AddPresenter, id: string): boolean => page.faults.some(({ href }) => href === `#${id}`);
const groupOf = (page: AddPresenter, id: string): string =>
  `govuk-form-group${isFaulty(page, id) ? ' govuk-form-group--error' : ''}`;

const Options = ({ page, asked }: { page: AddPresenter; asked: Asked }) => {
  const id = `with-${asked.name}`;
  const many = asked.kind === 'choices';
  const look = many ? 'govuk-checkboxes' : 'govuk-radios';
  return (
    <div className={groupOf(page, id)}>
      <fieldset className="govuk-fieldset" {...(isFaulty(page, id) ? { 'aria-describedby': `${id}-error` } : {})}>
        <legend className="govuk-fieldset__legend">
          {asked.ask}
          {!asked.required && ' (if known)'}
        </legend>
        <FaultAt page={page} id={id} />
        <div className={`${look} ${look}--small`}>
          {asked.options.map((option, index) => (
            <div className={`${look}__item`} key={option.id}>
              <input
                className={`${look}__input`}
                id={index === 0 ? id : `${id}-${index}`}
                name={many ? `with[${asked.name}][]` : `with[${asked.name}]`}
                type={many ? 'checkbox' : 'radio'}
                value={option.id}
                defaultChecked={typedFor(page, id).includes(option.id)}
              />
              <label className={`govuk-label ${look}__label`} htmlFor={index === 0 ? id : `${id}-${index}`}>
                {option.words}
              </label>
            </div>
          ))}
        </div>
      </fieldset>
    </div>
  );
};

const types: Partial<Record<Asked['kind'], string>> = { date: 'date', 'date-time': 'datetime-local' };

const Question = ({ page, asked }: { page: AddPresenter; asked: Asked }) => {
  const id = `with-${asked.name}`;
  if (asked.kind === 'choice' || asked.kind === 'choices') return <Options page={page} asked={asked} />;
  const common = {
    id,
    name: `with[${asked.name}]`,
    defaultValue: typedFor(page, id)[0] ?? '',
    ...(isFaulty(page, id) ? { 'aria-describedby': `${id}-error` } : {}),
  };
  return (
    <div className={groupOf(page, id)}>
      <label className="govuk-label" htmlFor={id}>
        {asked.ask}
        {!asked.required && ' (if known)'}
      </label>
      <FaultAt page={page} id={id} />
      {asked.kind === 'long-text' ? (
        <textarea className="govuk-textarea" rows={4} {...common} />
      ) : (
        <input
          className={`govuk-input${asked.kind === 'text' ? '' : ' govuk-input--width-10'}`}
          type={types[asked.kind] ?? 'text'}
          {...(asked.kind === 'number' ? { inputMode: 'decimal' as const } : {})}
          {...common}
        />
      )}
    </div>
  );
};

const Select = ({
  id,
  ask,
  options,
  chosen,
}: {
  id: string;
  ask: string;
  options: { id: string; words: string }[];
  chosen: string | undefined;
}) => (
  <div className="govuk-form-group">
    <label className="govuk-label" htmlFor={id}>
      {ask}
    </label>
    <select className="govuk-select" id={id} name={id} defaultValue={chosen}>
      {options.map((option) => (
        <option value={option.id} key={option.id}>
          {option.words}
        </option>
      ))}
    </select>
  </div>
);

/** The page that asks what has to be known of something that is added to a case. */
export const Add = ({ page }: { page: AddPresenter }) => (
  <div className="rubric-measure">
    <ErrorSummary faults={page.faults} />
    <h1 className="rubric-heading-l">
      <span className="rubric-caption">Add to the case</span> {page.title}
    </h1>
    {page.hers && <p className="rubric-hers">Kept apart</p>}
    <form method="post" action={page.action} className="rubric-form" noValidate>
      <input type="hidden" name="what" value={page.what} />
      <div className={groupOf(page, 'on')}>
        <label className="govuk-label" htmlFor="on">
          On which day?
        </label>
        <FaultAt page={page} id="on" />
        <input
          className="govuk-input govuk-input--width-10"
          id="on"
          name="on"
          type="date"
          defaultValue={typedFor(page, 'on')[0] ?? page.on}
          {...(isFaulty(page, 'on') ? { 'aria-describedby': 'on-error' } : {})}
        />
      </div>
      {page.asked.map((asked) => (
        <Question page={page} asked={asked} key={asked.name} />
      ))}
      {page.about && (
        <Select id="about" ask={page.about.ask} options={page.about.options} chosen={typedFor(page, 'about')[0]} />
      )}
      {page.by.length > 0 && (
        <Select id="by" ask="Who records it?" options={page.by} chosen={typedFor(page, 'by')[0]} />
      )}
      {page.reason && (
        <div className={groupOf(page, 'reason')}>
          <label className="govuk-label" htmlFor="reason">
            The reason for this {page.reason}
          </label>
          <FaultAt page={page} id="reason" />
          <textarea
            className="govuk-textarea"
            id="reason"
            name="reason"
            rows={3}
            defaultValue={typedFor(page, 'reason')[0] ?? ''}
            {...(isFaulty(page, 'reason') ? { 'aria-describedby': 'reason-error' } : {})}
          />
        </div>
      )}
      <div className="rubric-actions">
        <button type="submit" className="govuk-button">
          Add it, and see what follows
        </button>
        <a className="rubric-link" href={page.back}>
          Back to the case
        </a>
      </div>
    </form>
  </div>
);
