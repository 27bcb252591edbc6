/** Random conditions, and cases to hold them against: unanswered, not known and not applicable among the answers. */
import fc from 'fast-check';
import type { Answer, Bundle, Condition, Criterion, Fact, Id } from '../../engine/index.js';
import * as b from './bundle-for-tests.js';

/** How often a property is tried: more in a soak. */
export const runs = (normally: number): number => (process.env.SOAK ? normally * 50 : normally);

const na = 'not-applicable';
export const facts: Fact[] = [
  b.yesNo('p'),
  b.yesNo('q', { options: b.optionsOf('yes', 'no', 'not-known', na) }),
  b.choice('s', ['a', 'b', 'c', na]),
  b.choices('m', ['x', 'y', 'z']),
  b.whole('n', 0, 4, { options: b.optionsOf(na) }),
  b.fact('r', 'number', { number: { whole: false } }),
  b.fact('d', 'date'),
  b.fact('e', 'date', { options: b.optionsOf(na) }),
  b.fact('f', 'date'),
  b.fact('t', 'date-time'),
  b.fact('h', 'long-text'),
  b.fact('kids', 'entries', { asks: ['kids.age', 'kids.sex', 'kids.born'], each: 'child' }),
  b.whole('kids.age', 0, 4, { within: 'kids' }),
  b.choice('kids.sex', ['girl', 'boy', na], { within: 'kids' }),
  b.fact('kids.born', 'date', { within: 'kids' }),
];

/** For the oracle: of a pair of dates neither may be not applicable (see the stated limits in `regions.ts`). */
const fewValuedFacts: Fact[] = facts.map((fact) => {
  if (fact.id === 'e') return { ...fact, options: [] };
  return fact.id === 'f' ? { ...fact, options: b.optionsOf(na) } : fact;
});

const comparison = fc.constantFrom('at-least', 'at-most', 'more-than', 'less-than') as fc.Arbitrary<'at-least'>;
const order = fc.constantFrom('before', 'on-or-before', 'after', 'on-or-after', 'on') as fc.Arbitrary<'on'>;
const direction = fc.constantFrom('before', 'after') as fc.Arbitrary<'before'>;
const someOf = (...ids: Id[]): fc.Arbitrary<Id[]> => fc.subarray(ids, { minLength: 1 });

const ofChoices = fc.oneof(
  fc.constantFrom('yes', 'no').map((option) => b.is('p', option)),
  someOf('yes', 'no', na).map((anyOf) => b.is('q', ...anyOf)),
  someOf('a', 'b', 'c', na).map((anyOf) => b.is('s', ...anyOf)),
  fc.constantFrom('x', 'y').map((option) => b.includes('m', option)),
);
const ofNumber = fc
  .tuple(fc.oneof(comparison, fc.constant('exactly' as const)), fc.integer({ min: 0, max: 4 }))
  .map(([comparison, to]) => b.compares('n', comparison, to));

const days = ['2024-02-27', '2024-02-28', '2024-02-29', '2024-03-01', '2024-03-02'];
const ofFixedDay = fc.oneof(
  fc.tuple(order, fc.constantFrom(...days)).map(([order, day]) => b.dated('f', order, day)),
  fc
    .tuple(comparison, fc.integer({ min: 0, max: 2 }), direction, fc.constantFrom(...days))
    .map(([comparison, n, direction, day]) => b.apart('f', comparison, n, 'days', direction, day)),
);
const ofPair = fc
  .tuple(fc.boolean(), fc.option(fc.integer({ min: 0, max: 3 })), order, comparison, direction)
  .map(([turned, n, order, comparison, direction]) => {
    const [one, other] = turned ? ['e', 'd'] : ['d', 'e'];
    return n === null ? b.dated(one, order, other) : b.apart(one, comparison, n, 'days', direction, other);
  });

/** Leaves whose values are few enough for every completion to be tried out one by one. */
export const fewValuedLeaf: fc.Arbitrary<Condition> = fc.oneof(ofChoices, ofNumber, ofFixedDay, ofPair);

const unit = fc.constantFrom('days', 'weeks', 'months', 'years') as fc.Arbitrary<'years'>;
const ofEntries = fc
  .oneof(
    fc
      .tuple(comparison, fc.integer({ min: 0, max: 4 }))
      .map(([comparison, to]) => b.compares('kids.age', comparison, to)),
    someOf('girl', 'boy', na).map((anyOf) => b.is('kids.sex', ...anyOf)),
    fc.integer({ min: 0, max: 3 }).map((n) => b.apart('kids.born', 'less-than', n, 'years', 'before', 'today')),
    fc.constant(b.is('p', 'yes')),
  )
  .map((leaf) => leaf);
