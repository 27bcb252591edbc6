/** That the emitted rules over time, on a stock engine, come to what the engine says as of any moment. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { differencesOverTime } from '../../../engine/decide.js';
import { workings } from '../../../engine/evaluate.js';
import {
  type Bundle,
  type CaseEvent,
  decide,
  type Moment,
  type Rule,
  type RuleCondition,
} from '../../../engine/index.js';
import { type RunOverTime, rulesOfRun, runsOverTime } from '../../../engine/rules/over-time.js';
import { runRules } from '../../../engine/rules/run.js';
import { redigested } from '../bundle-for-tests.js';
import { runs } from '../random-cases.js';
import { anyAsOf, anybodysBundle, anyCase } from './anybodys-course.js';

const bundle = anybodysBundle();
const runsOf = (events: CaseEvent[], asOf: Moment): RunOverTime[] => {
  const found: RunOverTime[] = [];
  workings(bundle, events, asOf, { outlook: false, look: (replay) => void found.push(...runsOverTime(replay)) });
  return found;
};

interface Fault {
  rules?: (rules: Rule[]) => Rule[];
  fact?: (value: unknown) => unknown;
}
/** That nothing differs, after something was done to the rules, or to a fact. */
const agreement = ({ rules: alter = (rules) => rules, fact = (value) => value }: Fault = {}) =>
  fc.asyncProperty(anyCase, anyAsOf, async (events, asOf) => {
    for (const run of runsOf(events, asOf)) {
      const { rules } = rulesOfRun(bundle.rules, run);
      const facts = Object.fromEntries(Object.entries(run.facts).map(([name, value]) => [name, fact(value)]));
      expect(differencesOverTime(run, await runRules({ conditions: {}, rules: alter(rules) }, facts))).toEqual([]);
    }
  });

const hour = 3_600_000;
test(
  'on random cases, as of random days, the emitted rules come to what the engine says of every condition',
  async () => {
    await fc.assert(agreement(), { numRuns: runs(400) });
  },
  hour,
);

test('the random cases make conditions of each kind hold, not hold and not be known', () => {
  const seen = new Map<string, Set<string>>();
  for (const [events, asOf] of fc.sample(fc.tuple(anyCase, anyAsOf), { numRuns: 600, seed: 1 }))
    for (const { expected } of runsOf(events, asOf))
      for (const [part, [rail = 'unknown']] of expected) seen.set(part, (seen.get(part) ?? new Set()).add(rail));
  const all = ['holds', 'holds-not', 'unknown'];
  for (const part of ['close-two/when', 'cap/when', 'warn/when', 'complete/needs/enough', 'complete/needs/calm'])
    expect([...(seen.get(part) ?? [])].sort(), part).toEqual(all);
  for (const part of ['warn/unless', 'overdue/when', 'long-suspended/when'])
    expect([...(seen.get(part) ?? [])].sort(), part).toEqual(['holds', 'holds-not']);
});

type Leaf = Extract<RuleCondition, { operator: string }>;
const leaves =
  (alter: (leaf: Leaf) => Leaf) =>
  (rules: Rule[]): Rule[] => {
    const inside = (condition: RuleCondition): RuleCondition => {
      if ('all' in condition) return { ...condition, all: condition.all.map(inside) };
      if ('any' in condition) return { ...condition, any: condition.any.map(inside) };
      return 'operator' in condition ? alter(condition) : condition;
    };
    return rules.map((rule) => ({ ...rule, conditions: inside(rule.conditions) }));
  };
const operator = (from: string, to: string): Fault => ({
  rules: leaves((leaf) => (leaf.operator === from ? { ...leaf, operator: to } : leaf)),
});
const isRange = (value: unknown): value is { least: number; most: number } =>
  typeof value === 'object' && value !== null && 'least' in value;

const planted: Record<string, Fault> = {
  'a comparison off by one': operator('is-at-least', 'is-more-than'),
  'a number read off by one': {
    rules: leaves((leaf) => (leaf.operator === 'is-not-at-least' ? { ...leaf, value: Number(leaf.value) + 1 } : leaf)),
  },
  'a range read by its least only': { fact: (value) => (isRange(value) ? value.least : value) },
  'a range read by its most only': { fact: (value) => (isRange(value) ? value.most : value) },
  'a range that is not known at all': { fact: (value) => (isRange(value) ? null : value) },
  'a negation flipped': operator('is-none-of', 'is-one-of'),
  'a negation of a comparison that is the comparison': operator('is-not-at-least', 'is-at-least'),
  'what has happened inverted': {
    rules: leaves((leaf) =>
      leaf.fact.includes('has happened') ? { ...leaf, value: String(leaf.value) === 'yes' ? ['no'] : ['yes'] } : leaf,
    ),
  },
  'what is not known read as no': { fact: (value) => value ?? 'no' },
  'a recommendation that stands read as one that does not': {
    rules: leaves((leaf) => (leaf.fact === 'close-two is standing' ? { ...leaf, value: ['yes', 'no'] } : leaf)),
  },
  'any of them where it is all of them': {
    rules: (rules) =>
      rules.map((rule) => {
        const { conditions } = rule;
        return 'all' in conditions && conditions.all.length > 1
          ? { ...rule, conditions: { any: conditions.all } }
          : rule;
      }),
  },
  'a rule left out': { rules: (rules) => rules.filter(({ name }) => name !== 'cap/when/holds-not') },
};

test.each(Object.entries(planted))(
  'the agreement is broken by %s',
  async (_, fault) => {
    const { failed } = await fc.check(agreement(fault), { numRuns: 2_000, endOnFailure: true });
    expect(failed).toBe(true);
  },
  hour,
);

test('whoever decides by rules over time that were altered is refused, and told where they differ', async () => {
  const started: CaseEvent = {
    id: 'e0',
    kind: 'happened',
    what: 'started',
    happened: '2026-01-05',
    learned: '2026-01-05',
    recorded: '2026-01-05',
    by: { role: 'facilitator' },
    values: {},
  };
  // He missed the sessions of 12 and 19 January: two in a row.
  const missed = ['2026-01-12', '2026-01-19'].map(
    (on, n): CaseEvent => ({
      ...started,
      id: `m${n}`,
      kind: 'session',
      session: { mark: 'held', on, outcome: 'absent' },
    }),
  );
  const altered: Bundle = redigested({
    ...bundle,
    rules: {
      ...bundle.rules,
      overTime: (bundle.rules.overTime ?? []).map((group) => ({
        ...group,
        rules: operator('is-at-least', 'is-more-than').rules?.(group.rules) ?? [],
      })),
    },
  });
  const asOf = '2026-01-20';
  expect((await decide(bundle, [started, ...missed], { asOf })).decided).toBe(true);
  expect(await decide(altered, [started, ...missed], { asOf })).toEqual({
    decided: false,
    because: 'The emitted rules come to something else than the engine.',
    differences: [{ of: 'close-two/when', engine: 'holds', rules: 'unknown' }],
  });
});
