/**
 * A day as three boxes, and back. The widget and the server that reads a post without JavaScript use the same two
 * functions, so that both keep what was typed when it is no real day.
 */

/** What stands in the boxes, as typed. */
export interface DateParts {
  day: string;
  month: string;
  year: string;
  time: string;
}

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const two = (n: number) => String(n).padStart(2, '0');

const text = (value: unknown) => (typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '');

function monthNumber(typed: string): number {
  if (/^\d{1,2}$/.test(typed)) return Number(typed);
  const word = typed.toLowerCase();
  const full = new Date(Date.UTC(2000, months.indexOf(word.slice(0, 3)), 1));
  if (word.length < 3 || Number.isNaN(full.getTime()) || !months.includes(word.slice(0, 3))) return 0;
  const name = full.toLocaleDateString('en-GB', { month: 'long', timeZone: 'UTC' }).toLowerCase();
  return name.startsWith(word) || word === 'sept' ? full.getUTCMonth() + 1 : 0;
}

function realDay(day: string, month: string, year: string): string | undefined {
  const m = monthNumber(month);
  if (!/^\d{1,2}$/.test(day) || !/^\d{4}$/.test(year) || m < 1) return undefined;
  const at = new Date(0);
  at.setUTCFullYear(Number(year), m - 1, Number(day));
  const same = at.getUTCFullYear() === Number(year) && at.getUTCMonth() === m - 1 && at.getUTCDate() === Number(day);
  return same ? `${year}-${two(m)}-${two(Number(day))}` : undefined;
}

/** A whole date typed into the first box: 27/3/1985, 27 March 1985, 1985-03-27. */
function wholeDate(typed: string): string | undefined {
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(typed);
  if (iso) return realDay(iso[3] ?? '', iso[2] ?? '', iso[1] ?? '');
  const words = typed.split(/[\s/.,-]+/).filter(Boolean);
  return words.length === 3 ? realDay(words[0] ?? '', words[1] ?? '', words[2] ?? '') : undefined;
}

function realTime(typed: string): string | undefined {
  const word = typed.toLowerCase().replace(/\s+/g, '');
  if (word === 'midday' || word === 'noon') return '12:00';
  if (word === 'midnight') return '00:00';
  const found = /^(\d{1,2})(?:[:.](\d{2}))?(am|pm)?$/.exec(word);
  if (!found || (!found[2] && !found[3])) return undefined;
  const half = found[3];
  const hour = Number(found[1]);
  const minute = Number(found[2] ?? 0);
  if (minute > 59 || hour > (half ? 12 : 23) || (half && hour < 1)) return undefined;
  return `${two(half ? (hour % 12) + (half === 'pm' ? 12 : 0) : hour)}:${two(minute)}`;
}

// A slash parts the boxes, so one that was typed into a box is written otherwise.
const kept = (parts: string[]) => parts.map((part) => part.replace(/[%/]/g, encodeURIComponent)).join('/');
const back = (part = '') => part.replace(/%2F/g, '/').replace(/%25/g, '%');

function partsOf(given: Partial<Record<keyof DateParts, unknown>>): DateParts {
  return { day: text(given.day), month: text(given.month), year: text(given.year), time: text(given.time) };
}

/**
 * Takes the three boxes. Gives "1985-03-27" for a real day, nothing when all are empty, and otherwise what was typed,
 * as "31/2/1985", which no date format accepts and `splitDate` takes apart again.
 */
export function joinDate(given: Partial<Record<keyof DateParts, unknown>>): string | undefined {
  const { day, month, year } = partsOf(given);
  if (!day && !month && !year) return undefined;
  const whole = !month && !year ? wholeDate(day) : undefined;
  return whole ?? realDay(day, month, year) ?? kept([day, month, year]);
}

/** As `joinDate`, with a time of day: "2026-03-02T18:00", local. A day without a time is no date and time. */
export function joinDateTime(given: Partial<Record<keyof DateParts, unknown>>): string | undefined {
  const { day, month, year, time } = partsOf(given);
  if (!day && !month && !year && !time) return undefined;
  const date = (!month && !year ? wholeDate(day) : undefined) ?? realDay(day, month, year);
  const at = realTime(time);
  return date && at ? `${date}T${at}` : kept([day, month, year, time]);
}

/** Takes what `joinDate` or `joinDateTime` gave, or the boxes as posted; gives what stands in the boxes. */
export function splitDate(value: unknown): DateParts {
  if (value && typeof value === 'object') return partsOf(value);
  const typed = text(value);
  const iso = /^(\d{4})-(\d{2})-(\d{2})(?:T(\d{2}:\d{2}))?/.exec(typed);
  if (iso) {
    return {
      day: String(Number(iso[3])),
      month: String(Number(iso[2])),
      year: iso[1] ?? '',
      time: iso[4] ?? '',
    };
  }
  const [day, month, year, time] = typed.split('/');
  return { day: back(day), month: back(month), year: back(year), time: back(time) };
}
