/** Runs: how many in a row up to now, what breaks them, what is passed over, what makes them unknown. */
import { expect, test } from 'vitest';
import { course, did, held, planned, started, stood, weekly } from './story.js';

const runs = course(`
sessions:
  total: 20
  kinds: { group: Group, one-to-one: One-to-one }
  phases:
    one: { kind: group, sessions: 3, ours: test }
    two: { kind: group, sessions: 17, ours: test }
  order: sequential
  catch-up: yes
  ours: test
records:
  test-given:
    called: a test was given
    asks: { result: { ask: What was it?, options: [clear, positive], not-known: Not known } }
    ours: test
facts:
  missed: { run-of: session, where: absence is yes, ours: test }
  silent: { run-of: session, where: absence is yes, broken-by: heard-from-participant, ours: test }
  of-groups: { run-of: session, where: absence is yes, skips: kind is one-to-one, ours: test }
  until-attended: { run-of: session, where: absence is yes, broken-by: attended, ours: test }
  kept: { run-of: session, where: credited is yes, ours: test }
  clear: { run-of: test-given, where: result is clear, ours: test }
  in-phase-two: { run-of: session, where: absence is yes, in: two, ours: test }
`);
const at = (asOf: string, ...events: Parameters<typeof stood>[2]) => stood(runs, asOf, [started(), ...events]);

test.each([
  ['absent', '1'],
  ['absent, absent', '2'],
  ['absent, attended', '0'],
  ['absent, attended, absent', '1'],
  ['attended, absent, absent, absent', '3'],
])('after “%s” it is %s in a row', (outcomes, run) => {
  expect(at('2026-02-28', weekly('2026-01-12', outcomes)).fact('missed')).toBe(run);
});

test.each(['cancelled', 'closure-day'])('a session that was %s neither breaks nor lengthens', (outcome) => {
  expect(at('2026-02-28', weekly('2026-01-12', `absent, ${outcome}, absent`)).fact('missed')).toBe('2');
});

test('a suspension, a leave and a week without a class are passed over', () => {
  const suspended = [did('2026-01-13', 'suspended'), did('2026-01-20', 'resumed')];
  const sessions = weekly('2026-01-12', 'absent, absent, absent');
  expect(at('2026-01-26', sessions, suspended).fact('missed')).toBe('2');
  expect(at('2026-01-26', weekly('2026-01-12', 'absent, -, absent')).fact('missed')).toBe('2');
});

test('whoever came during his suspension broke the run all the same', () => {
  const suspended = [did('2026-01-13', 'suspended'), did('2026-01-20', 'resumed')];
  expect(at('2026-01-26', weekly('2026-01-12', 'absent, attended, absent'), suspended).fact('missed')).toBe('1');
});

test('a run goes on over a change of phase', () => {
  const sessions = weekly('2026-01-12', 'attended, attended, absent, absent');
  const moved = did('2026-01-27', 'moved-on', { values: { to: 'two' } });
  const then = at('2026-02-02', sessions, moved);
  expect([then.fact('missed'), then.fact('in-phase-two')]).toEqual(['2', '1']);
});

test('a run is of this stay', () => {
  const then = at(
    '2026-03-10',
    weekly('2026-01-12', 'absent, absent'),
    did('2026-01-30', 'closed', { values: { as: 'other' } }),
    did('2026-03-02', 'returned'),
    started('2026-03-03'),
    held('2026-03-09', 'absent'),
  );
  expect(then.fact('missed')).toBe('1');
});

test('first session missed: one in a row', () => {
  expect(at('2026-01-12', held('2026-01-12', 'absent')).fact('missed')).toBe('1');
});

