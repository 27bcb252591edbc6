import { ErrorSummary, type Fault } from '../layout/error-summary.js';
import type { PagePart } from './question-page.js';

export interface PagePresenter {
  caption: string;
  heading: string;
  faults: Fault[];
  /** What the provider declares to stand on this page. */
  says: string[];
  /** What there is to know about this page at present. */
  notices: string[];
  /** A page without questions at present. */
  empty: boolean;
  next: string;
  part: PagePart;
}

/**
 * One page of a form. `questions` is the markup of its questions, made apart so that a script in the browser finds
 * exactly what it would have made itself.
 */
export const FormPage = ({ page, questions }: { page: PagePresenter; questions: string }) => (
  <div className="rubric-measure">
    <ErrorSummary faults={page.faults} />
    <h1 className="rubric-heading-l">
      <span className="rubric-caption">{page.caption}</span> {page.heading}
    </h1>
    {page.says.map((sentence) => (
      <p className="rubric-body" key={sentence}>
        {sentence}
      </p>
    ))}
    {page.notices.map((notice) => (
      <div className="govuk-inset-text" key={notice}>
        {notice}
      </div>
    ))}
    {page.empty ? (
      <p className="rubric-body">
        Nothing is asked on this page at present.{' '}
        <a className="rubric-link" href={page.next}>
          Go on
        </a>
      </p>
    ) : (
      // biome-ignore lint/security/noDangerouslySetInnerHtml: React made this markup a moment ago, and escaped it.
      <div id="question-page" data-part={JSON.stringify(page.part)} dangerouslySetInnerHTML={{ __html: questions }} />
    )}
  </div>
);
