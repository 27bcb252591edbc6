/** What time is reckoned with. Instants are milliseconds since 1970; days are numbers, days since 1 January 1970. */
import { type Clock, clockOf } from '../../case/moment.js';
import { afterDuration } from '../../contract/calendar.js';
import type { Span, WorkingDays } from '../../contract/course.js';
import type { Moment } from '../../contract/event.js';
import { type Working, workingDaysOf } from './working-days.js';

/** The programme's clock and its working days. */
export interface Calendar {
  clock: Clock;
  working: Working;
}

/** Takes a time zone ("Europe/London") and the working days declared, if any. */
export const calendarOf = (timeZone: string, table: WorkingDays | undefined): Calendar => ({
  clock: clockOf(timeZone),
  working: workingDaysOf(table),
});

/** From when a time counts. `end` is the first instant (ms) that it can no longer be: of an instant, one ms after it. */
export interface Anchor {
  start: number;
  end: number;
  /** The number of its local day. */
  day: number;
  /** Of an instant, not of a whole day. */
  precise: boolean;
}

/** Takes a moment as recorded: a day, or an instant. Throws a RangeError for what is no moment. */
export const anchorOf = (clock: Clock, moment: Moment): Anchor => {
  const [start, end] = [clock.start(moment), clock.end(moment)];
  return { start, end, day: clock.dayNumber(start), precise: end === start + 1 };
};

/** Of one hour, in milliseconds. */
export const hourLength = 3_600_000;
/** A span that counts days of the calendar. */
export interface DaySpan {
  n: number;
  unit: Exclude<Span['unit'], 'hours'>;
}
/** Whether a span counts days of the calendar, not elapsed hours. */
export const isDaySpan = (span: Span): span is DaySpan => span.unit !== 'hours';

/** The day on which a span from a day is complete: the first day is not counted, the last is. */
export const dayAfter = (working: Working, day: number, { n, unit }: DaySpan): { day: number; provisional: boolean } =>
  unit === 'working-days'
    ? working.addWorkingDays(day, n)
    : { day: afterDuration(day, { n, unit }), provisional: false };
