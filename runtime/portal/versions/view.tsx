import type { Version } from '../../server/store/contract.js';
import { Changes } from '../case/reasons-view.js';
import { ErrorSummary } from '../layout/error-summary.js';
import { fieldId, LongField } from '../layout/fields.js';
import { FormStart } from '../layout/form-start.js';
import type { VersionsPresenter } from './presenter.js';

const Difference = ({ title, lines }: VersionsPresenter['differences'][number]) => (
  <>
    <h3 className="rubric-heading-s">{title}</h3>
    <ul className="rubric-list">
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  </>
);

const MoveIt = ({ page, keyed, version, was, to }: { page: VersionsPresenter } & Sent) => (
  <section className="rubric-sheet">
    <h2 className="rubric-heading-m">For this case</h2>
    {page.changes?.length === 0 ? (
      <p className="rubric-body">Nothing that you can see would be otherwise today.</p>
    ) : (
      <Changes changes={page.changes ?? []} caption="What would be otherwise in this case today" />
    )}
    <FormStart action={page.action} keyed={keyed} version={version}>
      <input type="hidden" name="was" value={was} />
      <input type="hidden" name="to" value={to} />
      <LongField
        name="because"
        label="Why is the case moved?"
        hint="It stays on record with your name. What was recorded stays as it is, and is decided by the definition as it is now."
        value={page.because}
        error={page.faults.find(({ href }) => href === `#${fieldId('because')}`)?.message}
        rows={3}
      />
      <button className="govuk-button" type="submit">
        Move the case
      </button>
    </FormStart>
  </section>
);

interface Sent {
  keyed: string;
  version: Version;
  /** Digests: by which it goes, and that of the preview. */
  was: string;
  to: string;
}

/** By which version of its definition a case goes, and what another would make of it. */
export const Versions = ({ page, sent }: { page: VersionsPresenter; sent: Sent }) => (
  <>
    <ErrorSummary faults={page.faults} />
    <h1 className="rubric-heading-l">
      <span className="rubric-caption">{page.name}</span> Version of the definition
    </h1>
    <p className="rubric-body">{page.lead}</p>
    {page.changes && <MoveIt page={page} {...sent} />}
    {page.differences.length > 0 && (
      <section className="rubric-sheet">
        <h2 className="rubric-heading-m">What has been changed in the definition</h2>
        {page.differences.map((one) => (
          <Difference key={one.title} {...one} />
        ))}
      </section>
    )}
    {page.moves.length > 0 && (
      <section className="rubric-sheet">
        <h2 className="rubric-heading-m">Done before</h2>
        <ul className="rubric-list">
          {page.moves.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </section>
    )}
    <p className="rubric-body">
      <a className="rubric-link" href={page.back}>
        Back to the case
      </a>
    </p>
  </>
);

/** On the page of a case, where it goes by an earlier version, or did. */
export const VersionNote = ({ href, isEarlier }: { href: string; isEarlier: boolean }) => (
  <p className="rubric-quiet" id="version">
    {isEarlier
      ? 'This case goes by an earlier version of the definition. '
      : 'This case was moved to a later version of the definition. '}
    <a className="rubric-link" href={href}>
      {isEarlier ? 'See what would change, or move it' : 'See when and why'}
    </a>
  </p>
);
