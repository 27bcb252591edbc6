/** What comes next by itself, and what the next miss would cause. */
import { expect, test } from 'vitest';
import { course, did, held, planned, started, stood, weekly } from './story.js';

const bundle = course(`
sessions: { total: 20, every: 1 week, ours: test }
records: { incident: { called: an incident was reported, ours: test } }
facts:
  missed: { run-of: session, where: absence is yes, ours: test }
  absences: { count-of: session, where: absence is yes, ours: test }
  lately: { count-of: session, where: absence is yes, in-the-last: 4 weeks, ours: test }
  silent: { time-since: latest session-attended, in: days, ours: test }
rules:
  two: { when: missed reaches 2, must: close as non-attendance, confirmed-by: leader, reason: Two, ours: test }
  four: { when: absences is at least 4, may: suspend, confirmed-by: leader, reason: Four, ours: test }
  often: { when: lately is at least 2, should: contact participant, by: leader, reason: Often, ours: test }
  not-seen: { when: silent is at least 21, should: contact referrer, by: leader, reason: Not seen, ours: test }
  long: { when: stage is suspended for more than 4 weeks, must: close as other, confirmed-by: leader, reason: Long, ours: test }
duties:
  report: { after: incident, must: Report it, within: 5 working days, by: leader, ours: test }
`);
const at = (asOf: string, ...events: Parameters<typeof stood>[2]) =>
  stood(bundle, asOf, [started(), ...events], { outlook: true }).whole;
const next = (asOf: string, ...events: Parameters<typeof stood>[2]) => {
  const found = at(asOf, ...events).next;
  return [found?.at, found?.changes.map(({ id, from, to }) => `${id}: ${from} to ${to}`)];
};

test('a duty is missed once its last day is over', () => {
  // 8, 9, 12, 13, 14 January.
  expect(next('2026-01-07', did('2026-01-07', 'incident'))).toEqual(['2026-01-15', ['report: open to missed']]);
});

test('a time without attending is complete at the end of a day', () => {
  // 12 January and 21 days.
  expect(next('2026-01-13', held('2026-01-12', 'attended'))).toEqual(['2026-02-02', ['not-seen: none to open']]);
});

test('what lies in a window of the last four weeks leaves it on the day after', () => {
  const absent = weekly('2026-01-12', 'absent, attended, absent, attended, attended');
  // 12 January is in the last four weeks until 9 February.
  expect(at('2026-02-09', absent).recommendations?.find(({ rule }) => rule === 'often')?.state).toBe('open');
  expect(next('2026-02-09', absent)).toEqual(['2026-02-10', ['often: open to lapsed']]);
});

test('a planned session is over when it is, and then somebody is asked', () => {
  const then = next(
    '2026-01-12T12:00:00Z',
    planned('2026-01-05', '2026-01-12T18:00:00Z', { ends: '2026-01-12T20:00:00Z' }),
  );
  expect(then[0]).toBe('2026-01-12T20:00:00Z');
  expect(then[1]).toEqual(['2026-01-12: not-yet to not-recorded']);
});

test('more than four weeks suspended is the twenty-ninth day', () => {
  const suspended = did('2026-01-12', 'suspended');
  const open = (asOf: string) => stood(bundle, asOf, [started(), suspended]).rule('long');
  expect([open('2026-02-09'), open('2026-02-10')]).toEqual([[], ['open']]);
});

test('a suspension that was broken off is not one of more than four weeks', () => {
  const broken = [did('2026-01-12', 'suspended'), did('2026-02-02', 'resumed'), did('2026-02-03', 'suspended')];
  expect(stood(bundle, '2026-02-28', [started(), ...broken]).rule('long')).toEqual([]);
  expect(stood(bundle, '2026-03-04', [started(), ...broken]).rule('long')).toEqual(['open']);
});

test('after it is all done nothing changes by itself', () => {
  expect(at('2026-02-01', did('2026-01-12', 'closed', { values: { as: 'other' } })).next).toBeUndefined();
});

const miss = (asOf: string, ...events: Parameters<typeof stood>[2]) => {
  const found = at(asOf, ...events).nextMiss;
  return [found?.on, found?.changes.filter(({ to }) => to === 'open').map(({ id }) => id)];
};

test('one more miss after one is the second in a row', () => {
  expect(miss('2026-01-20', weekly('2026-01-12', 'attended, absent'))).toEqual(['2026-01-26', ['two', 'often']]);
  expect(miss('2026-01-20', weekly('2026-01-12', 'attended, attended'))).toEqual(['2026-01-26', []]);
});

test('the next session is the one that is planned', () => {
  const sessions = [held('2026-01-12', 'absent'), planned('2026-01-12', '2026-01-21T18:00:00Z')];
  expect(miss('2026-01-13', sessions)).toEqual(['2026-01-21', ['two', 'often']]);
});

test('whoever is suspended or gone cannot miss the next', () => {
  expect(miss('2026-01-20', weekly('2026-01-12', 'absent'), did('2026-01-13', 'suspended'))[0]).toBeUndefined();
  expect(miss('2026-01-20', did('2026-01-13', 'closed', { values: { as: 'other' } }))[0]).toBeUndefined();
});

test('what the next miss would cause changes nothing of how the case stands', () => {
  const sessions = weekly('2026-01-12', 'attended, absent');
  const without = stood(bundle, '2026-01-20', [started('2026-01-05'), ...sessions]);
  const withIt = stood(bundle, '2026-01-20', [started('2026-01-05'), ...sessions], { outlook: true });
  const { next: _, nextMiss: __, ...rest } = withIt.whole;
  const plain = (of: unknown): unknown =>
    JSON.parse(JSON.stringify(of, (key, value: unknown) => (['events', 'used'].includes(key) ? undefined : value)));
  expect(plain(rest)).toEqual(plain(without.whole));
});
