/** The Postgres of a data folder: kept, locked, and put right after a kill. */
import { spawn } from 'node:child_process';
import { chmodSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import process from 'node:process';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { afterAll, expect, test } from 'vitest';
import { type Embedded, startEmbedded } from '../../../runtime/server/store/embedded.js';
import { isRunning } from '../../../runtime/server/store/processes.js';
import { temporaryFolder } from './store-for-tests.js';

const folder = await temporaryFolder();
afterAll(() => rm(folder, { recursive: true, force: true }));
const fast = { durable: false };

const ask = async ({ server }: Embedded, query: string): Promise<unknown[]> => {
  const client = new pg.Client(server);
  await client.connect();
  return (await client.query(query).finally(() => client.end())).rows;
};
const databaseIn = (data: string): number =>
  Number(readFileSync(join(data, 'database', 'postmaster.pid'), 'utf8').split('\n')[0]);

test('what is kept in a folder is there at the next start', async () => {
  const data = join(folder, 'kept');
  const first = await startEmbedded(data, fast);
  await ask(first, 'create table kept as select 7 as seven');
  await first.stop();
  const second = await startEmbedded(data, fast);
  expect(await ask(second, 'select seven from kept')).toEqual([{ seven: 7 }]);
  await second.stop();
});

test('a folder in use is not used by another, which is told so; but looked at beside', async () => {
  const data = join(folder, 'in use');
  const first = await startEmbedded(data, fast);
  await expect(startEmbedded(data, fast)).rejects.toThrow(
    `The data folder “${data}” is in use by another process (number ${process.pid}). Stop that one first, or use another folder.`,
  );
  const beside = await startEmbedded(data, { use: 'beside' });
  expect(beside.server).toEqual(first.server);
  await beside.stop();
  expect(await ask(first, 'select 1 as one')).toEqual([{ one: 1 }]);
  await first.stop();
});

test('of several that start at once on one folder one gets it', async () => {
  const data = join(folder, 'at once');
  const all = await Promise.allSettled([1, 2, 3, 4].map(() => startEmbedded(data, fast)));
  const started = all.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : []));
  expect(started).toHaveLength(1);
  await started[0]?.stop();
});

test('what is secret can be read by nobody else, and nothing secret is left lying about', async () => {
  const data = join(folder, 'secret');
  const { stop } = await startEmbedded(data, fast);
  for (const file of ['database.json', 'database.log']) expect(statSync(join(data, file)).mode & 0o077).toBe(0);
  expect(statSync(join(data, 'database')).mode & 0o077).toBe(0);
  await stop();
  expect(readdirSync(data).sort()).toEqual(['database', 'database.json', 'database.log']);
  const again = await startEmbedded(data, fast);
  await expect(new pg.Client({ ...again.server, password: 'guessed' }).connect()).rejects.toThrow('password');
  await again.stop();
});

test('neither a statement that fails nor the row it fails on comes into the log', async () => {
  const data = join(folder, 'quiet');
  const running = await startEmbedded(data, fast);
  await ask(running, 'create table of_one (said text unique check (length(said) < 20))');
  await ask(running, `insert into of_one values ('canary')`);
  await expect(ask(running, `insert into of_one values ('canary')`)).rejects.toThrow('duplicate key');
  await expect(ask(running, `insert into of_one values ('canary and canary and canary')`)).rejects.toThrow('check');
  await expect(ask(running, `select 'canary' from nowhere`)).rejects.toThrow('does not exist');
  await running.stop();
  const log = readFileSync(join(data, 'database.log'), 'utf8');
  expect(log).toContain('duplicate key');
  expect(log).not.toContain('canary');
});

test('a database that dies is started again where it was', async () => {
  const data = join(folder, 'dies');
  const running = await startEmbedded(data, fast);
  await ask(running, 'create table kept as select 7 as seven');
  await ask(running, 'checkpoint');
  process.kill(databaseIn(data), 'SIGKILL');
  let rows: unknown[] | undefined;
  for (let tries = 0; rows === undefined && tries < 200; tries += 1) {
    await wait(50);
    rows = await ask(running, 'select seven from kept').catch(() => undefined);
  }
  expect(rows).toEqual([{ seven: 7 }]);
  await running.stop();
});

test('one that was half made, and a lock and a number that are nobody’s any more, are no hindrance', async () => {
  const data = join(folder, 'left over');
  await (await startEmbedded(data, fast)).stop();
  mkdirSync(join(data, 'database.half-made'));
  const ended = spawn(process.execPath, ['-e', '']);
  await new Promise((over) => ended.once('exit', over));
  writeFileSync(join(data, 'in-use'), JSON.stringify({ pid: ended.pid, start: '1' }));
  // The number of a process that has nothing to do with it, as after the machine was started anew.
  const other = spawn(process.execPath, ['-e', 'setTimeout(() => {}, 60000)']);
  writeFileSync(join(data, 'database', 'postmaster.pid'), `${other.pid}\n`);
  const running = await startEmbedded(data, fast);
  expect(isRunning(other.pid ?? 0)).toBe(true);
  other.kill();
  await running.stop();
});

test('a database of another version is not touched', async () => {
  const data = join(folder, 'older');
  await (await startEmbedded(data, fast)).stop();
  writeFileSync(join(data, 'database', 'PG_VERSION'), '14\n');
  await expect(startEmbedded(data, fast)).rejects.toThrow('was made by Postgres 14, and this is Postgres 18.');
});

test.runIf(process.getuid?.() === 0)('as root it also lies in a folder that nobody else can enter', async () => {
  const closed = join(folder, 'closed');
  mkdirSync(closed);
  chmodSync(closed, 0o700);
  const data = join(closed, 'data');
  const running = await startEmbedded(data, fast);
  const place = readFileSync(join(data, 'database-is-at'), 'utf8').trim();
  expect(await ask(running, 'select 1 as one')).toEqual([{ one: 1 }]);
  await running.stop();
  const again = await startEmbedded(data, fast);
  expect(readFileSync(join(data, 'database-is-at'), 'utf8').trim()).toBe(place);
  await again.stop();
  rmSync(join(place, '..'), { recursive: true });
});
