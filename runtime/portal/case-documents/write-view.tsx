import type { CaseHead } from '../case/case-presenter.js';
import { ErrorSummary, type Fault } from '../layout/error-summary.js';
import { FieldError } from '../layout/fields.js';
import { FormStart } from '../layout/form-start.js';
import { DocumentsHead, StateMark } from './list-view.js';
import { type ReleaseLine, releaseNote } from './releases.js';
import type { Act, Box, Part, WritePresenter } from './write-presenter.js';

const Theirs = ({ box }: { box: Box }) =>
  box.both ? (
    <div className="govuk-inset-text" id={`${box.id}-theirs`}>
      <p className="rubric-body">
        <strong>{box.both.by} wrote here at the same time.</strong> Yours is in the box and is not kept yet. This is
        what stands there now; what you save takes its place, and it is kept below with the earlier texts:
      </p>
      <p className="rubric-written">{box.both.theirs === '' ? 'Nothing: it was taken out.' : box.both.theirs}</p>
    </div>
  ) : null;

interface TextBoxProps {
  box: Box;
  label?: string;
  rows: number;
  hint?: string;
  error?: string | undefined;
}
const TextBox = ({ box, label, rows, hint, error }: TextBoxProps) => (
  <>
    <Theirs box={box} />
    {label !== undefined && (
      <label className="govuk-label" htmlFor={box.id}>
        {label}
      </label>
    )}
    {error && <FieldError id={`${box.id}-error`} error={error} />}
    <textarea
      className={`govuk-textarea${error ? ' govuk-textarea--error' : ''}`}
      id={box.id}
      name={box.name}
      rows={rows}
      defaultValue={box.text}
      aria-describedby={
        [hint, error && `${box.id}-error`, box.both && `${box.id}-theirs`].filter(Boolean).join(' ') || undefined
      }
    />
  </>
);

