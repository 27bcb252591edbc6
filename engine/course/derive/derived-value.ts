/** The value of a derived fact at a point. A new kind of fact is one new file and one line here. */
import type { DerivedFact } from '../../contract/course.js';
import { type Sight, scopeKey } from '../sight.js';
import { truthValue, type Value } from '../value.js';
import { countValue } from './count.js';
import { elapsedValue } from './elapsed.js';
import { placesValue } from './places.js';
import { runValue } from './run.js';
import { shareValue } from './share.js';
import { spentValue } from './spent.js';
import { dayValueOf, distinctValue, sumValue, toldValueOf } from './told.js';

/** Takes a derived fact and from where it is looked at; gives its value. It is worked out once for each point. */
export const derivedValue = (fact: DerivedFact, sight: Sight): Value => {
  const { view } = sight;
  const scope = fact.scope === undefined ? '' : scopeKey(sight);
  const key = `fact ${fact.id} ${scope} ${sight.spentUntil ?? ''} ${sight.actsBefore?.start ?? ''} ${sight.asAt?.start ?? ''}`;
  const known = view.memo.get(key) as Value | undefined;
  if (known) return known;
  const value = work(fact, fact.scope === undefined ? { ...sight, scope: { kind: 'case' } } : sight);
  view.memo.set(key, value);
  return value;
};

const work = (fact: DerivedFact, sight: Sight): Value => {
  const { from } = fact;
  switch (from.kind) {
    case 'count':
      return countValue(fact, from, sight);
    case 'share':
      return shareValue(fact, from, sight);
    case 'spent':
      return spentValue(from, sight);
    case 'run':
      return runValue(fact, from, sight);
    case 'sum':
      return sumValue(fact, from, sight);
    case 'distinct':
      return distinctValue(fact, from, sight);
    case 'value':
      return toldValueOf(fact, from, sight);
    case 'day':
      return dayValueOf(fact, from, sight);
    case 'elapsed':
      return elapsedValue(from, sight);
    case 'places':
      return placesValue(from, sight);
    case 'whether': {
      const found = sight.reads.condition(from.condition, sight);
      return truthValue(found.truth, found);
    }
  }
};
