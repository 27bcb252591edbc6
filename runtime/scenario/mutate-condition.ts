/** One condition, changed in one thing. */
import { dayNumber, dayText } from '../../engine/contract/calendar.js';
import type { Condition, Fact, Id, Leaf } from '../../engine/contract/index.js';

/** What a mutation needs of a fact: the options that there are, and its limits. */
export type KnownFact = Pick<Fact, 'options' | 'number'>;
export type Known = ReadonlyMap<Id, KnownFact>;

export interface Change {
  change: string;
  condition: Condition;
}

/** Takes a condition that names answers; gives each one that differs from it in one thing. */
export const mutantsOf = (condition: Condition, facts: Known): Change[] => {
  if (condition.guard === true) return [];
  if (condition.kind !== 'all' && condition.kind !== 'any') return leafMutants(condition, facts);
  return condition.of.flatMap((part, index) =>
    mutantsOf(part, facts).map(({ change, condition: other }) => ({
      change,
      condition: { ...condition, of: condition.of.map((one, place) => (place === index ? other : one)) },
    })),
  );
};

export type LeafCondition = Condition & Leaf;

/** The same of one leaf. */
export const leafMutants = (leaf: LeafCondition, facts: Known): Change[] => {
  const as = (more: object, change: string): Change => ({
    change: `“${leaf.reads}”: ${change}`,
    condition: { ...leaf, ...more } as Condition,
  });
  const turned = as({ negated: !leaf.negated }, leaf.negated ? 'without “not”' : 'with “not”');
  switch (leaf.kind) {
    case 'is':
      return [
        turned,
        ...otherOptions(leaf.anyOf, facts.get(leaf.fact)).map((ids) => as({ anyOf: ids }, `is ${ids.join(' or ')}`)),
      ];
    case 'includes':
      return [
        turned,
        ...valuesOf(facts.get(leaf.fact))
          .filter((id) => id !== leaf.option)
          .map((id) => as({ option: id }, id)),
      ];
    case 'compares':
      return [
        turned,
        ...nearTo(leaf.to, facts.get(leaf.fact)).map((to) => as({ to }, `${to} instead of ${leaf.to}`)),
        ...comparisonsNear(leaf, facts.get(leaf.fact)).map((comparison) => as({ comparison }, comparison)),
      ];
    case 'dated':
      return [
        turned,
        ...otherOrders[leaf.order].map((order) => as({ order }, order)),
        ...('day' in leaf.than ? neighbours(leaf.than.day).map((day) => as({ than: { day } }, day)) : []),
      ];
    case 'apart':
      return [
        turned,
        ...[leaf.duration.n - 1, leaf.duration.n + 1]
          .filter((n) => n >= 0)
          .map((n) => as({ duration: { ...leaf.duration, n } }, `${n} ${leaf.duration.unit}`)),
        ...otherSpans[leaf.comparison].map((comparison) => as({ comparison }, comparison)),
        ...('day' in leaf.than ? neighbours(leaf.than.day).map((day) => as({ than: { day } }, day)) : []),
      ];
    case 'answered':
      return [turned];
    case 'some-entry':
      return [
        turned,
        ...mutantsOf(leaf.where, facts).map(({ change, condition }) => ({
          change,
          condition: { ...leaf, where: condition },
        })),
      ];
  }
};

/** One step off, and only where the change can be seen: at the edge of a comparison. */
const otherComparisons = {
  'at-least': ['more-than'],
  'more-than': ['at-least'],
  'at-most': ['less-than'],
  'less-than': ['at-most'],
  exactly: ['at-least', 'at-most'],
} as const;
/** At the end of a number's limits “exactly” and “at most” or “at least” are the same. */
const comparisonsNear = ({ comparison, to }: Leaf & { kind: 'compares' }, fact: KnownFact | undefined): string[] =>
  otherComparisons[comparison].filter(
    (other) =>
      !(comparison === 'exactly' && other === 'at-most' && to === fact?.number?.atLeast) &&
      !(comparison === 'exactly' && other === 'at-least' && to === fact?.number?.atMost),
  );
const otherSpans = {
  'at-least': ['more-than'],
  'more-than': ['at-least'],
  'at-most': ['less-than'],
  'less-than': ['at-most'],
} as const;
const otherOrders = {
  before: ['on-or-before'],
  'on-or-before': ['before'],
  after: ['on-or-after'],
  'on-or-after': ['after'],
  on: ['on-or-before', 'on-or-after'],
} as const;

const valuesOf = (fact: KnownFact | undefined): Id[] =>
  (fact?.options ?? []).filter(({ means }) => means !== 'not-known').map(({ id }) => id);

/** One option fewer, or one more. */
export const otherOptions = (anyOf: Id[], fact: KnownFact | undefined): Id[][] => {
  const fewer = anyOf.length > 1 ? anyOf.map((id) => anyOf.filter((other) => other !== id)) : [];
  const more = valuesOf(fact)
    .filter((id) => !anyOf.includes(id))
    .map((id) => [...anyOf, id]);
  return [...fewer, ...more];
};

const nearTo = (to: number, fact: KnownFact | undefined): number[] => {
  const step = fact?.number?.whole === false ? 0.5 : 1;
  return [to - step, to + step];
};

const neighbours = (day: string): string[] => [-1, 1].map((step) => dayText(dayNumber(day) + step));
