import { expect, test } from 'vitest';
import { completedBetween, windowAgo } from '../../../../engine/course/calendar/completed.js';
import { dayNumber, dayText, type SpanUnit } from '../../../../engine/index.js';
import { england, from } from './calendar-for-tests.js';

const completed = (first: string, last: string, unit: SpanUnit): number => {
  const to = from(last);
  return completedBetween(england, from(first), { ms: to.start, completedDay: to.day }, unit);
};

test('more than 4 weeks is true on day 29 and not on day 28', () => {
  // 2 March and 28 days: 30 March.
  expect(completed('2026-03-02', '2026-03-30', 'weeks')).toBe(4);
  expect(completed('2026-03-02', '2026-03-31', 'weeks')).toBeGreaterThan(4);
  expect(completed('2026-03-02', '2026-04-05', 'weeks')).toBeLessThan(5);
  expect(completed('2026-03-02', '2026-04-06', 'weeks')).toBe(5);
});

test('days are those of the calendar, whatever the hour and whatever the clocks do', () => {
  expect(completed('2026-03-27T23:30:00Z', '2026-03-30T00:30:00Z', 'days')).toBe(3);
  expect(completed('2026-03-02', '2026-03-02', 'days')).toBe(0);
});

test('hours are elapsed hours: a day in which the clocks go back has 25', () => {
  expect(completed('2026-10-25', '2026-10-26', 'hours')).toBe(25);
  expect(completed('2026-03-29', '2026-03-30', 'hours')).toBe(23);
  expect(completed('2026-03-02T10:00:00Z', '2026-03-02T11:30:00Z', 'hours')).toBe(1.5);
});

test('a month from 31 January is complete on 28 February, two on 31 March', () => {
  expect(completed('2026-01-31', '2026-02-27', 'months')).toBeLessThan(1);
  expect(completed('2026-01-31', '2026-02-28', 'months')).toBe(1);
  // A day of the 31 from 28 February to 31 March.
  expect(completed('2026-01-31', '2026-03-01', 'months')).toBeCloseTo(1 + 1 / 31);
  expect(completed('2026-01-31', '2026-03-31', 'months')).toBe(2);
});

test('a year from 29 February is complete on 1 March, four on 29 February', () => {
  expect(completed('2024-02-29', '2025-02-28', 'years')).toBeLessThan(1);
  expect(completed('2024-02-29', '2025-03-01', 'years')).toBe(1);
  expect(completed('2024-02-29', '2028-02-28', 'years')).toBeLessThan(4);
  expect(completed('2024-02-29', '2028-02-29', 'years')).toBe(4);
});

test('on the weekend after the fifth working day more than five are past, though the sixth is not complete', () => {
  expect(completed('2026-03-06', '2026-03-13', 'working-days')).toBe(5);
  const saturday = completed('2026-03-06', '2026-03-14', 'working-days');
  // One day of the three to Monday.
  expect(saturday).toBeCloseTo(5 + 1 / 3);
  expect(completed('2026-03-06', '2026-03-16', 'working-days')).toBe(6);
});

test('time to a point that comes first is less than nothing', () => {
  expect(completed('2026-03-16', '2026-03-02', 'weeks')).toBe(-2);
  expect(completed('2026-03-31', '2026-02-28', 'months')).toBe(-completed('2026-02-28', '2026-03-31', 'months'));
  expect(completed('2026-03-02T11:00:00Z', '2026-03-02T10:00:00Z', 'hours')).toBe(-1);
});

const ago = (day: string, n: number, unit: SpanUnit): string =>
  dayText(windowAgo(england, dayNumber(day), { n, unit }));

test('in the last 2 weeks takes in what happened exactly 14 days before', () => {
  expect(ago('2026-03-16', 2, 'weeks')).toBe('2026-03-02');
  expect(ago('2026-03-16', 14, 'days')).toBe('2026-03-02');
});

test('in the last month, on 31 March, takes in 1 March: a month from 28 February was over on 28 March', () => {
  expect(ago('2026-03-31', 1, 'months')).toBe('2026-03-01');
  expect(ago('2026-03-28', 1, 'months')).toBe('2026-02-28');
  // A month from each of 28, 29, 30 and 31 January is complete on 28 February.
  expect(ago('2026-02-28', 1, 'months')).toBe('2026-01-28');
  expect(ago('2026-03-01', 1, 'months')).toBe('2026-02-01');
});

test('in the last year, on 1 March 2029, takes in 29 February 2028', () => {
  expect(ago('2029-03-01', 1, 'years')).toBe('2028-02-29');
  expect(ago('2029-02-28', 1, 'years')).toBe('2028-02-28');
});

test('in the last five working days, on Friday 13 March, takes in Friday 6, and on the day after it does not', () => {
  expect(ago('2026-03-13', 5, 'working-days')).toBe('2026-03-06');
  // From Saturday 7 and Sunday 8 the fifth is Friday 13 too; from Monday 9 it is Monday 16.
  expect(ago('2026-03-14', 5, 'working-days')).toBe('2026-03-09');
  // Easter: 10 April is the fifth after 1 April.
  expect(ago('2026-04-10', 5, 'working-days')).toBe('2026-04-01');
});

test('in the last 24 hours reaches two days back over a day of 23 hours', () => {
  expect(ago('2026-03-02', 24, 'hours')).toBe('2026-03-01');
  // 30 March begins at 23:00Z on 29 March; 24 hours before is 23:00Z, in winter, on 28 March.
  expect(ago('2026-03-30', 24, 'hours')).toBe('2026-03-28');
});
