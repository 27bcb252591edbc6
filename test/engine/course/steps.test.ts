/** What may happen next, what it needs, what refuses it; appeals; conditions on duties and rules. */
import { expect, test } from 'vitest';
import { course, did, planned, refused, started, stood, told, weekly } from './story.js';

const bundle = course(`
sessions: { total: 4, ours: test }
appointments: { intake: { with: [participant], ours: test } }
judgements:
  goals: { asks: Has he reached his goals?, judged-by: leader, ours: test }
groups: { evening: { called: Evening group, places: at most 2, ours: test } }
records: { risk: { called: a risk was seen, ours: test }, cleared: { called: the risk was cleared, ours: test } }
facts:
  credits: { count-of: session, where: credited is yes, ours: test }
  missed: { run-of: session, where: absence is yes, ours: test }
rules:
  holds: { after: risk, until: cleared, block: refuse complete, reason: Not while there is a risk., ours: test }
  out: { when: missed reaches 2, must: close as non-attendance, confirmed-by: leader, reason: Out, ours: test }
  tell: { when: out is standing, should: contact referrer, by: leader, reason: Tell, ours: test }
  nudge: { when: rings is missed, should: Ask why nobody rang, by: leader, reason: Nudge, ours: test }
duties:
  rings: { after: started, must: contact participant, within: 1 week, by: leader, ours: test }
pathway:
  start:
    needs:
      intake: intake-attended has happened
      a-place: evening-places-free is at least 1
    by: leader
    ours: test
  leave: { for: 30 days, ours: test }
completion:
  needs:
    enough: credits is at least 2
    goals: goals is yes
  confirmed-by: leader
  ours: test
appeals:
  from: [participant, referrer]
  against: [closed, suspended]
  steps:
    review: { to: leader, within: 10 working days, answered: { within: 5 working days, in: writing }, ours: test }
    appeal: { to: staff, within: 10 working days, answered: { within: 10 working days }, ours: test }
  ours: test
`);
const at = (asOf: string, ...events: Parameters<typeof stood>[2]) => stood(bundle, asOf, events);

test('a step needs what it needs: not there, not known, there', () => {
  const accepted = did('2026-01-02', 'accepted');
  const intake = did('2026-01-03', 'intake-attended');
  const places = (number: number) => did('2026-01-03', 'evening-places-taken', { values: { number } });
  expect(at('2026-01-04', accepted).step('start')).toBe('not-met');
  expect(at('2026-01-04', accepted, intake).step('start')).toBe('unknown');
  expect(at('2026-01-04', accepted, intake, places(1)).step('start')).toBe('met');
  expect(at('2026-01-04', accepted, intake, places(2)).step('start')).toBe('not-met');
  const step = at('2026-01-04', accepted, intake).whole.steps?.find(({ step: name }) => name === 'start');
  expect(step?.lacks.map(({ of }) => of)).toEqual(['evening-places-taken']);
  expect(step?.needs.map(({ id, verdict }) => [id, verdict])).toEqual([
    ['intake', 'met'],
    ['a-place', 'unknown'],
  ]);
});

test('only what the state allows is a step', () => {
  expect([at('2026-01-04').step('start'), at('2026-01-06', started()).step('start')]).toEqual(['none', 'none']);
  expect(at('2026-01-06', started()).step('leave')).toBe('met');
  expect(at('2026-01-13', started(), did('2026-01-12', 'suspended')).step('resume')).toBe('met');
});

test('completing needs sessions and goals, and a standing refusal holds it up', () => {
  const kept = weekly('2026-01-12', 'attended, attended');
  const goals = told('judged', '2026-01-20', { goals: 'yes' }, 'leader');
  expect(at('2026-01-19', started(), kept).step('complete')).toBe('unknown');
  expect(at('2026-01-20', started(), kept, goals).step('complete')).toBe('met');
  const risk = did('2026-01-20', 'risk');
  const held = at('2026-01-21', started(), kept, goals, risk).whole.steps?.find(({ step }) => step === 'complete');
  expect([held?.verdict, held?.refusedBy]).toEqual(['not-met', ['holds']]);
  expect(at('2026-01-22', started(), kept, goals, risk, did('2026-01-22', 'cleared')).step('complete')).toBe('met');
});

test('a rule can wait for another, and goes when that is answered', () => {
  const absent = weekly('2026-01-12', 'absent, absent');
  expect(at('2026-01-19', started(), absent).rule('tell')).toEqual(['open']);
  expect(at('2026-01-20', started(), absent, refused('2026-01-20', 'out')).rule('tell')).toEqual(['lapsed']);
  const maybe = at('2026-01-19', started(), weekly('2026-01-12', 'absent'), planned('2026-01-05', '2026-01-19'));
  expect(maybe.rule('tell')).toEqual(['perhaps']);
});

