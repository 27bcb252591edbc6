import { expect, test } from 'vitest';
import {
  type Answer,
  type Bundle,
  type Criterion,
  type DecisionVerdict,
  evaluate,
  type Fact,
  type Id,
} from '../../engine/index.js';
import * as b from './bundle-for-tests.js';

const asOf = '2026-03-02';
const decision = (bundle: Bundle, values: Record<Id, Answer>): DecisionVerdict =>
  evaluate(bundle, b.recorded(bundle, values), { asOf }).decision;
const facts: Fact[] = [
  b.whole('age', 0, 120),
  b.yesNo('violent'),
  b.yesNo('weapons'),
  b.yesNo('rude'),
  b.judgement('motivated'),
];
const criteria: Criterion[] = [
  b.requires('adult', b.compares('age', 'at-least', 18)),
  b.requires('motivated', b.is('motivated', 'yes'), { kind: 'judgement', fact: 'motivated' }),
  b.excludes('violent-now', b.is('violent', 'yes')),
  b.excludes('armed', b.is('weapons', 'yes')),
  b.weighsAgainst('rude-to-staff', b.is('rude', 'yes')),
];
const bundle = b.bundleOf(facts, criteria);
const clear = { age: 30, violent: 'no', weapons: 'no', rude: 'no', motivated: 'yes' };
const idsOf = ({ reasons }: DecisionVerdict): Id[] => reasons.map(({ criterion }) => criterion);
const missingIn = ({ missing }: DecisionVerdict): Id[] => missing.map(({ fact }) => fact);

test('a man who meets every requirement is eligible, and the reasons are what he meets', () => {
  const found = decision(bundle, clear);
  expect(found).toMatchObject({ outcome: 'eligible', settled: true, missing: [] });
  expect(idsOf(found)).toEqual(['adult', 'motivated']);
  expect(found.reasons[0]).toEqual({
    criterion: 'adult',
    role: 'requires',
    verdict: 'met',
    words: 'The words of adult.',
    clauses: ['T-001'],
  });
});

test('every ground is given, not the first only: all exclusions met, and the requirements not met beside them', () => {
  const found = decision(bundle, { ...clear, age: 17, violent: 'yes', weapons: 'yes' });
  expect(found).toMatchObject({ outcome: 'excluded', settled: true });
  expect(idsOf(found)).toEqual(['adult', 'violent-now', 'armed']);
});

test('an exclusion that is met settles the outcome, whatever else is unknown', () => {
  expect(decision(bundle, { violent: 'yes' })).toMatchObject({ outcome: 'excluded', settled: true, missing: [] });
});

test('a requirement that is not met decides, and an exclusion that is open could still change that', () => {
  const found = decision(bundle, { age: 17, violent: 'no' });
  expect(found).toMatchObject({ outcome: 'not-eligible', settled: false });
  // The judgement and the manners cannot: he is not eligible either way.
  expect(missingIn(found)).toEqual(['weapons']);
});

test('while something is not known, there is not enough information, and the criteria that are open say so', () => {
  const found = decision(bundle, { age: 30, violent: 'no', rude: 'no' });
  expect(found.outcome).toBe('not-enough-information');
  expect(missingIn(found)).toEqual(['weapons', 'motivated']);
  expect(idsOf(found)).toEqual(['motivated', 'armed']);
  expect(found.missing[1]).toEqual({ fact: 'motivated', cause: 'awaiting-judgement', from: ['facilitator'] });
});

test('once only a judgement is awaited, it needs a judgement', () => {
  const found = decision(bundle, { age: 30, violent: 'no', weapons: 'no', rude: 'no' });
  expect(found).toMatchObject({ outcome: 'needs-judgement', settled: false });
  expect(idsOf(found)).toEqual(['motivated']);
});

test('what weighs against him needs a judgement and never refuses him', () => {
  const found = decision(bundle, { ...clear, rude: 'yes' });
  expect(found).toMatchObject({ outcome: 'needs-judgement', settled: true });
  expect(idsOf(found)).toEqual(['rude-to-staff']);
});

test('an outcome on which every completion agrees is settled, though no criterion is', () => {
  const either = b.bundleOf(
    [b.yesNo('x')],
    [b.requires('one', b.is('x', 'yes')), b.requires('other', b.is('x', 'no'))],
  );
  const found = decision(either, {});
  expect(found).toMatchObject({ outcome: 'not-eligible', settled: true, missing: [] });
  expect(idsOf(found)).toEqual(['one', 'other']);
});

test('a criterion that only others name does not decide', () => {
  const named = b.bundleOf([b.yesNo('x')], [b.requires('named', b.is('x', 'yes'), { decides: false })]);
  expect(decision(named, { x: 'no' })).toMatchObject({ outcome: 'eligible', settled: true });
});

test('a consent that is not recorded is not yet recorded; one that was refused is an answer', () => {
  const consent = b.choice('support', ['given', 'refused', 'withdrawn'], { source: 'consent' });
  const asked = b.bundleOf([consent], [b.requires('support-agreed', b.is('support', 'given'))]);
  expect(decision(asked, {}).missing).toEqual([{ fact: 'support', cause: 'not-yet-recorded', from: ['referrer'] }]);
  expect(decision(asked, { support: 'refused' }).outcome).toBe('not-eligible');
});

test('who is to be consulted hangs on its own condition', () => {
  const consulting = [
    { role: 'service-lead', when: b.is('rude', 'yes'), reads: 'Ask the service lead.' },
    { role: 'panel', reads: 'Ask the panel.' },
  ];
  const origin = { at: b.at, clauses: [] };
  const asked = b.bundleOf(facts, criteria, {
    decision: { by: ['staff'], jointly: false, considering: [], consulting, refusalNeedsReason: true, origin },
  });
  expect(decision(asked, {}).consulting).toEqual([
    {
      role: 'service-lead',
      verdict: 'unknown',
      reads: 'Ask the service lead.',
      missing: [{ fact: 'rude', cause: 'unanswered', from: ['referrer'] }],
    },
    { role: 'panel', verdict: 'met', reads: 'Ask the panel.', missing: [] },
  ]);
  expect(decision(asked, { rude: 'no' }).consulting[0]).toMatchObject({ verdict: 'not-met', missing: [] });
});

test('past the size that is worked out jointly, what is missing may be needed', () => {
  const many = Array.from({ length: 13 }, (_, i) => b.yesNo(`q${i}`));
  const yes = many.map(({ id }) => b.is(id, 'yes'));
  // Two criteria on the same thirteen questions: 2 to the 13th is 8,192 completions, more than 4,096.
  const large = b.bundleOf(many, [
    b.requires('all-yes', b.all(...yes)),
    b.excludes('all-no', b.all(...yes.map(b.not))),
  ]);
  const found = decision(large, {});
  expect(found.missing).toHaveLength(13);
  expect(found.missing.every(({ maybe }) => maybe)).toBe(true);
});
