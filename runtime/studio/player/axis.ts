import { type CaseEvent, dayNumber, dayText } from '../../../engine/contract/index.js';
import { localDay } from '../../portal/words/dates.js';

/** The days that a case can be looked at, "2026-03-02", and those on which something happened, in order. */
export interface Axis {
  first: string;
  last: string;
  marks: string[];
}

/** How far past the last thing that happened one can look, in days: half a year. */
const wellAfter = 182;

/** The same day so many days later. */
export const daysLater = (day: string, n: number): string => dayText(dayNumber(day) + n);

/** How many days one day is after another. */
export const daysBetween = (from: string, to: string): number => dayNumber(to) - dayNumber(from);

/** The days of an event: when it happened, and when the session is that it plans. */
export const daysOf = (event: CaseEvent, zone: string): string[] => {
  const happened = localDay(event.happened, zone);
  const session = event.session && localDay(event.session.on, zone);
  return session && session !== happened ? [happened, session] : [happened];
};

/** From the first event to half a year after the last; of an empty case, from today. A day asked for is always on it. */
export const axisOf = (events: CaseEvent[], zone: string, today: string, on?: string): Axis => {
  const marks = [...new Set(events.flatMap((event) => daysOf(event, zone)))].sort();
  const first = marks[0] ?? today;
  const last = daysLater(marks.at(-1) ?? today, wellAfter);
  return { first: on && on < first ? on : first, last: on && on > last ? on : last, marks };
};

/** Where one can go from a day: to the event and the day before and after it. Each is that day itself at an end. */
export interface Around {
  eventBefore: string;
  dayBefore: string;
  dayAfter: string;
  eventAfter: string;
}

/** What lies around a day. */
export const around = ({ first, last, marks }: Axis, on: string): Around => ({
  eventBefore: marks.filter((day) => day < on).at(-1) ?? on,
  dayBefore: on > first ? daysLater(on, -1) : on,
  dayAfter: on < last ? daysLater(on, 1) : on,
  eventAfter: marks.find((day) => day > on) ?? on,
});

const isDay = /^\d{4}-\d\d-\d\d$/;

/** A day as an address or a field gives it; nothing where it is none between 1900 and 2199. */
export const dayGiven = (text: unknown): string | undefined => {
  if (typeof text !== 'string' || !isDay.test(text) || text < '1900' || text >= '2200') return undefined;
  return Number.isFinite(dayNumber(text)) ? text : undefined;
};

/** The day on which a case is first shown: of the last event that had happened by then, else its first day. */
export const firstShown = ({ first, marks }: Axis): string => marks.at(-1) ?? first;
