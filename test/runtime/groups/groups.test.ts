import { expect, test } from 'vitest';
import type { CaseEvent } from '../../../engine/index.js';
import { changeableFrom } from '../../../runtime/server/groups/changing.js';
import type { Group, OpenGroup } from '../../../runtime/server/groups/contract.js';
import { nothingSaid, recordedOf } from '../../../runtime/server/groups/entry.js';
import { meantBy } from '../../../runtime/server/groups/meanwhile.js';
import { standingIn, unplanned } from '../../../runtime/server/groups/plan.js';
import { type Part, saveRegister } from '../../../runtime/server/groups/register.js';
import { meetingOn } from '../../../runtime/server/groups/timetable.js';
import { actorOf, groupsForTests } from './small-programme.js';

// Monday 13 April 2026, in the morning. Mondays that are bank holidays: 6 April (Easter), 4 and 25 May.
const { store, groups, cases, bundle, leader, accepted, started, at } = await groupsForTests('2026-04-13T08:00:00Z');
const monday: Group = {
  id: 'monday',
  name: 'Monday group',
  declared: 'monday',
  site: 'north',
  days: [1],
  from: '18:00',
  to: '20:00',
  first: '2026-04-13',
  everyWeeks: 1,
};
const made = await groups.add(leader, monday, 'made-monday');

const eventsOf = async (ref: string): Promise<readonly CaseEvent[]> => (await store.open(leader, ref))?.events ?? [];
const sessionsOf = async (ref: string): Promise<string[]> =>
  standingIn(await eventsOf(ref)).flatMap(({ session }) =>
    session ? [`${session.mark} ${session.key?.slice(0, 10)}`] : [],
  );
const meeting = (day: string) => {
  const found = meetingOn(monday, day, { bundle, closures: [] });
  if (!found) throw new Error(`no meeting on ${day}`);
  return found;
};
const save = async (
  day: string,
  marks: Record<string, Partial<Part['entry']>>,
  more: { key?: string; seen?: Record<string, string>; topic?: string; edition?: number; actor?: typeof leader } = {},
) =>
  saveRegister(groups, store, {
    actor: more.actor ?? leader,
    group: 'monday',
    meeting: meeting(day),
    note: { facilitators: [], edition: more.edition ?? 0, ...(more.topic !== undefined && { topic: more.topic }) },
    parts: new Map(
      Object.entries(marks).map(([ref, entry]) => [
        ref,
        { entry: { ...nothingSaid, ...entry }, seen: more.seen?.[ref] ?? '' },
      ]),
    ),
    records: bundle.course?.happenings.filter(({ about, source }) => about === 'session' && source === 'record') ?? [],
    key: more.key ?? `${day} ${Math.random()}`,
  });

test('asking twice for one group makes one, and a second of the name has an id of its own', async () => {
  expect(made).toEqual(monday);
  expect(await groups.add(leader, monday, 'made-monday')).toEqual(monday);
  // Of no kind that is declared, so that its places are no place in the Monday group.
  const { declared: _, ...own } = monday;
  expect((await groups.add(leader, { ...own, name: 'Second' }, 'made-second')).id).toBe('monday-2');
  expect((await groups.all(leader)).groups.map(({ id }) => id)).toEqual(['monday', 'monday-2']);
});

test('whoever is given a place has eight Mondays planned, and neither bank holiday among them', async () => {
  const ref = await accepted('Abe Ames', '2026-03-25');
  expect(await groups.seat(leader, { group: 'monday', ref, from: '2026-04-13', key: 'seat-abe' })).toMatchObject({
    kind: 'done',
  });
  // 13, 20 and 27 April, 11 and 18 May, 1, 8 and 15 June.
  expect(await sessionsOf(ref)).toEqual(
    ['04-13', '04-20', '04-27', '05-11', '05-18', '06-01', '06-08', '06-15'].map((day) => `planned 2026-${day}`),
  );
  const { evaluation } = (await cases.open(leader, ref)) ?? {};
  expect(evaluation?.steps?.find(({ step }) => step === 'start')?.verdict).toBe('met');
});

