/** What is owed to each of several: each has her own answers, her own duties, and his state is no matter. */
import { expect, test } from 'vitest';
import { course, did, started, stood, told } from './story.js';

const bundle = course(`
sessions: { total: 20, ours: test }
records:
  wish:
    called: a partner said what she wants
    by: support-worker
    about: partner
    asks: { wanted: { ask: What does she want?, options: [calls, letters, nothing] } }
    ours: test
  risk: { called: a risk to a partner was seen, by: support-worker, about: partner, ours: test }
facts:
  her-wish: { for-each: partner, latest: wish.wanted, ours: test }
  her-calls: { for-each: partner, count-of: partner-contacted, ours: test }
rules:
  tell-her: { after: risk, for-each: partner, must: contact partner, by: support-worker, reason: Tell, ours: test }
  no-call-yet: { for-each: partner, when: her-calls is at most 0, should: contact partner, by: support-worker, reason: None, ours: test }
partners:
  first: { after: started, must: contact partner, within: 5 working days, by: support-worker, ours: test }
  monthly:
    while: stage is on-programme or suspended
    only-when: her-wish is calls
    must: Ring her
    every: 1 month
    by: support-worker
    ours: test
  after-risk: { after: risk, must: Make a plan with her, within: 2 working days, by: support-worker, ours: test }
`);
const two = told(
  'answered',
  '2026-01-02',
  {
    partners: [
      { key: 'ann', called: 'Ann' },
      { key: 'bea', called: 'Bea' },
    ],
  },
  'referrer',
);
const one = told('answered', '2026-01-02', { partners: [{ key: 'ann', called: 'Ann' }] }, 'referrer');
const hers = (on: string, what: string, about?: string, wanted?: string) =>
  did(on, what, {
    by: 'support-worker',
    ...(about !== undefined && { about }),
    ...(wanted !== undefined && { values: { wanted } }),
  });
const at = (asOf: string, ...events: Parameters<typeof stood>[2]) => stood(bundle, asOf, [two, started(), ...events]);

test('what is of the case opens a duty for each of them', () => {
  // 6 to 9 and 12 January.
  const then = at('2026-01-06');
  expect([then.duty('first', 'ann'), then.duty('first', 'bea')]).toEqual([
    ['open by 2026-01-12'],
    ['open by 2026-01-12'],
  ]);
});

test('a call to one is no call to the other', () => {
  const then = at('2026-01-13', hers('2026-01-07', 'partner-contacted', 'ann'));
  expect([then.duty('first', 'ann'), then.duty('first', 'bea')]).toEqual([
    ['met by 2026-01-12'],
    ['missed by 2026-01-12'],
  ]);
  expect([then.fact('her-calls', 'ann'), then.fact('her-calls', 'bea')]).toEqual(['1', '0']);
  expect([then.rule('no-call-yet', 'ann'), then.rule('no-call-yet', 'bea')]).toEqual([['confirmed'], ['open']]);
});

test('where there is one, a call that names nobody is to her; where there are two, to neither', () => {
  const call = hers('2026-01-07', 'partner-contacted');
  expect(stood(bundle, '2026-01-08', [one, started(), call]).duty('first', 'ann')).toEqual(['met by 2026-01-12']);
  const then = at('2026-01-08', call);
  expect([then.duty('first', 'ann'), then.duty('first', 'bea')]).toEqual([
    ['open by 2026-01-12'],
    ['open by 2026-01-12'],
  ]);
});

test('each has her own wish, and what one declined is not undone by what the other agreed to', () => {
  const wishes = [hers('2026-01-06', 'wish', 'bea', 'nothing'), hers('2026-01-07', 'wish', 'ann', 'calls')];
  const then = at('2026-01-08', wishes);
  expect([then.fact('her-wish', 'ann'), then.fact('her-wish', 'bea')]).toEqual(['calls', 'nothing']);
  expect([then.duty('monthly', 'ann'), then.duty('monthly', 'bea')]).toEqual([['open by 2026-02-07'], []]);
});

test('her change of mind ends it for her alone', () => {
  const wishes = [
    hers('2026-01-06', 'wish', 'ann', 'calls'),
    hers('2026-01-06', 'wish', 'bea', 'calls'),
    hers('2026-01-20', 'wish', 'ann', 'letters'),
  ];
  const then = at('2026-01-21', wishes);
  expect([then.duty('monthly', 'ann'), then.duty('monthly', 'bea')]).toEqual([
    ['lapsed by 2026-02-06'],
    ['open by 2026-02-06'],
  ]);
});

test('his suspension and his leave do not stop what is owed to her', () => {
  const calls = hers('2026-01-06', 'wish', 'ann', 'calls');
  const then = at('2026-02-10', calls, did('2026-01-12', 'suspended'));
  expect(then.duty('monthly', 'ann')).toEqual(['missed by 2026-02-06', 'open by 2026-03-06']);
});

test('a risk to one of them is hers: a rule and a duty of her own, also after he was closed', () => {
  const risk = hers('2026-01-29', 'risk', 'bea');
  // 30 January and 2 February.
  const then = at('2026-01-31', risk, did('2026-01-30', 'closed', { values: { as: 'other' } }));
  expect([then.rule('tell-her', 'ann'), then.rule('tell-her', 'bea')]).toEqual([[], ['open']]);
  expect([then.duty('after-risk', 'ann'), then.duty('after-risk', 'bea')]).toEqual([[], ['open by 2026-02-02']]);
});

test('what is hers is recorded by whoever supports her, not by his group leader', () => {
  const then = at('2026-01-08', did('2026-01-07', 'wish', { about: 'ann', values: { wanted: 'calls' } }));
  expect(then.fact('her-wish', 'ann')).toBe('unknown');
  expect(then.whole.irregular).toHaveLength(1);
});
