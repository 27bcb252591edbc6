/**
 * That whatever is recorded next, of today or of the past, as of the same moment, a later or an earlier one, going on from
 * an earlier evaluation comes to the same as one from the start, to the letter, for every viewer.
 */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Kept } from '../../../engine/course/going-on.js';
import { type Bundle, type CaseEvent, dayText, type Moment } from '../../../engine/index.js';
import { evaluateOnWith, evaluateWith } from '../../../engine/viewer/case-for.js';
import { keptApartIn } from '../../../engine/viewer/clearance.js';
import { runs } from '../random-cases.js';
import { anyHistory } from './any-history.js';
import { anybodysBundle, firstDay } from './anybodys-course.js';

/** How many events more are there each time, and how many days later it is asked; earlier, where less than nothing. */
interface Look {
  more: number;
  days: number;
  hour: number;
}
const looks = fc.array(
  fc.record({
    more: fc.nat(4),
    days: fc.oneof(fc.constantFrom(0, 0, 0, 1), fc.integer({ min: 2, max: 40 }), fc.integer({ min: -20, max: -1 })),
    hour: fc.nat(12),
  }),
  { minLength: 2, maxLength: 6 },
);

const asked = (day: number, hour: number): Moment => dayText(firstDay + day) + (hour < 8 ? '' : `T${hour + 8}:00:00Z`);

/** Events as they come out of a store: others each time that say the same. */
const fresh = (events: readonly CaseEvent[]): CaseEvent[] => JSON.parse(JSON.stringify(events));

const comesToTheSame = (bundle: Bundle, events: CaseEvent[], all: readonly Look[], sees: ReadonlySet<string>): void => {
  let many = Math.max(1, events.length - all.reduce((sum, { more }) => sum + more, 0));
  let day = 60;
  let kept: Kept | undefined;
  for (const { more, days, hour } of [{ more: 0, days: 0, hour: 0 }, ...all]) {
    many += more;
    day = Math.max(0, day + days);
    const known = fresh(events.slice(0, many));
    const asOf = asked(day, hour);
    const on = evaluateOnWith(bundle, known, { asOf, clearance: { sees }, from: kept });
    expect(JSON.stringify(on.evaluation)).toBe(
      JSON.stringify(evaluateWith(bundle, known, { asOf, outlook: false, clearance: { sees } })),
    );
    kept = on.kept ?? kept;
  }
};

test('on random cases it comes to the same', () => {
  const bundle = anybodysBundle();
  const labels = keptApartIn(bundle).map(({ id }) => id);
  fc.assert(
    fc.property(anyHistory(bundle), looks, fc.subarray(labels), (events, all, sees) =>
      comesToTheSame(bundle, events, all, new Set(sees)),
    ),
    { numRuns: runs(40) },
  );
});
