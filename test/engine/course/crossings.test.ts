/** What raises rules: each kind of trigger, what keeps it standing, what answers it. */
import { expect, test } from 'vitest';
import { confirmed, course, did, held, planned, refused, started, stood, told, weekly } from './story.js';

const base = `
sessions: { total: 20, ours: test }
messages: { warning: { to: participant, ours: test }, letter: { to: referrer, ours: test } }
records:
  incident:
    called: an incident was reported
    asks: { severity: { ask: How severe?, options: [low, high], not-known: Not known } }
    ours: test
  apology: { called: he apologised, ours: test }
judgements:
  safe: { asks: Is he safe to work with?, options: { safe: Safe, unsafe: Unsafe, unclear: Unclear }, judged-by: leader, ours: test }
facts:
  absences: { count-of: session, where: absence is yes, ours: test }
  missed: { run-of: session, where: absence is yes, ours: test }
`;
const bundle = course(`${base}
rules:
  while-two: { when: absences is 2, should: contact participant, by: leader, reason: Two, ours: test }
  reaches-two: { when: missed reaches 2, must: close as other, confirmed-by: leader, reason: Two, ours: test }
  after-two: { after: absences reaches 2, must: send letter, by: leader, reason: Two, ours: test }
  each-incident: { after: incident, must: send warning, by: leader, reason: Each, ours: test }
  each-severe: { after: incident, where: severity is high, may: suspend, confirmed-by: leader, reason: Severe, ours: test }
  second-incident: { after: 2nd incident, must: Talk about it, by: leader, reason: Second, ours: test }
  judged-unsafe: { after: safe is unsafe, must: Tell the police, by: leader, reason: Unsafe, ours: test }
  became-suspended: { after: stage is suspended, must: Write down why, by: leader, reason: Became, ours: test }
  forgiven: { after: incident, until: apology, should: Talk it over, by: leader, reason: Forgiven, ours: test }
  only-early: { after: incident, only-when: absences is at most 1, should: Give him another chance, by: leader, reason: Early, ours: test }
`);
const at = (asOf: string, ...events: Parameters<typeof stood>[2]) => stood(bundle, asOf, [started(), ...events]);
const incident = (on: string, severity = 'low') => did(on, 'incident', { values: { severity } });

test('while: it stands as long as the condition holds, and is raised again when it holds again', () => {
  const sessions = weekly('2026-01-12', 'absent, absent, absent');
  expect(at('2026-01-12', sessions).rule('while-two')).toEqual([]);
  expect(at('2026-01-19', sessions).rule('while-two')).toEqual(['open']);
  expect(at('2026-01-26', sessions).rule('while-two')).toEqual(['lapsed']);
});

test('reaches: it stands as long as the number is there, and goes with it', () => {
  const sessions = weekly('2026-01-12', 'absent, absent, absent, attended, absent, absent');
  expect(at('2026-01-26', sessions).rule('reaches-two')).toEqual(['open']);
  expect(at('2026-02-02', sessions).rule('reaches-two')).toEqual(['lapsed']);
  expect(at('2026-02-16', sessions).rule('reaches-two')).toEqual(['lapsed', 'open']);
});

test('after a number was reached: it stays until it is done, whatever the number does', () => {
  const sessions = weekly('2026-01-12', 'absent, absent, absent');
  expect(at('2026-01-26', sessions).rule('after-two')).toEqual(['open']);
  const done = at('2026-01-28', sessions, did('2026-01-28', 'letter-sent'));
  expect(done.rule('after-two')).toEqual(['confirmed']);
});

test('a letter sent before it was due answers nothing', () => {
  const then = at('2026-01-20', did('2026-01-13', 'letter-sent'), weekly('2026-01-12', 'absent, absent'));
  expect(then.rule('after-two')).toEqual(['open']);
});

test('after an event: each is one, and each act answers one', () => {
  const two = [incident('2026-01-07'), incident('2026-01-09')];
  expect(at('2026-01-10', two).rule('each-incident')).toEqual(['open', 'open']);
  expect(at('2026-01-10', two, did('2026-01-10', 'warning-sent')).rule('each-incident')).toEqual(['confirmed', 'open']);
});

test('after the second: the first and the third raise nothing', () => {
  expect(at('2026-01-31', incident('2026-01-07')).rule('second-incident')).toEqual([]);
  const three = [incident('2026-01-07'), incident('2026-01-09'), incident('2026-01-12')];
  expect(at('2026-01-31', three).rule('second-incident')).toEqual(['open']);
  expect(at('2026-01-31', three).whole.recommendations?.find(({ rule }) => rule === 'second-incident')?.since).toBe(
    '2026-01-09',
  );
});

test('where: of what was told with it; what is not known may be it', () => {
  expect(at('2026-01-08', incident('2026-01-07', 'low')).rule('each-severe')).toEqual([]);
  expect(at('2026-01-08', incident('2026-01-07', 'high')).rule('each-severe')).toEqual(['open']);
  expect(at('2026-01-08', incident('2026-01-07', 'not-known')).rule('each-severe')).toEqual(['perhaps']);
});

