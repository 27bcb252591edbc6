/** The sessions of a case: which were due, who was there, what was caught up, what was credited without one. */
import { expect, test } from 'vitest';
import { course, did, held, planned, started, stood, weekly } from './story.js';

const plain = course(`
sessions: { total: 20, catch-up: yes, ours: test }
facts:
  absences: { count-of: session, where: absence is yes, ours: test }
  credits: { count-of: session, where: credited is yes, ours: test }
  there: { count-of: session-attended, ours: test }
  held: { count-of: session, ours: test }
`);

test('a planned session is not due until it is over, and then nobody knows who was there', () => {
  const events = [started(), planned('2026-01-05', '2026-01-12T18:00:00Z', { ends: '2026-01-12T20:00:00Z' })];
  expect(stood(plain, '2026-01-12T19:59:00Z', events).session('2026-01-12')).toMatchObject({
    notDue: 'not-yet',
    planned: true,
  });
  const over = stood(plain, '2026-01-12T20:00:00Z', events);
  expect(over.session('2026-01-12')).toMatchObject({ recorded: false, traits: { absence: null, credited: null } });
  expect(over.session('2026-01-12')?.notDue).toBeUndefined();
  expect(over.fact('absences')).toBe('0 to 1');
  expect(over.whole.toFindOut).toEqual([{ kind: 'session', of: '2026-01-12' }]);
});

test('a session planned for a day without an hour is over when the day is', () => {
  const events = [started(), planned('2026-01-05', '2026-01-12')];
  expect(stood(plain, '2026-01-12T22:00:00Z', events).session('2026-01-12')?.notDue).toBe('not-yet');
  expect(stood(plain, '2026-01-12', events).session('2026-01-12')?.notDue).toBeUndefined();
});

test('plan and record of one day are one session, whichever names the hour', () => {
  const events = [started(), planned('2026-01-05', '2026-01-12T18:00:00Z'), held('2026-01-12', 'attended')];
  const { whole } = stood(plain, '2026-01-13', events);
  expect(whole.ledger).toHaveLength(1);
  expect(whole.ledger?.[0]).toMatchObject({ planned: true, recorded: true, outcome: 'attended', credited: true });
});

test('two sessions of one day at different hours are two', () => {
  const events = [started(), held('2026-01-12T10:00:00Z', 'attended'), held('2026-01-12T18:00:00Z', 'absent')];
  const then = stood(plain, '2026-01-13', events);
  expect(then.fact('absences')).toBe('1');
  expect(then.fact('credits')).toBe('1');
  expect(then.whole.ledger?.map(({ key }) => key)).toEqual(['2026-01-12T10:00:00Z', '2026-01-12T18:00:00Z']);
});

test('two records that disagree leave it unknown, and somebody is asked', () => {
  const then = stood(plain, '2026-01-12', [started(), held('2026-01-12', 'attended'), held('2026-01-12', 'absent')]);
  expect(then.session('2026-01-12')).toMatchObject({ disputed: true, traits: { absence: null } });
  expect(then.fact('absences')).toBe('0 to 1');
  expect(then.whole.toFindOut).toEqual([{ kind: 'session', of: '2026-01-12' }]);
});

test('a record that was corrected is no dispute', () => {
  const wrong = held('2026-01-12', 'absent');
  const right = held('2026-01-12', 'attended', {}, { supersedes: wrong.id, recorded: '2026-01-20' });
  const then = stood(plain, '2026-01-20', [started(), wrong, right]);
  expect(then.session('2026-01-12')).toMatchObject({ disputed: false, outcome: 'attended' });
  expect(then.fact('absences')).toBe('0');
});

test.each([
  ['cancelled', 'cancelled'],
  ['closure-day', 'closure-day'],
])('a session of which we say “%s” was not held: no absence, no credit', (outcome, notDue) => {
  const then = stood(plain, '2026-01-12', [started(), held('2026-01-12', outcome)]);
  expect(then.session('2026-01-12')).toMatchObject({ notDue, absence: false, credited: false });
  expect(then.fact('held')).toBe('0');
});

test('what was before the start or after the end was not due', () => {
  const events = [
    held('2026-01-04', 'absent'),
    started(),
    held('2026-01-05', 'absent'),
    held('2026-01-12', 'absent'),
    did('2026-01-12', 'closed', { values: { as: 'other' } }),
    held('2026-01-19', 'absent'),
  ];
  const then = stood(plain, '2026-02-01', events);
  expect(then.whole.ledger?.map(({ notDue }) => notDue ?? 'due')).toEqual(['before-start', 'due', 'due', 'after-end']);
  expect(then.fact('absences')).toBe('2');
});

test('the class of the day he was suspended is his absence; so is that of the day it was lifted', () => {
  const events = [
    started(),
    ...weekly('2026-01-12', 'absent, absent, absent'),
    did('2026-01-12', 'suspended'),
    did('2026-01-26', 'resumed'),
  ];
  const then = stood(plain, '2026-01-26', events);
  expect(then.whole.ledger?.map(({ notDue }) => notDue ?? 'due')).toEqual(['due', 'suspended', 'due']);
  expect(then.fact('absences')).toBe('2');
});

