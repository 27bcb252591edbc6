/**
 * Days and durations. A day is a whole number: days since 1 January 1970. Nothing here knows a time zone.
 * Durations are completed ones: "more than 4 weeks" is true on day 29, and "within 14 days" excludes the first day
 * and includes the last.
 */
import type { Duration, LeafApart, LeafDated } from './bundle.js';

const lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const isLeap = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
const monthLength = (year: number, month: number): number =>
  month === 2 && isLeap(year) ? 29 : (lengths[month - 1] ?? 31);

/** Days before 1 March of the year, counted from 1 March of the year 0; a year that starts in March ends in its leap day. */
const daysBeforeMarch = (year: number): number =>
  365 * year + Math.floor(year / 4) - Math.floor(year / 100) + Math.floor(year / 400);

const epoch = 719_468;

/** The number of a day. The month counts from 1; the day of the month may run past its end. */
const numberOf = (year: number, month: number, day: number): number => {
  const fromMarch = month > 2 ? month - 3 : month + 9;
  const yearFromMarch = month > 2 ? year : year - 1;
  return daysBeforeMarch(yearFromMarch) + Math.floor((153 * fromMarch + 2) / 5) + day - 1 - epoch;
};

const written = /^(\d{4})-(\d\d)-(\d\d)(?:T([01]\d|2[0-3]):[0-5]\d(?::[0-5]\d)?)?$/;

/** Takes "2026-03-02" or a local "2026-03-02T18:00"; gives the number of that day, or NaN where there is no such day. */
export const dayNumber = (text: string): number => {
  const parts = written.exec(text);
  if (!parts) return Number.NaN;
  const [year, month, day] = [Number(parts[1]), Number(parts[2]), Number(parts[3])];
  if (year < 1 || month < 1 || month > 12 || day < 1 || day > monthLength(year, month)) return Number.NaN;
  return numberOf(year, month, day);
};

/** Takes a day's number, gives its year, month (from 1) and day of the month. */
const partsOf = (number: number): [year: number, month: number, day: number] => {
  const z = number + epoch;
  let year = Math.floor(z / 365.2425);
  while (daysBeforeMarch(year) > z) year -= 1;
  while (daysBeforeMarch(year + 1) <= z) year += 1;
  const ofYear = z - daysBeforeMarch(year);
  const fromMarch = Math.floor((5 * ofYear + 2) / 153);
  const day = ofYear - Math.floor((153 * fromMarch + 2) / 5) + 1;
  return fromMarch < 10 ? [year, fromMarch + 3, day] : [year + 1, fromMarch - 9, day];
};

/** Takes a day's number, gives "2026-03-02". */
export const dayText = (number: number): string => {
  const [year, month, day] = partsOf(number);
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
};

/**
 * Takes a day and a duration, gives the day on which the duration is complete. After years, 29 February comes round
 * on 1 March in a common year; after months, it is the last day of a shorter month.
 */
export const afterDuration = (day: number, { n, unit }: Duration): number => {
  if (unit === 'days') return day + n;
  if (unit === 'weeks') return day + 7 * n;
  const [year, month, dayOfMonth] = partsOf(day);
  if (unit === 'years') return numberOf(year + n, month, dayOfMonth);
  const months = year * 12 + (month - 1) + n;
  const toYear = Math.floor(months / 12);
  const toMonth = (months % 12) + 1;
  return numberOf(toYear, toMonth, Math.min(dayOfMonth, monthLength(toYear, toMonth)));
};

/** Whether a day stands so to another. */
export const isOrdered = (order: LeafDated['order'], day: number, than: number): boolean => {
  switch (order) {
    case 'before':
      return day < than;
    case 'on-or-before':
      return day <= than;
    case 'after':
      return day > than;
    case 'on-or-after':
      return day >= than;
    case 'on':
      return day === than;
  }
};

/** Whether a day is at least (at most, …) so long before (after) another. */
export const isApart = (
  { comparison, duration, direction }: Pick<LeafApart, 'comparison' | 'duration' | 'direction'>,
  day: number,
  than: number,
): boolean => {
  const [earlier, later] = direction === 'before' ? [day, than] : [than, day];
  if (earlier > later) return false;
  const complete = afterDuration(earlier, duration);
  switch (comparison) {
    case 'at-least':
      return complete <= later;
    case 'more-than':
      return complete < later;
    case 'at-most':
      return later <= complete;
    case 'less-than':
      return later < complete;
  }
};
