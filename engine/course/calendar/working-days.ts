/** Working days: neither Saturday, Sunday nor a holiday of the table. Days are numbers: days since 1 January 1970. */
import { dayNumber } from '../../contract/calendar.js';
import type { WorkingDays } from '../../contract/course.js';

/** What a table makes of days. `provisional`: it rests on a Monday to Friday of which the table does not know. */
export interface Working {
  isWorkingDay(day: number): boolean;
  /**
   * The n-th working day after a day, which is itself not counted; n from 0. With 0 it is the day itself, or where that
   * is no working day the next one. Throws a RangeError for an n that is no whole number from 0.
   */
  addWorkingDays(day: number, n: number): { day: number; provisional: boolean };
  /** How many working days there are after `from`, up to and with `to`; less than nothing where `to` comes first. */
  workingDaysBetween(from: number, to: number): { n: number; provisional: boolean };
}

/** How many days from Monday to Friday there are up to and with a day, counted from Monday 29 December 1969. */
const weekdaysUpTo = (day: number): number => {
  const sinceMonday = day + 3;
  const week = Math.floor(sinceMonday / 7);
  return 5 * week + Math.min(sinceMonday - 7 * week + 1, 5);
};
const weekdaysBetween = (from: number, to: number): number => (to > from ? weekdaysUpTo(to) - weekdaysUpTo(from) : 0);
const isWeekday = (day: number): boolean => weekdaysBetween(day - 1, day) === 1;

/** How many of these sorted numbers are at most so much. */
const howManyUpTo = (sorted: readonly number[], most: number): number => {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? 0) <= most) low = middle + 1;
    else high = middle;
  }
  return low;
};

interface Known {
  from: number;
  until: number;
  /** Sorted, each once, from Monday to Friday, within what is known. */
  holidays: readonly number[];
}
const nothingKnown: Known = { from: Number.POSITIVE_INFINITY, until: Number.NEGATIVE_INFINITY, holidays: [] };

const knownOf = (table: WorkingDays): Known => {
  const [from, until] = [dayNumber(table.knownFrom), dayNumber(table.knownUntil)];
  const days = new Set(table.holidays.map(({ day }) => dayNumber(day)));
  const counted = [...days].filter((day) => day >= from && day <= until && isWeekday(day));
  return { from, until, holidays: counted.sort((a, b) => a - b) };
};

/** Whether the table does not know of some Monday to Friday after `from`, up to and with `to`. */
const isProvisional = ({ from: first, until: last }: Known, from: number, to: number): boolean =>
  weekdaysBetween(from, Math.min(to, first - 1)) > 0 || weekdaysBetween(Math.max(from, last), to) > 0;

/** Takes a table, gives what it makes of days. Without one every Monday to Friday is a working day, provisionally. */
export const workingDaysOf = (table: WorkingDays | undefined): Working => {
  const known = table ? knownOf(table) : nothingKnown;
  /** Counted from the same day for all, so that only differences say anything. */
  const countUpTo = (day: number): number => weekdaysUpTo(day) - howManyUpTo(known.holidays, day);
  /** The first day from this one on with so great a count. It grows by one a day at most, so this jumps over none. */
  const firstWith = (count: number, from: number): number => {
    let day = from;
    for (let left = count - countUpTo(day); left > 0; left = count - countUpTo(day)) day += left;
    return day;
  };
  const between = (from: number, to: number): { n: number; provisional: boolean } => ({
    n: countUpTo(to) - countUpTo(from),
    provisional: isProvisional(known, from, to),
  });
  return {
    isWorkingDay: (day) => countUpTo(day) > countUpTo(day - 1),
    addWorkingDays: (day, n) => {
      if (!Number.isInteger(n) || n < 0) throw new RangeError(`There is no working day number ${n} after a day.`);
      const from = n === 0 ? day - 1 : day;
      const found = firstWith(countUpTo(from) + Math.max(n, 1), from);
      return { day: found, provisional: isProvisional(known, from, found) };
    },
    workingDaysBetween: (from, to) => {
      if (from <= to) return between(from, to);
      const { n, provisional } = between(to, from);
      return { n: n === 0 ? 0 : -n, provisional };
    },
  };
};