test('whoever waits hears how many places are taken, and waits in the order of being accepted', async () => {
  const late = await accepted('Col Cole', '2026-04-02');
  const early = await accepted('Bob Bell', '2026-03-30');
  const started_ = await started('Dan Dean', '2026-04-10');
  await groups.seat(leader, { group: 'monday', ref: started_, from: '2026-04-13', key: 'seat-dan' });
  const waiting = await groups.waiting(leader, await groups.all(leader));
  expect(waiting.map(({ name }) => name)).toEqual(['Bob Bell', 'Col Cole']);
  // Abe and Dan have the two places.
  for (const ref of [early, late]) {
    const { evaluation } = (await cases.open(leader, ref)) ?? {};
    expect(evaluation?.facts?.find(({ id }) => id === 'monday-places-taken')?.value).toBe(2);
    expect(evaluation?.steps?.find(({ step }) => step === 'start')?.verdict).toBe('not-met');
  }
});

test('a register saved reaches each case, and the second miss in a row recommends a closure', async () => {
  const { seats } = await groups.all(leader);
  const dan = seats.find(({ name }) => name === 'Dan Dean')?.ref ?? '';
  at('2026-04-13T20:00:00Z');
  const first = await save('2026-04-13', { [dan]: { presence: 'absent' } }, { topic: 'anger' });
  expect(first.kind).toBe('saved');
  at('2026-04-20T20:00:00Z');
  const second = await save('2026-04-20', { [dan]: { presence: 'absent' } });
  if (second.kind !== 'saved') throw new Error(second.kind);
  expect(second.cases[0]?.evaluation.recommendations?.map(({ rule, state }) => `${rule} ${state}`)).toEqual([
    'two-missed open',
  ]);
  // He had rung on the Friday before: with that known there never were two in a row without contact.
  const was = (await eventsOf(dan)).findLast(({ session }) => session?.mark === 'held')?.id ?? '';
  const third = await save(
    '2026-04-20',
    { [dan]: { presence: 'absent', contact: 'before', contactOn: '2026-04-17' } },
    { seen: { [dan]: was } },
  );
  if (third.kind !== 'saved') throw new Error(third.kind);
  expect(third.cases[0]?.evaluation.recommendations?.map(({ state }) => state)).toEqual([]);
});

test('of two who save one register the second is told, and nothing of his is kept until he saves on top', async () => {
  const { seats } = await groups.all(leader);
  const abe = seats.find(({ name }) => name === 'Abe Ames')?.ref ?? '';
  const other = actorOf('leader', { person: 'leader-2', name: 'Mo Other' });
  expect((await save('2026-04-20', { [abe]: { presence: 'attended' } })).kind).toBe('saved');
  expect(await save('2026-04-20', { [abe]: { presence: 'late' } }, { actor: other })).toEqual({
    kind: 'conflict',
    refs: [abe],
    note: false,
  });
  const first = (await eventsOf(abe)).findLast(({ session }) => session?.mark === 'held');
  const onTop = await save(
    '2026-04-20',
    { [abe]: { presence: 'late' } },
    { actor: other, seen: { [abe]: first?.id ?? '' } },
  );
  expect(onTop.kind).toBe('saved');
  const all = await eventsOf(abe);
  expect(
    all.filter(({ session }) => session?.mark === 'held').map(({ session, by }) => `${session?.outcome} ${by.name}`),
  ).toEqual(['attended Lee Leader', 'late Mo Other']);
});

test('whoever saves second loses nothing that the first recorded of what he himself left alone', async () => {
  const { seats } = await groups.all(leader);
  const dan = seats.find(({ name }) => name === 'Dan Dean')?.ref ?? '';
  const what = 'absence-looked-at';
  const looked = { [what]: { reason: 'His van broke down.', 'adequate-notice': 'yes' } };
  const seen = recordedOf(await eventsOf(dan), '2026-04-20 monday', '2026-04-20').stamp;
  // The first adds what was found of the absence; the second, who has not seen that, says that he was late.
  await save(
    '2026-04-20',
    { [dan]: { presence: 'absent', contact: 'before', contactOn: '2026-04-17', records: looked } },
    { seen: { [dan]: seen } },
  );
  const late = { presence: 'late', contact: 'before' as const, contactOn: '2026-04-17' };
  expect((await save('2026-04-20', { [dan]: late }, { seen: { [dan]: seen } })).kind).toBe('saved');
  const { entry } = recordedOf(await eventsOf(dan), '2026-04-20 monday', '2026-04-20');
  expect(entry).toMatchObject({ ...late, records: looked });
  // Both say otherwise who was there: the second is told, and what he did not touch stays as the first had it.
  expect((await save('2026-04-20', { [dan]: { ...late, presence: 'attended' } }, { seen: { [dan]: seen } })).kind).toBe(
    'conflict',
  );
  const meant = meantBy({ ...nothingSaid, presence: 'attended' }, nothingSaid, entry);
  expect(meant).toEqual({ entry: { ...entry, presence: 'attended' }, isContested: true });
});

