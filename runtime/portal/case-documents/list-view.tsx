import type { CaseHead } from '../case/case-presenter.js';
import { Head } from '../case/head-view.js';
import { HersMark } from '../partner-support/hers-view.js';
import type { DocumentsPresenter, ListedDocument, ListedIssue } from './list-presenter.js';
import type { State } from './state-words.js';

export const StateMark = ({ state }: { state: State }) => (
  <p className="rubric-documents__state">
    <span className={`rubric-verdict rubric-verdict--${state.look}`}>{state.words}</span>
  </p>
);

const Listed = ({ document }: { document: ListedDocument }) => (
  <li className="rubric-documents__one" data-item={document.id}>
    <h3 className="rubric-heading-s">{document.title}</h3>
    <p className="rubric-quiet">{document.reads}</p>
    {document.none && <p className="rubric-quiet">{document.none}</p>}
    {document.releases.map(({ words, href, isReleased }) => (
      <p className="rubric-quiet" key={words}>
        {words}.{' '}
        {href && (
          <a className="rubric-link" href={href}>
            {isReleased ? 'Take it back' : 'Release it'}
            <span className="govuk-visually-hidden"> – {words}</span>
          </a>
        )}
      </p>
    ))}
    {document.each.map((one) => (
      <div className="rubric-documents__copies" key={one.href}>
        {one.of && <p className="rubric-documents__of">{one.of}</p>}
        {one.states.map((state) => (
          <StateMark state={state} key={state.words} />
        ))}
        <a className="rubric-link" href={one.href}>
          {one.words}
          <span className="govuk-visually-hidden"> – {one.of ? `${document.title}, ${one.of}` : document.title}</span>
        </a>
      </div>
    ))}
  </li>
);

const Issued = ({ issue }: { issue: ListedIssue }) => (
  <li className="rubric-documents__one" data-item={issue.id}>
    <h3 className="rubric-heading-s">
      <a className="rubric-link" href={issue.href}>
        {issue.title}
        <span className="govuk-visually-hidden">, {issue.says}</span>
      </a>
    </h3>
    <p className="rubric-body">{issue.says}</p>
    {issue.by.map((by) => (
      <p className="rubric-quiet" key={by}>
        {by}
      </p>
    ))}
    <ul className="rubric-documents__files">
      {issue.files.map((file) => (
        <li key={file.href}>
          <a className="rubric-link" href={file.href} download>
            {file.words}
            <span className="govuk-visually-hidden">
              {' '}
              file of {issue.title}, {issue.says}
            </span>
          </a>
        </li>
      ))}
    </ul>
  </li>
);

/** The heading of a page about documents: of his with the other pages of the case, of hers with the word. */
export const DocumentsHead = ({ head, name, title }: { head?: CaseHead | undefined; name: string; title: string }) =>
  head ? (
    <Head head={head}>{title}</Head>
  ) : (
    <>
      <HersMark />
      <h1 className="rubric-heading-l">
        <span className="rubric-caption">{name}</span> {title}
      </h1>
    </>
  );

/** What can be written of a case, what is due, and what went out. */
export const CaseDocuments = ({
  page,
  head,
  name,
}: {
  page: DocumentsPresenter;
  head?: CaseHead | undefined;
  name: string;
}) => (
  <>
    <DocumentsHead head={head} name={name} title="Documents" />
    {page.hers && (
      <p className="rubric-body rubric-measure">
        What is written to her. Nothing is sent to her from here: give it to her in a way that is safe for her.
      </p>
    )}
    {page.groups.length === 0 && <p className="rubric-empty">This programme declares no report and no message here.</p>}
    {page.groups.map((group) => (
      <section className="rubric-sheet" key={group.title} aria-labelledby={`documents-${group.title.toLowerCase()}`}>
        <h2 className="rubric-heading-m" id={`documents-${group.title.toLowerCase()}`}>
          {group.title}
        </h2>
        <ul className="rubric-documents">
          {group.documents.map((document) => (
            <Listed document={document} key={document.id} />
          ))}
        </ul>
      </section>
    ))}
    <section className="rubric-sheet" aria-labelledby="documents-issued">
      <h2 className="rubric-heading-m" id="documents-issued">
        What went out
      </h2>
      {page.issues.length === 0 ? (
        <p className="rubric-empty">Nothing has gone out from here yet. Each copy is kept here once it has.</p>
      ) : (
        <ul className="rubric-documents">
          {page.issues.map((issue) => (
            <Issued issue={issue} key={issue.id} />
          ))}
        </ul>
      )}
    </section>
  </>
);
