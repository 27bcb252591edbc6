import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Answer, type Bundle, formState, type Id, prune } from '../../engine/index.js';
import { bundle, today } from './form-for-tests.js';
import { runs } from './random-cases.js';

type Values = Record<Id, Answer>;
const answersOf: fc.Arbitrary<Values> = fc.record(
  {
    'has-partner': fc.constantFrom('yes', 'no', 'not-known'),
    'lives-with-her': fc.constantFrom('yes', 'no'),
    'her-home': fc.constantFrom('A flat.', ''),
    area: fc.constantFrom('north', 'south', 'hers', 'nowhere'),
    days: fc.subarray(['monday', 'sunday']),
    children: fc.array(
      fc.record({ age: fc.integer({ min: 0, max: 6 }), school: fc.constant('One') }, { requiredKeys: [] }),
      { maxLength: 2 },
    ) as fc.Arbitrary<Answer>,
    suitable: fc.constant('yes'),
  },
  { requiredKeys: [] },
) as fc.Arbitrary<Values>;

/** The ids of what is answered and not visible. */
const strays = (of: Bundle, values: Values): Id[] => {
  const questions = formState(of, 'referral', values, { today }).pages.flatMap((page) => page.questions);
  const seen = new Map(questions.map((each) => [each.fact, each]));
  return Object.entries(values).flatMap(([fact, answer]) => {
    const state = seen.get(fact);
    if (state?.visible !== 'yes') return [fact];
    const known = new Set(of.facts.find(({ id }) => id === fact)?.options.map(({ id }) => id));
    const words = (Array.isArray(answer) ? answer : [answer]).filter(
      (word) => typeof word === 'string' && known.has(word),
    );
    if (words.some((word) => !state.options.includes(word as string))) return [fact];
    return (state.entries ?? []).flatMap((entry, n) => {
      const visible = new Set(
        entry.filter((each) => each.visible === 'yes').map((each) => each.fact.slice(fact.length + 1)),
      );
      return Object.keys((answer as object[])[n] ?? {}).filter((name) => !visible.has(name));
    });
  });
};

type Prune = typeof prune;
const prunedIsVisible = (subject: Prune) =>
  fc.property(answersOf, (values) => {
    const left = subject(bundle, 'referral', values, { today });
    expect(strays(bundle, left)).toEqual([]);
    expect(subject(bundle, 'referral', left, { today })).toEqual(left);
    // Nothing that is visible is lost.
    for (const [fact, answer] of Object.entries(values)) {
      if (typeof answer === 'string' && !strays(bundle, { ...left, [fact]: answer }).includes(fact))
        expect(left[fact]).toBe(answer);
    }
  });

test('pruned answers are the visible ones, and pruning them again changes nothing', () => {
  fc.assert(prunedIsVisible(prune), { numRuns: runs(1_000) });
});

const plantedFaults: Record<string, Prune> = {
  'goes over the answers only once': (of, form, values, moment) => {
    const visible = formState(of, form, values, moment)
      .pages.flatMap((page) => page.questions)
      .filter((each) => each.visible === 'yes');
    return Object.fromEntries(Object.entries(values).filter(([fact]) => visible.some((each) => each.fact === fact)));
  },
  'drops nothing': (_of, _form, values) => values,
  'drops everything': () => ({}),
};
test.each(Object.entries(plantedFaults))('it is found out when pruning %s', (_, subject) => {
  expect(fc.check(prunedIsVisible(subject), { numRuns: 1_000, endOnFailure: true }).failed).toBe(true);
});