test('of two who save at one moment, one is kept and the other is told', async () => {
  const { seats } = await groups.all(leader);
  const abe = seats.find(({ name }) => name === 'Abe Ames')?.ref ?? '';
  const both = await Promise.all([
    save('2026-04-13', { [abe]: { presence: 'attended' } }, { edition: 1, topic: 'anger' }),
    save('2026-04-13', { [abe]: { presence: 'absent' } }, { edition: 1, topic: 'anger' }),
  ]);
  expect(both.map(({ kind }) => kind).sort()).toEqual(['conflict', 'saved']);
  expect(
    (await eventsOf(abe)).filter(({ session }) => session?.mark === 'held' && session.key === '2026-04-13 monday'),
  ).toHaveLength(1);
});

test('the same form sent twice is kept once', async () => {
  const { seats } = await groups.all(leader);
  const abe = seats.find(({ name }) => name === 'Abe Ames')?.ref ?? '';
  at('2026-04-27T20:00:00Z');
  await save('2026-04-27', { [abe]: { presence: 'attended' } }, { key: 'once' });
  const before = (await eventsOf(abe)).length;
  expect((await save('2026-04-27', { [abe]: { presence: 'attended' } }, { key: 'once' })).kind).toBe('saved');
  expect(await eventsOf(abe)).toHaveLength(before);
});

test('a closure day reaches everybody of that group, is no absence, and can be taken back', async () => {
  const { seats } = await groups.all(leader);
  const refs = seats.filter(({ group }) => group === 'monday').map(({ ref }) => ref);
  const done = await groups.closeDay(leader, { day: '2026-05-11', because: 'Staff training' }, 'close-11-may');
  expect(done.kind).toBe('done');
  for (const ref of refs) expect(await sessionsOf(ref)).toContain('closure-day 2026-05-11');
  at('2026-05-12T09:00:00Z');
  const dan = seats.find(({ name }) => name === 'Dan Dean')?.ref ?? '';
  const { evaluation } = (await cases.open(leader, dan)) ?? {};
  expect(evaluation?.ledger?.find(({ key }) => key === '2026-05-11 monday')?.notDue).toBe('closure-day');
  const [closure] = (await groups.all(leader)).closures;
  await groups.reopenDay(leader, closure?.id ?? '', 'open-11-may');
  expect((await groups.all(leader)).closures).toEqual([]);
  for (const ref of refs) expect(await sessionsOf(ref)).not.toContain('closure-day 2026-05-11');
});

test('whoever is taken out has nothing planned there after that, and what was recorded stays', async () => {
  const { seats } = await groups.all(leader);
  const dan = seats.find(({ name }) => name === 'Dan Dean')?.ref ?? '';
  await groups.takeOut(leader, { group: 'monday', ref: dan, from: '2026-05-18', key: 'out-dan' });
  expect((await sessionsOf(dan)).filter((each) => each >= 'planned 2026-05-18' && each.startsWith('planned'))).toEqual(
    [],
  );
  expect(await sessionsOf(dan)).toContain('held 2026-04-13');
  // His next sessions, from 18 May on, were taken back: no list has him in the group any more, and it has the other.
  const listed = await store.list(leader, { group: 'monday' });
  expect(listed.lines.map(({ name }) => name)).toEqual(['Abe Ames']);
  const waiting = await groups.waiting(leader, await groups.all(leader));
  expect(waiting.map(({ name }) => name)).toContain('Bob Bell');
  const bob = waiting.find(({ name }) => name === 'Bob Bell')?.ref ?? '';
  const { evaluation } = (await cases.open(leader, bob)) ?? {};
  expect(evaluation?.facts?.find(({ id }) => id === 'monday-places-taken')?.value).toBe(1);
});

const tuesday: Group = { ...monday, id: 'tuesday', name: 'Tuesday group', days: [2], first: '2026-05-12' };
delete tuesday.declared;
const tuesdayNow = async () => {
  const found = await groups.open(leader, 'tuesday');
  if (!found) throw new Error('no group');
  return found.group;
};
const byDay = (one: string, other: string): number => one.slice(-16).localeCompare(other.slice(-16));
const planOf = async (ref: string): Promise<string[]> =>
  standingIn(await eventsOf(ref))
    .flatMap(({ session }) => (session ? [`${session.mark} ${session.group} ${session.on.slice(0, 16)}`] : []))
    .sort(byDay);

