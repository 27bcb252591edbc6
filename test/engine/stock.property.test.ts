/** Rules and operators as they are handed out, on a stock engine and on answers as they were given. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import fc from 'fast-check';
import { Engine } from 'json-rules-engine';
import { afterAll, expect, test } from 'vitest';
import {
  type Answer,
  type Bundle,
  type Condition,
  type Criterion,
  decide,
  type Fact,
  type Id,
  type Option,
} from '../../engine/index.js';
import { builtFiles } from '../../runtime/bundle-files/built-files.js';
import * as b from './bundle-for-tests.js';
import { conditionOf, runs } from './random-cases.js';

const asOf = '2026-03-02';
const meaning = (id: Id, means: Option['means']): Option => ({ id, label: id, ...(means ? { means } : {}) });
const unsure = meaning('unsure', 'not-known');
const never = meaning('never', 'not-applicable');

/** "Not known" and "not applicable" under names of their own, beside the usual ones. */
const facts: Fact[] = [
  b.yesNo('p', { options: [...b.optionsOf('yes', 'no'), unsure] }),
  b.choice('s', [], { options: [...b.optionsOf('a', 'b', 'c', 'not-known'), unsure, never] }),
  b.choices('m', [], { options: [...b.optionsOf('x', 'y'), unsure] }),
  b.choices('k', [], { options: [...b.optionsOf('x', 'y', 'not-known'), never] }),
  b.choices('o', [], { options: [...b.optionsOf('x', 'y'), unsure, never] }),
  b.whole('n', 0, 4, { options: [unsure, ...b.optionsOf('not-applicable')] }),
  b.fact('d', 'date', { options: [unsure] }),
  b.fact('h', 'text', { options: [unsure] }),
  b.fact('kids', 'entries', { asks: ['kids.sex', 'kids.age', 'kids.needs'], each: 'child' }),
  b.choice('kids.sex', [], { within: 'kids', options: [...b.optionsOf('girl', 'boy'), unsure] }),
  b.whole('kids.age', 0, 4, { within: 'kids', options: [unsure] }),
  b.choices('kids.needs', [], { within: 'kids', options: [...b.optionsOf('x', 'y'), unsure, never] }),
];

const ofEntries = fc.constantFrom(
  b.is('kids.sex', 'girl'),
  b.compares('kids.age', 'less-than', 2),
  b.includes('kids.needs', 'x'),
  b.answered('kids.needs'),
);
const leaf: fc.Arbitrary<Condition> = fc.oneof(
  fc.constant(b.is('p', 'yes')),
  fc.subarray(['a', 'b', 'c', 'never', 'not-applicable'], { minLength: 1 }).map((anyOf) => b.is('s', ...anyOf)),
  fc.tuple(fc.constantFrom('m', 'k', 'o'), fc.constantFrom('x', 'y')).map(([id, option]) => b.includes(id, option)),
  fc.constantFrom(b.includes('k', 'never'), b.includes('o', 'not-applicable')),
  fc.constantFrom('p', 's', 'm', 'k', 'o', 'n', 'd', 'h', 'kids').map(b.answered),
  fc.constantFrom(b.compares('n', 'at-least', 2), b.dated('d', 'before', '2026-03-02')),
  conditionOf(ofEntries, 1).map((where) => b.someEntry('kids', where)),
);
const criteria: fc.Arbitrary<Criterion[]> = fc
  .array(fc.tuple(fc.constantFrom('requires', 'excludes') as fc.Arbitrary<'requires'>, conditionOf(leaf, 2)), {
    minLength: 1,
    maxLength: 2,
  })
  .map((each) => each.map(([role, condition], i) => b.criterion(`c${i}`, role, condition)));

const given = (...answers: Answer[]): fc.Arbitrary<Answer> => fc.constantFrom<Answer>(null, 'not-known', ...answers);
const several = (...more: Answer[]): fc.Arbitrary<Answer> =>
  given([], ['x'], ['y'], ['x', 'y'], ['not-known'], ['x', 'not-known'], ...more);
