/** A rule does not feed on its own effect; windows, ladders, and what was judged at a step. */
import { expect, test } from 'vitest';
import { confirmed, course, did, held, started, stood, told, weekly } from './story.js';

const base = `
sessions: { total: 20, ours: test }
messages: { warning: { to: participant, ours: test }, court-letter: { to: referrer, ours: test } }
records:
  failure: { called: a failure was recorded, ours: test }
  evidence: { called: evidence came, about: session, ours: test }
facts:
  absences: { count-of: session, where: absence is yes, ours: test }
`;
const warned = course(`${base}
rules:
  warn: { after: failure, unless: warning-sent has happened in the last 12 months, must: send warning, by: leader, reason: Warn, ours: test }
  court: { after: failure, only-when: warning-sent has happened in the last 12 months, must: send court-letter, by: leader, reason: Court, ours: test }
  suspend-twice: { when: absences reaches 2, must: suspend, confirmed-by: leader, reason: Two, ours: test }
`);
const at = (asOf: string, ...events: Parameters<typeof stood>[2]) => stood(warned, asOf, [started(), ...events]);
const both = (asOf: string, ...events: Parameters<typeof stood>[2]) => {
  const then = at(asOf, ...events);
  return [then.rule('warn'), then.rule('court')];
};

test('the warning answers the failure before it, and is no ground for the court', () => {
  const first = [did('2026-02-02', 'failure'), did('2026-02-04', 'warning-sent')];
  expect(both('2026-02-02', first)).toEqual([['open'], []]);
  expect(both('2026-02-04', first)).toEqual([['confirmed'], []]);
  expect(both('2026-06-04', first)).toEqual([['confirmed'], []]);
});

test('two failures before the warning: neither goes to the court', () => {
  const two = [did('2026-02-02', 'failure'), did('2026-02-03', 'failure'), did('2026-02-04', 'warning-sent')];
  expect(both('2026-02-05', two)[1]).toEqual([]);
});

test('a failure within the 12 months goes to the court, one after them is warned of again', () => {
  const warning = [did('2026-02-02', 'failure'), did('2026-02-04', 'warning-sent')];
  expect(both('2027-02-04', warning, did('2027-02-04', 'failure'))).toEqual([['confirmed'], ['open']]);
  expect(both('2027-02-05', warning, did('2027-02-05', 'failure'))).toEqual([['confirmed', 'open'], []]);
});

test('what is for the court stays so when the warning has grown old meanwhile', () => {
  const then = both(
    '2027-03-01',
    did('2026-02-02', 'failure'),
    did('2026-02-04', 'warning-sent'),
    did('2027-02-04', 'failure'),
  );
  expect(then).toEqual([['confirmed'], ['open']]);
});

test('a count that was answered by a suspension is not answered again by the next one', () => {
  const sessions = [...weekly('2026-01-12', 'absent, absent'), ...weekly('2026-02-09', 'absent')];
  const answered = [confirmed('2026-01-20', 'suspend-twice'), did('2026-02-03', 'resumed')];
  // Three in all: the second was the crossing, and it has been answered.
  expect(at('2026-02-10', sessions, answered).rule('suspend-twice')).toEqual(['confirmed']);
});

const unexcused = course(`${base}
  unexcused:
    for-each: session
    when: { all-of: [absence is yes, evidence has not happened by 16:00 the next day] }
    ours: test
  unexcused-absences: { count-of: session, where: unexcused is yes, ours: test }
  excused-within: { for-each: session, when: evidence has happened within 2 weeks of the session, ours: test }
rules:
  each: { for-each: session, when: unexcused is yes, must: Write to him, by: leader, reason: Each, ours: test }
`);
const missed = held('2026-01-12T18:00:00Z', 'absent');
const evidence = (on: string) => did(on, 'evidence', { about: '2026-01-12' });

test('an absence becomes unexcused at 16:00 on the next day, and not before', () => {
  const then = (asOf: string, ...more: Parameters<typeof stood>[2]) =>
    stood(unexcused, asOf, [started(), missed, ...more]);
  expect(then('2026-01-13T15:59:00Z').fact('unexcused', '2026-01-12')).toBe('unknown');
  expect(then('2026-01-13T15:59:00Z').fact('unexcused-absences')).toBe('0 to 1');
  expect(then('2026-01-13T16:00:00Z').fact('unexcused', '2026-01-12')).toBe('yes');
  expect(then('2026-01-13').rule('each', '2026-01-12')).toEqual(['open']);
  const inTime = then('2026-01-14', evidence('2026-01-13T16:00:00Z'));
  expect([inTime.fact('unexcused', '2026-01-12'), inTime.rule('each')]).toEqual(['no', []]);
  expect(then('2026-01-14', evidence('2026-01-13T16:01:00Z')).fact('unexcused', '2026-01-12')).toBe('yes');
});

