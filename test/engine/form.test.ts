import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  type Answer,
  type Bundle,
  type Fact,
  formState,
  type Id,
  prune,
  type QuestionState,
} from '../../engine/index.js';
import * as b from './bundle-for-tests.js';
import { runs } from './random-cases.js';

const today = '2026-03-02';
const hasPartner = b.is('has-partner', 'yes');
const guard = { ...hasPartner, guard: true as const };
const facts: Fact[] = [
  b.yesNo('has-partner', { required: { kind: 'always' } }),
  b.yesNo('lives-with-her', { onlyWhen: hasPartner }),
  // Asked on the page about her home, which is itself asked only when they live together.
  b.fact('her-home', 'long-text', {
    onlyWhen: b.all(guard, b.is('lives-with-her', 'yes')),
    required: { kind: 'when', condition: b.all(guard, b.is('lives-with-her', 'yes')) },
  }),
  b.choice('area', [], {
    options: [...b.optionsOf('north', 'south'), { id: 'hers', label: 'hers', onlyWhen: hasPartner }],
  }),
  b.choices('days', [], {
    options: [...b.optionsOf('monday'), { id: 'sunday', label: 'sunday', onlyWhen: b.is('area', 'south') }],
  }),
  b.fact('children', 'entries', { asks: ['children.age', 'children.school'], required: { kind: 'always' } }),
  b.whole('children.age', 0, 30, { within: 'children', required: { kind: 'always' } }),
  b.fact('children.school', 'text', { within: 'children', onlyWhen: b.compares('children.age', 'at-least', 4) }),
];
const bundle = b.bundleOf(facts, [], {
  forms: [
    b.form('referral', [], {
      pages: [
        {
          id: 'him',
          heading: 'Him',
          asks: ['has-partner', 'area', 'days', 'children'],
          origin: { at: b.at, clauses: [] },
        },
        {
          id: 'her',
          heading: 'Her',
          asks: ['lives-with-her', 'her-home'],
          onlyWhen: hasPartner,
          origin: { at: b.at, clauses: [] },
        },
      ],
    }),
  ],
});
type Values = Record<Id, Answer>;
const stateOf = (values: Values) => formState(bundle, 'referral', values, { today });
const question = (values: Values, fact: Id): QuestionState | undefined =>
  stateOf(values)
    .pages.flatMap(({ questions }) => questions)
    .find((each) => each.fact === fact);

test('a page and its questions are visible, not visible, or not yet', () => {
  const her = (values: Values) => stateOf(values).pages[1]?.visible;
  expect(her({})).toBe('not-yet');
  expect(her({ 'has-partner': 'no' })).toBe('no');
  expect(her({ 'has-partner': 'yes' })).toBe('yes');
  expect(question({ 'has-partner': 'yes' }, 'her-home')).toMatchObject({ visible: 'not-yet', required: false });
  expect(question({ 'has-partner': 'yes', 'lives-with-her': 'yes' }, 'her-home')).toMatchObject({
    visible: 'yes',
    required: true,
  });
  // What is left over of an answer that is no longer asked for does not show what hangs on it.
  expect(question({ 'has-partner': 'no', 'lives-with-her': 'yes' }, 'her-home')).toMatchObject({
    visible: 'no',
    required: false,
  });
});

test('an option is offered only when its condition holds', () => {
  expect(question({}, 'area')?.options).toEqual(['north', 'south']);
  expect(question({ 'has-partner': 'yes' }, 'area')?.options).toEqual(['north', 'south', 'hers']);
});

test('each entry has questions of its own', () => {
  const children = question({ children: [{ age: 3 }, { age: 4 }, {}] }, 'children');
  expect(children?.entries?.map((entry) => entry.map(({ visible }) => visible))).toEqual([
    ['yes', 'no'],
    ['yes', 'yes'],
    ['yes', 'not-yet'],
  ]);
});

test('what is required, visible and blank is unanswered; "not known" is an answer', () => {
  expect(stateOf({}).unanswered).toEqual(['has-partner', 'children']);
  expect(stateOf({ 'has-partner': 'not-known', children: [{}, { age: 3 }, {}] }).unanswered).toEqual(['children.age']);
  expect(
    stateOf({ 'has-partner': 'yes', 'lives-with-her': 'yes', 'her-home': '  ', children: [{ age: 1 }] }).unanswered,
  ).toEqual(['her-home']);
});

test('pruning drops what is not asked, what hung on it, and what is not offered', () => {
  const all = { 'has-partner': 'yes', 'lives-with-her': 'yes', 'her-home': 'A flat.', area: 'hers' };
  expect(prune(bundle, 'referral', all, { today })).toEqual(all);
  expect(prune(bundle, 'referral', { ...all, 'has-partner': 'no' }, { today })).toEqual({ 'has-partner': 'no' });
  expect(prune(bundle, 'referral', { area: 'south', days: ['monday', 'sunday'] }, { today })).toEqual({
    area: 'south',
    days: ['monday', 'sunday'],
  });
  expect(prune(bundle, 'referral', { area: 'north', days: ['monday', 'sunday'] }, { today })).toEqual({
    area: 'north',
    days: ['monday'],
  });
  expect(prune(bundle, 'referral', { area: 'north', days: ['sunday'] }, { today })).toEqual({ area: 'north' });
  expect(
    prune(
      bundle,
      'referral',
      {
        children: [
          { key: 'k', age: 3, school: 'One' },
          { age: 4, school: 'Two' },
        ],
      },
      { today },
    ),
  ).toEqual({
    children: [
      { key: 'k', age: 3 },
      { age: 4, school: 'Two' },
    ],
  });
});

test('pruning drops what the form does not ask: nobody answers for a judge by posting a form', () => {
  const judged = b.bundleOf([b.yesNo('x'), b.judgement('suitable')], [], { forms: [b.form('referral', ['x'])] });
  expect(prune(judged, 'referral', { x: 'yes', suitable: 'yes', shoes: '44' }, { today })).toEqual({ x: 'yes' });
});

test('what is known from elsewhere counts, and is not given back', () => {
  const later = b.bundleOf([b.yesNo('x'), b.yesNo('y', { onlyWhen: b.is('x', 'yes') })], [], {
    forms: [b.form('referral', ['x']), b.form('later', ['y'])],
  });
  expect(prune(later, 'later', { y: 'yes' }, { today })).toEqual({});
  expect(prune(later, 'later', { y: 'yes' }, { today, known: { x: 'yes' } })).toEqual({ y: 'yes' });
});

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