const entry = fc.record(
  {
    sex: given('girl', 'boy', 'unsure'),
    age: given(0, 1, 2, 'unsure'),
    needs: several(['unsure'], ['x', 'unsure'], ['never']),
  },
  { requiredKeys: [] },
);
const answers = fc.record({
  p: given('yes', 'no', 'unsure'),
  s: given('a', 'b', 'c', 'unsure', 'never', 'not-applicable'),
  m: several(['unsure'], ['x', 'unsure']),
  k: several(['never'], ['not-applicable'], 'never'),
  o: several(['unsure'], ['y', 'unsure'], ['never'], ['never', 'unsure']),
  n: given(0, 2, 4, 'unsure', 'not-applicable'),
  d: given('2026-03-01', '2026-03-02', 'unsure'),
  h: given('Words.', 'unsure'),
  kids: fc.oneof(given([]), fc.array(entry, { maxLength: 2 }) as fc.Arbitrary<Answer>),
});

const folder = mkdtempSync(join(tmpdir(), 'rubric-operators-'));
afterAll(() => rmSync(folder, { recursive: true }));
const operators = join(folder, 'operators.mjs');
writeFileSync(operators, (await builtFiles(b.bundleOf(facts, [])))['operators.mjs'] ?? '');
const { operatorsNamed, surround } = await import(pathToFileURL(operators).href);

type Rules = Bundle['rules'];
const names = (condition: Rules['rules'][number]['conditions']): string[] => {
  if ('all' in condition) return condition.all.flatMap(names);
  if ('any' in condition) return condition.any.flatMap(names);
  return 'operator' in condition ? [condition.operator] : [];
};
const firedOn = async ({ conditions, rules }: Rules, raw: Record<string, unknown>): Promise<string[]> => {
  const engine = new Engine();
  for (const { name, holds, known } of operatorsNamed(Object.values(conditions).flatMap(names))) {
    engine.addOperator(name, (fact: unknown, value: unknown) => known(fact) && holds(fact, value));
  }
  for (const [name, condition] of Object.entries(conditions)) engine.setCondition(name, condition as never);
  for (const rule of rules) engine.addRule(rule as never);
  const { events } = await engine.run(surround({ today: asOf, ...raw }));
  return events.map(({ type, params }) => `${params?.of} ${type}`).sort();
};

const saidByDecide = async (bundle: Bundle, values: Record<Id, Answer>): Promise<string[]> => {
  const decided = await decide(bundle, [b.answers(values)], { asOf });
  if (!decided.decided) throw new Error(decided.because);
  return decided.evaluation.criteria.flatMap(({ id, verdict }) => (verdict === 'unknown' ? [] : [`${id} ${verdict}`]));
};

const sameAsDecide = (done: (rules: Rules) => Rules = (rules) => rules) =>
  fc.asyncProperty(criteria, fc.array(answers, { minLength: 5, maxLength: 5 }), async (criteria, cases) => {
    const bundle = b.bundleOf(facts, criteria);
    for (const values of cases) {
      const fired = (await firedOn(done(bundle.rules), values)).filter((each) => !each.startsWith('decision'));
      expect(fired).toEqual((await saidByDecide(bundle, values)).sort());
    }
  });

const hour = 3_600_000;
test(
  'on raw answers, "not known" and "not applicable" under any name, a stock engine says what decide says and no more',
  async () => {
    await fc.assert(sameAsDecide(), { numRuns: runs(500) });
  },
  hour,
);

const withValues =
  (alter: (operator: string, value: unknown) => unknown) =>
  (rules: Rules): Rules =>
    JSON.parse(
      JSON.stringify(rules, (_, each) =>
        each && typeof each === 'object' && 'operator' in each
          ? { ...each, value: alter(each.operator, each.value) }
          : each,
      ),
    );
test.each([
  ['an option that means "not known" counts as answered', withValues((op, v) => (op === 'is-answered' ? true : v))],
  [
    'an option that means "not applicable" goes by one name only',
    withValues((_, v) => (v === 'never' ? 'nothing' : v)),
  ],
])(
  'it is found out when %s',
  async (_, done) => {
    expect((await fc.check(sameAsDecide(done), { numRuns: 3_000, endOnFailure: true })).failed).toBe(true);
  },
  hour,
);
