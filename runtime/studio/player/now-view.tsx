import type { ShownChange } from '../../portal/case/changes.js';
import { Ledger } from '../../portal/case/ledger-view.js';
import type { Notices } from '../../portal/case/notices-presenter.js';
import { Changes } from '../../portal/case/reasons-view.js';
import type { NowPresenter } from './now-presenter.js';
import { Called, Facts, type Place, Step } from './results-view.js';

const State = ({ now, place }: { now: NowPresenter; place: Place }) => (
  <section className="rubric-sheet rubric-player__state" data-item="state">
    <h2 className="rubric-heading-m">
      <span className="rubric-caption">As of the end of {now.on}</span> {now.state}
    </h2>
    {now.details.length > 0 && (
      <dl className="rubric-player__details">
        {now.details.map(({ term, value }) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    )}
    {now.documents && (
      <p className="rubric-body">
        <a className="rubric-link" href={`${place.play}/documents?at=${place.day}`}>
          Reports and messages on this day
        </a>
      </p>
    )}
    {!now.course && (
      <p className="rubric-body">
        This definition says nothing of sessions, duties or other things over time. Only its decision is shown.
      </p>
    )}
  </section>
);

const NoticesOf = ({ notices, place }: { notices: Notices[]; place: Place }) =>
  notices.map(({ title, items }) => (
    <div key={title}>
      <h3 className="rubric-heading-s">{title}</h3>
      <ul className="rubric-list rubric-player__notices">
        {items.map(({ words, add }) => (
          <li className="rubric-player__conflict" key={words}>
            {words}{' '}
            {add && (
              <a className="rubric-link" href={`${place.play}/add?what=${add.what}&on=${place.day}`}>
                {add.words}
                <span className="govuk-visually-hidden"> – {words}</span>
              </a>
            )}
          </li>
        ))}
      </ul>
    </div>
  ));

const Follows = ({ follows }: { follows: NonNullable<NowPresenter['follows']> }) => (
  <section className="rubric-sheet rubric-player__follows" id="follows" aria-labelledby="follows-title">
    <h2 className="rubric-heading-m" id="follows-title">
      <span className="rubric-caption">What follows from it</span> {follows.of}
    </h2>
    {follows.changes.length === 0 ? (
      <p className="rubric-body">On this day nothing else is different because of it.</p>
    ) : (
      <Changes changes={follows.changes} caption="What is different because of it" />
    )}
  </section>
);

const Coming = ({
  next,
  place,
  caption,
}: {
  next: { when: string; day: string; changes: ShownChange[] };
  place: Place;
  caption: string;
}) => {
  const link = (
    <a className="rubric-link" href={`${place.play}?on=${next.day}`} data-player-to={next.day}>
      {next.when}
    </a>
  );
  return next.changes.length === 0 ? (
    <p className="rubric-body">The next change comes {link}. It is on the partner’s side.</p>
  ) : (
    <>
      <p className="rubric-body">The next change comes {link}:</p>
      <Changes changes={next.changes} caption={caption} />
    </>
  );
};

const Ahead = ({ course, place }: { course: NonNullable<NowPresenter['course']>; place: Place }) => (
  <section className="rubric-sheet">
    <h2 className="rubric-heading-m">What comes next</h2>
    <h3 className="rubric-heading-s">By itself</h3>
    {course.next ? (
      <Coming next={course.next} place={place} caption="The next change by itself" />
    ) : (
      <p className="rubric-player__none">Nothing changes by itself any more.</p>
    )}
    {course.nextMiss && (
      <>
        <h3 className="rubric-heading-s">If the next session is missed, {course.nextMiss.when}</h3>
        {course.nextMiss.changes.length > 0 ? (
          <Changes changes={course.nextMiss.changes} caption="What the next absence would change" />
        ) : (
          <p className="rubric-player__none">Nothing would follow from it.</p>
        )}
      </>
    )}
    {course.toFindOut.length > 0 && (
      <>
        <h3 className="rubric-heading-s">To find out</h3>
        <ul className="rubric-list rubric-list--bullet">
          {course.toFindOut.map((words) => (
            <li key={words}>{words}</li>
          ))}
        </ul>
      </>
    )}
    {course.returning && (
      <>
        <h3 className="rubric-heading-s">If he comes back</h3>
        <p className="rubric-body">{course.returning.words}</p>
        {course.returning.lacks.length > 0 && (
          <p className="rubric-player__quiet">To find out: {course.returning.lacks.join('; ')}.</p>
        )}
      </>
    )}
    {course.steps.length > 0 && (
      <>
        <h3 className="rubric-heading-s">What may happen</h3>
        <ul className="rubric-player__facts">
          {course.steps.map((step) => (
            <Step step={step} key={step.anchor} />
          ))}
        </ul>
      </>
    )}
  </section>
);

const Hers = ({ hers, place }: { hers: NonNullable<NowPresenter['hers']>; place: Place }) => (
  <section className="rubric-sheet rubric-player__hers" aria-labelledby="hers-title">
    <h2 className="rubric-heading-m" id="hers-title">
      The partner’s side
    </h2>
    <p className="rubric-hers">Kept apart</p>
    <p className="rubric-body">
      In a real case only those who support her see this. It is shown here because the case is invented.
    </p>
    <NoticesOf notices={hers.notices} place={place} />
    <Called results={hers} place={place} level="hers" />
    {hers.facts.length > 0 && (
      <>
        <h3 className="rubric-heading-s">Facts</h3>
        <Facts facts={hers.facts} />
      </>
    )}
    {hers.toFindOut.length > 0 && (
      <>
        <h3 className="rubric-heading-s">To find out</h3>
        <ul className="rubric-list rubric-list--bullet">
          {hers.toFindOut.map((words) => (
            <li key={words}>{words}</li>
          ))}
        </ul>
      </>
    )}
    {hers.next && (
      <>
        <h3 className="rubric-heading-s">What comes next</h3>
        <Coming next={hers.next} place={place} caption="The next change on her side" />
      </>
    )}
    {hers.ifMissed.length > 0 && (
      <>
        <h3 className="rubric-heading-s">If he misses the next session</h3>
        <Changes changes={hers.ifMissed} caption="What his next absence would change on her side" />
      </>
    )}
  </section>
);

/** How the case stands on the day shown. The same on the server and, while the day is dragged, in the browser. */
export const Now = ({ now, place }: { now: NowPresenter; place: Place }) => (
  <>
    {now.follows && <Follows follows={now.follows} />}
    <State now={now} place={place} />
    {now.notices.length > 0 && (
      <section className="rubric-sheet" data-item="notices">
        <h2 className="rubric-heading-m">To look at</h2>
        <NoticesOf notices={now.notices} place={place} />
      </section>
    )}
    {now.course && (
      <>
        <Ledger ledger={now.course.ledger} />
        <Called results={now.course} place={place} level="his" />
        <Ahead course={now.course} place={place} />
        {now.course.facts.length > 0 && (
          <section className="rubric-sheet">
            <h2 className="rubric-heading-m">Facts</h2>
            <Facts facts={now.course.facts} />
          </section>
        )}
      </>
    )}
    {now.hers && <Hers hers={now.hers} place={place} />}
  </>
);
