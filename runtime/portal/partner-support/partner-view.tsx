import { FormStart } from '../layout/form-start.js';
import { CorrectThis, Links } from '../layout/links.js';
import { stopped } from '../words/lists.js';
import { Cautions, HersMark, Rows } from './hers-view.js';
import type { PartnerPresenter, ShownDuty } from './partner-presenter.js';
import type { Recorded, Said } from './recorded-presenter.js';

/** Something owed to her. */
export const Duty = ({ duty }: { duty: ShownDuty }) => (
  <li className="rubric-support__duty">
    <p className="rubric-body">
      <span className={`rubric-verdict rubric-verdict--${duty.look}`}>{duty.state}</span> {duty.words}
    </p>
    {duty.does && <p className="rubric-body">{duty.does}</p>}
    <p className="rubric-quiet">{[duty.due, duty.by].filter(Boolean).join('. ')}</p>
    <div className="rubric-case__foot">
      {duty.link && (
        <a className="rubric-link" href={duty.link.href}>
          {duty.link.words}
          <span className="govuk-visually-hidden"> – {duty.words}</span>
        </a>
      )}
      {duty.whyDue && (
        <details className="rubric-why">
          <summary className="rubric-why__summary">
            Why?<span className="govuk-visually-hidden"> {duty.words}</span>
          </summary>
          <div className="rubric-why__body">
            <p className="rubric-body">{duty.whyDue}</p>
          </div>
        </details>
      )}
    </div>
  </li>
);

const Corrections = ({ item }: { item: Partial<Recorded> & Said }) => (
  <>
    {item.takenBack && (
      <p className="rubric-quiet">
        {stopped(['Taken back', item.takenBack.reason].filter((each) => each !== '').join(': '))} It does not count.
      </p>
    )}
    {item.before?.map((one) => (
      <p className="rubric-quiet" key={one.id}>
        Recorded before:{' '}
        <s>
          {[one.words, ...one.more].join('. ')}, {one.on}
        </s>
      </p>
    ))}
    {item.correct && (
      <p className="rubric-no-print">
        <CorrectThis correct={item.correct} words={item.words} on={item.on} />
      </p>
    )}
  </>
);

const Happened = ({ items, none }: { items: (Partial<Recorded> & Said)[]; none: string }) =>
  items.length === 0 ? (
    <p className="rubric-empty">{none}</p>
  ) : (
    <ol className="rubric-support__happened">
      {items.map((item) => (
        <li key={item.id}>
          <p className="rubric-body">
            {item.takenBack ? <s>{item.words}</s> : <strong>{item.words}</strong>}{' '}
            <span className="rubric-quiet">{item.on}</span>
          </p>
          {item.more.map((line) => (
            <p className="rubric-quiet" key={line}>
              {line}
            </p>
          ))}
          <Corrections item={item} />
        </li>
      ))}
    </ol>
  );

const Safely = ({ page }: { page: PartnerPresenter }) => (
  <section className="rubric-sheet rubric-support__safe" id="reach" aria-labelledby="reach-title">
    <h2 className="rubric-heading-m" id="reach-title">
      How she can safely be reached
    </h2>
    <Cautions cautions={page.cautions} />
    <p className="rubric-body">{page.safe}</p>
    <div className="rubric-support__two">
      <Rows rows={page.ways} />
      <Rows rows={page.reach} />
    </div>
    {page.reachBy && <p className="rubric-quiet">{page.reachBy}</p>}
    <div className="rubric-actions">
      <a className="govuk-button" href={`${page.at}/contact`}>
        Record contact with her
      </a>
      <a className="rubric-link" href={`${page.at}/reach`}>
        Change how she can be reached
      </a>
    </div>
  </section>
);

const Wants = ({ page }: { page: PartnerPresenter }) => (
  <section className="rubric-sheet" id="wishes" aria-labelledby="wishes-title">
    <h2 className="rubric-heading-m" id="wishes-title">
      What she wants
    </h2>
    <p className="rubric-body">{page.wishes.words}.</p>
    {page.wishes.rows.length > 0 && <Rows rows={page.wishes.rows} />}
    {page.wishes.by && <p className="rubric-quiet">{page.wishes.by}</p>}
    <div className="rubric-actions">
      <a className="rubric-link" href={`${page.at}/wishes`}>
        Record what she wants
      </a>
      <a className="rubric-link" href={`${page.at}/tell`}>
        What you may tell her today
      </a>
    </div>
  </section>
);

const Owed = ({ page }: { page: PartnerPresenter }) => (
  <section className="rubric-sheet" id="owed" aria-labelledby="owed-title">
    <h2 className="rubric-heading-m" id="owed-title">
      What is owed to her
    </h2>
    {page.promised && (
      <p className="rubric-body">
        <strong>Promised:</strong> {page.promised.words}
        {page.promised.on && `, by ${page.promised.on}`}{' '}
        {page.promised.late && <span className="rubric-verdict rubric-verdict--not-met">Overdue</span>}
      </p>
    )}
    {page.duties.length === 0 ? (
      <p className="rubric-empty">Nothing is owed to her by the programme’s rules now.</p>
    ) : (
      <ul className="rubric-support__duties">
        {page.duties.map((duty) => (
          <Duty duty={duty} key={duty.id} />
        ))}
      </ul>
    )}
    {page.done.length > 0 && (
      <details className="rubric-why">
        <summary className="rubric-why__summary">What was owed before</summary>
        <div className="rubric-why__body">
          <ul className="rubric-support__duties">
            {page.done.map((duty) => (
              <Duty duty={duty} key={duty.id} />
            ))}
          </ul>
        </div>
      </details>
    )}
  </section>
);

