import { ErrorSummary, type Fault } from '../../portal/layout/error-summary.js';
import type { JudgementsPresenter, ToRecord } from './presenter.js';

const Item = ({ item }: { item: ToRecord }) => (
  <li className="govuk-task-list__item govuk-task-list__item--with-link">
    <div className="govuk-task-list__name-and-hint">
      <a className="govuk-link govuk-task-list__link" href={item.href} aria-describedby={`hint-${item.id}`}>
        {item.ask}
      </a>
      <div className="govuk-task-list__hint" id={`hint-${item.id}`}>
        {item.lines.length === 0
          ? item.by
          : item.lines.map((line, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the lines have no names and never move.
              <div key={index}>{line}</div>
            ))}
      </div>
    </div>
    {item.tag && (
      <div className="govuk-task-list__status">
        <strong className={`govuk-tag ${item.tag.look}`}>{item.tag.word}</strong>
      </div>
    )}
  </li>
);

/** What people decide or record about a case. */
export const Judgements = ({ judgements }: { judgements: JudgementsPresenter }) => (
  <div className="rubric-measure">
    <h1 className="rubric-heading-l">What people decide</h1>
    {judgements.groups.length === 0 ? (
      <p className="rubric-empty">This definition leaves nothing to be judged, consented to, signed or scored.</p>
    ) : (
      <p className="rubric-body">
        Some things no form can settle. Whoever is named records them here, with a reason where it is a judgement.
      </p>
    )}
    {judgements.groups.map((group) => (
      <section key={group.heading}>
        <h2 className="rubric-heading-m">{group.heading}</h2>
        <ul className="govuk-task-list">
          {group.items.map((item) => (
            <Item item={item} key={item.id} />
          ))}
        </ul>
      </section>
    ))}
    <div className="rubric-actions">
      <a className="govuk-button" href={judgements.decision}>
        See the decision
      </a>
    </div>
  </div>
);

export interface RecordPresenter {
  heading: string;
  faults: Fault[];
  /** What this rests on, for whoever judges. */
  looksAt: { question: string; lines: string[] }[];
  clauses: { label: string; says: string }[];
}

/** One thing to record. `questions` is the markup of its form. */
export const RecordPage = ({ record, questions }: { record: RecordPresenter; questions: string }) => (
  <div className="rubric-measure">
    <ErrorSummary faults={record.faults} />
    <h1 className="rubric-heading-l">{record.heading}</h1>
    {record.clauses.map((clause) => (
      <p className="rubric-body" key={clause.label}>
        <span className="rubric-clause">{clause.label}</span> {clause.says}
      </p>
    ))}
    {record.looksAt.length > 0 && (
      <dl className="govuk-summary-list">
        {record.looksAt.map((seen) => (
          <div className="govuk-summary-list__row" key={seen.question}>
            <dt className="govuk-summary-list__key">{seen.question}</dt>
            <dd className="govuk-summary-list__value">{seen.lines.join(', ')}</dd>
          </div>
        ))}
      </dl>
    )}
    {/* biome-ignore lint/security/noDangerouslySetInnerHtml: React made this markup a moment ago, and escaped it. */}
    <div dangerouslySetInnerHTML={{ __html: questions }} />
  </div>
);
