import { ErrorSummary } from '../../portal/layout/error-summary.js';
import { Adding, Happened, Save } from './aside-view.js';
import { Day } from './day-view.js';
import { Now } from './now-view.js';
import type { PlayPresenter } from './page-presenter.js';

/** A case on one day of its time: the day, how it stands, what happened, what can be added. */
export const Play = ({ page }: { page: PlayPresenter }) => (
  <>
    <ErrorSummary faults={page.faults} />
    <h1 className="rubric-heading-l">
      <span className="rubric-caption">{page.caption}</span> {page.title}
    </h1>
    <p className="rubric-body">
      For policy leads and testers, with invented cases only: what is the partner’s is shown here as well, marked.{' '}
      <a className="rubric-link" href={page.choose}>
        Play another case
      </a>
    </p>
    <Day page={page} />
    <div className="rubric-player">
      <div className="rubric-player__now" id="player-now">
        <Now now={page.now} place={{ play: page.play, day: page.now.day }} />
      </div>
      <div className="rubric-player__beside">
        <Adding page={page} />
        <Happened page={page} />
        <Save page={page} />
      </div>
    </div>
  </>
);