const Reviews = ({ page }: { page: PartnerPresenter }) => (
  <section className="rubric-sheet" id="reviews" aria-labelledby="reviews-title">
    <h2 className="rubric-heading-m" id="reviews-title">
      Reviews of his place
    </h2>
    {page.reviews.map((review) => (
      <div key={review.id}>
        <p className="rubric-body">
          <strong>{review.words}</strong>
        </p>
        <p className="rubric-quiet">{review.asked}</p>
        <p className="rubric-body">{review.answer}</p>
        {review.why.length > 0 && (
          <p className="rubric-body">
            <span className="rubric-hers">Her side: </span> {review.why.join(' ')}
          </p>
        )}
      </div>
    ))}
    <p className="rubric-body">
      <a className="rubric-link" href={`${page.at}/review`}>
        Ask for a review of his place
      </a>
    </p>
  </section>
);

const Sharing = ({ page }: { page: PartnerPresenter }) => (
  <section className="rubric-sheet rubric-sheet--quiet" aria-labelledby="sharing-title">
    <h2 className="rubric-heading-m" id="sharing-title">
      If she or a child is at risk
    </h2>
    <p className="rubric-body">
      Telling others of a risk is your act, by your service’s own procedure, and not done here. This is what the
      programme’s document says of telling others, and no more:
    </p>
    {page.sharing.length === 0 ? (
      <p className="rubric-body">It says nothing of it.</p>
    ) : (
      <ul className="rubric-clauses">
        {page.sharing.map(({ label, says }) => (
          <li key={label}>
            <span className="rubric-clause">{label}</span> {says}
          </li>
        ))}
      </ul>
    )}
  </section>
);

const Known = ({ page }: { page: PartnerPresenter }) => (
  <section className="rubric-sheet" aria-labelledby="known-title">
    <h2 className="rubric-heading-m" id="known-title">
      What is known of her
    </h2>
    {page.details.length === 0 ? (
      <p className="rubric-empty">Nothing was said of her yet.</p>
    ) : (
      <Rows rows={page.details} />
    )}
    <p className="rubric-body">
      <a className="rubric-link" href={`${page.at}/details`}>
        Correct what is known of her
      </a>
    </p>
    {page.records.length > 0 && (
      <>
        <h3 className="rubric-heading-s">Record of her</h3>
        <Links links={page.records} />
      </>
    )}
  </section>
);

const Supported = ({ page }: { page: PartnerPresenter }) => (
  <section className="rubric-sheet rubric-sheet--quiet" aria-labelledby="assigned-title">
    <h2 className="rubric-heading-m" id="assigned-title">
      Who supports her
    </h2>
    <p className="rubric-body">{page.assigned?.name ?? 'Nobody has been named yet.'}</p>
    {page.assigned?.hasLeft && (
      <p className="rubric-body">
        <strong>{page.assigned.name} does not support partners here any more.</strong> Nobody else has been named:
        whoever takes over says so here.
      </p>
    )}
    <FormStart action={`${page.at}/assign`} keyed={page.key} className="rubric-form rubric-no-print">
      <button type="submit" className="govuk-button govuk-button--secondary">
        I support her from now on
      </button>
    </FormStart>
  </section>
);

/** The page of one partner. */
export const PartnerPage = ({ page }: { page: PartnerPresenter }) => (
  <div className="rubric-support">
    <HersMark />
    <h1 className="rubric-heading-l">
      <span className="rubric-caption">
        Partner in the case of{' '}
        <a className="rubric-link" href={page.his.href}>
          {page.his.words}
        </a>
      </span>{' '}
      {page.called}
    </h1>
    {page.gone && (
      <p className="rubric-body">A later answer does not name her any more. What was kept of her stands here.</p>
    )}
    <Safely page={page} />
    <Owed page={page} />
    <Wants page={page} />
    <section className="rubric-sheet" id="contact" aria-labelledby="contact-title">
      <h2 className="rubric-heading-m" id="contact-title">
        Contact with her
      </h2>
      <Happened items={page.attempts} none={page.noAttempts} />
    </section>
    <Known page={page} />
    <Reviews page={page} />
    <section className="rubric-sheet" id="told" aria-labelledby="told-title">
      <h2 className="rubric-heading-m" id="told-title">
        On record in the case
      </h2>
      <Happened items={page.recorded} none="Nothing of hers is on record yet." />
    </section>
    <Sharing page={page} />
    <Supported page={page} />
    <section className="rubric-sheet rubric-sheet--quiet" aria-labelledby="before-title">
      <h2 className="rubric-heading-m" id="before-title">
        What she said before
      </h2>
      <Happened items={page.before} none="Nothing was changed so far." />
    </section>
  </div>
);
