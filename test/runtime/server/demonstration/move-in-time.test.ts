import { expect, test } from 'vitest';
import type { CaseEvent } from '../../../../engine/contract/index.js';
import { movedEvent, movedMoment, weeksUntil } from '../../../../runtime/server/demonstration/move-in-time.js';

const zone = 'Europe/London';

test('a day moves by whole weeks and stays the same weekday', () => {
  // Both are Mondays.
  expect(movedMoment('2026-03-02', 3, zone)).toBe('2026-03-23');
});

test('an hour stays the same on the clock when it moves into summer', () => {
  // 6pm in winter is 18:00 in UTC; four weeks on, after 29 March, 6pm is 17:00.
  expect(movedMoment('2026-03-02T18:00:00Z', 4, zone)).toBe('2026-03-30T17:00:00Z');
});

test('all days that an event tells of move with it: its session, the key of that, and answers that are days', () => {
  const event: CaseEvent = {
    id: 'e1',
    kind: 'session',
    happened: '2026-01-12',
    learned: '2026-01-12',
    recorded: '2026-01-13',
    by: { role: 'staff' },
    about: '2026-01-12/evening',
    values: { born: '1988-06-14', when: '2026-01-19T10:30', note: 'Seen on 2026-01-12', many: ['2026-01-12'], n: 4 },
    session: { mark: 'held', on: '2026-01-12T18:00:00Z', ends: '2026-01-12T20:00:00Z', key: '2026-01-12/evening' },
  };
  expect(movedEvent(event, 1, zone)).toEqual({
    ...event,
    happened: '2026-01-19',
    learned: '2026-01-19',
    recorded: '2026-01-20',
    about: '2026-01-19/evening',
    values: { born: '1988-06-21', when: '2026-01-26T10:30', note: 'Seen on 2026-01-12', many: ['2026-01-12'], n: 4 },
    session: { mark: 'held', on: '2026-01-19T18:00:00Z', ends: '2026-01-19T20:00:00Z', key: '2026-01-19/evening' },
  });
});

test('a case is moved into the week that ends with the last day, and not past it', () => {
  // From Monday 2 March: 37 weeks on is Monday 16 November; 38 weeks would be the 23rd.
  expect(weeksUntil('2026-03-02', '2026-11-21')).toBe(37);
  expect(weeksUntil('2026-11-21', '2026-11-21')).toBe(0);
  expect(weeksUntil('2026-11-22', '2026-11-21')).toBe(-1);
});
