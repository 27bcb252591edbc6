/** A store in one file, and a store made of that file. */

import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { beforeAll, expect, test } from 'vitest';
import { backUp, restore } from '../../../runtime/server/store/back-up.js';
import { verify } from '../../../runtime/server/store/verify.js';
import { course, did, told } from '../../engine/course/story.js';
import { storeForTests, viewOf } from './store-for-tests.js';

const from = await storeForTests();
const to = await storeForTests();
const bundle = course(`
records:
  worry: { called: the support worker was worried, by: support-worker, ours: test }
`);
const staff = viewOf('staff');
const supporter = viewOf('support-worker', { seesHers: true });
const file = join(from.folder, 'back-up.gz');
const odd = 'Zoë "O’Neil", (Jr) \\ \n {} , NULL';
beforeAll(async () => {
  for (const name of ['Tom', odd, '']) {
    const referral = told('answered', '2026-01-02', { 'full-name': name }, 'referrer');
    const made = { form: 'referral', name, bundle, key: name, events: [{ ...referral, reason: odd }] };
    const { ref } = await from.store.begin(staff, made);
    const worry = did('2026-01-04', 'worry', { by: 'support-worker' });
    await from.store.append(supporter, { ref, key: name, events: [worry] });
    await from.store.erase(supporter, ref, worry.id, odd);
  }
});

/** Every row of every table of ours, in the database's own writing. */
const rowsIn = async ({ ask }: typeof from): Promise<Record<string, string[]>> => {
  const tables = await ask<{ name: string }>(
    'owner',
    `select c.oid::regclass::text as name from pg_class c where c.relkind = 'r'
       and c.relnamespace::regnamespace::text in ('rubric', 'hers', 'auth') order by 1`,
  );
  const found: Record<string, string[]> = {};
  for (const { name } of tables)
    found[name] = (await ask<{ row: string }>('owner', `select t::text as row from ${name} t order by 1`)).map(
      (each) => each.row,
    );
  return found;
};

test('every row comes back as it was, and every chain still holds', async () => {
  const before = await rowsIn(from);
  expect(before['rubric.case_event']).toHaveLength(3);
  expect(before['hers.case_event']).toHaveLength(3);
  const written = await backUp(from.database, file, '2026-03-02T09:00:00Z', { secret: 'of the server' });
  expect(written.rows).toBe(Object.values(before).flat().length);
  expect(statSync(file).mode & 0o777).toBe(0o600);
  await to.ask('owner', 'drop schema rubric_migrations, rubric, hers, auth cascade');
  expect(await restore(to.database, file)).toEqual({ ...written, beside: { secret: 'of the server' } });
  expect(await rowsIn(to)).toEqual(before);
  expect(await verify(to.database)).toEqual(await verify(from.database));
  expect((await to.store.list(staff, {})).lines).toEqual((await from.store.list(staff, {})).lines);
});

test('a store that was restored is gone on with', async () => {
  const ref = (await to.store.list(staff, {})).lines[0]?.ref ?? '';
  const added = await to.store.append(supporter, {
    ref,
    key: 'on',
    events: [did('2026-01-05', 'worry', { by: 'support-worker' })],
  });
  expect(added).toMatchObject({ kind: 'appended', case: { version: { his: 1, hers: 2 } } });
  expect(await verify(to.database)).not.toHaveProperty('tampered');
});

test('nothing is restored over what is there', async () => {
  await expect(restore(to.database, file)).rejects.toThrow(
    'There is something in this store already. A back-up is restored into a new data folder or an empty database.',
  );
});

test('a back-up that was altered, cut short or is none is refused', async () => {
  const whole = readFileSync(file);
  const as = (name: string, bytes: Buffer): string => {
    writeFileSync(join(from.folder, name), bytes);
    return join(from.folder, name);
  };
  const altered = as('altered', gzipSync(gunzipSync(whole).toString().replace('Tom', 'Tim')));
  await expect(restore(to.database, altered)).rejects.toThrow('is damaged');
  const later = as('later', gzipSync(gunzipSync(whole).toString().replace('001-both-sides', '999-later')));
  await expect(restore(to.database, later)).rejects.toThrow('is damaged');
  await expect(restore(to.database, as('short', whole.subarray(0, -20)))).rejects.toThrow(
    'is no back-up, or is damaged',
  );
  await expect(restore(to.database, as('none', Buffer.from('Dear all,')))).rejects.toThrow(
    'is no back-up, or is damaged',
  );
});
