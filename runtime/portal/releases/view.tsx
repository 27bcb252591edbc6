import { ErrorSummary, type Fault } from '../layout/error-summary.js';
import { FormStart } from '../layout/form-start.js';
import type { ReleaseLine, ReleasePage, ReleasesPresenter } from './presenter.js';

const Lines = ({ lines }: { lines: ReleaseLine[] }) => (
  <ul className="rubric-documents">
    {lines.map((line) => (
      <li className="rubric-documents__one" key={line.href}>
        <h3 className="rubric-heading-s">
          <a className="rubric-link" href={line.href}>
            {line.title}
            <span className="govuk-visually-hidden">. {line.says}</span>
          </a>
        </h3>
        <p className="rubric-quiet">{line.says}</p>
        {line.answer && <p className="rubric-body">{line.answer}</p>}
      </li>
    ))}
  </ul>
);

/** What waits for somebody who may see her side before it goes out. */
export const Releases = ({ page }: { page: ReleasesPresenter }) => (
  <>
    <h1 className="rubric-heading-l">Releases</h1>
    <p className="rubric-body rubric-measure">
      What somebody wrote for people outside is looked at here before it goes out, whether or not anything of hers
      stands in it. Whoever wrote it learns only whether it may go out.
    </p>
    <section className="rubric-sheet" aria-labelledby="waiting">
      <h2 className="rubric-heading-m" id="waiting">
        Waiting
      </h2>
      {page.waiting.length === 0 ? (
        <p className="rubric-empty">Nothing waits. What is handed in stands here until it is answered.</p>
      ) : (
        <Lines lines={page.waiting} />
      )}
    </section>
    {page.answered.length > 0 && (
      <section className="rubric-sheet" aria-labelledby="answered">
        <h2 className="rubric-heading-m" id="answered">
          Answered lately
        </h2>
        <Lines lines={page.answered} />
      </section>
    )}
  </>
);

const Finds = ({ page }: { page: ReleasePage }) =>
  page.found.length === 0 ? (
    <p className="rubric-body">
      None of her names, addresses or numbers was found in it. What is put in other words is for you to see: please read
      it.
    </p>
  ) : (
    <div className="govuk-warning-text" id="found">
      <span className="govuk-warning-text__icon" aria-hidden="true">
        !
      </span>
      <div className="govuk-warning-text__text">
        <span className="govuk-visually-hidden">Warning: </span>
        <p>This stands in it, and is hers. It is marked where it stands:</p>
        <ul className="rubric-list rubric-list--bullet">
          {page.found.map((found) => (
            <li key={found}>{found}</li>
          ))}
        </ul>
      </div>
    </div>
  );

const Give = ({ page, action, keyed }: { page: ReleasePage; action: string; keyed: string }) => (
  <FormStart action={action} keyed={keyed}>
    {page.releasable.length > 0 && (
      <fieldset className="govuk-fieldset govuk-form-group">
        <legend className="govuk-fieldset__legend govuk-fieldset__legend--m">What goes out with it?</legend>
        <div className="govuk-checkboxes">
          {page.releasable.map((one) => (
            <div className="govuk-checkboxes__item" key={one.id}>
              <input
                className="govuk-checkboxes__input"
                type="checkbox"
                id={`release-${one.id}`}
                name="releases[]"
                value={one.id}
                disabled={!one.may}
                aria-describedby={`release-${one.id}-hint`}
              />
              <label className="govuk-label govuk-checkboxes__label" htmlFor={`release-${one.id}`}>
                {one.words}
              </label>
              <div className="govuk-hint govuk-checkboxes__hint" id={`release-${one.id}-hint`}>
                {one.says}
              </div>
            </div>
          ))}
        </div>
      </fieldset>
    )}
    <button type="submit" className="govuk-button" name="do" value="give">
      It may go out
    </button>
  </FormStart>
);

const Refuse = ({ action, keyed, typed }: { action: string; keyed: string; typed: string }) => (
  <FormStart action={action} keyed={keyed}>
    <div className="govuk-form-group">
      <label className="govuk-label govuk-label--m" htmlFor="words">
        What should its author change?
      </label>
      <div className="govuk-hint" id="words-hint">
        The author reads these words and nothing else. Say what to change on grounds that could be anybody's: they are
        searched too.
      </div>
      <textarea
        className="govuk-textarea"
        id="words"
        name="words"
        rows={4}
        defaultValue={typed}
        aria-describedby="words-hint"
      />
    </div>
    <button type="submit" className="govuk-button govuk-button--secondary" name="do" value="refuse">
      It needs another look
    </button>
  </FormStart>
);

/** One document that waits to be looked at. */
export const Release = ({
  page,
  action,
  keyed,
  faults,
  typed,
}: {
  page: ReleasePage;
  action: string;
  keyed: string;
  faults: Fault[];
  typed: string;
}) => (
  <>
    <ErrorSummary faults={faults} />
    <h1 className="rubric-heading-l">
      <span className="rubric-caption">{page.caption}</span> {page.title}
    </h1>
    <p className="rubric-body">{page.says}</p>
    {page.isWaiting ? (
      <>
        <p className="rubric-body">
          <span className="rubric-hers">Hers</span> What is marked below is seen by you alone.
        </p>
        <Finds page={page} />
        <div className="rubric-no-print">
          <Give page={page} action={action} keyed={keyed} />
          <Refuse action={action} keyed={keyed} typed={typed} />
        </div>
        {page.pages.map((one) => (
          <section key={one.title} aria-label={one.title}>
            <h2 className="rubric-heading-m">{one.title}, with everything that could go out</h2>
            {/* biome-ignore lint/security/noDangerouslySetInnerHtml: it is a part of a page already, made by the renderer */}
            <div className="rubric-document" dangerouslySetInnerHTML={{ __html: one.body }} />
          </section>
        ))}
      </>
    ) : (
      <>
        <p className="rubric-body">{page.answer}</p>
        {page.words && <p className="rubric-written">{page.words}</p>}
      </>
    )}
  </>
);