test('a group that is changed met as it did up to that day, and what is planned after it moves in each case', async () => {
  const ed = await started('Ed Eddy', '2026-05-01');
  await groups.add(leader, tuesday, 'made-tuesday');
  await groups.seat(leader, { group: 'tuesday', ref: ed, from: '2026-05-12', key: 'seat-ed' });
  at('2026-05-12T20:00:00Z');
  const first = meetingOn(tuesday, '2026-05-12', { bundle, closures: [] });
  if (!first) throw new Error('no meeting');
  const parts = new Map([[ed, { entry: { ...nothingSaid, presence: 'attended' }, seen: '' }]]);
  const note = { facilitators: [], edition: 0 };
  const saving = { actor: leader, group: 'tuesday', meeting: first, note, parts, records: [], key: 'register-tuesday' };
  expect((await saveRegister(groups, store, saving)).kind).toBe('saved');
  const to = { name: 'Thursday group', days: [4], from: '18:30', to: '20:30', everyWeeks: 1, places: 9 };
  const change = { group: 'tuesday', to, from: '2026-06-01', edition: 0, key: 'change-1' };
  expect(changeableFrom((await groups.open(leader, 'tuesday')) as OpenGroup, '2026-05-12')).toBe('2026-05-13');
  expect((await groups.change(leader, change)).kind).toBe('done');
  // Tuesdays at 6pm up to the end of May, Thursdays at half past six from June on: eight from today.
  expect(await planOf(ed)).toEqual(
    [
      'planned 2026-05-12T17:00',
      'held 2026-05-12T17:00',
      'planned 2026-05-19T17:00',
      'planned 2026-05-26T17:00',
      'planned 2026-06-04T17:30',
      'planned 2026-06-11T17:30',
      'planned 2026-06-18T17:30',
      'planned 2026-06-25T17:30',
      'planned 2026-07-02T17:30',
    ].map((each) => each.replace(' ', ' tuesday ')),
  );
  const now = await tuesdayNow();
  expect(now).toMatchObject({ name: 'Thursday group', first: '2026-05-12', places: 9, edition: 1 });
  const meets = (day: string) => meetingOn(now, day, { bundle, closures: [] })?.on;
  expect([meets('2026-05-26'), meets('2026-06-02'), meets('2026-06-04')]).toEqual([
    '2026-05-26T17:00:00Z',
    undefined,
    '2026-06-04T17:30:00Z',
  ]);
  // Whoever looked at it before that is told, and changes nothing.
  const late = await groups.change(leader, { ...change, to: { ...to, days: [5] }, key: 'change-2' });
  expect(late).toMatchObject({ kind: 'refused' });
  expect((await tuesdayNow()).days).toEqual([4]);
});

test('a group without members is changed too', async () => {
  await groups.add(leader, { ...monday, id: 'third' }, 'made-third');
  const to = { name: 'Third', days: [3], everyWeeks: 1 };
  const change = { group: 'third', to, from: '2026-06-01', edition: 0, key: 'change-empty' };
  expect(await groups.change(leader, change)).toEqual({ kind: 'done', cases: [] });
});

test('other hours on the same day put each session in the place of the one that was planned', async () => {
  const ed = (await groups.all(leader)).seats.find(({ name }) => name === 'Ed Eddy')?.ref ?? '';
  const to = { name: 'Thursday group', days: [4], from: '19:00', to: '21:00', everyWeeks: 1 };
  await groups.change(leader, { group: 'tuesday', to, from: '2026-06-11', edition: 1, key: 'change-3' });
  const plan = await planOf(ed);
  expect(plan.filter((each) => each.includes('2026-06'))).toEqual([
    'planned tuesday 2026-06-04T17:30',
    'planned tuesday 2026-06-11T18:00',
    'planned tuesday 2026-06-18T18:00',
    'planned tuesday 2026-06-25T18:00',
  ]);
});

