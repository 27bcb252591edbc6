/** Local time: what a clock on the programme's wall shows, as the engine takes it. */
import { Temporal } from 'temporal-polyfill';

/** Takes "18:00" (also "9:30"); gives "18:00", or nothing for what is no time of day. */
export const clockTimeOf = (text: string): string | undefined => {
  const found = /^(\d{1,2}):([0-5]\d)$/.exec(text.trim());
  return found === null || Number(found[1]) > 23 ? undefined : `${(found[1] ?? '').padStart(2, '0')}:${found[2]}`;
};

/** Takes a day, a time of day and a zone; gives the instant "2026-01-12T18:00:00Z". In the hour that a clock skips, the hour after. */
export const instantAt = (day: string, time: string, timeZone: string): string =>
  Temporal.PlainDateTime.from(`${day}T${time}`).toZonedDateTime(timeZone).toInstant().toString();

/** Takes a day or an instant; gives the local day "2026-01-12". */
export const localDayOf = (moment: string, timeZone: string): string =>
  moment.length === 10 ? moment : Temporal.Instant.from(moment).toZonedDateTimeISO(timeZone).toPlainDate().toString();

/** Takes a day or an instant; gives the local time of day "18:00" of an instant. */
export const localTimeOf = (moment: string, timeZone: string): string | undefined =>
  moment.length === 10
    ? undefined
    : Temporal.Instant.from(moment).toZonedDateTimeISO(timeZone).toPlainTime().toString().slice(0, 5);

export interface Rhythm {
  every: number;
  unit: 'days' | 'weeks' | 'months';
}

/** Takes a day, a rhythm and how often it came round; gives that day. The 31st is the last day of a shorter month. */
export const dayInRhythm = (from: string, { every, unit }: Rhythm, times: number): string =>
  Temporal.PlainDate.from(from)
    .add({ [unit]: every * times })
    .toString();
