import type { Version } from '../../server/store/contract.js';
import { ErrorSummary } from '../layout/error-summary.js';
import { FormStart } from '../layout/form-start.js';
import { Cautions, HersMark } from './hers-view.js';

/** A document to her, as it reads for her now. */
export interface ForHer {
  id: string;
  title: string;
  /** The body of the page, made by us and escaped. */
  html: string;
  /** Whether whoever looks may record that she was told. */
  mayTell: boolean;
}
export interface TellPresenter {
  called: string;
  cautions: string[];
  /** Why nothing is read to her now. */
  not?: string;
  documents: ForHer[];
  /** Something was recorded since the page was opened. */
  changed: boolean;
  refused?: string;
  action: string;
  back: string;
  wishes: string;
  key: string;
  version: Version;
}

const One = ({ page, one }: { page: TellPresenter; one: ForHer }) => (
  <section className="rubric-support__copy" aria-label={one.title}>
    {/* biome-ignore lint/security/noDangerouslySetInnerHtml: rendered and escaped by the template. */}
    <div className="rubric-document" dangerouslySetInnerHTML={{ __html: one.html }} />
    {one.mayTell && (
      <FormStart action={page.action} keyed={page.key} version={page.version} className="rubric-form rubric-no-print">
        <input type="hidden" name="document" value={one.id} />
        <button type="submit" className="govuk-button">
          I have told her this
        </button>
        <p className="rubric-quiet">It is recorded that she was told, with these words. Nothing is sent to her.</p>
      </FormStart>
    )}
  </section>
);

/** What she may be told, to be read aloud. */
export const Tell = ({ page }: { page: TellPresenter }) => (
  <div className="rubric-support">
    <ErrorSummary faults={page.refused === undefined ? [] : [{ message: page.refused }]} />
    <HersMark />
    <h1 className="rubric-heading-l">
      <span className="rubric-caption">{page.called}</span> What you may tell her today
    </h1>
    {page.changed && (
      <p className="rubric-support__caution" role="alert">
        <strong>
          Something was recorded since this page was opened, so nothing was kept. Read it again before you tell her.
        </strong>
      </p>
    )}
    <Cautions cautions={page.cautions} />
    {page.not ? (
      <>
        <p className="rubric-body">{page.not}</p>
        <p className="rubric-body">
          <a className="rubric-link" href={page.wishes}>
            Record what she wants
          </a>
        </p>
      </>
    ) : (
      <>
        <p className="rubric-body">
          Read her what stands here, and nothing else about him. It is what the programme’s rules let her be told.
        </p>
        {page.documents.map((one) => (
          <One page={page} one={one} key={one.id} />
        ))}
      </>
    )}
  </div>
);
