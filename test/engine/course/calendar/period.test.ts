import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { periodOf } from '../../../../engine/course/calendar/period.js';
import { dayNumber, dayText } from '../../../../engine/index.js';
import { runs } from '../../random-cases.js';

const period = (day: string, kind: 'week' | 'month' | 'year'): string => {
  const { first, last, key } = periodOf(dayNumber(day), kind);
  return `${key}: ${dayText(first)} to ${dayText(last)}`;
};

test('a week begins on Monday and ends on Sunday', () => {
  expect(period('2026-03-09', 'week')).toBe('2026-W11: 2026-03-09 to 2026-03-15');
  expect(period('2026-03-15', 'week')).toBe('2026-W11: 2026-03-09 to 2026-03-15');
  expect(period('2026-03-16', 'week')).toBe('2026-W12: 2026-03-16 to 2026-03-22');
});

test('a week over New Year belongs to the year that has its Thursday', () => {
  // 1 January 2027 is a Friday, so its week is the last of 2026; 1 January 2026 is a Thursday.
  expect(period('2027-01-01', 'week')).toBe('2026-W53: 2026-12-28 to 2027-01-03');
  expect(period('2025-12-29', 'week')).toBe('2026-W01: 2025-12-29 to 2026-01-04');
});

test('a month, February in a leap year, and December', () => {
  expect(period('2026-03-31', 'month')).toBe('2026-03: 2026-03-01 to 2026-03-31');
  expect(period('2028-02-29', 'month')).toBe('2028-02: 2028-02-01 to 2028-02-29');
  expect(period('2026-12-01', 'month')).toBe('2026-12: 2026-12-01 to 2026-12-31');
});

test('a year', () => {
  expect(period('2026-03-02', 'year')).toBe('2026: 2026-01-01 to 2026-12-31');
});

const day = fc.integer({ min: dayNumber('1950-01-01'), max: dayNumber('2110-12-31') });

test('weeks have the numbers that Temporal gives them', () => {
  fc.assert(
    fc.property(day, (number) => {
      const { weekOfYear, yearOfWeek } = Temporal.PlainDate.from(dayText(number));
      expect(periodOf(number, 'week').key).toBe(`${yearOfWeek}-W${String(weekOfYear).padStart(2, '0')}`);
    }),
    { numRuns: runs(1_000) },
  );
});

test('each day lies in its period, and the day after the last of it begins the next', () => {
  fc.assert(
    fc.property(day, fc.constantFrom('week', 'month', 'year'), (number, kind) => {
      const { first, last, key } = periodOf(number, kind);
      expect(first <= number && number <= last).toBe(true);
      expect(periodOf(last, kind).key).toBe(key);
      const next = periodOf(last + 1, kind);
      expect(next.first).toBe(last + 1);
      expect(next.key > key).toBe(true);
    }),
    { numRuns: runs(1_000) },
  );
});
