import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Bundle, decide, type RuleCondition } from '../../engine/index.js';
import { answers, redigested } from './bundle-for-tests.js';
import { anyBundle, anyCase, anyCriteria, runs } from './random-cases.js';

const asOf = '2026-03-02';

/** That the engine and the emitted rules agree, after something was done to the bundle. */
const agreement = (done: (bundle: Bundle) => Bundle = (bundle) => bundle) =>
  fc.asyncProperty(anyCriteria(2), fc.array(anyCase, { minLength: 5, maxLength: 5 }), async (criteria, cases) => {
    const now = done(anyBundle(criteria));
    for (const values of cases) {
      const decided = await decide(now, [answers(values)], { asOf });
      expect(decided).toMatchObject({ decided: true });
    }
  });

const hour = 3_600_000;
test(
  'on 10,000 random cases, five to each of 2,000 random bundles, engine and emitted rules agree',
  async () => {
    await fc.assert(agreement(), { numRuns: runs(2_000) });
  },
  hour,
);

type Leaf = Extract<RuleCondition, { operator: string }>;
/** A bundle whose rules were altered, leaf by leaf, and its digest made good again. */
const altered =
  (alter: (leaf: Leaf) => Leaf) =>
  (bundle: Bundle): Bundle => {
    const inside = (condition: RuleCondition): RuleCondition => {
      if ('all' in condition) return { ...condition, all: condition.all.map(inside) };
      if ('any' in condition) return { ...condition, any: condition.any.map(inside) };
      return 'operator' in condition ? alter(condition) : condition;
    };
    const conditions = Object.entries(bundle.rules.conditions).map(([name, each]) => [name, inside(each)] as const);
    return redigested({ ...bundle, rules: { ...bundle.rules, conditions: Object.fromEntries(conditions) } });
  };
const operator = (from: string | RegExp, to: string) =>
  altered((leaf) => ({ ...leaf, operator: leaf.operator.replace(from, to) }));

const planted: Record<string, (bundle: Bundle) => Bundle> = {
  'a flipped comparison': operator(/^is-at-least/, 'is-less-than'),
  'a comparison off by one': operator('at-least', 'more-than'),
  'an order of dates off by one': operator(/^is-before$/, 'is-on-or-before'),
  'a negation that is the flipped comparison and forgets "not applicable"': operator('is-not-at-least', 'is-less-than'),
  'a negated span of time that forgets "not applicable"': operator(/^is-not-more-than-(.*-before)$/, 'is-at-most-$1'),
  'a negation that is true of what is unknown': altered((leaf) =>
    leaf.operator === 'does-not-include' ? { ...leaf, fact: 'today' } : leaf,
  ),
  'an option left out': altered((leaf) =>
    leaf.operator === 'is-one-of' ? { ...leaf, value: (leaf.value as string[]).slice(1) } : leaf,
  ),
  'an entry found where there is none': operator('has-no-entry-where', 'has-an-entry-where'),
  'a rule left out': (bundle) =>
    redigested({
      ...bundle,
      rules: { ...bundle.rules, rules: bundle.rules.rules.filter(({ name }) => name !== 'c0/not-met') },
    }),
  'only plain three-valued logic': (bundle) => {
    const plain = (condition: RuleCondition): RuleCondition => {
      const [first, ...others] = 'any' in condition ? condition.any : [];
      return first && others.length > 0 ? { any: [first] } : condition;
    };
    const conditions = Object.entries(bundle.rules.conditions).map(([name, each]) => [name, plain(each)] as const);
    return redigested({ ...bundle, rules: { ...bundle.rules, conditions: Object.fromEntries(conditions) } });
  },
};

test.each(Object.entries(planted))(
  'the agreement is broken by %s',
  async (_, done) => {
    const { failed } = await fc.check(agreement(done), { numRuns: 3_000, endOnFailure: true });
    expect(failed).toBe(true);
  },
  hour,
);
