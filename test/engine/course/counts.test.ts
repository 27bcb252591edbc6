/** Counts and the windows they look through. */
import { expect, test } from 'vitest';
import { course, did, held, planned, started, stood, told, weekly } from './story.js';

const three = `
sessions:
  total: 9
  order: sequential
  phases:
    one: { kind: group, sessions: 3, ours: test }
    two: { kind: group, sessions: 3, ours: test }
    three: { kind: group, sessions: 3, ours: test }
  ours: test
records:
  incident:
    called: an incident was reported
    asks:
      severity: { ask: How severe?, options: [low, high], not-known: Not known }
      cost: { ask: What did it cost?, type: number }
    ours: test
messages: { warning: { to: participant, ours: test } }
`;

const windows = course(`${three}
facts:
  all: { count-of: session, where: absence is yes, ours: test }
  every-stay: { count-of: session, where: absence is yes, ever: yes, ours: test }
  in-two: { count-of: session, where: absence is yes, in: two, ours: test }
  in-one-or-two: { count-of: session, where: absence is yes, in: [one, two], ours: test }
  most-in-a-phase: { count-of: session, where: absence is yes, in-any-one: phase, ours: test }
  this-phase: { count-of: session, where: absence is yes, in-this: phase, ours: test }
  most-in-a-month: { count-of: session, where: absence is yes, in-any-one: month, ours: test }
  this-month: { count-of: session, where: absence is yes, in-this: month, ours: test }
  this-week: { count-of: session, where: absence is yes, in-this: week, ours: test }
  this-year: { count-of: session, where: absence is yes, in-this: year, ours: test }
  lately: { count-of: session, where: absence is yes, in-the-last: 2 weeks, ours: test }
  since-warning: { count-of: session, where: absence is yes, since: warning-sent, ours: test }
  since-first-warning: { count-of: session, where: absence is yes, since: first warning-sent, ours: test }
`);

test('a count is of this stay; only “ever” sees the stay before', () => {
  const then = stood(windows, '2026-03-10', [
    started(),
    ...weekly('2026-01-12', 'absent, absent'),
    did('2026-01-30', 'closed', { values: { as: 'other' } }),
    did('2026-03-02', 'returned'),
    started('2026-03-03'),
    held('2026-03-09', 'absent'),
  ]);
  expect([then.fact('all'), then.fact('every-stay')]).toEqual(['1', '3']);
});

test('counts in phases: each absence is of the phase that was under way', () => {
  // Three credits fill the first phase on 9 February: an absence credits nothing.
  const events = [started(), ...weekly('2026-01-12', 'attended, absent, attended, absent, attended, absent, attended')];
  const then = stood(windows, '2026-02-23', events);
  expect([then.fact('all'), then.fact('in-two'), then.fact('in-one-or-two')]).toEqual(['3', '1', '3']);
  expect([then.fact('most-in-a-phase'), then.fact('this-phase')]).toEqual(['2', '1']);
  expect(then.whole.phase).toBe('two');
});

test('counts in months, weeks and years are of the calendar', () => {
  // Absent on 22 and 29 December, 5, 12 and 26 January.
  const events = [started('2025-12-15'), ...weekly('2025-12-22', 'absent, absent, absent, absent, attended, absent')];
  const then = stood(windows, '2026-01-27', events);
  expect([then.fact('most-in-a-month'), then.fact('this-month'), then.fact('this-year')]).toEqual(['3', '3', '3']);
  expect(then.fact('this-week')).toBe('1');
  const later = stood(windows, '2026-02-02', events);
  expect([later.fact('most-in-a-month'), later.fact('this-month'), later.fact('this-week')]).toEqual(['3', '0', '0']);
});

test('in the last two weeks: what was 14 days ago counts, what was 15 does not', () => {
  const events = [started(), held('2026-01-12', 'absent')];
  expect(stood(windows, '2026-01-26', events).fact('lately')).toBe('1');
  expect(stood(windows, '2026-01-27', events).fact('lately')).toBe('0');
});

test('since the latest, since the first, and since the start where it never happened', () => {
  const absences = weekly('2026-01-12', 'absent, absent, absent, absent');
  const none = stood(windows, '2026-02-03', [started(), ...absences]);
  expect([none.fact('since-warning'), none.fact('since-first-warning')]).toEqual(['4', '4']);
  const warned = [did('2026-01-14', 'warning-sent'), did('2026-01-28', 'warning-sent')];
  const two = stood(windows, '2026-02-03', [started(), ...absences, ...warned]);
  expect([two.fact('since-warning'), two.fact('since-first-warning')]).toEqual(['1', '3']);
});

