/** Times. An instant is milliseconds since 1970; a day is turned into instants by the programme's time zone alone. */
import { Temporal } from 'temporal-polyfill';
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
}

const mostKept = 10_000;

/** Takes a time zone ("Europe/London"), gives its clock. */
export const clockOf = (timeZone: string): Clock => {
  const starts = new Map<Moment, number>();
  const start = (moment: Moment): number => {
    const known = starts.get(moment);
    if (known !== undefined) return known;
    const found = isDay(moment)
      ? Temporal.PlainDate.from(moment).toZonedDateTime(timeZone).epochMilliseconds
      : Temporal.Instant.from(moment).epochMilliseconds;
    if (starts.size >= mostKept) starts.clear();
    starts.set(moment, found);
    return found;
  };
  return {
    start,
    end: (moment) =>
      isDay(moment) ? start(Temporal.PlainDate.from(moment).add({ days: 1 }).toString()) : start(moment) + 1,
    day: (moment) =>
      isDay(moment)
        ? Temporal.PlainDate.from(moment).toString()
        : Temporal.Instant.from(moment).toZonedDateTimeISO(timeZone).toPlainDate().toString(),
  };
};
