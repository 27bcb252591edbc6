/** Cases that are begun, opened, and added to: once, in order, all or nothing. */
import { beforeAll, expect, test } from 'vitest';
import type { CaseEvent } from '../../../engine/index.js';
import type { Append, Version } from '../../../runtime/server/store/contract.js';
import { course, did, told } from '../../engine/course/story.js';
import { storeForTests, viewOf } from './store-for-tests.js';

const { store, at, ask } = await storeForTests();
const bundle = course(`
records:
  incident: { called: an incident was reported, asks: { severity: { ask: How severe?, options: [low, high] } }, ours: test }
`);
const staff = viewOf('staff');
const incident = (severity = 'low'): CaseEvent => did('2026-01-03', 'incident', { values: { severity } });
let made = 0;
const begun = async (name = 'Tom Reed') => {
  made += 1;
  const referral = told('answered', '2026-01-02', { 'full-name': name }, 'referrer');
  return store.begin(staff, { form: 'referral', name, bundle, key: `begun ${made}`, events: [referral] });
};
const adding = (ref: string, more: Partial<Append> = {}): Append => {
  made += 1;
  return { ref, key: `added ${made}`, events: [incident()], ...more };
};
const seen = async (ref: string): Promise<Version | undefined> => (await store.open(staff, ref))?.version;

beforeAll(() => at('2026-03-02T09:00:00Z'));

test('a case that is begun is found again by its reference', async () => {
  const referral = told('answered', '2026-01-02', { 'full-name': 'Tom Reed' }, 'referrer');
  const made = { form: 'referral', name: 'Tom Reed', bundle, key: 'first', events: [referral] };
  const tom = await store.begin(staff, made);
  expect(tom.ref).toMatch(/^[0-9A-Z]{4}-[0-9A-Z]{4}$/);
  expect(tom).toEqual({
    programme: 'evening',
    ref: tom.ref,
    name: 'Tom Reed',
    form: 'referral',
    began: '2026-03-02T09:00:00Z',
    definition: bundle.digest,
    demonstration: false,
    version: { his: 1 },
    events: [referral],
  });
  expect(await store.open(staff, tom.ref)).toEqual(tom);
  expect(await store.begin(staff, made)).toEqual(tom);
  expect(await store.definition('evening', bundle.digest)).toEqual(JSON.parse(JSON.stringify(bundle)));
});

test('of two who begin a case with one key at the same time both get the same case', async () => {
  const referral = told('answered', '2026-01-02', { 'full-name': 'Jo Hill' }, 'referrer');
  const twice = { form: 'referral', name: 'Jo Hill', bundle, key: 'at once', events: [referral] };
  const all = await Promise.all([1, 2, 3, 4].map(() => store.begin(staff, twice)));
  expect(new Set(all.map(({ ref }) => ref)).size).toBe(1);
});

test('what is asked for twice is done once, also at the same time', async () => {
  const { ref } = await begun();
  const once = adding(ref);
  const all = await Promise.all([1, 2, 3, 4].map(() => store.append(staff, once)));
  expect(all.map((each) => each?.kind).sort()).toEqual(['appended', 'repeated', 'repeated', 'repeated']);
  expect(all.every((each) => each?.case.version.his === 2)).toBe(true);
  await store.append(staff, adding(ref));
  expect(await store.append(staff, once)).toMatchObject({ kind: 'repeated', case: { version: { his: 3 } } });
});

test('whoever had not seen the latest is shown it, and nothing of his is kept', async () => {
  const { ref, version } = await begun();
  await store.append(staff, adding(ref, { expected: version }));
  const late = await store.append(staff, adding(ref, { expected: version }));
  expect(late).toMatchObject({ kind: 'overtaken', case: { version: { his: 2 } } });
  expect(await seen(ref)).toEqual({ his: 2 });
});

test('what was read a moment ago stands for the case only while nothing has been added to it', async () => {
  const read = await begun();
  const first = await store.append(staff, adding(read.ref, { read }));
  expect(first?.case).toEqual(await store.open(staff, read.ref));
  // By now it is old: the event in between is there, and is not lost behind what is added.
  const second = await store.append(staff, adding(read.ref, { read }));
  expect(second?.case.events).toHaveLength(3);
  expect(second?.case).toEqual(await store.open(staff, read.ref));
  // One of two has been added to, the other has not.
  const other = await begun();
  const both = await store.appendAll(staff, [adding(read.ref, { read }), adding(other.ref, { read: other })]);
  for (const each of both) expect(each?.case).toEqual(await store.open(staff, each?.case.ref ?? ''));
});

test('what was erased since a case was read does not come back with what is added to it', async () => {
  const { ref } = await begun();
  const read = (await store.append(staff, adding(ref)))?.case;
  const gone = read?.events[1]?.id ?? '';
  expect(await store.erase(staff, ref, gone, 'He asked for it to be forgotten.')).toBe(true);
  const after = await store.append(staff, adding(ref, read && { read }));
  expect(after?.case.events.map(({ id }) => id)).not.toContain(gone);
  expect(after?.case).toEqual(await store.open(staff, ref));
});

