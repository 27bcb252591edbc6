import { expect, test } from 'vitest';
import { openPost } from '../../../runtime/server/post/post.js';
import { storeForTests } from '../store/store-for-tests.js';
import { smtpPeer } from './smtp-peer.js';

const { store, now, ask } = await storeForTests();
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
