import { expect, test } from 'vitest';
import { calendarOf } from '../../../../engine/course/calendar/calendar.js';
import { dayNumber, type WorkingDays } from '../../../../engine/index.js';
import { england, nthAfter, tableOf } from './calendar-for-tests.js';

const inNation = (id: string) => calendarOf('Europe/London', tableOf(id));
const { working } = england;

test('a time of working days leaves out the first day and takes in the last', () => {
  // 2 March 2026 is a Monday: Tuesday 3, Wednesday 4, Thursday 5, Friday 6, Monday 9.
  expect(nthAfter(1, '2026-03-02')).toBe('2026-03-03');
  expect(nthAfter(5, '2026-03-02')).toBe('2026-03-09');
});

test('from a Friday, a Saturday or a Sunday the first working day is Monday', () => {
  expect(nthAfter(1, '2026-03-06')).toBe('2026-03-09');
  expect(nthAfter(1, '2026-03-07')).toBe('2026-03-09');
  expect(nthAfter(1, '2026-03-08')).toBe('2026-03-09');
});

test('no working days after a working day is that day, and after another the next working day', () => {
  expect(nthAfter(0, '2026-03-06')).toBe('2026-03-06');
  expect(nthAfter(0, '2026-03-07')).toBe('2026-03-09');
  // Good Friday: Saturday, Sunday and Easter Monday follow it.
  expect(nthAfter(0, '2026-04-03')).toBe('2026-04-07');
});

test('five working days from 23 December 2026 end on 4 January', () => {
  // Boxing Day is a Saturday, its substitute Monday 28. So: Thu 24, Tue 29, Wed 30, Thu 31, and after New Year's Day Mon 4.
  expect(nthAfter(1, '2026-12-23')).toBe('2026-12-24');
  expect(nthAfter(2, '2026-12-23')).toBe('2026-12-29');
  expect(nthAfter(5, '2026-12-23')).toBe('2027-01-04');
});

test('at Christmas 2027 both holidays fall on the weekend, and Monday and Tuesday are taken in their place', () => {
  expect(nthAfter(1, '2027-12-24')).toBe('2027-12-29');
});

test('Easter: in England from Wednesday 1 April 2026 five working days are up on Friday 10, in Scotland on Thursday 9', () => {
  // England: 2, 7, 8, 9, 10. Scotland has no Easter Monday: 2, 6, 7, 8, 9.
  expect(nthAfter(5, '2026-04-01')).toBe('2026-04-10');
  expect(nthAfter(5, '2026-04-01', inNation('scotland'))).toBe('2026-04-09');
});

test('Easter 2027, in which the clocks change: from Wednesday 24 March the third working day is Wednesday 31', () => {
  // Thursday 25, Tuesday 30, Wednesday 31.
  expect(nthAfter(3, '2027-03-24')).toBe('2027-03-31');
});

test('29 February 2028 is a working day', () => {
  expect(nthAfter(1, '2028-02-28')).toBe('2028-02-29');
  expect(nthAfter(2, '2028-02-28')).toBe('2028-03-01');
});

test('the late May holiday, and the day of a state funeral, are no working days', () => {
  // Monday 25 May 2026; Monday 19 September 2022.
  expect(nthAfter(1, '2026-05-22')).toBe('2026-05-26');
  expect(nthAfter(1, '2022-09-16')).toBe('2022-09-20');
  expect(working.isWorkingDay(dayNumber('2022-09-19'))).toBe(false);
  expect(working.isWorkingDay(dayNumber('2022-09-20'))).toBe(true);
});

test('each nation keeps its own days', () => {
  // The Twelfth of July 2026 is a Sunday, so Monday 13 stands for it; 17 March is a Tuesday.
  expect(nthAfter(1, '2026-07-10', inNation('northern-ireland'))).toBe('2026-07-14');
  expect(nthAfter(1, '2026-07-10')).toBe('2026-07-13');
  expect(nthAfter(1, '2026-03-16', inNation('northern-ireland'))).toBe('2026-03-18');
  // St Andrew's Day 2024 is a Saturday, so Monday 2 December stands for it.
  expect(nthAfter(1, '2024-11-29', inNation('scotland'))).toBe('2024-12-03');
  // August: the first Monday in Scotland (3rd), the last elsewhere (31st).
  expect(nthAfter(1, '2026-07-31', inNation('scotland'))).toBe('2026-08-04');
  expect(nthAfter(1, '2026-08-28', inNation('scotland'))).toBe('2026-08-31');
  expect(nthAfter(1, '2026-08-28')).toBe('2026-09-01');
});

test('past the end of the table every Monday to Friday is a working day, and it is said that this is not certain', () => {
  // Thursday 28 December 2028; 31 December, the last known day, is a Sunday. New Year's Day 2029 is a holiday in truth.
  expect(nthAfter(1, '2028-12-28')).toBe('2028-12-29');
  expect(nthAfter(2, '2028-12-28')).toBe('2029-01-01?');
  expect(nthAfter(0, '2028-12-30')).toBe('2029-01-01?');
});

test('before the table begins it is the same', () => {
  // 31 December 2018 is a Monday, and the table begins on the day after.
  expect(nthAfter(1, '2018-12-30')).toBe('2018-12-31?');
  expect(nthAfter(1, '2018-12-31')).toBe('2019-01-02');
});

test('with no table declared a holiday is a working day, not for certain', () => {
  expect(nthAfter(1, '2026-12-24', calendarOf('Europe/London', undefined))).toBe('2026-12-25?');
});

test('working days between two days leave out the first and take in the last', () => {
  const between = (first: string, last: string) => working.workingDaysBetween(dayNumber(first), dayNumber(last));
  // Monday to Monday: five. Friday to Sunday: none.
  expect(between('2026-03-02', '2026-03-09')).toEqual({ n: 5, provisional: false });
  expect(between('2026-03-06', '2026-03-08')).toEqual({ n: 0, provisional: false });
  expect(between('2026-03-02', '2026-03-02')).toEqual({ n: 0, provisional: false });
  // 24 December 2026 to 4 January 2027: 29, 30, 31, 4.
  expect(between('2026-12-24', '2027-01-04')).toEqual({ n: 4, provisional: false });
  expect(between('2027-01-04', '2026-12-24')).toEqual({ n: -4, provisional: false });
  // A weekend past the end is no question; the Monday after it is.
  expect(between('2028-12-29', '2028-12-31')).toEqual({ n: 0, provisional: false });
  expect(between('2028-12-29', '2029-01-01')).toEqual({ n: 1, provisional: true });
});

test('the whole of 2026 has 253 working days in England', () => {
  // 365 days are 52 weeks and one day; 1 January 2026 and 31 December are Thursdays: 261 from Monday to Friday, less 8.
  expect(working.workingDaysBetween(dayNumber('2025-12-31'), dayNumber('2026-12-31')).n).toBe(253);
});

test('a holiday that is listed twice, or on a weekend, takes away no second day', () => {
  const table: WorkingDays = {
    id: 'own',
    label: 'Our own',
    knownFrom: '2026-01-01',
    knownUntil: '2026-12-31',
    // A Sunday, and a Tuesday twice.
    holidays: ['2026-03-10', '2026-03-08', '2026-03-10'].map((day) => ({ day, title: 'Closed' })),
  };
  expect(nthAfter(2, '2026-03-06', calendarOf('Europe/London', table))).toBe('2026-03-11');
});

test.each([-1, 0.5, Number.NaN])('there is no working day number %s', (n) => {
  expect(() => working.addWorkingDays(0, n)).toThrow(RangeError);
});