test('leave begins with its first day and ends before the day he is back', () => {
  const events = [
    started(),
    ...weekly('2026-01-12', 'absent, absent, absent'),
    did('2026-01-12', 'leave-started'),
    did('2026-01-26', 'leave-ended'),
  ];
  const then = stood(plain, '2026-01-26', events);
  expect(then.whole.ledger?.map(({ notDue }) => notDue ?? 'due')).toEqual(['on-leave', 'on-leave', 'due']);
});

test('whoever comes although he was on leave was there, and is credited', () => {
  const then = stood(plain, '2026-01-20', [
    started(),
    did('2026-01-12', 'leave-started'),
    held('2026-01-19', 'attended'),
  ]);
  expect(then.session('2026-01-19')).toMatchObject({ notDue: 'on-leave', present: true, credited: true });
  expect(then.fact('credits')).toBe('1');
  expect(then.fact('there')).toBe('1');
});

test('an outcome says each trait for itself: late is there, uncredited and an absence', () => {
  const bundle = course(`
sessions:
  outcomes:
    attended: { present: yes, credited: yes }
    late: { present: yes, absence: yes, late: yes }
    excused: { excused: yes }
  ours: test
`);
  const then = stood(bundle, '2026-01-20', [started(), ...weekly('2026-01-12', 'late, excused')]);
  expect(then.session('2026-01-12')).toMatchObject({
    present: true,
    credited: false,
    absence: true,
    traits: { late: true },
  });
  expect(then.session('2026-01-19')).toMatchObject({
    present: false,
    absence: false,
    traits: { excused: true, late: false },
  });
});

test('a catch-up clears what is owed and credits the week; the absence stays', () => {
  const then = stood(plain, '2026-01-15', [
    started(),
    held('2026-01-12', 'absent'),
    did('2026-01-14', 'caught-up', { about: '2026-01-12' }),
  ]);
  expect(then.session('2026-01-12')).toMatchObject({
    absence: true,
    credited: true,
    present: false,
    caughtUp: '2026-01-14',
    contact: true,
  });
  expect([then.fact('absences'), then.fact('credits'), then.fact('there')]).toEqual(['1', '1', '0']);
});

test('a catch-up that names no session is of the oldest that was missed and not caught up', () => {
  const events = [
    started(),
    ...weekly('2026-01-12', 'absent, absent'),
    did('2026-01-20', 'caught-up'),
    did('2026-01-21', 'caught-up'),
  ];
  expect(stood(plain, '2026-01-20', events).session('2026-01-12')?.caughtUp).toBe('2026-01-20');
  expect(stood(plain, '2026-01-20', events).session('2026-01-19')?.caughtUp).toBeUndefined();
  expect(stood(plain, '2026-01-21', events).fact('credits')).toBe('2');
});

test('a catch-up comes within its time, before the next session, and not more often than is said', () => {
  const within = course('sessions: { total: 20, catch-up: { within: 2 weeks }, ours: test }\n');
  const caught = (bundle: typeof plain, missed: string, on: string, sessions: string) =>
    stood(bundle, '2026-03-30', [
      started(),
      ...weekly('2026-01-12', sessions),
      did(on, 'caught-up', { about: missed }),
    ]).session(missed)?.credited;
  // 12 January and 14 days are the 26th.
  expect(caught(within, '2026-01-12', '2026-01-26', 'absent')).toBe(true);
  expect(caught(within, '2026-01-12', '2026-01-27', 'absent')).toBe(false);
  const next = course('sessions: { total: 20, catch-up: { before-next: yes }, ours: test }\n');
  expect(caught(next, '2026-01-12', '2026-01-19', 'absent, attended')).toBe(true);
  expect(caught(next, '2026-01-12', '2026-01-20', 'absent, attended')).toBe(false);
  // The next that is due: one that was cancelled is not.
  expect(caught(next, '2026-01-12', '2026-01-20', 'absent, cancelled, attended')).toBe(true);
  const once = course('sessions: { total: 20, catch-up: { at-most: 1 }, ours: test }\n');
  const two = stood(once, '2026-03-30', [
    started(),
    ...weekly('2026-01-12', 'absent, absent'),
    did('2026-01-20', 'caught-up', { about: '2026-01-12' }),
    did('2026-01-21', 'caught-up', { about: '2026-01-19' }),
  ]);
  expect(two.whole.ledger?.map(({ credited }) => credited)).toEqual([true, false]);
});

test('sixteen weeks credited at once are sixteen credits, no attendance and no absence', () => {
  const then = stood(plain, '2026-01-20', [
    started(),
    held('2026-01-12', 'attended'),
    did('2026-01-19', 'credited', { values: { sessions: 16 } }),
  ]);
  expect([then.fact('credits'), then.fact('there'), then.fact('absences')]).toEqual(['17', '1', '0']);
  expect(then.whole.ledger?.filter(({ credit }) => credit)).toHaveLength(16);
});

test('an intake that credits the first session does so when it is attended', () => {
  const bundle = course(`
appointments: { intake: { with: [participant], ours: test } }
sessions: { total: 20, credits: { intake-attended: 1 }, ours: test }
facts: { credits: { count-of: session, where: credited is yes, ours: test } }
`);
  expect(stood(bundle, '2026-01-04', [did('2026-01-03', 'intake-attended'), started()]).fact('credits')).toBe('1');
  expect(stood(bundle, '2026-01-04', [did('2026-01-03', 'intake-missed'), started()]).fact('credits')).toBe('0');
});
