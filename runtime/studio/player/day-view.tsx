import { dayInWords } from '../../portal/words/dates.js';
import type { PlayPresenter } from './page-presenter.js';

/** Marks of the events over the slider, and the day shown as the red line. The list of what happened says the same. */
const Marks = ({ page }: { page: PlayPresenter }) => (
  <svg
    className="rubric-axis"
    viewBox={`0 0 ${Math.max(page.length, 1)} 24`}
    preserveAspectRatio="none"
    aria-hidden="true"
    focusable="false"
  >
    <path className="rubric-axis__line" d={`M0 18 H${Math.max(page.length, 1)}`} />
    {page.marks.map((at) => (
      <path className="rubric-axis__mark" d={`M${at} 8 V18`} key={at} />
    ))}
    <path className="rubric-axis__today" id="player-line" d={`M${page.at} 0 V24`} />
  </svg>
);

const moves = [
  { to: 'eventBefore', words: 'Event before' },
  { to: 'dayBefore', words: 'Day before' },
  { to: 'dayAfter', words: 'Day after' },
  { to: 'eventAfter', words: 'Event after' },
] as const;

/**
 * The day shown, as a slider, as buttons and as a field. A form that works by itself; a script makes it follow the hand.
 */
export const Day = ({ page }: { page: PlayPresenter }) => (
  <form
    method="get"
    action={page.play}
    className="rubric-sheet rubric-day rubric-no-print"
    id="player-day-form"
    data-case={`${page.play}/case`}
    data-first={page.axis.first}
    data-last={page.axis.last}
    data-marks={page.axis.marks.join(' ')}
  >
    <p className="rubric-day__shown">
      <label htmlFor="player-range" className="rubric-day__label" id="player-range-label">
        The day
      </label>{' '}
      <output className="rubric-day__words" id="player-words" htmlFor="player-range">
        {page.now.on}
      </output>
    </p>
    <div className="rubric-day__axis">
      <Marks page={page} />
      <input
        className="rubric-day__range"
        id="player-range"
        type="range"
        min={0}
        max={page.length}
        step={1}
        defaultValue={page.at}
        aria-valuetext={`${page.now.on}: ${page.now.state}`}
        hidden
      />
    </div>
    <p className="rubric-day__ends">
      <span>{dayInWords(page.axis.first)}</span> <span>{dayInWords(page.axis.last)}</span>
    </p>
    <div className="rubric-day__moves">
      {moves.map(({ to, words }) => (
        <button
          type="submit"
          className="govuk-button govuk-button--secondary rubric-day__move"
          name="to"
          value={page.around[to]}
          data-player-move={to}
          aria-disabled={page.around[to] === page.now.day}
          key={to}
        >
          {words}
        </button>
      ))}
      <span className="rubric-day__pick">
        <label className="govuk-label" htmlFor="player-on">
          Go to
        </label>
        <input className="govuk-input" id="player-on" type="date" name="on" defaultValue={page.now.day} />
        <button type="submit" className="govuk-button govuk-button--secondary">
          Show
        </button>
      </span>
    </div>
  </form>
);
