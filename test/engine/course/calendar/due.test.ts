import { expect, test } from 'vitest';
import { calendarOf } from '../../../../engine/course/calendar/calendar.js';
import { dueAfter } from '../../../../engine/course/calendar/due.js';
import type { Span, SpanUnit } from '../../../../engine/index.js';
import { england, from } from './calendar-for-tests.js';

const due = (moment: string, n: number, unit: SpanUnit, time?: string) =>
  dueAfter(england, from(moment), { n, unit } satisfies Span, time);
const at = (instant: string): number => Date.parse(instant);

test('48 hours from 27 March 2026, half past five, are up on 29 March at half past six: the clocks went forward', () => {
  // 17:30 in winter is 17:30Z; two days later 17:30Z is 18:30 in summer.
  const found = due('2026-03-27T17:30:00Z', 48, 'hours');
  expect(found).toEqual({
    due: '2026-03-29T17:30:00Z',
    endsAt: at('2026-03-29T17:30:00.001Z'),
    latestEndsAt: at('2026-03-29T17:30:00.001Z'),
    provisional: false,
  });
  expect(england.clock.at(england.clock.dayNumber(found.endsAt - 1), '18:30')).toBe(found.endsAt - 1);
});

test('48 hours from 24 October 2026, half past five, are up on 26 October at half past four: they went back', () => {
  // 17:30 in summer is 16:30Z; two days later 16:30Z is 16:30 in winter.
  const found = due('2026-10-24T17:30:00+01:00', 48, 'hours');
  expect(found.due).toBe('2026-10-26T16:30:00Z');
  expect(england.clock.at(england.clock.dayNumber(found.endsAt - 1), '16:30')).toBe(found.endsAt - 1);
});

test('a week from Tuesday at six is Tuesday at six, also where the clocks change between', () => {
  expect(due('2026-10-20T18:00:00+01:00', 1, 'weeks', '18:00').due).toBe('2026-10-27T18:00:00Z');
  expect(due('2026-03-24T18:00:00Z', 1, 'weeks', '18:00').due).toBe('2026-03-31T17:00:00Z');
});

test('hours from a day of which no hour is known are a range', () => {
  // The day is 00:00Z to 24:00Z; 48 hours later 00:00Z on 4 March to the last millisecond of it.
  expect(due('2026-03-02', 48, 'hours')).toEqual({
    due: '2026-03-04T00:00:00Z',
    latest: '2026-03-04T23:59:59.999Z',
    endsAt: at('2026-03-04T00:00:00.001Z'),
    latestEndsAt: at('2026-03-05T00:00:00Z'),
    provisional: false,
  });
});

test('the day on which the clocks go forward has 23 hours, and that on which they go back 25', () => {
  const lasts = (day: string): number => {
    const { endsAt, latestEndsAt } = due(day, 24, 'hours');
    return (latestEndsAt - (endsAt - 1)) / 3_600_000;
  };
  expect(lasts('2026-03-29')).toBe(23);
  expect(lasts('2026-10-25')).toBe(25);
});

test('within two weeks of 2 March is to the end of 16 March, whatever the hour', () => {
  const expected = {
    due: '2026-03-16',
    endsAt: at('2026-03-17T00:00:00Z'),
    latestEndsAt: at('2026-03-17T00:00:00Z'),
    provisional: false,
  };
  expect(due('2026-03-02', 2, 'weeks')).toEqual(expected);
  expect(due('2026-03-02T00:00:00Z', 2, 'weeks')).toEqual(expected);
  expect(due('2026-03-02T23:59:00Z', 2, 'weeks')).toEqual(expected);
});

test('the end of a day in summer is an hour before midnight in UTC', () => {
  expect(due('2026-03-28', 1, 'days').endsAt).toBe(at('2026-03-29T23:00:00Z'));
});

test('half past midnight in summer is the local day, though in UTC it is the day before', () => {
  expect(due('2026-06-09T23:30:00Z', 1, 'days').due).toBe('2026-06-11');
});

test('months count from where they began: from 31 January one ends on 28 February, two on 31 March', () => {
  expect(due('2026-01-31', 1, 'months').due).toBe('2026-02-28');
  expect(due('2026-01-31', 2, 'months').due).toBe('2026-03-31');
});

test('from 29 February 2028 a month ends on 29 March, a year on 1 March', () => {
  expect(due('2028-02-29', 1, 'months').due).toBe('2028-03-29');
  expect(due('2028-02-29', 1, 'years').due).toBe('2029-03-01');
});

test('by four o’clock on the next working day', () => {
  // Friday 5 June 2026 at 17:00; Monday 8 June 16:00 is 15:00Z. Four o'clock itself is still in time.
  const found = due('2026-06-05T16:00:00Z', 1, 'working-days', '16:00');
  expect(found).toMatchObject({ due: '2026-06-08T15:00:00Z', endsAt: at('2026-06-08T15:00:00.001Z') });
});

test('by half past one in the night in which the clocks change', () => {
  // Forward: the clocks show no 01:30, so at once when they jump, at 01:00Z. Back: they show it twice; first at 00:30Z.
  expect(due('2026-03-28', 1, 'days', '01:30').due).toBe('2026-03-29T01:00:00Z');
  expect(due('2026-10-24', 1, 'days', '01:30').due).toBe('2026-10-25T00:30:00Z');
});

test('working days past the end of the table make what is due provisional', () => {
  expect(due('2028-12-29', 1, 'working-days')).toMatchObject({ due: '2029-01-01', provisional: true });
  expect(due('2028-12-29', 1, 'weeks')).toMatchObject({ due: '2029-01-05', provisional: false });
});

test('in a zone in which midnight was skipped a day begins at one, and a day that was skipped not at all', () => {
  // Santiago went forward at midnight on 6 September 2026; Apia skipped 30 December 2011.
  const { clock: santiago } = calendarOf('America/Santiago', undefined);
  const day = santiago.dayNumber(at('2026-09-06T12:00:00Z'));
  expect(santiago.startOfDay(day)).toBe(at('2026-09-06T04:00:00Z'));
  expect(santiago.at(day, '00:00')).toBe(at('2026-09-06T04:00:00Z'));
  const { clock: apia } = calendarOf('Pacific/Apia', undefined);
  // The last instant of 29 December is 23:59 at UTC-10; the next is 31 December.
  expect(apia.dayNumber(at('2011-12-30T10:00:00Z')) - apia.dayNumber(at('2011-12-30T09:59:59.999Z'))).toBe(2);
});
