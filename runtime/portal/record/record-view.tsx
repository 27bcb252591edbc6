import type { ReactNode } from 'react';
import { Changes } from '../case/reasons-view.js';
import { ErrorSummary } from '../layout/error-summary.js';
import { FieldError } from '../layout/fields.js';
import { FormStart } from '../layout/form-start.js';
import type { Asked, RecordPresenter } from './record-presenter.js';

/** What was typed into questions, and what is wrong with it. */
export type Filled = Pick<RecordPresenter, 'typed' | 'faults'>;

const typedFor = (page: Filled, name: string): string[] => [page.typed[name] ?? []].flat();
const faultAt = (page: Filled, name: string) => page.faults.find(({ href }) => href === `#${name}`);
const optional = ({ required }: Asked): string => (required ? '' : ' (optional)');

/** The ids that say more of a field, for it to name. */
const described = (page: Filled, { name, hint }: Asked) => {
  const ids = [...(hint ? [`${name}-hint`] : []), ...(faultAt(page, name) ? [`${name}-error`] : [])];
  return ids.length > 0 ? { 'aria-describedby': ids.join(' ') } : {};
};

const Says = ({ page, asked }: { page: Filled; asked: Asked }) => {
  const fault = faultAt(page, asked.name);
  return (
    <>
      {asked.hint && (
        <div className="govuk-hint" id={`${asked.name}-hint`}>
          {asked.hint}
        </div>
      )}
      {fault && <FieldError id={`${asked.name}-error`} error={fault.message} />}
    </>
  );
};

const Group = ({ page, asked, children }: { page: Filled; asked: Asked; children: ReactNode }) => (
  <div className={`govuk-form-group${faultAt(page, asked.name) ? ' govuk-form-group--error' : ''}`}>{children}</div>
);

const Options = ({ page, asked }: { page: Filled; asked: Asked }) => {
  const look = asked.kind === 'choices' ? 'govuk-checkboxes' : 'govuk-radios';
  const idOf = (index: number): string => (index === 0 ? asked.name : `${asked.name}-${index}`);
  return (
    <Group page={page} asked={asked}>
      <fieldset className="govuk-fieldset" {...described(page, asked)}>
        <legend className="govuk-fieldset__legend">
          {asked.ask}
          {optional(asked)}
        </legend>
        <Says page={page} asked={asked} />
        <div className={`${look} ${look}--small`}>
          {asked.options.map((option, index) => (
            <div className={`${look}__item`} key={option.id}>
              <input
                className={`${look}__input`}
                id={idOf(index)}
                name={asked.name}
                type={asked.kind === 'choices' ? 'checkbox' : 'radio'}
                value={option.id}
                defaultChecked={typedFor(page, asked.name).includes(option.id)}
              />
              <label className={`govuk-label ${look}__label`} htmlFor={idOf(index)}>
                {option.words}
              </label>
            </div>
          ))}
        </div>
      </fieldset>
    </Group>
  );
};

const types: Partial<Record<Asked['kind'], string>> = { date: 'date', 'date-time': 'datetime-local', time: 'time' };

const widths: Partial<Record<Asked['kind'], string>> = { text: '', 'date-time': ' govuk-input--width-20' };

const Field = ({ page, asked }: { page: Filled; asked: Asked }) => {
  const wrong = (look: string): string => `${look}${faultAt(page, asked.name) ? ` ${look}--error` : ''}`;
  const common = {
    id: asked.name,
    name: asked.name,
    defaultValue: typedFor(page, asked.name)[0] ?? '',
    ...described(page, asked),
  };
  if (asked.kind === 'select') {
    return (
      <select className={wrong('govuk-select')} {...common}>
        <option value="" />
        {asked.options.map((option) => (
          <option value={option.id} key={option.id}>
            {option.words}
          </option>
        ))}
      </select>
    );
  }
  if (asked.kind === 'long-text') return <textarea className={wrong('govuk-textarea')} rows={4} {...common} />;
  return (
    <input
      className={`${wrong('govuk-input')}${widths[asked.kind] ?? ' govuk-input--width-10'}`}
      type={types[asked.kind] ?? 'text'}
      {...(asked.kind === 'number' && { inputMode: 'decimal' as const })}
      {...common}
    />
  );
};

