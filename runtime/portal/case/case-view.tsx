import type { ReactNode } from 'react';
import { stopped } from '../words/lists.js';
import type { Answerable, CaseDecisionPresenter, CasePresenter, Doable } from './case-presenter.js';
import { Criterion, Reason, StillMissing } from './criteria-view.js';
import { Head } from './head-view.js';
import { Ledger } from './ledger-view.js';
import { CaseLine } from './line-view.js';
import { Next } from './next-view.js';
import { Why } from './reasons-view.js';
import { Timeline } from './timeline-view.js';

const Marks = ({ one }: { one: Pick<Answerable | Doable, 'force' | 'state'> }) => (
  <p className="rubric-player__marks">
    <span className="rubric-force__word">{one.force.word}</span>{' '}
    <span className={`rubric-verdict rubric-verdict--${one.state.look}`}>{one.state.word}</span>
  </p>
);

const Recommendation = ({ one }: { one: Answerable }) => (
  <li className={`rubric-force rubric-force--${one.force.look} rubric-player__item`} data-item={one.anchor}>
    <Marks one={one} />
    <p className="rubric-player__words">{one.words}</p>
    {one.asks.length > 0 && (
      <p className="rubric-player__asks">
        {one.asks.length > 1 && one.either ? 'One of: ' : ''}
        {stopped(one.asks.join('; '))}
      </p>
    )}
    <p className="rubric-player__quiet">
      {one.since}. {one.forWhom}
    </p>
    {one.doubt && <p className="rubric-player__conflict">{one.doubt}</p>}
    {one.conflicts.map((conflict) => (
      <p className="rubric-player__conflict" key={conflict}>
        {conflict}
      </p>
    ))}
    {one.answer && (
      <p className="rubric-no-print">
        <a className="govuk-button rubric-case__answer" href={one.answer}>
          Confirm or refuse<span className="govuk-visually-hidden"> – {one.words}</span>
        </a>
      </p>
    )}
    <Why of={one.words} anchor={one.anchor} reasons={one.reasons} />
  </li>
);

const Duty = ({ one }: { one: Doable }) => (
  <li className={`rubric-force rubric-force--${one.force.look} rubric-player__item`} data-item={one.anchor}>
    <Marks one={one} />
    <p className="rubric-player__words">{one.words}</p>
    {one.asks.length > 0 && <p className="rubric-player__asks">{stopped(one.asks.join('; '))}</p>}
    <p className="rubric-player__quiet">
      {one.due}.{one.by && ` ${one.by}.`}
      {one.notes.map((note) => ` ${note}.`)}
    </p>
    <div className="rubric-case__foot">
      {one.record && (
        <p className="rubric-player__quiet rubric-no-print">
          <a className="rubric-link" href={one.record.href}>
            {one.record.words}
            <span className="govuk-visually-hidden"> – {one.words}</span>
          </a>
        </p>
      )}
      <Why of={one.words} anchor={one.anchor} reasons={one.reasons} />
    </div>
  </li>
);

const Listed = <T extends { anchor: string }>({
  id,
  title,
  none,
  standing,
  perhaps = [],
  past,
  each,
}: {
  id: string;
  title: string;
  none: string;
  standing: T[];
  perhaps?: T[];
  past: T[];
  each: (one: T) => ReactNode;
}) => (
  <section className="rubric-sheet" id={id}>
    <h2 className="rubric-heading-m">{title}</h2>
    {standing.length === 0 && <p className="rubric-player__none">{none}</p>}
    {standing.length > 0 && <ul className="rubric-player__list">{standing.map(each)}</ul>}
    {perhaps.length > 0 && (
      <details className="rubric-why" id={`${id}-perhaps`}>
        <summary className="rubric-why__summary">May stand: not known yet ({perhaps.length})</summary>
        <ul className="rubric-player__list rubric-player__list--past">{perhaps.map(each)}</ul>
      </details>
    )}
    {past.length > 0 && (
      <details className="rubric-why" id={`${id}-past`}>
        <summary className="rubric-why__summary">
          Answered, done or gone ({past.length})<span className="govuk-visually-hidden"> – {title.toLowerCase()}</span>
        </summary>
        <ul className="rubric-player__list rubric-player__list--past">{past.map(each)}</ul>
      </details>
    )}
  </section>
);