test('a rule can rest on a duty that was missed', () => {
  expect(at('2026-01-12', started()).rule('nudge')).toEqual([]);
  expect(at('2026-01-13', started()).rule('nudge')).toEqual(['open']);
  expect(at('2026-01-13', started(), did('2026-01-12', 'participant-contacted')).rule('nudge')).toEqual([]);
});

test('a review is answered within five working days, in its turn the appeal within ten', () => {
  const closed = [started(), did('2026-01-12', 'closed', { values: { as: 'other' } })];
  const lodged = did('2026-01-14', 'review-lodged', { by: 'participant' });
  expect(at('2026-01-13', closed).duty('answer-review')).toEqual([]);
  // 15, 16, 19, 20, 21 January.
  expect(at('2026-01-21', closed, lodged).duty('answer-review')).toEqual(['open by 2026-01-21']);
  expect(at('2026-01-22', closed, lodged).duty('answer-review')).toEqual(['missed by 2026-01-21']);
  const answered = did('2026-01-20', 'review-answered');
  expect(at('2026-01-22', closed, lodged, answered).duty('answer-review')).toEqual(['met by 2026-01-21']);
  const appealed = did('2026-01-22', 'appeal-lodged', { by: 'referrer' });
  // 23, 26 to 30 January, 2 to 5 February.
  expect(at('2026-01-22', closed, lodged, answered, appealed).duty('answer-appeal')).toEqual(['open by 2026-02-05']);
});

const irregular = (id: string, ...events: Parameters<typeof stood>[2]) => {
  const then = at('2026-01-31', ...events);
  return [then.whole.state, then.whole.irregular?.some(({ event }) => event === id)];
};

test('an appeal is for those who may appeal', () => {
  const closed = [started(), did('2026-01-12', 'closed', { values: { as: 'other' } })];
  const lodged = did('2026-01-14', 'review-lodged', { id: 'hers', by: 'partner' });
  expect(at('2026-01-14', closed, lodged).duty('answer-review')).toEqual([]);
  expect(irregular('hers', closed, lodged)).toEqual(['closed', true]);
});

test('what somebody may not record, or nobody has heard of, counts for nothing and is shown', () => {
  const byHim = did('2026-01-06', 'closed', { id: 'by-him', by: 'participant', values: { as: 'other' } });
  expect(irregular('by-him', started(), byHim)).toEqual(['on-programme', true]);
  expect(irregular('unheard', started(), did('2026-01-06', 'no-such-thing', { id: 'unheard' }))).toEqual([
    'on-programme',
    true,
  ]);
});

test('whoever was started without what it needs is on the programme all the same, and it is shown', () => {
  const start = did('2026-01-05', 'started', { id: 'start' });
  expect(irregular('start', start)).toEqual(['on-programme', true]);
  const needs = [
    did('2026-01-03', 'intake-attended'),
    did('2026-01-03', 'evening-places-taken', { values: { number: 1 } }),
  ];
  expect(irregular('start', needs, start)).toEqual(['on-programme', false]);
});

test('appeals: a step is open once what it is against stands and the step before was answered, until it is lodged', () => {
  const open = (asOf: string, ...events: Parameters<typeof stood>[2]) => at(asOf, started(), ...events).whole.appeals;
  const closed = did('2026-01-12', 'closed');
  const lodged = did('2026-01-14', 'review-lodged', { by: 'participant' });
  const answered = did('2026-01-16', 'review-answered');
  expect(open('2026-01-11')).toEqual([]);
  expect(open('2026-01-13', closed)).toEqual(['review']);
  expect(open('2026-01-15', closed, lodged)).toEqual([]);
  expect(open('2026-01-17', closed, lodged, answered)).toEqual(['appeal']);
  expect(
    open('2026-01-19', closed, lodged, answered, did('2026-01-18', 'appeal-lodged', { by: 'participant' })),
  ).toEqual([]);
  // The closure was taken back; a suspension is another decision, which can be appealed against anew.
  const back = [closed, lodged, answered, did('2026-01-19', 'resumed')];
  expect(open('2026-01-20', back)).toEqual([]);
  expect(open('2026-01-22', back, did('2026-01-21', 'suspended'))).toEqual(['review']);
  // Beyond the ten working days it can still be lodged, and is told to whoever answers it.
  expect(open('2026-03-12', closed)).toEqual(['review']);
});
