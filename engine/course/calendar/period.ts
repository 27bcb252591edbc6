/** Weeks, months and years of the calendar. */
import { dayNumber, dayText } from '../../contract/calendar.js';

export interface Period {
  /** The numbers of its first and its last day. */
  first: number;
  last: number;
  /** "2026-W11", "2026-03" or "2026": sorted as text, they are in the order of time. */
  key: string;
}

/** Weeks begin on Monday, and belong to the year of their Thursday. */
const weekOf = (day: number): Period => {
  const first = day - ((((day + 3) % 7) + 7) % 7);
  const year = dayText(first + 3).slice(0, 4);
  const week = Math.floor((first + 3 - dayNumber(`${year}-01-01`)) / 7) + 1;
  return { first, last: first + 6, key: `${year}-W${String(week).padStart(2, '0')}` };
};

/** No month is longer than 31 days, so 31 days after its first is a day of the next. */
const monthOf = (day: number): Period => {
  const key = dayText(day).slice(0, 7);
  const first = dayNumber(`${key}-01`);
  const next = dayNumber(`${dayText(first + 31).slice(0, 7)}-01`);
  return { first, last: next - 1, key };
};

const yearOf = (day: number): Period => {
  const key = dayText(day).slice(0, 4);
  return { first: dayNumber(`${key}-01-01`), last: dayNumber(`${key}-12-31`), key };
};

const periods = { week: weekOf, month: monthOf, year: yearOf };

/** Takes a day's number, gives the period of the calendar that it lies in. */
export const periodOf = (day: number, period: 'week' | 'month' | 'year'): Period => periods[period](day);