const Summary = ({ page }: { page: CasePresenter }) => (
  <section className="rubric-sheet rubric-player__state" data-item="state">
    <h2 className="rubric-heading-m">{page.head.state}</h2>
    <dl className="rubric-player__details">
      {page.details.map(({ term, value }) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
    {page.nearMiss.map((words) => (
      <p className="rubric-body" data-item="near-miss" key={words}>
        <strong>One miss away.</strong> {words}
      </p>
    ))}
    {page.decision && (
      <p className="rubric-body rubric-case__decision">
        By the criteria: <strong>{page.decision.word}</strong>.{' '}
        <a className="rubric-link" href={page.decision.href}>
          Why, and what is missing{page.decision.missing > 0 ? ` (${page.decision.missing})` : ''}
        </a>
      </p>
    )}
  </section>
);

const NoticesOf = ({ page }: { page: CasePresenter }) =>
  page.notices.length === 0 ? null : (
    <section className="rubric-sheet" data-item="notices">
      <h2 className="rubric-heading-m">To look at</h2>
      {page.notices.map(({ title, items }) => (
        <div key={title}>
          <h3 className="rubric-heading-s">{title}</h3>
          <ul className="rubric-list rubric-player__notices">
            {items.map(({ words, href }) => (
              <li className="rubric-player__conflict" key={words}>
                {href ? (
                  <a className="rubric-link" href={href}>
                    {words}
                  </a>
                ) : (
                  words
                )}
              </li>
            ))}
          </ul>
        </div>
      ))}
    </section>
  );

/** The page of a case: how he stands, and beside it what may happen next. `children`: what other features show of it. */
export const Case = ({ page, children }: { page: CasePresenter; children?: ReactNode }) => (
  <div className="rubric-case">
    <div className="rubric-case__head">
      <Head head={page.head}>Case</Head>
      <p className="rubric-case__to-next rubric-no-print">
        <a className="rubric-link" href="#next">
          What may happen next
        </a>
      </p>
    </div>
    <div className="rubric-case__main">
      <Summary page={page} />
      <NoticesOf page={page} />
      {page.overTime && (
        <>
          <Listed
            id="recommendations"
            title="Recommendations"
            none="No rule asks for anything today. Rules that do will stand here, for a person to confirm or refuse."
            standing={page.recommendations.standing}
            perhaps={page.recommendations.perhaps}
            past={page.recommendations.past}
            each={(one) => <Recommendation one={one} key={one.anchor} />}
          />
          <Listed
            id="duties"
            title="Duties"
            none="Nothing is due. What has to be done, and by when, will stand here."
            standing={page.duties.owed}
            past={page.duties.past}
            each={(one) => <Duty one={one} key={one.anchor} />}
          />
        </>
      )}
      {page.ledger && <Ledger ledger={page.ledger} />}
      {page.line && <CaseLine line={page.line} />}
      <Timeline timeline={page.timeline} />
      {children}
    </div>
    <aside className="rubric-case__aside" aria-label="What may happen next">
      <Next next={page.next} />
    </aside>
  </div>
);

/** What the criteria come to, each with its why, and what is missing. `children`: what whoever decides reads before. */
export const CaseDecision = ({ page, children }: { page: CaseDecisionPresenter; children?: ReactNode }) => (
  <>
    <Head head={page.head}>Decision</Head>
    {children}
    {page.outcome ? (
      <div className={`rubric-outcome rubric-outcome--${page.outcome.kind}`}>
        <h2 className="rubric-heading-m rubric-outcome__word">{page.outcome.word}</h2>
        <p className="rubric-body">{page.outcome.means}</p>
        {page.reasons.length > 0 && (
          <ul className="rubric-list rubric-list--spaced">
            {page.reasons.map((reason) => (
              <Reason reason={reason} key={reason.anchor} />
            ))}
          </ul>
        )}
        <p className="rubric-body">{page.outcome.settled}</p>
        {page.outcome.by.map((sentence) => (
          <p className="rubric-outcome__by" key={sentence}>
            {sentence}
          </p>
        ))}
      </div>
    ) : (
      <p className="rubric-body">
        What the criteria come to as a whole is for others to see. Those that you may see are below.
      </p>
    )}
    <StillMissing missing={page.missing} />
    {page.criteria.map((group) => (
      <section className="rubric-sheet" key={group.heading}>
        <h2 className="rubric-heading-m">{group.heading}</h2>
        <ul className="rubric-criteria">
          {group.items.map((criterion) => (
            <Criterion criterion={criterion} key={criterion.anchor} />
          ))}
        </ul>
      </section>
    ))}
  </>
);
