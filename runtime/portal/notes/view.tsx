import { Head } from '../case/head-view.js';
import { ErrorSummary } from '../layout/error-summary.js';
import { fieldId, LongField } from '../layout/fields.js';
import { FormStart } from '../layout/form-start.js';
import type { NotesPresenter, ShownNote } from './presenter.js';

const faultAt = ({ faults }: NotesPresenter, id: string) => faults.find(({ href }) => href === `#${id}`)?.message;

const One = ({ page, note, keyed, place }: { page: NotesPresenter; note: ShownNote; keyed: string; place: number }) => {
  const id = `because-${place}`;
  const isTaking = page.taking?.key === note.key;
  return (
    <li className="rubric-timeline__item">
      <div>
        {note.lines.map((line, i) => (
          // Lines of one text stay in their order, and two may be alike.
          // biome-ignore lint/suspicious/noArrayIndexKey: nothing else tells them apart
          <p className="rubric-body" key={i}>
            {note.takenBack ? <s>{line}</s> : line}
          </p>
        ))}
        <p className="rubric-quiet">{note.by}</p>
        {note.takenBack && <p className="rubric-quiet">{note.takenBack}</p>}
        {!note.takenBack && (
          <details className="rubric-no-print" open={isTaking}>
            <summary className="rubric-why__summary">Take this note back</summary>
            <FormStart action={`${page.action}#notes`} keyed={keyed}>
              <input type="hidden" name="takesBack" value={note.key} />
              <LongField
                name="because"
                id={isTaking ? fieldId('because') : id}
                label="Why is it taken back?"
                hint="The note stays, struck through, with what you write here."
                value={page.taking?.because && isTaking ? page.taking.because : ''}
                error={isTaking ? faultAt(page, fieldId('because')) : undefined}
                rows={2}
              />
              <button className="govuk-button govuk-button--secondary" type="submit">
                Take it back
              </button>
            </FormStart>
          </details>
        )}
      </div>
    </li>
  );
};

/** What staff noted of a case, and where they note more. */
export const Notes = ({ page, keyOf }: { page: NotesPresenter; keyOf: () => string }) => (
  <>
    <ErrorSummary faults={page.faults} />
    <Head head={page.head}>Notes</Head>
    <section className="rubric-sheet">
      <h2 className="rubric-heading-m">Add a note</h2>
      <FormStart action={page.action} keyed={keyOf()}>
        <LongField
          name="says"
          label="Note"
          hint="Colleagues who work with him read it. Nothing that his partner said, and nothing of where she lives, belongs here."
          value={page.typed}
          error={faultAt(page, fieldId('says'))}
          rows={5}
        />
        <button className="govuk-button" type="submit">
          Add the note
        </button>
      </FormStart>
    </section>
    <section className="rubric-sheet" id="notes">
      <h2 className="rubric-heading-m">Notes</h2>
      {page.notes.length === 0 ? (
        <p className="rubric-player__none">
          Nobody has noted anything yet. What is added stands here, the latest first.
        </p>
      ) : (
        <ol className="rubric-timeline">
          {page.notes.map((note, place) => (
            <One page={page} note={note} keyed={keyOf()} place={place} key={note.key} />
          ))}
        </ol>
      )}
    </section>
  </>
);
