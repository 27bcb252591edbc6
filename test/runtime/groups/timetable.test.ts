import { expect, test } from 'vitest';
import type { Bundle } from '../../../engine/index.js';
import type { Closure, Group, Timetable } from '../../../runtime/server/groups/contract.js';
import { takenAt, takenBeside, takenIn } from '../../../runtime/server/groups/plan.js';
import { hasBegun, meetingOn, meetingsBetween, meetingsFrom } from '../../../runtime/server/groups/timetable.js';

const bundle = {
  programme: { timeZone: 'Europe/London' },
  course: {
    workingDays: {
      holidays: [
        { day: '2026-04-06', title: 'Easter Monday' },
        { day: '2026-05-04', title: 'Early May bank holiday' },
      ],
    },
  },
} as unknown as Bundle;
const monday: Group = {
  id: 'stockton-group',
  name: 'Stockton group',
  site: 'stockton',
  days: [1],
  from: '18:00',
  to: '20:00',
  first: '2026-03-23',
  everyWeeks: 1,
};
const times = (closures: Closure[] = []) => ({ bundle, closures });
const daysOf = (meetings: { day: string; closed?: string }[]): string[] =>
  meetings.map(({ day, closed }) => (closed ? `${day} ${closed}` : day));

test('a Monday group meets each Monday, and not on Easter Monday', () => {
  expect(daysOf(meetingsFrom(monday, '2026-03-20', 4, times()))).toEqual([
    '2026-03-23',
    '2026-03-30',
    '2026-04-06 Easter Monday',
    '2026-04-13',
    '2026-04-20',
  ]);
});

test('6pm is told as the instant it is: an hour earlier by universal time once the clocks have gone forward', () => {
  expect(meetingOn(monday, '2026-03-23', times())).toMatchObject({
    on: '2026-03-23T18:00:00Z',
    ends: '2026-03-23T20:00:00Z',
  });
  expect(meetingOn(monday, '2026-03-30', times())).toMatchObject({
    on: '2026-03-30T17:00:00Z',
    ends: '2026-03-30T19:00:00Z',
  });
});

test('it does not meet on another day, before its first, or after its last', () => {
  const ended = { ...monday, last: '2026-04-13' };
  expect(meetingOn(monday, '2026-03-24', times())).toBeUndefined();
  expect(meetingOn(monday, '2026-03-16', times())).toBeUndefined();
  expect(meetingOn(ended, '2026-04-20', times())).toBeUndefined();
  expect(daysOf(meetingsFrom(ended, '2026-04-07', 5, times()))).toEqual(['2026-04-13']);
});

test('a closure of one site or one group closes no other', () => {
  const day = '2026-04-20';
  const closed = (more: Partial<Closure>): string | undefined =>
    meetingOn(monday, day, times([{ id: 'c', day, because: 'Training day', ...more }]))?.closed;
  expect(closed({})).toBe('Training day');
  expect(closed({ site: 'stockton' })).toBe('Training day');
  expect(closed({ site: 'hartlepool' })).toBeUndefined();
  expect(closed({ group: 'hartlepool-group' })).toBeUndefined();
});

test('a group that meets twice a week, and one that meets every second week', () => {
  // From Wednesday 25 March: Wednesday, then Monday 30 March, Wednesday 1 April.
  const twice = { ...monday, days: [1, 3], first: '2026-03-25' };
  expect(daysOf(meetingsBetween(twice, '2026-03-01', '2026-04-01', times()))).toEqual([
    '2026-03-25',
    '2026-03-30',
    '2026-04-01',
  ]);
  const fortnightly = { ...monday, everyWeeks: 2 };
  expect(daysOf(meetingsBetween(fortnightly, '2026-03-01', '2026-05-10', times()))).toEqual([
    '2026-03-23',
    '2026-04-06 Easter Monday',
    '2026-04-20',
    '2026-05-04 Early May bank holiday',
  ]);
});

test('a meeting has begun at its time; one without a time, on its day', () => {
  const timed = meetingOn(monday, '2026-03-30', times());
  const { from: _, to: __, ...untimed } = monday;
  const allDay = meetingOn(untimed, '2026-03-30', times());
  expect(timed && hasBegun(timed, '2026-03-30T16:59:59Z', '2026-03-30')).toBe(false);
  expect(timed && hasBegun(timed, '2026-03-30T17:00:00Z', '2026-03-30')).toBe(true);
  expect(allDay?.on).toBe('2026-03-30');
  expect(allDay && hasBegun(allDay, '2026-03-30T00:30:00Z', '2026-03-30')).toBe(true);
  expect(allDay && hasBegun(allDay, '2026-03-29T12:00:00Z', '2026-03-29')).toBe(false);
});

test('of two groups of one kind each has its own places, and whoever waits hears of those with most free', () => {
  const made = (id: string, more: Partial<Group> = {}): Group => ({ ...monday, id, declared: 'daytime', ...more });
  const seat = (group: string, ref: string) => ({ group, ref, from: '2026-03-23', name: ref, stage: '', over: false });
  const [first, second, past] = [made('daytime'), made('daytime-2'), made('daytime-3', { last: '2026-03-30' })];
  const all: Timetable = {
    groups: [first, second, past],
    seats: [seat('daytime', 'A'), seat('daytime', 'B'), seat('daytime', 'C'), seat('daytime-2', 'D')],
    closures: [],
  };
  expect([takenAt(all, 'daytime', '2026-04-01'), takenAt(all, 'daytime-2', '2026-04-01')]).toEqual([3, 1]);
  const daytime = { id: 'daytime', pool: [] };
  expect(takenIn(all, daytime, '2026-04-01')).toBe(1);
  // To be beside two others in the first, C hears of two.
  expect(takenBeside(all, first, '2026-04-01', 'C')(daytime)).toBe(2);
  expect(takenBeside(all, second, '2026-04-01', 'C')(daytime)).toBe(1);
  expect(takenIn({ ...all, groups: [] }, daytime, '2026-04-01')).toBe(0);
  // Places that are shared with another kind are taken from all: A, B, C and D have four of them, and C is beside three.
  const shared = { id: 'daytime', pool: ['evening'] };
  expect(takenIn(all, shared, '2026-04-01')).toBe(4);
  expect(takenBeside(all, second, '2026-04-01', 'C')(shared)).toBe(3);
});
