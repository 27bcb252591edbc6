import type { ListedIssue } from './list-presenter.js';

/** A document as it went out, as those inside may read it. It brings the page's first heading. */
export const IssuedDocument = ({ issue, body, print }: { issue: ListedIssue; body: string; print: string }) => (
  <>
    <div className="rubric-no-print">
      <p className="rubric-caption">{issue.says}</p>
      {issue.by.map((by) => (
        <p className="rubric-quiet" key={by}>
          {by}
        </p>
      ))}
    </div>
    {/* biome-ignore lint/security/noDangerouslySetInnerHtml: it is a part of a page already, made by the renderer */}
    <div className="rubric-document" dangerouslySetInnerHTML={{ __html: body }} />
    <div className="rubric-no-print">
      <p className="rubric-body">As a file:</p>
      <ul className="rubric-documents__files">
        {issue.files.map((file) => (
          <li key={file.href}>
            <a className="rubric-link" href={file.href} download>
              {file.words}
            </a>
          </li>
        ))}
      </ul>
      {print && <p className="rubric-quiet">{print}</p>}
    </div>
  </>
);
