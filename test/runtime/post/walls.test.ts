import { expect, test } from 'vitest';
import { openPost } from '../../../runtime/server/post/post.js';
import { migrate } from '../../../runtime/server/store/migrate.js';
import { migrations } from '../../../runtime/server/store/migrations.js';
import { asOwner, makeRoles } from '../../../runtime/server/store/roles.js';
import { storeForTests } from '../store/store-for-tests.js';
import { smtpPeer } from './smtp-peer.js';

const { store, now, ask, database } = await storeForTests();
const peer = await smtpPeer();
const post = await openPost({ store, now, smtpUrl: peer.url, from: 'Office <office@example.org>' });

const refused = (as: 'app' | 'supporter' | 'worker', query: string): Promise<string> =>
  ask(as, query).then(
    (rows) => `got ${rows.length}`,
    (fault: Error) => fault.message,
  );

test('a code that was asked for is sent, once', async () => {
  await post.sendCode('lee@people.example', '482913');
  for (let tries = 0; tries < 200 && peer.taken.length === 0; tries += 1)
    await new Promise((later) => setTimeout(later, 25));
  expect(peer.taken).toHaveLength(1);
  expect(peer.taken[0]).toContain('Your code is 482913');
  await post.stop();
  await peer.close();
});

test('the role that sends sees messages and nothing else that is kept', async () => {
  expect(await refused('worker', 'select from rubric.message')).toBe('got 1');
  for (const table of ['rubric.case_file', 'rubric.case_event', 'hers.case_event', 'rubric.person', 'rubric.copy'])
    expect(await refused('worker', `select from ${table}`)).toMatch(/^permission denied/);
});

test('nobody who serves pages reaches the queue, nor what a code says', async () => {
  for (const role of ['app', 'supporter'] as const) {
    expect(await refused(role, 'select from graphile_worker._private_jobs')).toMatch(/^permission denied/);
    expect(await refused(role, 'select from rubric.message_text')).toBe('got 0');
    expect(await refused(role, "update rubric.message set address = 'me@example.org'")).toMatch(/^permission denied/);
    expect(await refused(role, 'delete from rubric.message')).toMatch(/^permission denied/);
  }
});

test('what is written to her is out of reach of whoever may not see her side', async () => {
  for (const table of ['paper', 'paper_text', 'issue'])
    expect(await refused('app', `select from hers.${table}`)).toMatch(/^permission denied/);
});

test('messages of an earlier version are numbered as they were made, and those to come go on from there', async () => {
  await asOwner(database, async (client) => {
    await client.query('reset role');
    await client.query('create database earlier');
  });
  const earlier = { ...database, database: 'earlier' };
  await makeRoles(earlier);
  const before = Object.entries(migrations).filter(([name]) => name !== '122-messages-in-order');
  await migrate(earlier, Object.fromEntries(before));
  const added = (id: string, made: string): string =>
    `insert into rubric.message (id, programme, key, kind, called, address, made, state)
       values ('${id}', 'p', '${id}', 'note', '${id}', 'a@example.org', '${made}', 'kept');
     insert into rubric.message_step (message, programme, at, what) values ('${id}', 'p', '${made}', 'kept');`;
  const numbers = await asOwner(earlier, async (client) => {
    // Two of one instant, of which the ids stand the other way round; and one of an earlier day that was written last.
    await client.query(added('z', '2026-03-02T09:00:00Z') + added('a', '2026-03-02T09:00:00Z'));
    await client.query(added('m', '2026-03-01T09:00:00Z'));
    await migrate(earlier);
    await client.query(added('b', '2026-03-02T09:00:00Z'));
    return (await client.query<{ id: string; number: number }>('select id, number from rubric.message order by 2'))
      .rows;
  });
  expect(numbers.map(({ id, number }) => `${number} ${id}`)).toEqual(['1 m', '2 z', '3 a', '4 b']);
});
