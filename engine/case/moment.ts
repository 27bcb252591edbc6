/** Times. An instant is milliseconds since 1970; a day is turned into instants by the programme's time zone alone. */
import { Temporal } from 'temporal-polyfill';
import { dayNumber as dayOfText, dayText } from '../contract/calendar.js';
import type { Moment } from '../contract/event.js';

const isDay = (moment: Moment): boolean => /^\d{4}-\d\d-\d\d$/.test(moment);

/** What one time zone makes of moments; what was worked out is kept, for the same few days come again and again. */
export interface Clock {
  /** The instant at which a moment begins: a day at its local midnight. Throws a RangeError for what is no moment. */
  start(moment: Moment): number;
  /** The first instant after a moment: after a day, the start of the next. */
  end(moment: Moment): number;
  /** The local day "2026-03-02" of a moment. */
  day(moment: Moment): string;
  /** The instant at which a day, given by its number, begins. */
  startOfDay(day: number): number;
  /** The number of the local day in which an instant lies. */
  dayNumber(instant: number): number;
  /**
   * The instant at which local clocks show "16:00" on a day, given by its number. Of a time that the clocks skip: the
   * first instant after the gap; of one that they show twice: the first.
   */
  at(day: number, time: string): number;
}

/** Takes an instant, gives it as a moment: "2026-03-02T17:30:00Z". */
export const instantText = (instant: number): Moment => {
  const text = new Date(instant).toISOString().slice(0, -1);
  return `${text.replace(/\.?0*$/, '')}Z`;
};

const dayLength = 86_400_000;
const mostKept = 10_000;

/** The first instant at which local clocks show at least this time. */
const firstShown = (local: Temporal.PlainDateTime, timeZone: string): number => {
  const found = local.toZonedDateTime(timeZone, { disambiguation: 'earlier' });
  const isShown = found.toPlainDateTime().equals(local);
  return (isShown ? found : (found.getTimeZoneTransition('next') ?? found)).epochMilliseconds;
};

/** Throws a RangeError for a day that there is not. */
const numberOfDay = (moment: Moment): number => {
  const day = dayOfText(moment);
  if (Number.isNaN(day)) throw new RangeError(`There is no day “${moment}”.`);
  return day;
};

/** What was found, kept until there is too much of it. */
const kept = <K extends string | number>(find: (text: K) => number) => {
  const found = new Map<K, number>();
  return (text: K): number => {
    const known = found.get(text);
    if (known !== undefined) return known;
    const made = find(text);
    if (found.size >= mostKept) found.clear();
    found.set(text, made);
    return made;
  };
};

/** Takes a time zone ("Europe/London"), gives its clock. */
export const clockOf = (timeZone: string): Clock => {
  const start = kept((moment: string) =>
    isDay(moment)
      ? Temporal.PlainDate.from(moment).toZonedDateTime(timeZone).epochMilliseconds
      : Temporal.Instant.from(moment).epochMilliseconds,
  );
  const shown = kept((local: string) => firstShown(Temporal.PlainDateTime.from(local), timeZone));
  const startOfDay = kept((day: number) => start(dayText(day)));
  const dayNumber = (instant: number): number => {
    // No zone is a whole day off, so the local day is at most one after that of the instant in UTC.
    let day = Math.floor(instant / dayLength) + 1;
    while (startOfDay(day) > instant) day -= 1;
    return day;
  };
  return {
    start,
    end: (moment) => (isDay(moment) ? startOfDay(numberOfDay(moment) + 1) : start(moment) + 1),
    day: (moment) => (isDay(moment) ? dayText(numberOfDay(moment)) : dayText(dayNumber(start(moment)))),
    startOfDay,
    dayNumber,
    at: (day, time) => shown(`${dayText(day)}T${time}`),
  };
};
