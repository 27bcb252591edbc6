/** An empty store is filled once, with people on both sides who can be told apart, and cases marked as invented. */
import { expect, test } from 'vitest';
import { fillWithDemonstration } from '../../../../runtime/server/demonstration/fill.js';
import { introductions } from '../../../../runtime/server/demonstration/introductions.js';
import { isEmpty } from '../../../../runtime/server/demonstration/whose-store.js';
import { ofItself } from '../../../../runtime/server/store/definitions.js';
import { portalForTests } from '../../portal/portal-for-tests.js';

const programme = 'tollbeck-clear-road';
const portal = await portalForTests(`examples/${programme}`, { now: '2026-11-22T09:00:00Z' });
const { opened } = portal;
const fill = () =>
  fillWithDemonstration({
    ...opened.office,
    store: opened.store,
    people: opened.people,
    // The store of a test has one clock, so that cases begin now.
    clock: { now: portal.now, set: (instant) => portal.at(instant ?? '2026-11-22T09:00:00Z') },
  });
const lines = async () => (await opened.store.list(ofItself(programme), { closed: true, size: 100 })).lines;

test('a store is empty until it is filled, and a second filling adds nothing', async () => {
  expect(await isEmpty({ store: opened.store, library: portal.library })).toBe(true);
  await fill();
  expect(await isEmpty({ store: opened.store, library: portal.library })).toBe(false);
  const before = await lines();
  expect(before.length).toBeGreaterThanOrEqual(10);
  await fill();
  expect((await lines()).map(({ ref }) => ref).sort()).toEqual(before.map(({ ref }) => ref).sort());
});

test('every case is marked, began when its referral came, and has whoever refers as its sender', async () => {
  const all = await lines();
  expect(all.every(({ demonstration }) => demonstration)).toBe(true);
  expect(all.filter(({ began }) => began >= '2026-11-22')).toEqual([]);
  const referrer = (await opened.people.demonstrators()).find(({ grants }) =>
    grants.some(({ role }) => role === 'referrer'),
  );
  expect(new Set(all.map((line) => line.referrer))).toEqual(new Set([referrer?.id]));
});

test('how cases stand is worked out again for a new day', async () => {
  await opened.refresh();
  const days = async () => new Set((await lines()).map(({ standing }) => standing.asOf));
  expect(await days()).toEqual(new Set(['2026-11-22']));
  portal.at('2026-11-23T09:00:00Z');
  expect(await opened.refresh()).toBe((await lines()).length);
  expect(await days()).toEqual(new Set(['2026-11-23']));
  portal.at('2026-11-22T09:00:00Z');
});

test('there is somebody for each role, nobody on both sides, and one who administers', async () => {
  const people = await introductions(opened);
  expect(people.map(({ role }) => role)).toEqual([
    'Administrator',
    'Supervising officer',
    'Clear Road team',
    'Course leader',
    'Key worker',
    'Programme manager',
    'Chief executive',
    'Home worker',
  ]);
  expect(new Set(people.map(({ email }) => email)).size).toBe(people.length);
  expect(people.filter(({ email }) => !email.endsWith('.example'))).toEqual([]);
});

test('the members of the group of the demonstration have their places and their next sessions', async () => {
  const { groups, seats } = await opened.office.groups.all(ofItself(programme));
  expect(groups.map(({ name }) => name)).toEqual(['Morning group']);
  expect(seats.length).toBeGreaterThanOrEqual(3);
  const one = await opened.store.open(ofItself(programme), seats[0]?.ref ?? '');
  const ahead = one?.events.filter(({ session }) => session?.mark === 'planned' && session.on > '2026-11-22') ?? [];
  expect(ahead.length).toBeGreaterThanOrEqual(1);
});