/** One question, with what was typed and what is wrong with that. */
export const Question = ({ page, asked }: { page: Filled; asked: Asked }) =>
  asked.kind === 'choice' || asked.kind === 'choices' ? (
    <Options page={page} asked={asked} />
  ) : (
    <Group page={page} asked={asked}>
      <label className="govuk-label" htmlFor={asked.name}>
        {asked.ask}
        {optional(asked)}
      </label>
      <Says page={page} asked={asked} />
      <Field page={page} asked={asked} />
    </Group>
  );

const Happened = ({ words, on, more }: { words: string; on: string; more: string[] }) => (
  <>
    <p className="rubric-body">
      <strong>{words}</strong>, {on}
    </p>
    {more.length > 0 && (
      <ul className="rubric-list rubric-list--bullet">
        {more.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    )}
  </>
);

const Since = ({ since }: { since: NonNullable<RecordPresenter['since']> }) => (
  <div className="rubric-sheet rubric-case__notice" role="alert" id="since">
    <h2 className="rubric-heading-m">Somebody else recorded something in the meantime</h2>
    <p className="rubric-body">
      Nothing of yours was recorded yet, and what you typed is below. Look at what others did, and then record it all
      the same, or go back.
    </p>
    {since.map((event) => (
      <Happened words={event.words} on={event.on} more={event.more} key={event.id} />
    ))}
  </div>
);

const Preview = ({ changes, from }: { changes: NonNullable<RecordPresenter['preview']>; from: string | undefined }) => (
  <section className="rubric-sheet" id="preview" aria-labelledby="preview-title">
    <h2 className="rubric-heading-m" id="preview-title">
      {from === undefined ? 'This would' : `From ${from} on this would`}
    </h2>
    {changes.length === 0 ? (
      <p className="rubric-body">change nothing else. It would stand in the timeline.</p>
    ) : (
      <Changes changes={changes} caption="What recording this would change" />
    )}
    <p className="rubric-quiet">Nothing has been recorded yet.</p>
  </section>
);

const About = ({ page }: { page: RecordPresenter }) => (
  <>
    {page.about.map((words) => (
      <p className="rubric-body" key={words}>
        {words}
      </p>
    ))}
    {page.clauses.length > 0 && (
      <ul className="rubric-clauses">
        {page.clauses.map((clause) => (
          <li key={clause.label}>
            <span className="rubric-clause">{clause.label}</span> {clause.says}
          </li>
        ))}
      </ul>
    )}
    {page.looksAt.length > 0 && (
      <section className="rubric-sheet rubric-sheet--quiet">
        <h2 className="rubric-heading-s">What this is judged by</h2>
        <dl className="rubric-player__details">
          {page.looksAt.map(({ question, lines }) => (
            <div key={question}>
              <dt>{question}</dt>
              <dd>{lines.join(', ')}</dd>
            </div>
          ))}
        </dl>
      </section>
    )}
    {page.corrects && (
      <section className="rubric-sheet rubric-sheet--quiet">
        <h2 className="rubric-heading-s">What was recorded</h2>
        <Happened words={page.corrects.words} on={page.corrects.on} more={page.corrects.more} />
        <p className="rubric-quiet">It stays in the timeline, beside what you record instead.</p>
      </section>
    )}
  </>
);

const TakeBack = ({ page }: { page: RecordPresenter }) =>
  page.takeBack ? (
    <button type="submit" className="govuk-button govuk-button--secondary" name="do" value="take-back">
      It never happened: take it back
    </button>
  ) : null;

/** The page that records one thing of a case. */
export const Record = ({ page }: { page: RecordPresenter }) => (
  <div className="rubric-measure">
    <ErrorSummary faults={[...page.faults, ...(page.refused === undefined ? [] : [{ message: page.refused }])]} />
    {page.since && <Since since={page.since} />}
    <h1 className="rubric-heading-l">
      <span className="rubric-caption">{page.caption}</span> {page.title}
    </h1>
    <About page={page} />
    {page.preview && <Preview changes={page.preview} from={page.previewFrom} />}
    <FormStart action={page.action} keyed={page.key} version={page.version}>
      {page.asked.map((asked) => (
        <Question page={page} asked={asked} key={asked.name} />
      ))}
      <div className="rubric-actions">
        <button type="submit" className="govuk-button" name="do" value="record">
          {page.button}
        </button>
        <button type="submit" className="govuk-button govuk-button--secondary" name="do" value="preview">
          See what it would cause
        </button>
        <TakeBack page={page} />
        <a className="rubric-link" href={page.back.href}>
          {page.back.words}
        </a>
      </div>
    </FormStart>
  </div>
);
