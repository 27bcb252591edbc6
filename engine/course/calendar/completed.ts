/** How much time has passed, and what lies within a time that ends today. Both keep to what `dueAfter` says. */
import type { Span, SpanUnit } from '../../contract/course.js';
import { type Anchor, type Calendar, type DaySpan, dayAfter, hourLength, isDaySpan } from './calendar.js';

/** The longest that one unit can be, in days; of working days nothing is guessed. */
const longest = { months: 31, years: 366 } as const;

/** How many whole units are complete, of days in this order. */
const wholeBetween = ({ working }: Calendar, from: number, to: number, unit: DaySpan['unit']): number => {
  if (unit === 'days') return to - from;
  if (unit === 'weeks') return Math.floor((to - from) / 7);
  if (unit === 'working-days') return working.workingDaysBetween(from, to).n;
  let n = Math.floor((to - from) / longest[unit]);
  while (dayAfter(working, from, { n: n + 1, unit }).day <= to) n += 1;
  return n;
};

const daysBetween = (calendar: Calendar, from: number, to: number, unit: DaySpan['unit']): number => {
  if (to < from) return -daysBetween(calendar, to, from, unit);
  const whole = wholeBetween(calendar, from, to, unit);
  const complete = (n: number): number => (n === 0 ? from : dayAfter(calendar.working, from, { n, unit }).day);
  const since = complete(whole);
  return to === since ? whole : whole + (to - since) / (complete(whole + 1) - since);
};

/**
 * Takes from when time counts, and up to when: an instant (ms), for hours, and the number of the last day that counts.
 * Gives how many units are complete; of one begun a fraction, so that comparisons are right: 29 days are more than 4
 * weeks, 28 are exactly 4. `Math.floor` of it are the whole units. It is more than n from the day on that follows the
 * one on which what is due after n units is due (of working days, n being one at least). Hours are counted from the
 * start of an anchor. It is less than nothing where the end comes first.
 */
export const completedBetween = (
  calendar: Calendar,
  from: Pick<Anchor, 'start' | 'day'>,
  to: { ms: number; completedDay: number },
  unit: SpanUnit,
): number =>
  unit === 'hours' ? (to.ms - from.start) / hourLength : daysBetween(calendar, from.day, to.completedDay, unit);

/** Somewhere near; for what is not, it only takes longer. */
const guessAgo = ({ working }: Calendar, day: number, { n, unit }: DaySpan): number =>
  unit === 'working-days' ? day - n : dayAfter(working, day, { n: -n, unit }).day;

/**
 * The number of the first day that counts as "in the last 2 weeks" on a day: what happened exactly 14 days before does.
 * In general the first day from which the span is not over before the day. Of hours: the first day of which some instant
 * lies so many hours at most before some instant of the day; whoever knows the instants compares those.
 */
export const windowAgo = (calendar: Calendar, day: number, span: Span): number => {
  const { clock, working } = calendar;
  if (!isDaySpan(span)) return clock.dayNumber(clock.startOfDay(day) - span.n * hourLength);
  const counts = (from: number): boolean => dayAfter(working, from, span).day >= day;
  let first = Math.min(guessAgo(calendar, day, span), day);
  while (!counts(first)) first += 1;
  while (counts(first - 1)) first -= 1;
  return first;
};
