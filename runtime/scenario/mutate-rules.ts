import { dayNumber, dayText } from '../../engine/contract/calendar.js';
import type { Bundle, Condition, Criterion, Fact, Id, Leaf } from '../../engine/contract/index.js';

/** A bundle in which one thing of one rule is another; its digest and its emitted rules are those of the original. */
export interface Mutant {
  /** The criterion, or the role that is consulted. */
  criterion: Id;
  /** In English: what was changed to what. */
  change: string;
  bundle: Bundle;
}

/**
 * Takes a bundle; gives every bundle that differs from it in one number, option, negation or comparison of a rule.
 * What was added because a question is asked only at times is left as it is: it belongs to the question.
 */
export const mutateRules = (bundle: Bundle): Mutant[] => {
  const facts = new Map(bundle.facts.map((fact) => [fact.id, fact]));
  const ofCriteria = bundle.criteria.flatMap((criterion, index) =>
    (['applies', 'test'] as const).flatMap((part) => {
      const condition = criterion[part];
      if (condition === undefined) return [];
      return mutantsOf(condition, facts).map(({ change, condition: other }) => ({
        criterion: criterion.id,
        change,
        bundle: { ...bundle, criteria: replaced(bundle.criteria, index, { ...criterion, [part]: other }) },
      }));
    }),
  );
  return [...ofCriteria, ...consultingMutants(bundle, facts)];
};

const consultingMutants = (bundle: Bundle, facts: Map<Id, Fact>): Mutant[] => {
  const { decision } = bundle;
  if (!decision) return [];
  return decision.consulting.flatMap((consulted, index) =>
    consulted.when === undefined
      ? []
      : mutantsOf(consulted.when, facts).map(({ change, condition }) => {
          const consulting = decision.consulting.map((one, place) =>
            place === index ? { ...one, when: condition } : one,
          );
          return { criterion: consulted.role, change, bundle: { ...bundle, decision: { ...decision, consulting } } };
        }),
  );
};

const replaced = (criteria: Criterion[], index: number, criterion: Criterion): Criterion[] =>
  criteria.map((one, place) => (place === index ? criterion : one));

interface Change {
  change: string;
  condition: Condition;
}

const mutantsOf = (condition: Condition, facts: Map<Id, Fact>): Change[] => {
  if (condition.guard === true) return [];
  if (condition.kind !== 'all' && condition.kind !== 'any') return leafMutants(condition, facts);
  return condition.of.flatMap((part, index) =>
    mutantsOf(part, facts).map(({ change, condition: other }) => ({
      change,
      condition: { ...condition, of: condition.of.map((one, place) => (place === index ? other : one)) },
    })),
  );
};

type LeafCondition = Condition & Leaf;

const leafMutants = (leaf: LeafCondition, facts: Map<Id, Fact>): Change[] => {
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
const comparisonsNear = ({ comparison, to }: Leaf & { kind: 'compares' }, fact: Fact | undefined): string[] =>
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

const valuesOf = (fact: Fact | undefined): Id[] =>
  (fact?.options ?? []).filter(({ means }) => means !== 'not-known').map(({ id }) => id);

/** One option fewer, or one more. */
const otherOptions = (anyOf: Id[], fact: Fact | undefined): Id[][] => {
  const fewer = anyOf.length > 1 ? anyOf.map((id) => anyOf.filter((other) => other !== id)) : [];
  const more = valuesOf(fact)
    .filter((id) => !anyOf.includes(id))
    .map((id) => [...anyOf, id]);
  return [...fewer, ...more];
};

const nearTo = (to: number, fact: Fact | undefined): number[] => {
  const step = fact?.number?.whole === false ? 0.5 : 1;
  return [to - step, to + step];
};

const neighbours = (day: string): string[] => [-1, 1].map((step) => dayText(dayNumber(day) + step));
