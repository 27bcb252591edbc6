import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import path from 'node:path';
import { build } from 'vite';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Step } from '../../../runtime/server/post/runner.js';
import type { MessageRow } from '../../../runtime/server/store/message-store.js';
import { messageStore } from '../../../runtime/server/store/message-store.js';
import { openStore, type Store } from '../../../runtime/server/store/open-store.js';
import { bySystem } from '../../../runtime/server/store/people-store.js';
import { databaseForTests } from './database.js';
import { type Peer, smtpPeer } from './smtp-peer.js';
import { standingOf } from './standing.js';

const now = (): string => '2026-03-02T10:00:00.000Z';
const child = path.resolve('.build/for-tests/sending.mjs');

let database: Awaited<ReturnType<typeof databaseForTests>>;
let store: Store;
const running = new Set<ChildProcess>();

beforeAll(async () => {
  await build({
    configFile: false,
    logLevel: 'error',
    build: {
      ssr: path.resolve('test/runtime/post/sending.ts'),
      outDir: path.dirname(child),
      emptyOutDir: false,
      rollupOptions: { output: { entryFileNames: 'sending.mjs' } },
    },
  });
  database = await databaseForTests();
  store = await openStore({ databaseUrl: database.url, now, project: standingOf });
});

afterAll(async () => {
  for (const one of running) one.kill('SIGKILL');
  await store?.close();
  await database?.stop();
});

const ended = (one: ChildProcess): Promise<void> =>
  new Promise((done) => {
    if (one.exitCode !== null || one.signalCode !== null) done();
    else one.once('exit', () => done());
  });

/** A server that sends, and dies at that step; gives it once it runs. */
const sender = async (peer: Peer, dies?: Step): Promise<ChildProcess> => {
  const one = spawn(process.execPath, [child, database.url, peer.url, ...(dies ? [dies] : [])], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  running.add(one);
  one.once('exit', () => running.delete(one));
  await new Promise<void>((ready, failed) => {
    one.stdout?.once('data', () => ready());
    one.once('exit', (code, signal) => failed(new Error(`It ended before it ran: ${code ?? signal}.`)));
  });
  return one;
};

const add = (address: string): Promise<string> =>
  store.within(bySystem(), async (db) => {
    const id = randomUUID();
    const about = { programme: '', kind: 'note', called: 'A note', way: 'email', state: 'waiting', why: '' } as const;
    const says = { open: true, subject: 'A note', text: `Words of ${id}.`, html: null };
    await messageStore.add(db, { ...about, ...says, id, key: id, address, made: now() });
    return id;
  });

const found = (id: string): Promise<MessageRow | undefined> =>
  store.within(bySystem(), (db) => messageStore.find(db, id));

const until = async (id: string, states: readonly string[]): Promise<MessageRow> => {
  for (let tries = 0; tries < 900; tries += 1) {
    const row = await found(id);
    if (row && states.includes(row.state)) return row;
    await new Promise((later) => setTimeout(later, 50));
  }
  throw new Error(`It stayed ${(await found(id))?.state}.`);
};
const resting = ['sent', 'perhaps', 'held', 'kept'];
const lettersOf = (peer: Peer, id: string): number => peer.taken.filter((letter) => letter.includes(id)).length;

/** Each step at which the server is killed, what becomes of the message by itself, and how many letters arrive. */
const kills: [Step, string, number][] = [
  ['taken-up', 'sent', 1],
  ['recorded', 'perhaps', 0],
  ['handed', 'perhaps', 1],
  ['closed', 'sent', 1],
];

test.each(kills)('killed when it was %s, a message is %s in the end, and %i letters arrive', async (step, state, n) => {
  const peer = await smtpPeer();
  const dying = await sender(peer, step);
  const id = await add('lee@example.org');
  await ended(dying);
  const next = await sender(peer);
  expect((await until(id, resting)).state).toBe(state);
  expect(lettersOf(peer, id)).toBe(n);
  // Another start does nothing with it either: from here on it is a person's.
  next.kill('SIGKILL');
  await ended(next);
  const third = await sender(peer);
  const other = await add('kim@example.org');
  await until(other, ['sent']);
  expect((await found(id))?.state).toBe(state);
  expect(lettersOf(peer, id)).toBe(n);
  third.kill('SIGKILL');
  await peer.close();
});

test('killed while the mail server has the letter and has not answered, it may have been sent', async () => {
  let asked: () => void = () => {};
  const isAsked = new Promise<void>((done) => {
    asked = done;
  });
  let isSlow = true;
  const peer = await smtpPeer(async () => {
    if (!isSlow) return undefined;
    asked();
    await new Promise(() => {});
    return undefined;
  });
  const dying = await sender(peer);
  const id = await add('lee@example.org');
  await isAsked;
  dying.kill('SIGKILL');
  await ended(dying);
  isSlow = false;
  const next = await sender(peer);
  const left = await until(id, resting);
  expect(left.state).toBe('perhaps');
  expect(left.why).toBe(
    'The server stopped while it was being sent, so it may have been sent. Find out, and then say so.',
  );
  expect(lettersOf(peer, id)).toBe(0);

  // A person has found out that it was not, and has it sent again.
  await store.within(bySystem(), (db) => messageStore.settle(db, { id, to: 'waiting', at: now(), by: 'Alex' }));
  expect((await until(id, ['sent'])).attempts).toBe(2);
  expect(lettersOf(peer, id)).toBe(1);
  const steps = await store.within(bySystem(), (db) => messageStore.steps(db, id));
  expect(steps.map(({ what, by }) => [what, by])).toEqual([
    ['waiting', ''],
    ['perhaps', ''],
    ['waiting', 'Alex'],
    ['sent', ''],
  ]);
  next.kill('SIGKILL');
});

test('two servers share the work, and each message goes out once', async () => {
  const peer = await smtpPeer();
  const [one, two] = [await sender(peer), await sender(peer)];
  const ids = await Promise.all(Array.from({ length: 20 }, () => add('lee@example.org')));
  for (const id of ids) await until(id, ['sent']);
  expect(ids.map((id) => lettersOf(peer, id))).toEqual(ids.map(() => 1));
  one.kill('SIGKILL');
  two.kill('SIGKILL');
  await peer.close();
});