test('evidence about one session is none about another', () => {
  const two = [missed, held('2026-01-19T18:00:00Z', 'absent')];
  const then = stood(unexcused, '2026-01-21', [started(), ...two, evidence('2026-01-13')]);
  expect([then.fact('unexcused', '2026-01-12'), then.fact('unexcused', '2026-01-19')]).toEqual(['no', 'yes']);
  expect(then.rule('each')).toEqual(['open']);
});

test('within two weeks of the session is not known until they are over', () => {
  const then = (asOf: string, ...more: Parameters<typeof stood>[2]) =>
    stood(unexcused, asOf, [started(), missed, ...more]).fact('excused-within', '2026-01-12');
  expect([then('2026-01-25'), then('2026-01-26'), then('2026-01-26', evidence('2026-01-26'))]).toEqual([
    'unknown',
    'no',
    'yes',
  ]);
});

const ladder = course(`${base}
appointments: { meeting: { with: [participant], ours: test } }
rules:
  missed:
    each: meeting-missed
    until: meeting-attended
    1st:
      must: contact participant
      by: leader
      then-asks: Is it suitable to offer him another?
      judged-by: leader
      if-yes: { must: offer meeting, by: leader, ours: test }
      if-no: { may: close as unsuitable, confirmed-by: leader, ours: test }
      ours: test
    2nd: { must: close as non-attendance, confirmed-by: leader, ours: test }
    further: { must: Tell the referrer, by: leader, ours: test }
    reason: Missed
    ours: test
  grounds:
    may: { either: [suspend, close as other] }
    confirmed-by: leader
    reason: Grounds
    ours: test
    grounds:
      aggressive: { happens: He became aggressive, ours: test }
      influence: { asks: Has he come under the influence?, judged-by: leader, ours: test }
      often: { when: absences is at least 2, ours: test }
`);
const step = (asOf: string, ...events: Parameters<typeof stood>[2]) => {
  const then = stood(ladder, asOf, [started(), ...events]);
  return [then.rule('missed-1st'), then.rule('missed-2nd'), then.rule('missed-further')];
};
const miss = (on: string) => did(on, 'meeting-missed');

test('a ladder: the first, the second, and each one after that', () => {
  const misses = ['2026-01-07', '2026-01-14', '2026-01-21', '2026-01-28'].map(miss);
  expect(step('2026-01-07', misses)).toEqual([['open'], [], []]);
  expect(step('2026-01-14', misses)).toEqual([['open'], ['open'], []]);
  expect(step('2026-01-28', misses)).toEqual([['open'], ['open'], ['open', 'open']]);
});

test('whoever came in between is at the first step again', () => {
  const kept = did('2026-01-10', 'meeting-attended');
  const then = step('2026-01-14', miss('2026-01-07'), kept, miss('2026-01-14'));
  expect(then[1]).toEqual([]);
  expect(then[0]?.at(-1)).toBe('open');
});

test('what somebody judges after the first step decides what follows', () => {
  const judged = (answer: string) => told('judged', '2026-01-08', { 'missed-1st-asks': answer }, 'leader');
  const then = (answer: string) => stood(ladder, '2026-01-08', [started(), miss('2026-01-07'), judged(answer)]);
  expect([then('yes').rule('missed-1st-if-yes'), then('yes').rule('missed-1st-if-no')]).toEqual([['open'], []]);
  expect([then('no').rule('missed-1st-if-yes'), then('no').rule('missed-1st-if-no')]).toEqual([[], ['open']]);
});

test('each ground stands by itself: something that happened, something judged, something counted', () => {
  const open = (...events: Parameters<typeof stood>[2]) =>
    stood(ladder, '2026-01-31', [started(), ...events])
      .whole.recommendations?.filter(({ state }) => state === 'open')
      .map(({ rule }) => rule);
  expect(open()).toEqual([]);
  expect(open(did('2026-01-07', 'aggressive'))).toEqual(['aggressive']);
  expect(open(told('judged', '2026-01-07', { 'influence-asked': 'yes' }, 'leader'))).toEqual(['influence']);
  expect(open(told('judged', '2026-01-07', { 'influence-asked': 'no' }, 'leader'))).toEqual([]);
  expect(open(weekly('2026-01-12', 'absent, absent'))).toEqual(['often']);
});
