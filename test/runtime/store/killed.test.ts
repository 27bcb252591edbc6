/** A server that is killed while people save: nothing that it acknowledged is lost, nothing is kept by halves. */
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { build } from 'vite';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openStore, runDatabase } from '../../../runtime/server/store/open-store.js';
import { asOwner, type Reached } from '../../../runtime/server/store/roles.js';
import { verify } from '../../../runtime/server/store/verify.js';
import { course, told } from '../../engine/course/story.js';
import { plainStanding, temporaryFolder, viewOf } from './store-for-tests.js';

const kills = process.env.SOAK ? 200 : 10;
const folder = await temporaryFolder();
afterAll(() => rm(folder, { recursive: true, force: true }));
const data = join(folder, 'data');
const child = resolve('.build/for-tests/adding.mjs');
const bundle = course(`
records:
  incident: { called: an incident was reported, asks: { severity: { ask: How severe?, options: [low, high] } }, ours: test }
`);
const staff = viewOf('staff');
const refs: string[] = [];

beforeAll(async () => {
  await build({
    configFile: false,
    logLevel: 'error',
    build: {
      ssr: resolve('test/runtime/store/adding.ts'),
      outDir: resolve('.build/for-tests'),
      emptyOutDir: false,
      rollupOptions: { output: { entryFileNames: 'adding.mjs' } },
    },
  });
  const store = await openStore({ dataFolder: data, now: () => '2026-03-02T09:00:00Z', project: plainStanding });
  for (const name of ['A', 'B', 'C', 'D']) {
    const referral = told('answered', '2026-01-02', { 'full-name': name }, 'referrer');
    const made = { form: 'referral', name, bundle, key: name, events: [referral] };
    refs.push((await store.begin(staff, made)).ref);
  }
  await store.close();
});

/**
 * Starts a server, lets it acknowledge so much, and kills it a little later; with its database, if that is asked. Gives what
 * it acknowledged.
 */
const killed = async (run: number, many: number, withDatabase: boolean): Promise<string[]> => {
  const server = spawn(process.execPath, [child, data, String(run), ...refs], { stdio: ['ignore', 'pipe', 'inherit'] });
  let said = '';
  const isOver = new Promise<void>((over) => server.stdout.once('close', over));
  const lines = (): string[] => said.split('\n').slice(1, -1);
  await new Promise<void>((enough, failed) => {
    server.stdout.on('data', (text: Buffer) => {
      said += text;
      if (lines().length >= many) enough();
    });
    server.once('exit', () => failed(new Error('The server ended before it was killed.')));
  });
  await wait((run * 7) % 40);
  const database = Number(readFileSync(join(data, 'database', 'postmaster.pid'), 'utf8').split('\n')[0]);
  if (withDatabase) process.kill(database, 'SIGKILL');
  server.kill('SIGKILL');
  await isOver;
  return lines();
};

interface Kept {
  event: string;
  ref: string;
}
const keptIn = (server: Reached, table: string): Promise<Kept[]> =>
  asOwner(server, async (client) => (await client.query<Kept>(`select ref, event from ${table} order by number`)).rows);

test(`after ${kills} kills everything acknowledged is there, and nothing by halves`, async () => {
  const acknowledged: string[] = [];
  for (let run = 0; run < kills; run += 1)
    acknowledged.push(...(await killed(run, 1 + ((run * 5) % 12), run % 3 === 2)));
  expect(acknowledged.some((key) => key.endsWith('to all'))).toBe(true);

  const { server, stop } = await runDatabase({ dataFolder: data });
  try {
    const his = new Set((await keptIn(server, 'rubric.case_event')).map(({ event }) => event));
    const hers = new Set((await keptIn(server, 'hers.case_event')).map(({ event }) => event));
    const isKept = (key: string, ref: string): boolean[] => [his.has(`${key} ${ref} 1`), hers.has(`${key} ${ref} 2`)];
    const wherever = (key: string): boolean[] =>
      (key.endsWith('to all') ? refs : refs.filter((ref) => key.endsWith(ref))).flatMap((ref) => isKept(key, ref));
    expect(acknowledged.filter((key) => wherever(key).includes(false))).toEqual([]);
    const keys = new Set(
      [...his, ...hers].filter((id) => id.includes(' to ')).map((id) => id.split(' ').slice(0, 3).join(' ')),
    );
    expect([...keys].filter((key) => new Set(wherever(key)).size > 1)).toEqual([]);
    expect(await verify(server)).not.toHaveProperty('tampered');
  } finally {
    await stop();
  }
});
