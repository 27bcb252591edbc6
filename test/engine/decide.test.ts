import { expect, test } from 'vitest';
import { type Bundle, decide, digestOf, evaluate, type RuleCondition } from '../../engine/index.js';
import * as b from './bundle-for-tests.js';

const asOf = '2026-03-02';
const facts = [b.whole('age', 0, 120), b.yesNo('violent'), b.yesNo('unused')];
const bundle = b.bundleOf(facts, [
  b.requires('adult', b.compares('age', 'at-least', 18)),
  b.excludes('violent-now', b.is('violent', 'yes')),
]);
/** A copy of the bundle in which one leaf of one rule has another operator. */
const withOperator = (name: string, operator: string): Bundle => {
  const conditions = structuredClone(bundle.rules.conditions);
  const [leaf] = (conditions[name] as { all: { operator: string }[] }).all;
  if (!leaf) throw new Error(`There is no leaf in ${name}.`);
  leaf.operator = operator;
  return { ...bundle, rules: { ...bundle.rules, conditions: conditions as Record<string, RuleCondition> } };
};
const isSeventeen = [b.answers({ age: 17, violent: 'no' })];
const isTwenty = [b.answers({ age: 20, violent: 'no' })];

test('what is decided is the evaluation', async () => {
  expect(await decide(bundle, isTwenty, { asOf })).toEqual({
    decided: true,
    evaluation: evaluate(bundle, isTwenty, { asOf }),
  });
});

test('an operator altered by hand makes it refuse, on any case', async () => {
  const altered = withOperator('adult/met', 'is-more-than');
  for (const events of [isSeventeen, isTwenty, []]) {
    expect(await decide(altered, events, { asOf })).toEqual({
      decided: false,
      because: 'The definition was altered after it was built. Build it again.',
      differences: [],
    });
  }
});

test('with the digest made good as well, the case that shows the difference is refused', async () => {
  const altered = b.redigested(withOperator('adult/met', 'is-more-than'));
  // 18 is at least 18, and not more than 18.
  expect(await decide(altered, [b.answers({ age: 18, violent: 'no' })], { asOf })).toEqual({
    decided: false,
    because: 'The emitted rules come to something else than the engine.',
    differences: [
      { of: 'adult', engine: 'met', rules: 'unknown' },
      { of: 'decision', engine: 'eligible', rules: 'unknown' },
    ],
  });
  expect((await decide(altered, isTwenty, { asOf })).decided).toBe(true);
});

test('a rule that fires beside its opposite is a difference', async () => {
  const altered = b.redigested(withOperator('adult/not-met', 'is-at-least'));
  expect(await decide(altered, isTwenty, { asOf })).toMatchObject({
    decided: false,
    differences: [
      { of: 'adult', engine: 'met', rules: 'met, not-met' },
      { of: 'decision', engine: 'eligible', rules: 'eligible, not-eligible' },
    ],
  });
});

test.each([
  ['an operator that there is not', () => withOperator('adult/met', 'is-roughly')],
  ['a condition that there is not', () => ({ ...bundle, rules: { ...bundle.rules, conditions: {} } })],
])('%s makes it refuse', async (_, done) => {
  const decided = await decide(b.redigested(done()), isTwenty, { asOf });
  expect(decided).toMatchObject({
    decided: false,
    because: expect.stringMatching(/^The emitted rules could not be run\./),
  });
});

test('a rule that is left out, and one that was never there, are differences', async () => {
  const without = { ...bundle.rules, rules: bundle.rules.rules.filter(({ name }) => name !== 'adult/met') };
  expect(await decide(b.redigested({ ...bundle, rules: without }), isTwenty, { asOf })).toMatchObject({
    decided: false,
    differences: [{ of: 'adult', engine: 'met', rules: 'unknown' }],
  });
  const [rule] = bundle.rules.rules;
  if (!rule) throw new Error('There is no rule.');
  const added = {
    ...bundle.rules,
    rules: [
      ...bundle.rules.rules,
      { ...rule, name: 'shoes/met', event: { type: 'met' as const, params: { of: 'shoes' } } },
    ],
  };
  expect(await decide(b.redigested({ ...bundle, rules: added }), isTwenty, { asOf })).toMatchObject({
    decided: false,
    differences: [{ of: 'shoes', engine: 'unknown', rules: 'met' }],
  });
});

