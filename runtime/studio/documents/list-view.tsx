import type { Copy, DocumentState, DocumentsPresenter, ListedDocument } from './list-presenter.js';

const State = ({ state }: { state: DocumentState }) => (
  <p className="rubric-documents__state">
    <span className={`rubric-verdict rubric-verdict--${state.look}`}>{state.words}</span>
  </p>
);

const CopyLink = ({ copy, title, of }: { copy: Copy; title: string; of: string }) => (
  <li>
    <a className="rubric-link" href={copy.href}>
      {copy.words}
      <span className="govuk-visually-hidden"> – {of ? `${title}, ${of}` : title}</span>
    </a>
  </li>
);

const Listed = ({ document }: { document: ListedDocument }) => (
  <li className="rubric-documents__one" data-item={document.id}>
    <h3 className="rubric-heading-s">
      {document.title} {document.hers && <span className="rubric-hers rubric-player__mark">Kept apart</span>}
    </h3>
    <p className="rubric-player__quiet">{document.reads}</p>
    {document.none && <p className="rubric-player__none">{document.none}</p>}
    {document.each.map((one) => (
      <div className="rubric-documents__copies" key={one.of}>
        {one.of && <p className="rubric-documents__of">{one.of}</p>}
        {one.states.map((state) => (
          <State state={state} key={state.words} />
        ))}
        <ul className="rubric-documents__links">
          {one.copies.map((copy) => (
            <CopyLink copy={copy} title={document.title} of={one.of} key={copy.href} />
          ))}
        </ul>
      </div>
    ))}
  </li>
);

/** The day, as a field. */
export const DayField = ({
  action,
  day,
  keeps = {},
}: {
  action: string;
  day: string;
  keeps?: Record<string, string>;
}) => (
  <form method="get" action={action} className="rubric-documents__day rubric-no-print">
    {Object.entries(keeps).map(([name, value]) => (
      <input type="hidden" name={name} value={value} key={name} />
    ))}
    <label className="govuk-label" htmlFor="documents-at">
      As of the end of
    </label>
    <input className="govuk-input" id="documents-at" type="date" name="at" defaultValue={day} />
    <button type="submit" className="govuk-button govuk-button--secondary">
      Show
    </button>
  </form>
);

/** The reports and messages of a case that is played. */
export const Documents = ({ page }: { page: DocumentsPresenter }) => (
  <>
    <h1 className="rubric-heading-l">
      <span className="rubric-caption">{page.title}</span> Reports and messages
    </h1>
    <p className="rubric-body">
      As they would stand on {page.on}. Whoever opens one sees what its recipient would see, and nothing more.
    </p>
    <DayField action={page.action} day={page.day} />
    {page.groups.length === 0 && (
      <p className="rubric-empty">
        This definition declares no reports and no messages. What stands under “reports” and “messages” in its files
        will be listed here.
      </p>
    )}
    {page.groups.map((group) => (
      <section className="rubric-sheet" key={group.title}>
        <h2 className="rubric-heading-m">{group.title}</h2>
        <ul className="rubric-documents">
          {group.documents.map((document) => (
            <Listed document={document} key={document.id} />
          ))}
        </ul>
      </section>
    ))}
  </>
);