const Offered = ({ part }: { part: Part }) =>
  part.offered.length === 0 ? null : (
    <div className="rubric-offered">
      <p className="rubric-body">Reasons to choose from, if they are yours. Each can be put in and then changed:</p>
      <ul className="rubric-list rubric-list--spaced">
        {part.offered.map((one) => (
          <li key={one.value}>
            {one.words}{' '}
            <button type="submit" className="rubric-pick__button" name="put" value={one.value}>
              Put this in<span className="govuk-visually-hidden">: {one.words}</span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  );

const groupClass = (error: string | undefined): string => `govuk-form-group${error ? ' govuk-form-group--error' : ''}`;

const PartFields = ({ part, faults }: { part: Part; faults: Fault[] }) => {
  const errorAt = ({ id }: Box): string | undefined => faults.find(({ href }) => href === `#${id}`)?.message;
  const hint = `hint-${part.id}`;
  const optional = part.required ? '' : ' (optional)';
  if (part.rows.length > 0)
    return (
      <fieldset className="govuk-fieldset govuk-form-group" aria-describedby={hint}>
        <legend className="govuk-fieldset__legend govuk-fieldset__legend--m">
          {part.heading || part.prompt}
          {optional}
        </legend>
        <div className="govuk-hint" id={hint}>
          {part.prompt}
        </div>
        {part.rows.map((row) => (
          <div className="rubric-written__row" key={row.label}>
            {row.boxes.map((box) => (
              <div className={groupClass(errorAt(box))} key={box.id}>
                <TextBox box={box} label={box.label} rows={3} error={errorAt(box)} />
              </div>
            ))}
          </div>
        ))}
      </fieldset>
    );
  const [box] = part.boxes;
  if (!box) return null;
  return (
    <div className={groupClass(errorAt(box))}>
      <label className="govuk-label govuk-label--m" htmlFor={box.id}>
        {part.heading || part.prompt}
        {optional}
      </label>
      {part.heading && (
        <div className="govuk-hint" id={hint}>
          {part.prompt}
        </div>
      )}
      <Offered part={part} />
      <TextBox box={box} rows={8} {...(part.heading ? { hint } : {})} error={errorAt(box)} />
    </div>
  );
};

const Recipients = ({ page }: { page: WritePresenter }) =>
  page.recipients.length === 0 ? null : (
    <fieldset className="govuk-fieldset govuk-form-group">
      <legend className="govuk-fieldset__legend govuk-fieldset__legend--m">To whom does it go?</legend>
      <input type="hidden" name="asks-to" value="yes" />
      <div className="govuk-checkboxes">
        {page.recipients.map((one) => (
          <div className="govuk-checkboxes__item" key={one.value}>
            <input
              className="govuk-checkboxes__input"
              type="checkbox"
              id={`to-${one.value}`}
              name="to[]"
              value={one.value}
              defaultChecked={one.chosen}
            />
            <label className="govuk-label govuk-checkboxes__label" htmlFor={`to-${one.value}`}>
              {one.words}
            </label>
          </div>
        ))}
      </div>
    </fieldset>
  );

const ActButton = ({ act }: { act: Act }) => (
  <>
    {act.says && <p className="rubric-quiet">{act.says}</p>}
    <button
      type="submit"
      className={`govuk-button${act.secondary ? ' govuk-button--secondary' : ''}`}
      name="do"
      value={act.does}
    >
      {act.words}
    </button>
  </>
);

const Acts = ({ page, keyed }: { page: WritePresenter; keyed: string }) => (
  <>
    {page.acts
      .filter(({ note }) => !note)
      .map((act) => (
        <FormStart action={page.action} keyed={keyed} key={act.does}>
          <input type="hidden" name="paper" value={page.version} />
          <ActButton act={act} />
        </FormStart>
      ))}
    {page.acts
      .filter(({ note }) => note)
      .map((act) => (
        <FormStart action={page.action} keyed={keyed} key={act.does}>
          <input type="hidden" name="paper" value={page.version} />
          <div className="govuk-form-group">
            <label className="govuk-label" htmlFor="note">
              {act.note?.label}
            </label>
            <div className="govuk-hint" id="hint-note">
              {act.note?.hint}
            </div>
            <textarea className="govuk-textarea" id="note" name="note" rows={4} aria-describedby="hint-note" />
          </div>
          <ActButton act={act} />
        </FormStart>
      ))}
  </>
);

const Form = ({ page, keyed, faults }: { page: WritePresenter; keyed: string; faults: Fault[] }) => (
  <FormStart action={page.action} keyed={keyed} id="writing" className="rubric-form rubric-writing">
    <input type="hidden" name="paper" value={page.version} />
    <div className="rubric-actions rubric-writing__first">
      <button type="submit" className="govuk-button govuk-button--secondary" name="do" value="save">
        Save
      </button>
      <p className="rubric-quiet" id="kept" role="status">
        {page.kept}
      </p>
    </div>
    {page.parts.map((part) => (
      <PartFields part={part} faults={faults} key={part.id} />
    ))}
    <Recipients page={page} />
    <div className="rubric-stack">
      {page.acts
        .filter(({ does }) => does !== 'save')
        .map((act) => (
          <ActButton act={act} key={act.does} />
        ))}
    </div>
  </FormStart>
);

const TakeReleaseBack = ({
  line,
  page,
  keyed,
  error,
}: {
  line: ReleaseLine;
  page: WritePresenter;
  keyed: string;
  error: string | undefined;
}) => {
  const id = releaseNote(line.id);
  return (
    <FormStart action={page.action} keyed={keyed}>
      <input type="hidden" name="heading" value={line.id} />
      <div className={groupClass(error)}>
        <label className="govuk-label" htmlFor={id}>
          Why is it taken back?
        </label>
        <div className="govuk-hint" id={`${id}-hint`}>
          It is kept with the release, and whoever may see that reads it.
        </div>
        {error && <FieldError id={`${id}-error`} error={error} />}
        <textarea
          className={`govuk-textarea${error ? ' govuk-textarea--error' : ''}`}
          id={id}
          name="note"
          rows={3}
          aria-describedby={`${id}-hint${error ? ` ${id}-error` : ''}`}
        />
      </div>
      <button type="submit" className="govuk-button govuk-button--secondary" name="do" value="take-release-back">
        Take the release back
      </button>
    </FormStart>
  );
};

const Releases = ({ page, keyed, faults }: { page: WritePresenter; keyed: string; faults: Fault[] }) =>
  page.releases.length === 0 ? null : (
    <section id="releases" aria-labelledby="releases-title">
      <h2 className="rubric-heading-m" id="releases-title">
        What has to be released
      </h2>
      {page.releases.map((line) => (
        <div key={line.id}>
          <p className="rubric-body">
            {line.words}.{' '}
            {line.href && !line.isReleased && (
              <a className="rubric-link" href={line.href}>
                Release it<span className="govuk-visually-hidden"> – {line.words}</span>
              </a>
            )}
          </p>
          {line.href && line.isReleased && (
            <TakeReleaseBack
              line={line}
              page={page}
              keyed={keyed}
              error={faults.find(({ href }) => href === `#${releaseNote(line.id)}`)?.message}
            />
          )}
        </div>
      ))}
    </section>
  );

const Earlier = ({ page }: { page: WritePresenter }) =>
  page.earlier.length === 0 ? null : (
    <details className="govuk-details rubric-no-print" id="earlier">
      <summary className="govuk-details__summary">
        <span className="govuk-details__summary-text">Earlier texts</span>
      </summary>
      <div className="govuk-details__text">
        {page.earlier.map((one, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two may be alike, and none ever moves.
          <div key={place}>
            <p className="rubric-quiet">
              {one.of}, {one.by}, {one.at}
            </p>
            <p className="rubric-written">{one.text}</p>
          </div>
        ))}
      </div>
    </details>
  );

/** One document as it is written: its texts, what can be done with it, and how it would read. */
export const Writing = ({
  page,
  keyed,
  faults,
  head,
  body,
}: {
  page: WritePresenter;
  keyed: string;
  faults: Fault[];
  head?: CaseHead | undefined;
  body: string;
}) => (
  <>
    <ErrorSummary faults={faults} />
    <DocumentsHead head={head} name={page.caption} title={page.title} />
    {page.state && <StateMark state={page.state} />}
    {page.note && (
      <div className="govuk-inset-text" id="note-to-author">
        <p className="rubric-body">{page.note}</p>
      </div>
    )}
    {page.says && <p className="rubric-body">{page.says}</p>}
    <div className="rubric-no-print">
      {page.mayType && (page.parts.length > 0 || page.recipients.length > 0) ? (
        <Form page={page} keyed={keyed} faults={faults} />
      ) : (
        <Acts page={page} keyed={keyed} />
      )}
      <Releases page={page} keyed={keyed} faults={faults} />
      <Earlier page={page} />
    </div>
    {!page.isUnasked && (
      <>
        <h2 className="rubric-heading-m rubric-no-print">As it would read now</h2>
        {/* The template puts every value in escaped, and its own words come from the definition. */}
        {/* biome-ignore lint/security/noDangerouslySetInnerHtml: it is a part of a page already, made by the renderer */}
        <div className="rubric-document" dangerouslySetInnerHTML={{ __html: body }} />
      </>
    )}
  </>
);