test('two rules of one name, and a rule that is named otherwise than its event, are refused', async () => {
  const [rule] = bundle.rules.rules;
  if (!rule) throw new Error('There is no rule.');
  const twice = { ...bundle.rules, rules: [...bundle.rules.rules, rule] };
  expect((await decide(b.redigested({ ...bundle, rules: twice }), isTwenty, { asOf })).decided).toBe(false);
  const other = { ...bundle.rules, rules: bundle.rules.rules.map((each) => ({ ...each, event: rule.event })) };
  expect((await decide(b.redigested({ ...bundle, rules: other }), isTwenty, { asOf })).decided).toBe(false);
});

test('a criterion altered in place is noticed, though the bundle had been made ready before', async () => {
  const own = structuredClone(bundle);
  expect((await decide(own, isTwenty, { asOf })).decided).toBe(true);
  const [adult] = own.criteria;
  if (adult?.test.kind === 'compares') adult.test.to = 21;
  expect((await decide(own, isTwenty, { asOf })).decided).toBe(false);
  own.digest = digestOf(own);
  expect(await decide(own, isTwenty, { asOf })).toMatchObject({
    decided: false,
    differences: [
      { of: 'adult', engine: 'not-met', rules: 'met' },
      { of: 'decision', engine: 'not-eligible', rules: 'eligible' },
    ],
  });
});

test('many decisions at once are each decided in full', async () => {
  const cases = Array.from({ length: 50 }, (_, age) => [b.answers({ age, violent: 'no' })]);
  const decided = await Promise.all(cases.map((events) => decide(bundle, events, { asOf })));
  const outcomes = decided.map((each) => each.decided && each.evaluation.decision.outcome);
  // Ages 0 to 17 are eighteen, ages 18 to 49 thirty-two.
  expect(outcomes.filter((outcome) => outcome === 'not-eligible')).toHaveLength(18);
  expect(outcomes.filter((outcome) => outcome === 'eligible')).toHaveLength(32);
});

test('the digest does not hang on the order of keys or on the digest itself, and hangs on everything else', () => {
  const turned = Object.fromEntries(Object.entries(bundle).reverse());
  expect(digestOf(turned)).toBe(bundle.digest);
  expect(digestOf({ ...bundle, digest: 'something else' })).toBe(bundle.digest);
  expect(digestOf({ ...bundle, notStated: ['fees'] })).not.toBe(bundle.digest);
  // SHA-256 of the two bytes "{}", as published in many test vectors.
  expect(digestOf({})).toBe('44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a');
});

test('an option that means "not applicable" counts under either name, for the engine and for the rules', async () => {
  const held = b.choice('held', [], {
    options: [...b.optionsOf('house', 'flat'), { id: 'neither', label: 'Neither', means: 'not-applicable' }],
  });
  const named = b.bundleOf(
    [held],
    [
      b.requires('by-its-own-name', b.is('held', 'neither')),
      b.requires('by-its-meaning', b.is('held', 'not-applicable', 'flat')),
      b.requires('turned-over', b.not(b.is('held', 'neither', 'house'))),
    ],
  );
  const verdicts = async (answer: string): Promise<string[] | false> => {
    const decided = await decide(named, [b.answers({ held: answer })], { asOf });
    return decided.decided && decided.evaluation.criteria.map(({ verdict }) => verdict);
  };
  expect(await verdicts('neither')).toEqual(['met', 'met', 'not-met']);
  expect(await verdicts('not-applicable')).toEqual(['met', 'met', 'not-met']);
  expect(await verdicts('flat')).toEqual(['not-met', 'met', 'met']);
  expect(await verdicts('not-known')).toEqual(['unknown', 'unknown', 'unknown']);
});
