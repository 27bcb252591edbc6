/** By when something that is to be done within a time is due. */
import { instantText } from '../../case/moment.js';
import { dayText } from '../../contract/calendar.js';
import type { Span } from '../../contract/course.js';
import type { Moment } from '../../contract/event.js';
import { type Anchor, type Calendar, type DaySpan, dayAfter, hourLength, isDaySpan } from './calendar.js';

/** The end of a time. */
export interface Due {
  /** A day, to its end, or an instant; of hours from a day, the earliest that it may be. */
  due: Moment;
  /** Of hours from a day: the latest that it may be, its last millisecond. */
  latest?: Moment;
  /** The first instant (ms) at which the time is up: at `due` itself, or on that day, it is not. */
  endsAt: number;
  /** The same of `latest`; where there is none, `endsAt`. */
  latestEndsAt: number;
  /** Rests on working days that the table does not know. */
  provisional: boolean;
}

/** Takes a day's number, and a clock time on it or none; gives the end of that day, or that time. */
export const dueOn = ({ clock }: Calendar, day: number, time?: string): Due => {
  const endsAt = time === undefined ? clock.startOfDay(day + 1) : clock.at(day, time) + 1;
  const due = time === undefined ? dayText(day) : instantText(endsAt - 1);
  return { due, endsAt, latestEndsAt: endsAt, provisional: false };
};

/** Takes a day and a weekday from 1, Monday; gives the first of those after that day. */
export const weekdayAfter = (day: number, weekday: number): number => day + 1 + ((((weekday - day - 5) % 7) + 7) % 7);

/** Takes a day and a length of days; gives the last day of which the length is complete by then. */
export const dayBefore = ({ working }: Calendar, day: number, span: DaySpan): { day: number; provisional: boolean } => {
  let found = day;
  while (dayAfter(working, found, span).day > day) found -= 1;
  return { day: found, provisional: dayAfter(working, found, span).provisional };
};

const afterHours = (anchor: Anchor, n: number): Due => {
  const [first, past] = [anchor.start + n * hourLength, anchor.end + n * hourLength];
  const latest = anchor.precise ? {} : { latest: instantText(past - 1) };
  return { due: instantText(first), ...latest, endsAt: first + 1, latestEndsAt: past, provisional: false };
};

const afterDays = (calendar: Calendar, anchor: Anchor, span: DaySpan, time?: string): Due => {
  const { day, provisional } = dayAfter(calendar.working, anchor.day, span);
  return { ...dueOn(calendar, day, time), provisional };
};

/**
 * Takes from when a time counts, how long it is, and for days the local clock time "16:00" by which on the last of them.
 * Hours are elapsed ones, whatever the clocks do, and take no clock time. Months are always counted from the anchor.
 */
export const dueAfter = (calendar: Calendar, anchor: Anchor, span: Span, time?: string): Due =>
  isDaySpan(span) ? afterDays(calendar, anchor, span, time) : afterHours(anchor, span.n);
