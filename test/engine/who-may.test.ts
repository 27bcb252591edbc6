import { expect, test } from 'vitest';
import { type Answer, type CaseEvent, decide, type Evaluation, evaluate, type Fact } from '../../engine/index.js';
import * as b from './bundle-for-tests.js';

const given: Record<string, Answer> = {
  motivated: 'yes',
  support: 'given',
  contract: 'signed',
  risk: 3,
  drinks: 'yes',
};
const facts: Fact[] = [
  b.yesNo('motivated', { source: 'judgement', judgedBy: ['facilitator', 'service-lead'], from: [] }),
  b.choice('support', ['given', 'refused'], { source: 'consent', from: ['participant'] }),
  b.choice('contract', ['signed', 'refused'], { source: 'document', from: ['participant'] }),
  b.whole('risk', 0, 9, { source: 'instrument', from: ['partner'], hers: true }),
  b.yesNo('drinks'),
  b.yesNo('any-view', { source: 'judgement', judgedBy: [], from: [] }),
  // What she is asked is hers; what she says of anything else counts for nothing.
  b.yesNo('her-view', { from: ['partner'], hers: true }),
];
const bundle = b.bundleOf(
  facts,
  facts.map(({ id, kind, options }) =>
    b.requires(`${id}-is-so`, kind === 'number' ? b.compares(id, 'at-least', 1) : b.is(id, options[0]?.id ?? '')),
  ),
  { forms: [b.form('referral', ['drinks']), b.form('hers', ['her-view'], { from: ['partner-support'] })] },
);
const asOf = '2026-03-31';
const evaluated = (...events: CaseEvent[]): Evaluation => evaluate(bundle, events, { asOf });
const verdictOf = (found: Evaluation, fact: string) => found.criteria.find(({ id }) => id === `${fact}-is-so`)?.verdict;
const because = (fact: string, event: Partial<CaseEvent>): string | undefined => {
  const found = evaluated(b.answers({ [fact]: given[fact] ?? 'yes' }, event));
  const [unusable] = found.unusable;
  expect(verdictOf(found, fact)).toBe(unusable ? 'unknown' : 'met');
  return unusable?.because;
};

const judged = (role: string, value = 'yes', more: Partial<CaseEvent> = {}): CaseEvent =>
  b.answers({ motivated: value }, { kind: 'judged', by: { role }, ...more });

test.each(['facilitator', 'service-lead', 'senior-facilitator'])(
  'a judgement by the %s counts: she is named, or a kind of somebody named',
  (role) => {
    expect(because('motivated', { kind: 'judged', by: { role } })).toBeUndefined();
  },
);

test.each([
  ['participant', 'the client'],
  ['partner', 'the partner'],
  ['referrer', 'the referrer'],
  // A facilitator is a kind of staff, not the other way round.
  ['staff', 'the staff'],
  ['passer-by', '“passer-by”'],
])('a judgement by the %s decides nothing, and the sentence says whose it is', (role, called) => {
  expect(because('motivated', { kind: 'judged', by: { role } })).toBe(
    `It is for the facilitator or the service lead to judge, not for ${called}.`,
  );
});

test('a judgement for which the definition names nobody is for anybody inside', () => {
  expect(because('any-view', { kind: 'judged', by: { role: 'staff' } })).toBeUndefined();
  expect(because('any-view', { kind: 'judged', by: { role: 'partner' } })).toMatch(/not for the partner\.$/);
});

test.each<[string, CaseEvent['kind'], string, string | undefined]>([
  ['support', 'consented', 'participant', undefined],
  ['support', 'consented', 'staff', undefined],
  [
    'support',
    'consented',
    'partner',
    'It is for the client to give, or for somebody inside to record, not for the partner.',
  ],
  ['contract', 'signed', 'participant', undefined],
  ['contract', 'signed', 'facilitator', undefined],
  [
    'contract',
    'signed',
    'referrer',
    'It is for the client to sign, or for somebody inside to record, not for the referrer.',
  ],
  ['risk', 'scored', 'partner', undefined],
  ['risk', 'scored', 'staff', undefined],
  [
    'risk',
    'scored',
    'participant',
    'It is for the partner to score, or for somebody inside to record, not for the client.',
  ],
  ['drinks', 'answered', 'referrer', undefined],
  ['drinks', 'answered', 'court-officer', undefined],
  ['drinks', 'answered', 'service-lead', undefined],
  [
    'drinks',
    'answered',
    'partner',
    'It is for the referrer to answer, or for somebody inside to record, not for the partner.',
  ],
  [
    'drinks',
    'answered',
    'nobody',
    'It is for the referrer to answer, or for somebody inside to record, not for “nobody”.',
  ],
  // Whoever fills in a form answers it, also what somebody else is the source of.
  ['her-view', 'answered', 'partner-support', undefined],
])('%s, %s by the %s', (fact, kind, role, refusal) => {
  expect(because(fact, { kind, by: { role } })).toBe(refusal);
});

test.each<[string, CaseEvent['kind'], string]>([
  ['motivated', 'answered', 'It takes a judgement, not an answer.'],
  ['support', 'judged', 'It takes a consent, not a judgement.'],
  ['contract', 'consented', 'It takes a signature, not a consent.'],
  ['risk', 'signed', 'It takes a score, not a signature.'],
  ['drinks', 'scored', 'It takes an answer, not a score.'],
])('%s is not to be had by being %s, whoever says so', (fact, kind, refusal) => {
  expect(because(fact, { kind, by: { role: 'facilitator' } })).toBe(refusal);
});

test('the rules are given no more than the engine: both leave it open', async () => {
  const decided = await decide(bundle, [judged('partner')], { asOf });
  expect(decided.decided && verdictOf(decided.evaluation, 'motivated')).toBe('unknown');
});

test('what somebody else says later neither takes the place of a judgement nor takes it back', () => {
  const byRight = judged('facilitator', 'no', { id: 'by-right', happened: '2026-03-02' });
  const later = { happened: '2026-03-05' };
  expect(verdictOf(evaluated(byRight, judged('partner', 'yes', later)), 'motivated')).toBe('not-met');
  const takenBack = b.answers({ motivated: null }, { ...later, kind: 'judged', by: { role: 'partner' } });
  expect(verdictOf(evaluated(byRight, takenBack), 'motivated')).toBe('not-met');
});

test('nobody corrects a judgement away but one who may judge', () => {
  const byRight = judged('facilitator', 'no', { id: 'by-right', happened: '2026-03-02' });
  const correcting = (role: string) =>
    b.answers({ drinks: 'no' }, { happened: '2026-03-05', by: { role }, supersedes: 'by-right' });
  expect(verdictOf(evaluated(byRight, correcting('referrer')), 'motivated')).toBe('not-met');
  expect(verdictOf(evaluated(byRight, correcting('service-lead')), 'motivated')).toBe('unknown');
});

test('what is corrected by whoever said it is no longer complained of', () => {
  const wrong = judged('partner', 'yes', { id: 'wrong' });
  const right = b.answers({ 'her-view': 'yes' }, { by: { role: 'partner' }, supersedes: 'wrong' });
  expect(evaluated(wrong).unusable).toHaveLength(1);
  expect(evaluated(wrong, right).unusable).toEqual([]);
});

test('roles that are kinds of each other in a circle end in a refusal', () => {
  const people = b.people.map((each) => (each.id === 'referrer' ? { ...each, is: 'court-officer' } : each));
  const circular = b.bundleOf(facts, [b.requires('keen', b.is('motivated', 'yes'))], { people });
  const found = evaluate(circular, [judged('court-officer')], { asOf });
  expect(found.unusable).toHaveLength(1);
});
