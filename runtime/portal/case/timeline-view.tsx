import { CorrectThis } from '../layout/links.js';
import { capital, counted } from '../words/lists.js';
import type { CaseHead } from './case-presenter.js';
import { Head } from './head-view.js';
import type { TimelineItem, TimelinePresenter } from './timeline-presenter.js';

const Lines = ({ lines }: { lines: string[] }) =>
  lines.length === 0 ? null : (
    <ul className="rubric-list rubric-list--bullet rubric-timeline__more">
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );

const Before = ({ before }: { before: TimelineItem['before'] }) => (
  <div className="rubric-timeline__before">
    {before.map((one) => (
      <div key={`${one.recorded} ${one.words} ${one.on}`}>
        <p className="rubric-timeline__words">
          <span className="rubric-timeline__mark">Recorded before</span>{' '}
          <s>
            {one.words}, {one.on}
          </s>
        </p>
        <Lines lines={one.more} />
        <p className="rubric-quiet">{one.recorded}</p>
      </div>
    ))}
  </div>
);

const Item = ({ item }: { item: TimelineItem }) => (
  <li className="rubric-timeline__item">
    <p className="rubric-timeline__on">{item.on}</p>
    <div>
      {item.takenBack ? (
        <>
          <p className="rubric-timeline__words">
            <span className="rubric-timeline__mark">Taken back</span> <s>{item.words}</s>
          </p>
          <p className="rubric-quiet">
            {item.takenBack.recorded}
            {item.takenBack.reason && `: ${item.takenBack.reason}`}
          </p>
        </>
      ) : (
        <p className="rubric-timeline__words">
          {item.before.length > 0 && <span className="rubric-timeline__mark">Corrected</span>} {item.words}
        </p>
      )}
      <Lines lines={item.more} />
      <p className="rubric-quiet">
        {item.recorded}{' '}
        {item.correct && (
          <CorrectThis
            correct={item.correct}
            words={item.words}
            on={item.on}
            look="rubric-timeline__correct rubric-no-print"
          />
        )}
      </p>
      {!item.takenBack && item.before.length > 0 && <Before before={item.before} />}
    </div>
  </li>
);

/** What happened, the latest first. */
export const Timeline = ({ timeline, titled = true }: { timeline: TimelinePresenter; titled?: boolean }) => (
  <section className="rubric-sheet" id="timeline">
    {titled && <h2 className="rubric-heading-m">Timeline</h2>}
    {timeline.items.length === 0 ? (
      <p className="rubric-player__none">Nothing has been recorded yet. What is will stand here, the latest first.</p>
    ) : (
      <ol className="rubric-timeline">
        {timeline.items.map((item) => (
          <Item item={item} key={item.id} />
        ))}
      </ol>
    )}
    {timeline.more && (
      <p className="rubric-body">
        <a className="rubric-link" href={timeline.more}>
          The whole timeline, {timeline.all} entries
        </a>
      </p>
    )}
    {timeline.ahead.length > 0 && (
      <details className="govuk-details rubric-no-print" id="ahead">
        <summary className="govuk-details__summary">
          <span className="govuk-details__summary-text">
            {`${capital(counted(timeline.ahead.length, 'session'))} planned, the next on ${timeline.ahead[0]?.on ?? ''}`}
          </span>
        </summary>
        <ol className="rubric-timeline">
          {timeline.ahead.map((item) => (
            <Item item={item} key={item.id} />
          ))}
        </ol>
      </details>
    )}
  </section>
);

/** The timeline as a page of its own. */
export const TimelinePage = ({ head, timeline }: { head: CaseHead; timeline: TimelinePresenter }) => (
  <>
    <Head head={head}>Timeline</Head>
    <Timeline timeline={timeline} titled={false} />
  </>
);