const anyLeaf: fc.Arbitrary<Condition> = fc.oneof(
  { weight: 4, arbitrary: fewValuedLeaf },
  fc.tuple(comparison, fc.constantFrom(-1.5, 0, 2.25)).map(([comparison, to]) => b.compares('r', comparison, to)),
  fc
    .tuple(comparison, fc.constantFrom(0, 1, 12, 18), unit, direction, fc.constantFrom('today', 'e', 't'))
    .map(([comparison, n, unit, direction, than]) => b.apart('d', comparison, n, unit, direction, than)),
  fc.tuple(order, fc.constantFrom('today', ...days)).map(([order, than]) => b.dated('t', order, than)),
  fc.constantFrom('h', 'n', 's').map(b.answered),
  conditionOf(ofEntries, 2).map((where) => b.someEntry('kids', where)),
);

/** Trees of leaves, some of them turned over. */
export function conditionOf(leaf: fc.Arbitrary<Condition>, depth: number): fc.Arbitrary<Condition> {
  const turned = fc.tuple(leaf, fc.boolean()).map(([each, negated]) => (negated ? b.not(each) : each));
  if (depth === 0) return turned;
  const parts = fc.array(conditionOf(leaf, depth - 1), { minLength: 2, maxLength: 3 });
  return fc.oneof(
    turned,
    parts.map((of) => b.all(...of)),
    parts.map((of) => b.any(...of)),
  );
}

const criteriaOf = (leaf: fc.Arbitrary<Condition>, count: number): fc.Arbitrary<Criterion[]> =>
  fc
    .array(
      fc.tuple(
        fc.constantFrom('requires', 'requires', 'excludes', 'weighs-against') as fc.Arbitrary<'requires'>,
        conditionOf(leaf, 2),
        fc.option(conditionOf(leaf, 1)),
      ),
      { minLength: 1, maxLength: count },
    )
    .map((each) =>
      each.map(([role, test, applies], i) => b.criterion(`c${i}`, role, test, applies ? { applies } : {})),
    );

/** Up to so many criteria on every kind of leaf, and the bundle of them. */
export const anyCriteria = (count: number): fc.Arbitrary<Criterion[]> => criteriaOf(anyLeaf, count);
export const anyBundle = (criteria: Criterion[]): Bundle => b.bundleOf(facts, criteria);
/** The same on leaves of few values only. */
export const fewValuedCriteria = (count: number): fc.Arbitrary<Criterion[]> => criteriaOf(fewValuedLeaf, count);
export const fewValuedBundle = (criteria: Criterion[]): Bundle => b.bundleOf(fewValuedFacts, criteria);

const maybe = (answer: fc.Arbitrary<Answer>): fc.Arbitrary<Answer | undefined> =>
  fc.oneof({ weight: 3, arbitrary: answer }, fc.constantFrom(undefined, undefined, null, 'not-known'));
const day = (...more: string[]): fc.Arbitrary<Answer> => fc.constantFrom(...days, ...more);
const entry = fc.record(
  {
    age: fc.oneof(fc.integer({ min: 0, max: 4 }), fc.constant('not-known')),
    sex: fc.constantFrom('girl', 'boy', na),
    born: fc.constantFrom('2023-03-02', '2022-02-28', '2025-12-01'),
  },
  { requiredKeys: [] },
);

/** Answers to some of the facts. */
export const anyCase: fc.Arbitrary<Record<Id, Answer>> = fc
  .record({
    p: maybe(fc.constantFrom('yes', 'no')),
    q: maybe(fc.constantFrom('yes', 'no', na)),
    s: maybe(fc.constantFrom('a', 'b', 'c', na)),
    m: maybe(fc.subarray(['x', 'y', 'z'], { minLength: 1 })),
    n: maybe(fc.oneof(fc.integer({ min: 0, max: 4 }), fc.constant(na))),
    r: maybe(fc.constantFrom(-2, -1.5, 0, 1, 2.25, 9)),
    d: maybe(day('2006-02-28', '2008-03-02')),
    e: maybe(day(na)),
    f: maybe(day()),
    t: maybe(day('2026-03-02').map((each) => `${each}T18:00`)),
    h: maybe(fc.constant('Words.')),
    kids: maybe(fc.array(entry, { maxLength: 2 }) as fc.Arbitrary<Answer>),
  })
  .map((values) => Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as never);

/** Answers for the oracle: the dates of the pair in the midst of those it tries. */
export const fewValuedCase: fc.Arbitrary<Record<Id, Answer>> = fc
  .tuple(anyCase, fc.boolean())
  .map(([{ p, q, s, m, n, d, e, f }, inapplicable]) => {
    const few = {
      ...{ p, q, s, m, n },
      d: d && d !== 'not-known' ? '2024-02-29' : d,
      e: e && e !== 'not-known' ? '2024-03-01' : e,
      f: f && inapplicable ? na : f,
    };
    return Object.fromEntries(Object.entries(few).filter(([, value]) => value !== undefined)) as Record<Id, Answer>;
  });