test('a warning of an earlier stay is not the one that counts are since', () => {
  const then = stood(windows, '2026-03-10', [
    started(),
    did('2026-01-14', 'warning-sent'),
    did('2026-01-30', 'closed', { values: { as: 'other' } }),
    did('2026-03-02', 'returned'),
    started('2026-03-03'),
    held('2026-03-09', 'absent'),
  ]);
  expect(then.fact('since-warning')).toBe('1');
});

test('a session that nobody recorded makes each count a range', () => {
  const events = [started(), held('2026-01-12', 'absent'), planned('2026-01-05', '2026-01-19')];
  const then = stood(windows, '2026-01-19', events);
  expect([then.fact('all'), then.fact('most-in-a-phase'), then.fact('lately')]).toEqual(['1 to 2', '1 to 2', '1 to 2']);
  const found = then.whole.facts?.find(({ id }) => id === 'all');
  expect(found?.lacks).toEqual([{ kind: 'session', of: '2026-01-19' }]);
});

const ofEvents = course(`${three}
facts:
  severe: { count-of: incident, where: severity is high, ours: test }
  incidents: { count-of: incident, ours: test }
  latest-severity: { latest: incident.severity, ours: test }
  first-severity: { first: incident.severity, ours: test }
  cost: { sum-of: incident.cost, ours: test }
  cost-of-severe: { sum-of: incident.cost, where: severity is high, ours: test }
  severities: { distinct: severity, of: incident, ours: test }
  phases-seen: { distinct: phase, of: session, where: credited is yes, ours: test }
  last-incident: { day-of: latest incident, ours: test }
  first-absence: { day-of: first session-missed, ours: test }
  last-seen: { day-of: latest session-attended, ours: test }
  troubled: { when: { any-of: [severe is at least 1, incidents is at least 3] }, ours: test }
`);
const incident = (on: string, severity: string, cost?: number) =>
  did(on, 'incident', { values: { severity, ...(cost !== undefined && { cost }) } });

test('what was told with events: how many, the latest, the first, the sum, how many different', () => {
  const events = [
    started(),
    incident('2026-01-08', 'low', 20),
    incident('2026-01-12', 'high', 30),
    incident('2026-01-20', 'low', 5),
  ];
  const then = stood(ofEvents, '2026-01-31', events);
  expect([then.fact('incidents'), then.fact('severe')]).toEqual(['3', '1']);
  expect([then.fact('latest-severity'), then.fact('first-severity')]).toEqual(['low', 'low']);
  expect([then.fact('cost'), then.fact('cost-of-severe')]).toEqual(['55', '30']);
  expect([then.fact('severities'), then.fact('last-incident')]).toEqual(['2', '2026-01-20']);
  expect(then.fact('troubled')).toBe('yes');
});

test('what was not told, or is not known, is any amount and any of the answers', () => {
  const then = stood(ofEvents, '2026-01-31', [
    started(),
    incident('2026-01-08', 'not-known', 20),
    incident('2026-01-09', 'low'),
  ]);
  expect([then.fact('severe'), then.fact('incidents')]).toEqual(['0 to 1', '2']);
  expect(then.fact('cost')).toBe('at least 20');
  expect(then.fact('severities')).toBe('1 to 2');
  expect(then.fact('troubled')).toBe('unknown');
});

test('of nothing there is no latest, no day, and the sum is 0', () => {
  const then = stood(ofEvents, '2026-01-31', [started()]);
  expect([then.fact('cost'), then.fact('incidents'), then.fact('severities')]).toEqual(['0', '0', '0']);
  expect(then.fact('latest-severity')).toBe('unknown');
  expect(then.fact('last-incident')).toBe('not-applicable');
});

test('days of what came of sessions, and how many phases were attended', () => {
  const events = [started(), ...weekly('2026-01-12', 'attended, absent, attended, attended, attended')];
  const then = stood(ofEvents, '2026-02-09', events);
  expect([then.fact('first-absence'), then.fact('last-seen'), then.fact('phases-seen')]).toEqual([
    '2026-01-19',
    '2026-02-09',
    '2',
  ]);
});

