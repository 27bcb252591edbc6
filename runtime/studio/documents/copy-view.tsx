import type { CopyPresenter, Other } from './copy-presenter.js';
import { DayField } from './list-view.js';

const Others = ({ label, others }: { label: string; others: Other[] }) =>
  others.length < 2 ? null : (
    <nav className="rubric-copies" aria-label={label}>
      <ul>
        {others.map((one) => (
          <li key={one.href}>
            <a className="rubric-link" href={one.href} aria-current={one.current ? 'page' : undefined}>
              {one.words}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );

/** One copy of a document, with whose it is and what can be done with it. The document brings the page's first heading. */
export const DocumentCopy = ({ page }: { page: CopyPresenter }) => (
  <>
    <div className="rubric-no-print">
      <p className="rubric-caption">{page.caption}</p>
      <Others label="Copies" others={page.recipients} />
      <Others label="For whom" others={page.entries} />
      <Others label="As whom" others={page.views} />
      {page.says && (
        <p className={`rubric-body rubric-documents__says${page.withholds ? ' rubric-hers' : ''}`}>{page.says}</p>
      )}
      <DayField action={page.action} day={page.day} keeps={page.keeps} />
    </div>
    {page.onPaper && <p className="rubric-only-print rubric-hers">{page.onPaper}</p>}
    {/* The template puts every value in escaped, and its own words come from the definition. */}
    {/* biome-ignore lint/security/noDangerouslySetInnerHtml: it is a part of a page already, made by the renderer */}
    <div className="rubric-document" dangerouslySetInnerHTML={{ __html: page.body }} />
    {page.offered.length > 0 && (
      <section className="rubric-no-print" aria-labelledby="offered-reasons">
        <h2 id="offered-reasons" className="rubric-heading-m">
          Reasons to choose from, for whoever writes it
        </h2>
        <ul className="rubric-list rubric-list--bullet">
          {page.offered.map((reason) => (
            <li key={reason}>{reason}</li>
          ))}
        </ul>
      </section>
    )}
    <div className="rubric-no-print">
      <p className="rubric-body">The copy that goes out, as a file:</p>
      <ul className="rubric-documents__files">
        {page.downloads.map((file) => (
          <li key={file.href}>
            <a className="rubric-link" href={file.href} download>
              {file.words}
            </a>
          </li>
        ))}
      </ul>
      {page.print && <p className="rubric-quiet">{page.print}</p>}
    </div>
  </>
);
