/** How many: a range while something that may count is not recorded. */
import { no, yes } from '../../condition/truth.js';
import type { Derivation, DerivedFact } from '../../contract/course.js';
import type { Lacking } from '../../contract/course-verdict.js';
import { periodOf } from '../calendar/period.js';
import type { Sight } from '../sight.js';
import type { Value } from '../value.js';
import { type Item, isMeant, itemsOf } from './items.js';

type Count = Extract<Derivation, { kind: 'count' }>;

interface Tally {
  least: number;
  most: number;
  used: number[];
  lacks: Lacking[];
}

export const countValue = (
  fact: DerivedFact,
  { of, where, window, per = 1, plus = [] }: Count,
  sight: Sight,
): Value => {
  const { items, wakes: windowWakes } = itemsOf(of, window, fact.id, sight);
  const tallies = new Map<string, Tally>();
  let wakes = windowWakes;
  for (const item of items) {
    const meant = isMeant(item, where);
    wakes = Math.min(wakes, meant.wakes);
    if (meant.truth === no) continue;
    const key = window.anyOne ? groupOf(item, window.anyOne) : '';
    if (key === undefined) continue;
    const tally = tallies.get(key) ?? { least: 0, most: 0, used: [], lacks: [] };
    tallies.set(key, tally);
    tally.most += 1;
    tally.used.push(...item.used);
    if (meant.truth === yes) tally.least += 1;
    else tally.lacks.push(...meant.lacks);
  }
  const most = highest([...tallies.values()]);
  const [least, highestMost] = [most.least, most.most].map((n) => Math.floor(n / per)) as [number, number];
  const own: Value = { kind: 'number', least, most: highestMost, used: most.used, lacks: most.lacks, wakes };
  return plus.reduce<Value>((sum, id) => added(sum, sight.reads.value(id, sight)), own);
};

/** Both together; what is no number adds nothing, and what is not known any. */
const added = (one: Value, other: Value | undefined): Value => {
  if (one.kind !== 'number' || !other || other.kind === 'none') return one;
  const { least, most } = other.kind === 'number' ? other : { least: 0, most: Number.POSITIVE_INFINITY };
  return {
    kind: 'number',
    least: one.least + least,
    most: one.most + most,
    used: [...one.used, ...other.used],
    lacks: [...one.lacks, ...other.lacks],
    wakes: Math.min(one.wakes, other.wakes),
  };
};

const groupOf = ({ phase, at }: Item, by: NonNullable<Count['window']['anyOne']>): string | undefined =>
  by === 'phase' ? phase : periodOf(at.day, by).key;

/** Of several groups the most there are surely in one, and the most there can be in one. */
const highest = (tallies: readonly Tally[]): Tally => {
  const [first] = tallies;
  if (!first) return { least: 0, most: 0, used: [], lacks: [] };
  if (tallies.length === 1) return first;
  const surest = tallies.reduce((a, b) => (b.least > a.least ? b : a));
  const most = Math.max(...tallies.map((tally) => tally.most));
  const lacks = tallies.filter((tally) => tally.most > surest.least).flatMap((tally) => tally.lacks);
  return { ...surest, most, lacks };
};