test.each([
  // Contact on 14 January, between the two: only the second is silent.
  ['2026-01-14', '1'],
  // On the very day of the second.
  ['2026-01-19', '0'],
  // Later.
  ['2026-01-21', '0'],
  // Before the first.
  ['2026-01-11', '2'],
])('two absences, and he is heard from on %s: %s in a row without contact', (on, run) => {
  const then = at('2026-01-31', weekly('2026-01-12', 'absent, absent'), did(on, 'heard-from-participant'));
  expect([then.fact('silent'), then.fact('missed')]).toEqual([run, '2']);
});

test('contact about the second alone ends the run there', () => {
  const heard = did('2026-01-18', 'heard-from-participant', { about: '2026-01-19' });
  expect(at('2026-01-20', weekly('2026-01-12', 'absent, absent'), heard).fact('silent')).toBe('0');
});

test('a catch-up that is booked or done is contact', () => {
  const absent = weekly('2026-01-12', 'absent, absent');
  expect(at('2026-01-20', absent, did('2026-01-14', 'catch-up-booked', { about: '2026-01-12' })).fact('silent')).toBe(
    '1',
  );
  expect(at('2026-01-20', absent, did('2026-01-20', 'caught-up', { about: '2026-01-19' })).fact('silent')).toBe('0');
});

test('what is skipped is as if it had not been', () => {
  const then = at(
    '2026-01-26',
    weekly('2026-01-12', 'absent, -, absent'),
    held('2026-01-19', 'attended', { kind: 'one-to-one' }),
  );
  expect([then.fact('of-groups'), then.fact('missed')]).toEqual(['2', '1']);
});

test('where only some outcomes break a run, others neither break nor lengthen it', () => {
  const bundle = course(`
sessions:
  outcomes:
    attended: { present: yes, credited: yes }
    excused: { excused: yes }
    absent: { absence: yes }
  ours: test
facts: { missed: { run-of: session, where: absence is yes, broken-by: attended, ours: test } }
`);
  const then = (outcomes: string) =>
    stood(bundle, '2026-02-28', [started(), ...weekly('2026-01-12', outcomes)]).fact('missed');
  expect([then('absent, excused, absent'), then('absent, attended, absent')]).toEqual(['2', '1']);
});

test.each([
  ['absent, not-recorded, absent', '1 to 3'],
  ['absent, absent, not-recorded', '0 to 3'],
  ['attended, not-recorded', '0 to 1'],
  ['absent, not-recorded, attended', '0'],
])('“%s” is %s in a row', (outcomes, run) => {
  expect(at('2026-02-28', weekly('2026-01-12', outcomes)).fact('missed')).toBe(run);
});

test('a session that lies ahead has no say in it', () => {
  const then = at('2026-01-20', weekly('2026-01-12', 'absent, absent'), planned('2026-01-05', '2026-01-26'));
  expect(then.fact('missed')).toBe('2');
});

test('credits in a row: a catch-up is one, sixteen credits at once are none', () => {
  const sessions = weekly('2026-01-12', 'attended, absent, attended');
  expect(at('2026-01-27', sessions).fact('kept')).toBe('1');
  expect(at('2026-01-27', sessions, did('2026-01-22', 'caught-up', { about: '2026-01-19' })).fact('kept')).toBe('3');
  expect(at('2026-01-27', sessions, did('2026-01-27', 'credited', { values: { sessions: 16 } })).fact('kept')).toBe(
    '1',
  );
});

test('a run of what is recorded: an answer that is not known makes it a range', () => {
  const given = (on: string, result: string) => did(on, 'test-given', { values: { result } });
  const clear = [given('2026-01-07', 'clear'), given('2026-01-14', 'clear')];
  expect(at('2026-01-31', clear).fact('clear')).toBe('2');
  expect(at('2026-01-31', clear, given('2026-01-21', 'positive'), given('2026-01-28', 'clear')).fact('clear')).toBe(
    '1',
  );
  expect(at('2026-01-31', clear, given('2026-01-21', 'not-known'), given('2026-01-28', 'clear')).fact('clear')).toBe(
    '1 to 4',
  );
});