test('a group that ends is met no more; its members go where it is said, and wait where nothing is', async () => {
  const ed = (await groups.all(leader)).seats.find(({ name }) => name === 'Ed Eddy')?.ref ?? '';
  const fay = await accepted('Fay Ford', '2026-05-04');
  await groups.seat(leader, { group: 'tuesday', ref: fay, from: '2026-06-04', key: 'seat-fay' });
  const goes = new Map([
    [ed, 'monday-2'],
    [fay, ''],
  ]);
  const done = await groups.end(leader, { group: 'tuesday', last: '2026-06-11', goes, edition: 2, key: 'end-tuesday' });
  expect(done.kind).toBe('done');
  const ahead = (await planOf(ed)).filter((each) => each.startsWith('planned') && each >= 'planned monday');
  expect(ahead.filter((each) => each.includes('tuesday')).at(-1)).toBe('planned tuesday 2026-06-11T18:00');
  expect(ahead.find((each) => each.includes('monday-2'))).toBe('planned monday-2 2026-06-15T17:00');
  expect((await planOf(fay)).map((each) => each.slice(-16))).toEqual(['2026-06-04T17:30', '2026-06-11T18:00']);
  expect(meetingOn(await tuesdayNow(), '2026-06-18', { bundle, closures: [] })).toBeUndefined();
  at('2026-06-12T09:00:00Z');
  const waiting = await groups.waiting(leader, await groups.all(leader));
  expect(waiting.map(({ name }) => name)).toContain('Fay Ford');
  expect(waiting.map(({ name }) => name)).not.toContain('Ed Eddy');
  // What was recorded of it stays, and its register can be opened.
  expect(await sessionsOf(ed)).toContain('held 2026-05-12');
  expect(meetingOn(await tuesdayNow(), '2026-05-12', { bundle, closures: [] })?.key).toBe('2026-05-12 tuesday');
});

test('registers of seven evenings of one group that are saved at one moment are all kept', async () => {
  const abe = (await groups.all(leader)).seats.find(({ name }) => name === 'Abe Ames')?.ref ?? '';
  at('2026-07-20T20:00:00Z');
  const evenings = ['2026-06-01', '2026-06-08', '2026-06-15', '2026-06-22', '2026-06-29', '2026-07-06', '2026-07-13'];
  const saved = await Promise.all(evenings.map((day) => save(day, { [abe]: { presence: 'attended' } })));
  expect(saved.map(({ kind }) => kind)).toEqual(Array(7).fill('saved'));
  expect(await sessionsOf(abe)).toEqual(expect.arrayContaining(evenings.map((day) => `held ${day}`)));
});

test('where nothing ran for longer than was planned ahead, the sessions that nobody planned are planned all the same', async () => {
  at('2026-09-07T08:00:00Z');
  const gil = await started('Gil Gale', '2026-09-01');
  const days = [1, 2, 3, 4, 5];
  const daily = { ...tuesday, id: 'daytime', name: 'Daytime group', days, first: '2026-09-07' };
  await groups.add(leader, daily, 'made-daytime');
  // Eight are planned from Monday 7 September on: the last is that of Wednesday 16.
  await groups.seat(leader, { group: 'daytime', ref: gil, from: '2026-09-07', key: 'seat-gil' });
  expect((await sessionsOf(gil)).at(-1)).toBe('planned 2026-09-16');
  // His place was his from Monday on, and the first two were taken back: they stay so.
  const stored = await store.open(leader, gil);
  if (!stored) throw new Error('no case');
  const back = unplanned(stored.events, 'daytime', '2026-09-07', { now: '2026-09-07T08:00:00Z', today: '2026-09-07' });
  await groups.recordTogether(leader, [{ stored, events: back.slice(0, 2) }], 'back-gil');
  // Saturday 19 September: the next is that of Monday 21.
  at('2026-09-19T08:00:00Z');
  await groups.planAhead(leader);
  const sessions = (await sessionsOf(gil)).map((each) => each.slice(-5)).sort();
  expect(sessions.slice(0, 8)).toEqual(['09-09', '09-10', '09-11', '09-14', '09-15', '09-16', '09-17', '09-18']);
  expect(sessions.slice(8)).toEqual(['09-21', '09-22', '09-23', '09-24', '09-25', '09-28', '09-29', '09-30']);
  const { evaluation } = (await cases.open(leader, gil)) ?? {};
  const of17 = evaluation?.ledger?.find(({ key }) => key === '2026-09-17 daytime');
  expect(of17).toMatchObject({ planned: true, recorded: false });
});

test('somebody of another site finds neither the group nor its notes', async () => {
  const elsewhere = actorOf('leader', { sites: ['south'] });
  expect(await groups.open(elsewhere, 'monday')).toBeUndefined();
  expect((await groups.all(elsewhere)).groups).toEqual([]);
  expect(await groups.open(actorOf('leader', { programme: 'another' }), 'monday')).toBeUndefined();
});
