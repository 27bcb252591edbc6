/** A day that somebody looks for. */
import { Temporal } from 'temporal-polyfill';

/** "27/3/2026" as "2026-03-27"; nothing where it is no day of the calendar. */
export const dayAsked = (text: string): string | undefined => {
  const [, day = '', month = '', year = ''] = /^(\d{1,2})[/. ](\d{1,2})[/. ](\d{4})$/.exec(text) ?? [];
  const found = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const at = new Date(`${found}T00:00:00Z`);
  return Number.isNaN(at.getTime()) || at.toISOString().slice(0, 10) !== found ? undefined : found;
};

/** From its first instant to that of the next, where the programme is. */
export const dayInstants = (day: string, timeZone: string): { since: string; before: string } => {
  const date = Temporal.PlainDate.from(day);
  const start = (of: Temporal.PlainDate): string => of.toZonedDateTime(timeZone).toInstant().toString();
  return { since: start(date), before: start(date.add({ days: 1 })) };
};
