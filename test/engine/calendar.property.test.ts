import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import {
  afterDuration,
  type Comparison,
  dayNumber,
  dayText,
  isApart,
  operatorsNamed,
  type Unit,
} from '../../engine/index.js';
import { runs } from './random-cases.js';

const apart = (
  comparison: Exclude<Comparison, 'exactly'>,
  n: number,
  unit: Unit,
  from: string,
  to: string,
): boolean => {
  const leaf = { comparison, duration: { n, unit }, direction: 'before' as const };
  const engine = isApart(leaf, dayNumber(from), dayNumber(to));
  const [operator] = operatorsNamed([`is-${comparison}-${n}-${unit}-before`]);
  // The operator of the emitted rules was written apart from the engine, and must say the same.
  expect(operator?.holds(from, to)).toBe(engine);
  return engine;
};

test('eighteen years are complete on the eighteenth birthday', () => {
  expect(apart('at-least', 18, 'years', '2008-03-02', '2026-03-01')).toBe(false);
  expect(apart('at-least', 18, 'years', '2008-03-02', '2026-03-02')).toBe(true);
});

test('who was born on 29 February is eighteen on 1 March: 2026 is a common year', () => {
  expect(apart('at-least', 18, 'years', '2008-02-29', '2026-02-28')).toBe(false);
  expect(apart('at-least', 18, 'years', '2008-02-29', '2026-03-01')).toBe(true);
  // Four years on there is a 29 February again.
  expect(apart('at-least', 4, 'years', '2008-02-29', '2012-02-28')).toBe(false);
  expect(apart('at-least', 4, 'years', '2008-02-29', '2012-02-29')).toBe(true);
  // 2100 is no leap year.
  expect(apart('at-least', 4, 'years', '2096-02-29', '2100-02-28')).toBe(false);
  expect(apart('at-least', 4, 'years', '2096-02-29', '2100-03-01')).toBe(true);
});

test('a month that is too short ends a count of months on its last day', () => {
  expect(apart('at-least', 1, 'months', '2026-01-31', '2026-02-27')).toBe(false);
  expect(apart('at-least', 1, 'months', '2026-01-31', '2026-02-28')).toBe(true);
  expect(apart('at-least', 1, 'months', '2024-01-31', '2024-02-28')).toBe(false);
  expect(apart('at-least', 12, 'months', '2024-02-29', '2025-02-28')).toBe(true);
  expect(apart('at-least', 1, 'years', '2024-02-29', '2025-02-28')).toBe(false);
});

test('more than 4 weeks is true on day 29, and at most 14 days takes in the fourteenth', () => {
  // 2 March and 28 days: 30 March.
  expect(apart('more-than', 4, 'weeks', '2026-03-02', '2026-03-30')).toBe(false);
  expect(apart('more-than', 4, 'weeks', '2026-03-02', '2026-03-31')).toBe(true);
  expect(apart('at-most', 14, 'days', '2026-03-02', '2026-03-16')).toBe(true);
  expect(apart('at-most', 14, 'days', '2026-03-02', '2026-03-17')).toBe(false);
  expect(apart('less-than', 14, 'days', '2026-03-02', '2026-03-16')).toBe(false);
});

test('less than so long before does not hold of a day after', () => {
  expect(apart('less-than', 5, 'years', '2026-03-02', '2026-03-02')).toBe(true);
  expect(apart('less-than', 5, 'years', '2026-03-03', '2026-03-02')).toBe(false);
  expect(apart('at-most', 5, 'days', '2026-03-03', '2026-03-02')).toBe(false);
});

test.each([
  '2026-02-29',
  '2100-02-29',
  '2026-13-01',
  '2026-00-10',
  '2026-04-31',
  '26-04-30',
  '2026-4-3',
  '0000-01-01',
  '',
])('there is no day "%s"', (text) => {
  expect(dayNumber(text)).toBeNaN();
});

const day = fc.integer({ min: dayNumber('1890-01-01'), max: dayNumber('2110-12-31') });

test('every day has the number that Temporal counts, and is written back as it was', () => {
  fc.assert(
    fc.property(day, (number) => {
      const text = Temporal.PlainDate.from('1970-01-01').add({ days: number }).toString();
      expect(dayText(number)).toBe(text);
      expect(dayNumber(text)).toBe(number);
    }),
    { numRuns: runs(2_000) },
  );
});

/** Temporal ends years on 28 February where the house rule says 1 March; all else is the same. */
const byTemporal = (from: Temporal.PlainDate, n: number, unit: Unit): Temporal.PlainDate => {
  const to = from.add({ [unit]: n });
  return unit === 'years' && from.day === 29 && to.day === 28 && from.month === 2 ? to.add({ days: 1 }) : to;
};
const durations = fc.tuple(fc.integer({ min: 0, max: 40 }), fc.constantFrom<Unit>('days', 'weeks', 'months', 'years'));

test('a duration is complete on the day that Temporal says, 29 February apart', () => {
  fc.assert(
    fc.property(day, durations, (number, [n, unit]) => {
      const expected = byTemporal(Temporal.PlainDate.from(dayText(number)), n, unit);
      expect(dayText(afterDuration(number, { n, unit }))).toBe(expected.toString());
    }),
    { numRuns: runs(3_000) },
  );
});

const aboutTheEnd = fc.integer({ min: -2, max: 2 });
const comparisons = fc.constantFrom('at-least', 'at-most', 'more-than', 'less-than') as fc.Arbitrary<'at-least'>;
test('engine and operators agree on every comparison about the day on which a duration is complete', () => {
  fc.assert(
    fc.property(day, durations, aboutTheEnd, comparisons, (number, [n, unit], off, comparison) => {
      apart(comparison, n, unit, dayText(number), dayText(afterDuration(number, { n, unit }) + off));
    }),
    { numRuns: runs(3_000) },
  );
});