test('given: each judgement that says so, by somebody who may judge', () => {
  const unsafe = (on: string, by: string) => told('judged', on, { safe: 'unsafe' }, by);
  expect(at('2026-01-08', unsafe('2026-01-07', 'leader')).rule('judged-unsafe')).toEqual(['open']);
  expect(at('2026-01-08', told('judged', '2026-01-07', { safe: 'safe' }, 'leader')).rule('judged-unsafe')).toEqual([]);
  expect(at('2026-01-08', unsafe('2026-01-07', 'referrer')).rule('judged-unsafe')).toEqual([]);
});

test('becomes: it outlives what brought it, and comes with each new time', () => {
  const first = [did('2026-01-12', 'suspended'), did('2026-01-19', 'resumed')];
  expect(at('2026-01-20', first).rule('became-suspended')).toEqual(['open']);
  expect(at('2026-01-27', first, did('2026-01-26', 'suspended')).rule('became-suspended')).toEqual(['open', 'open']);
});

test('until: it is over when that has happened, also on the same day', () => {
  expect(at('2026-01-08', incident('2026-01-07')).rule('forgiven')).toEqual(['open']);
  expect(at('2026-01-09', incident('2026-01-07'), did('2026-01-09', 'apology')).rule('forgiven')).toEqual(['lapsed']);
  expect(at('2026-01-09', incident('2026-01-07'), did('2026-01-06', 'apology')).rule('forgiven')).toEqual(['open']);
});

test('only-when: nothing is raised where it does not hold', () => {
  const absent = weekly('2026-01-12', 'absent, absent');
  expect(at('2026-01-13', absent, incident('2026-01-13')).rule('only-early')).toEqual(['open']);
  expect(at('2026-01-20', absent, incident('2026-01-20')).rule('only-early')).toEqual([]);
});

test('only-when: unknown and not so is not so; what opens once may have done so while it was otherwise', () => {
  const grounds = course(`${base}
rules:
  now: { when: ordered-on is before 2026-06-01, only-when: stage is on-programme, may: Talk, by: leader, reason: Now, ours: test }
  once: { after: ordered-on is before 2026-06-01, only-when: stage is on-programme, may: Talk, by: leader, reason: Once, ours: test }
`);
  const rules = (asOf: string, ...events: Parameters<typeof stood>[2]) => {
    const then = stood(grounds, asOf, [did('2026-01-02', 'accepted'), ...events]);
    return [then.rule('now'), then.rule('once')];
  };
  expect(rules('2026-01-04')).toEqual([[], []]);
  expect(rules('2026-01-08', started())).toEqual([['perhaps'], ['perhaps']]);
  expect(rules('2026-01-13', started(), did('2026-01-12', 'suspended'))).toEqual([[], ['perhaps']]);
});

test('a person may refuse; only something later speaks for it again', () => {
  const absent = weekly('2026-01-12', 'absent, absent, absent');
  const no = refused('2026-01-20', 'reaches-two');
  expect(at('2026-01-20', absent, no).rule('reaches-two')).toEqual(['refused']);
  expect(at('2026-01-26', absent, no).rule('reaches-two')).toEqual(['refused', 'open']);
});

test('who confirms a closure closes the case, and nobody else may', () => {
  const absent = weekly('2026-01-12', 'absent, absent');
  const yes = at('2026-01-20', absent, confirmed('2026-01-20', 'reaches-two'));
  expect([yes.whole.state, yes.whole.ending, yes.rule('reaches-two')]).toEqual(['closed', 'other', ['confirmed']]);
  const other = at('2026-01-20', absent, confirmed('2026-01-20', 'reaches-two', { by: 'referrer' }));
  expect([other.whole.state, other.rule('reaches-two')]).toEqual(['on-programme', ['open']]);
  expect(other.whole.irregular).toHaveLength(1);
});

test('whoever does it without saying that he confirms it has confirmed it', () => {
  const then = at(
    '2026-01-20',
    weekly('2026-01-12', 'absent, absent'),
    did('2026-01-20', 'closed', { values: { as: 'other' } }),
  );
  expect(then.rule('reaches-two')).toEqual(['confirmed']);
});

test('a confirmation whose ground was corrected away is shown to whoever gave it; the case is not reopened', () => {
  const [first, second] = weekly('2026-01-12', 'absent, absent');
  if (!first || !second) throw new Error('two sessions');
  const right = held('2026-01-19', 'attended', {}, { supersedes: second.id, recorded: '2026-01-25' });
  const then = at('2026-01-25', first, second, confirmed('2026-01-20', 'reaches-two'), right);
  expect(then.whole.state).toBe('closed');
  expect(then.whole.toReview?.map(({ rule, by }) => [rule, by])).toEqual([['reaches-two', 'leader']]);
});

test('a session nobody recorded leaves it perhaps, and says which', () => {
  const then = at('2026-01-19', held('2026-01-12', 'absent'), planned('2026-01-05', '2026-01-19'));
  expect(then.rule('reaches-two')).toEqual(['perhaps']);
  expect(then.whole.toFindOut).toEqual([{ kind: 'session', of: '2026-01-19' }]);
});

test('one of two effects is picked', () => {
  const either = course(`${base}
rules:
  pick: { when: missed reaches 2, may: { either: [suspend, close as other] }, confirmed-by: leader, reason: Pick, ours: test }
`);
  const absent = weekly('2026-01-12', 'absent, absent');
  const state = (effect: number) =>
    stood(either, '2026-01-20', [started(), ...absent, confirmed('2026-01-20', 'pick', { effect })]).whole.state;
  expect([state(0), state(1)]).toEqual(['suspended', 'closed']);
});