const times = course(`
sessions: { total: 20, ours: test }
facts:
  weeks-on: { time-since: started, in: weeks, pauses-in: [suspended, on-leave], ours: test }
  days-on: { time-since: started, in: days, ours: test }
  hours-on: { time-since: started, in: hours, ours: test }
  months-on: { time-since: started, in: months, ours: test }
  silent: { time-since: latest heard-from-participant, in: days, ours: test }
  waited: { time-between: [referral-received, started], in: working-days, ours: test }
  since-order: { time-since: ordered-on, in: days, ours: test }
  long: { when: weeks-on is more than 4, ours: test }
  four: { when: weeks-on is at least 4 weeks, ours: test }
`);

test('time since counts completed units; 29 days are more than 4 weeks', () => {
  const at = (asOf: string) => stood(times, asOf, [started()]);
  expect([
    at('2026-01-05').fact('days-on'),
    at('2026-02-01').fact('weeks-on'),
    at('2026-02-02').fact('weeks-on'),
  ]).toEqual(['0', '3', '4']);
  expect([at('2026-02-01').fact('four'), at('2026-02-02').fact('four')]).toEqual(['no', 'yes']);
  expect([at('2026-02-02').fact('long'), at('2026-02-03').fact('long')]).toEqual(['no', 'yes']);
});

test('a month from the 31st is complete on the last day of a shorter one', () => {
  const at = (asOf: string) => stood(times, asOf, [started('2026-01-31')]).fact('months-on');
  expect([at('2026-02-27'), at('2026-02-28'), at('2026-03-30'), at('2026-03-31')]).toEqual(['0', '1', '1', '2']);
});

test('hours are elapsed ones: the day on which the clocks go forward has 23', () => {
  expect(stood(times, '2026-03-30T00:00:00+01:00', [started('2026-03-29T00:00:00Z')]).fact('hours-on')).toBe('23');
});

test('time in states that are named does not count, other time away does', () => {
  const away = [did('2026-01-12', 'suspended'), did('2026-01-26', 'resumed')];
  const then = stood(times, '2026-02-16', [started(), ...away]);
  // 5 January to 16 February are 42 days; 14 of them suspended.
  expect([then.fact('days-on'), then.fact('weeks-on')]).toEqual(['42', '4']);
});

test('since the latest contact; before any, since the start', () => {
  expect(stood(times, '2026-01-15', [started()]).fact('silent')).toBe('10');
  expect(stood(times, '2026-01-15', [started(), did('2026-01-13', 'heard-from-participant')]).fact('silent')).toBe('2');
});

const referred = (on: string) => told('answered', on, { 'full-name': 'Dan Example' }, 'referrer');

test('time between two events counts working days; Christmas and the weekend are none', () => {
  const then = stood(times, '2026-01-10', [referred('2025-12-22'), started('2026-01-05')]);
  // 23, 24, 29, 30, 31 December, 2 and 5 January; 25 and 26 December and 1 January are holidays.
  expect(then.fact('waited')).toBe('7');
  // Not started yet: it goes on.
  expect(stood(times, '2025-12-24', [referred('2025-12-22')]).fact('waited')).toBe('2');
});

test('time since a date that nobody gave is not known; since what never happened there is none', () => {
  const then = stood(times, '2026-01-10', []);
  expect(then.fact('since-order')).toBe('unknown');
  expect(then.fact('weeks-on')).toBe('not-applicable');
  expect(then.fact('long')).toBe('no');
});

const groups = course(`
groups:
  day: { called: Day group, places: at most 12, ours: test }
  morning: { called: Morning group, places: 14, shares-with: evening, ours: test }
  evening: { called: Evening group, ours: test }
sessions: { total: 20, ours: test }
`);
const places = (on: string, group: string, number: number) => did(on, `${group}-places-taken`, { values: { number } });

test('places of a group, and of groups that share theirs, as they were last told', () => {
  const events = [places('2026-01-05', 'day', 9), places('2026-01-12', 'day', 10), places('2026-01-05', 'morning', 8)];
  const then = stood(groups, '2026-01-12', events);
  expect([then.fact('day-places-taken'), then.fact('day-places-free')]).toEqual(['10', '2']);
  // Nobody said how many are in the evening group.
  expect(then.fact('morning-places-free')).toBe('unknown');
  const both = stood(groups, '2026-01-12', [...events, places('2026-01-12', 'evening', 7)]);
  expect([both.fact('morning-places-taken'), both.fact('evening-places-free')]).toEqual(['15', '0']);
});
