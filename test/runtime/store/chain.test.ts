/** That each row follows from the one before it, and what is said of one that does not. */
import { beforeEach, expect, test } from 'vitest';
import { verify } from '../../../runtime/server/store/verify.js';
import { course, did, told } from '../../engine/course/story.js';
import { storeForTests, viewOf } from './store-for-tests.js';

const { store, ask, database } = await storeForTests();
const bundle = course(`
records:
  incident: { called: an incident was reported, asks: { severity: { ask: How severe?, options: [low, high] } }, ours: test }
  worry: { called: the support worker was worried, by: support-worker, ours: test }
`);
const staff = viewOf('staff');
const supporter = viewOf('support-worker', { seesHers: true });

/** A case of four rows of his and two of hers, in a store that holds nothing else. */
let ref = '';
beforeEach(async () => {
  await ask('owner', 'truncate rubric.case_file, hers.stream cascade');
  const referral = told('answered', '2026-01-02', { 'full-name': 'Zoë Reed' }, 'referrer');
  ({ ref } = await store.begin(staff, { form: 'referral', name: 'Zoë Reed', bundle, key: 'a', events: [referral] }));
  for (const [n, severity] of ['low', 'high', 'low'].entries())
    await store.append(staff, { ref, key: `i${n}`, events: [did('2026-01-03', 'incident', { values: { severity } })] });
  for (const n of [1, 2])
    await store.append(supporter, {
      ref,
      key: `w${n}`,
      events: [did('2026-01-04', 'worry', { by: 'support-worker' })],
    });
});
const found = async () => (await verify(database)).tampered;
const his = (number: number, because: string) => ({ programme: 'evening', ref, stream: 'his', number, because });
const hers = (number: number, because: string) => ({ ...his(number, because), stream: 'hers' });

test('what nobody touched agrees, on both sides', async () => {
  expect(await verify(database)).toEqual({ cases: 1, rows: 6 });
});

test('a word that was altered is found', async () => {
  await ask(
    'owner',
    `update rubric.case_event set payload = replace(payload::text, 'high', 'low')::json where number = 3`,
  );
  expect(await found()).toEqual(his(3, 'what it says is not what was recorded'));
});

test('a word that was altered together with its digest is found', async () => {
  await ask('owner', `update rubric.case_event set payload = '{}', digest = sha256('{}'::bytea) where number = 3`);
  expect(await found()).toEqual(his(3, 'it does not follow from what is before it'));
});

test('whoever is said to have recorded something cannot be exchanged', async () => {
  await ask('owner', `update rubric.case_event set person = 'somebody else' where number = 2`);
  expect(await found()).toEqual(his(2, 'it does not follow from what is before it'));
});

test('a row that was taken away is missed, also the last', async () => {
  await ask('owner', 'delete from rubric.case_event where number = 4');
  expect(await found()).toEqual(his(4, 'it is not there any more'));
  await ask('owner', 'delete from rubric.case_event where number = 2');
  expect(await found()).toEqual(his(2, 'it is not there any more'));
});

test('a row taken away with all later ones moved up is found', async () => {
  await ask('owner', 'delete from rubric.case_event where number = 2');
  await ask('owner', 'update rubric.case_event set number = number - 1 where number > 2');
  await ask('owner', 'update rubric.case_file set his = 3');
  expect(await found()).toEqual(his(2, 'it does not follow from what is before it'));
});

test('rows that changed places are found', async () => {
  for (const [from, to] of [
    [2, 20],
    [3, 2],
    [20, 3],
  ])
    await ask('owner', 'update rubric.case_event set number = $2 where number = $1', [from, to]);
  expect(await found()).toEqual(his(2, 'it does not follow from what is before it'));
});

test('a row that was put in is found, in the middle and at the end', async () => {
  const copy = (number: number) =>
    ask(
      'owner',
      `insert into rubric.case_event
       select programme, ref, $1, kind, 'x', person, recorded, payload, digest, hash from rubric.case_event where number = 2`,
      [number],
    );
  await copy(5);
  expect(await found()).toEqual(his(5, 'it does not follow from what is before it'));
  await ask('owner', 'update rubric.case_event set number = 30 where number = 5');
  await ask('owner', 'update rubric.case_event set number = 5 where number = 4');
  await ask('owner', 'update rubric.case_event set number = 4 where number = 30');
  expect(await found()).toEqual(his(4, 'it does not follow from what is before it'));
});

test('an end that was set back is found', async () => {
  await ask('owner', 'update rubric.case_file set his = 3');
  expect(await found()).toEqual(his(4, 'it was not recorded by this store'));
});

test('her side is held to the same', async () => {
  await ask('owner', 'update hers.case_event set after = 1 where number = 2');
  expect(await found()).toEqual(hers(2, 'it does not follow from what is before it'));
});

test('an event that was erased is gone from the case, and the chain still holds', async () => {
  const [, second] = (await store.open(staff, ref))?.events ?? [];
  expect(await store.erase(staff, ref, second?.id ?? '', 'He asked for it to be forgotten.')).toBe(true);
  expect((await store.open(staff, ref))?.events).toHaveLength(3);
  expect((await store.open(staff, ref))?.version).toEqual({ his: 4 });
  expect(await verify(database)).toEqual({ cases: 1, rows: 6 });
  expect(await ask('owner', 'select person, because from rubric.erasure')).toEqual([
    { person: 'staff-1', because: 'He asked for it to be forgotten.' },
  ]);
  expect(await ask('owner', 'select from hers.erasure')).toEqual([]);
  expect(await store.erase(staff, ref, second?.id ?? '', 'Again.')).toBe(false);
});

test('an event that was emptied past the store is found', async () => {
  await ask('owner', 'update hers.case_event set payload = null where number = 1');
  expect(await found()).toEqual(hers(1, 'it was emptied, and nobody is on record for it'));
});
