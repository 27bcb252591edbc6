/** Of how many of those in a hundred it holds: a range while something that may count is not recorded. */
import { no, unknown, yes } from '../../condition/truth.js';
import type { Derivation, DerivedFact } from '../../contract/course.js';
import type { Lacking } from '../../contract/course-verdict.js';
import type { Sight } from '../sight.js';
import { noValue, type Value } from '../value.js';
import { isMeant, itemsOf } from './items.js';

type Share = Extract<Derivation, { kind: 'share' }>;

/**
 * In percent, not rounded to whole ones, so that 79.9 is not at least 80. Of nothing there is no share, and no comparison
 * holds of it. What is not recorded may lower it, raise it, or not be of those at all.
 */
export const shareValue = (fact: DerivedFact, { of, where, ofThose, window }: Share, sight: Sight): Value => {
  const { items, wakes: windowWakes } = itemsOf(of, window, fact.id, sight);
  const used: number[] = [];
  const lacks: Lacking[] = [];
  let wakes = windowWakes;
  let [sure, all, canLower, canRaise] = [0, 0, 0, 0];
  for (const item of items) {
    const one = isMeant(item, ofThose);
    wakes = Math.min(wakes, one.wakes);
    if (one.truth === no) continue;
    const holds = isMeant(item, where);
    wakes = Math.min(wakes, holds.wakes);
    used.push(...item.used);
    if (one.truth === unknown || holds.truth === unknown) lacks.push(...one.lacks, ...holds.lacks);
    if (one.truth === yes && holds.truth === yes) sure += 1;
    if (one.truth === yes && holds.truth !== unknown) all += 1;
    else {
      if (holds.truth !== yes) canLower += 1;
      if (holds.truth !== no) canRaise += 1;
    }
  }
  if (all + canLower + canRaise === 0) return { ...noValue(used), wakes };
  const least = percent(sure, all + canLower);
  const most = percent(sure + canRaise, all + canRaise);
  return { kind: 'number', least, most, used, lacks, wakes };
};

/** To a millionth, which no threshold of fewer than thousands of sessions can tell from the exact share. */
const percent = (part: number, whole: number): number =>
  whole === 0 ? 100 : Math.round((part / whole) * 100_000_000) / 1_000_000;