test('of many who add to one case at once with the same before them one is first', async () => {
  const { ref, version } = await begun();
  const all = await Promise.all(
    Array.from({ length: 10 }, () => store.append(staff, adding(ref, { expected: version }))),
  );
  expect(all.filter((each) => each?.kind === 'appended')).toHaveLength(1);
  expect(await seen(ref)).toEqual({ his: 2 });
});

test('several cases are added to together, or none', async () => {
  const cases = await Promise.all([begun('A'), begun('B'), begun('C')]);
  const each = cases.map(({ ref, version }) => adding(ref, { expected: version }));
  await store.append(staff, adding(cases[1]?.ref ?? ''));
  const one = await store.appendAll(staff, each);
  expect(one.map((found) => found?.kind)).toEqual(['undone', 'overtaken', 'undone']);
  const missing = await store.appendAll(staff, [...each.slice(0, 1), adding('0000-0000')]);
  expect(missing.map((found) => found?.kind)).toEqual(['undone', undefined]);
  const again = await store.appendAll(
    staff,
    each.map((asked) => ({ ...asked, expected: { his: asked.ref === cases[1]?.ref ? 2 : 1 } })),
  );
  expect(again.map((found) => found?.kind)).toEqual(['appended', 'appended', 'appended']);
  expect(await Promise.all(cases.map(({ ref }) => seen(ref)))).toEqual([{ his: 2 }, { his: 3 }, { his: 2 }]);
});

test('registers that hold the same cases in another order do not wait for each other for ever', async () => {
  const cases = await Promise.all(Array.from({ length: 6 }, (_, n) => begun(`Man ${n}`)));
  const register = (refs: readonly string[]) =>
    store.appendAll(
      staff,
      refs.map((ref) => adding(ref)),
    );
  const refs = cases.map(({ ref }) => ref);
  const done = await Promise.all(
    Array.from({ length: 12 }, (_, n) => register(n % 2 === 0 ? refs : [...refs].reverse())),
  );
  expect(done.flat().every((each) => each?.kind === 'appended')).toBe(true);
  expect(await seen(refs[0] ?? '')).toEqual({ his: 13 });
});

test('what another feature keeps with it is kept with it, or neither is', async () => {
  const { ref } = await begun();
  const refused = store.append(
    staff,
    adding(ref, {
      alongside: async () => {
        throw new Error('The letter could not be kept.');
      },
    }),
  );
  await expect(refused).rejects.toThrow('The letter could not be kept.');
  expect(await seen(ref)).toEqual({ his: 1 });
  const told: Version[] = [];
  const once = adding(ref, { alongside: async (_, { version }) => void told.push(version) });
  await store.append(staff, once);
  await store.append(staff, once);
  expect(told).toEqual([{ his: 2 }]);
});

test('a correction of something that is not in the case is refused, and nothing is kept', async () => {
  const { ref } = await begun();
  const correction = { ...incident('high'), supersedes: 'not-there' };
  await expect(store.append(staff, adding(ref, { events: [incident(), correction] }))).rejects.toThrow(RangeError);
  expect(await seen(ref)).toEqual({ his: 1 });
});

test('a case is called otherwise, and given to another site', async () => {
  const { ref } = await begun('Tm Reed');
  expect(await store.describe(staff, ref, { name: 'Tom Reed', site: 'north' })).toBe(true);
  expect(await store.open(staff, ref)).toMatchObject({ name: 'Tom Reed', site: 'north', version: { his: 1 } });
  expect(await store.describe(staff, ref, { site: null })).toBe(true);
  expect(await store.open(staff, ref)).not.toHaveProperty('site');
  expect(await store.describe(staff, '0000-0000', { name: 'Nobody' })).toBe(false);
});

test('what is said comes back letter by letter', async () => {
  const { ref } = await begun();
  const said = 'He said: "no" \\ \u0000 \ud83d\ude00 ’ \n\t£';
  await store.append(staff, adding(ref, { events: [{ ...incident(), reason: said }] }));
  expect((await store.open(staff, ref))?.events.at(-1)?.reason).toBe(said);
});

test('what the database says of a row that it refused does not hold the row', async () => {
  const { ref } = await begun();
  const twice = incident();
  const refused = store.within(staff, (db) =>
    db
      .withTables<{ 'rubric.command': { programme: string; key: string; ref: string; person: string } }>()
      .insertInto('rubric.command')
      .values([1, 2].map(() => ({ programme: 'evening', key: 'a secret', ref, person: twice.id })))
      .execute(),
  );
  const fault = await refused.catch((each: object) => each);
  expect(fault).toMatchObject({ code: '23505' });
  expect(JSON.stringify(fault)).not.toContain('a secret');
  expect(await ask('owner', `select from rubric.command where key = 'a secret'`)).toEqual([]);
});
