/**
 * The meaning of conditions once more, by brute force: every value of every unanswered fact is tried out, and nothing is
 * known of regions, formulas or operators. Slow, and written apart from the engine.
 */
import type { Answer, Condition, Criterion, Id, Outcome } from '../../engine/index.js';

type Values = Record<Id, Answer>;
const na = 'not-applicable';
const serial = (day: string): number => Date.parse(`${day}T00:00:00Z`) / 86_400_000;
const window = (from: string, count: number): string[] =>
  Array.from({ length: count }, (_, i) => new Date((serial(from) + i) * 86_400_000).toISOString().slice(0, 10));

/** All the values of the facts that conditions of few values are about. */
const domains: Record<Id, Answer[]> = {
  p: ['yes', 'no'],
  q: ['yes', 'no', na],
  s: ['a', 'b', 'c', na],
  m: [['x'], ['y'], ['z'], ['x', 'y'], ['x', 'z'], ['y', 'z'], ['x', 'y', 'z']],
  n: [0, 1, 2, 3, 4, na],
  d: window('2024-02-25', 10),
  e: window('2024-02-25', 10),
  f: [...window('2024-02-23', 14), na],
};
const pair = ['d', 'e'];

/** Whether a condition holds, everything being known. */
export const holds = (condition: Condition, values: Values): boolean => {
  if (condition.kind === 'all') return condition.of.every((part) => holds(part, values));
  if (condition.kind === 'any') return condition.of.some((part) => holds(part, values));
  return leafHolds(condition, values) !== condition.negated;
};

const leafHolds = (leaf: Exclude<Condition, { of: Condition[] }>, values: Values): boolean => {
  const value = values[leaf.fact];
  switch (leaf.kind) {
    case 'is':
      return leaf.anyOf.some((option) => option === value);
    case 'includes':
      return Array.isArray(value) && value.some((option) => option === leaf.option);
    case 'compares': {
      if (typeof value !== 'number') return false;
      const difference = Math.sign(value - leaf.to);
      return { 'at-least': [0, 1], 'at-most': [-1, 0], 'more-than': [1], 'less-than': [-1], exactly: [0] }[
        leaf.comparison
      ].some((sign) => sign === difference);
    }
    case 'dated':
    case 'apart': {
      const than = 'day' in leaf.than ? leaf.than.day : values[leaf.than.fact];
      if (value === na || than === na) return false;
      const later = serial(String(than)) - serial(String(value));
      if (leaf.kind === 'dated') {
        return {
          before: later > 0,
          'on-or-before': later >= 0,
          after: later < 0,
          'on-or-after': later <= 0,
          on: later === 0,
        }[leaf.order];
      }
      const gap = leaf.direction === 'before' ? later : -later;
      if (gap < 0) return false;
      const { n } = leaf.duration;
      return { 'at-least': gap >= n, 'at-most': gap <= n, 'more-than': gap > n, 'less-than': gap < n }[leaf.comparison];
    }
    default:
      throw new Error(`The oracle does not try out "${leaf.kind}".`);
  }
};

const factsOf = (condition: Condition): Id[] => {
  if (condition.kind === 'all' || condition.kind === 'any') return condition.of.flatMap(factsOf);
  const than =
    (condition.kind === 'dated' || condition.kind === 'apart') && 'fact' in condition.than ? [condition.than.fact] : [];
  return [condition.fact, ...than];
};

const isKnown = (answer: Answer | undefined): boolean =>
  answer !== undefined && answer !== null && answer !== 'not-known';

/** The facts that conditions read and a case leaves unknown. */
export const unknownOf = (conditions: Condition[], values: Values): Id[] =>
  [...new Set(conditions.flatMap(factsOf))].filter((fact) => !isKnown(values[fact]));

/** Calls with each way in which the unknown facts can turn out. */
function completions(unknown: Id[], values: Values): Values[] {
  return unknown.reduce<Values[]>(
    (all, fact) => all.flatMap((each) => (domains[fact] ?? []).map((value) => ({ ...each, [fact]: value }))),
    [values],
  );
}
export const countOf = (unknown: Id[]): number =>
  unknown.reduce((product, fact) => product * (domains[fact]?.length ?? 1), 1);

const whole = ({ role, applies, test }: Criterion, values: Values): boolean => {
  const asked = !applies || holds(applies, values);
  return role === 'requires' ? !asked || holds(test, values) : asked && holds(test, values);
};

/** What counts as one: both days of a pair, if both are unknown. */
const unknownsOf = (unknown: Id[]): Id[][] => {
  const days = unknown.filter((fact) => pair.includes(fact));
  return [...unknown.filter((fact) => !pair.includes(fact)).map((fact) => [fact]), ...(days.length > 0 ? [days] : [])];
};

/** Facts two of whose values, all else being alike, give different results of a case. */
const mattering = <Result>(unknown: Id[], cases: Values[], resultOf: (values: Values) => Result): Id[] => {
  const results = cases.map(resultOf);
  return unknownsOf(unknown)
    .filter((together) => {
      const seen = new Map<string, Result>();
      return cases.some((each, i) => {
        const others = unknown.filter((fact) => !together.includes(fact)).map((fact) => each[fact]);
        const key = JSON.stringify(others);
        const before = seen.get(key);
        const result = results[i] as Result;
        if (before === undefined) seen.set(key, result);
        return before !== undefined && before !== result;
      });
    })
    .flat()
    .sort();
};

/** The verdict of a criterion and what is missing for it. */
export const oracleCriterion = (criterion: Criterion, values: Values): { verdict: string; missing: Id[] } => {
  const unknown = unknownOf(criterion.applies ? [criterion.applies, criterion.test] : [criterion.test], values);
  const cases = completions(unknown, values);
  const { applies } = criterion;
  if (applies && cases.every((each) => !holds(applies, each))) return { verdict: 'not-applicable', missing: [] };
  const results = new Set(cases.map((each) => whole(criterion, each)));
  if (results.size === 1) return { verdict: results.has(true) ? 'met' : 'not-met', missing: [] };
  return { verdict: 'unknown', missing: mattering(unknown, cases, (each) => whole(criterion, each)) };
};

/** The outcome of all criteria together, and what could change it. */
export const oracleDecision = (criteria: Criterion[], values: Values): { outcome: Outcome; missing: Id[] } => {
  const unknown = unknownOf(
    criteria.flatMap(({ applies, test }) => (applies ? [applies, test] : [test])),
    values,
  );
  const cases = completions(unknown, values);
  const such = (role: Criterion['role'], holding: boolean) => (each: Values) =>
    criteria.some((criterion) => criterion.role === role && whole(criterion, each) === holding);
  const outcomeOf = (each: Values): Outcome => {
    if (such('excludes', true)(each)) return 'excluded';
    if (such('requires', false)(each)) return 'not-eligible';
    return such('weighs-against', true)(each) ? 'needs-judgement' : 'eligible';
  };
  const missing = mattering(unknown, cases, outcomeOf);
  if (cases.every(such('excludes', true))) return { outcome: 'excluded', missing };
  if (cases.every(such('requires', false))) return { outcome: 'not-eligible', missing };
  const [first] = cases;
  return { outcome: missing.length > 0 || !first ? 'not-enough-information' : outcomeOf(first), missing };
};
