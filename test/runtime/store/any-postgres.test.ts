/** A Postgres that is not ours, whose user is no superuser, as managed ones are. The oldest on this machine, else our own. */
import { execFileSync, spawn } from 'node:child_process';
import { chownSync, existsSync, mkdirSync, readdirSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { afterAll, expect, test } from 'vitest';
import { binariesFor, databaseUser } from '../../../runtime/server/store/embedded-binaries.js';
import { openStore } from '../../../runtime/server/store/open-store.js';
import { asLogin, reachedBy } from '../../../runtime/server/store/roles.js';
import { verify } from '../../../runtime/server/store/verify.js';
import { course, did, told } from '../../engine/course/story.js';
import { plainStanding, temporaryFolder, viewOf } from './store-for-tests.js';

const system = '/usr/lib/postgresql';
const installed = existsSync(system) ? readdirSync(system).filter((version) => Number(version) >= 15) : [];
const folder = await temporaryFolder();
const user = await databaseUser();
const ours = await binariesFor(user);
const binaryOf = (name: 'initdb' | 'postgres'): string =>
  installed[0] === undefined ? ours[name] : join(system, installed[0], 'bin', name);

const port = await new Promise<number>((found) => {
  const probe = createServer().listen(0, '127.0.0.1', () => {
    const address = probe.address();
    probe.close(() => found(typeof address === 'object' && address ? address.port : 0));
  });
});
const cluster = join(folder, 'cluster');
mkdirSync(cluster, { mode: 0o700 });
if (user) chownSync(cluster, user.uid, user.gid);
const as = { ...user, cwd: cluster };
execFileSync(binaryOf('initdb'), ['-D', cluster, '--auth=trust', '--username=postgres', '--no-sync'], as);
const child = spawn(
  binaryOf('postgres'),
  ['-D', cluster, '-p', String(port), '-c', 'unix_socket_directories=', '-c', 'fsync=off'],
  { ...as, stdio: 'ignore' },
);
afterAll(async () => {
  const over = new Promise((gone) => child.once('exit', gone));
  child.kill('SIGINT');
  await over;
  await rm(folder, { recursive: true, force: true });
});

const administrator = `postgres://postgres@127.0.0.1:${port}/postgres`;
const ask = async <Row extends pg.QueryResultRow>(url: string, ...queries: string[]): Promise<Row[]> => {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    let rows: Row[] = [];
    for (const query of queries) ({ rows } = await client.query<Row>(query));
    return rows;
  } finally {
    await client.end();
  }
};
for (let tries = 0; ; tries += 1) {
  const answered = await ask(administrator, 'select 1').catch(() => undefined);
  if (answered) break;
  if (tries > 200) throw new Error('The Postgres of this test does not start.');
  await wait(50);
}
await ask(
  administrator,
  `create role manager login password 'its secret' createrole`,
  'create database programmes owner manager',
  `create role powerless login password 'none'`,
  'create database others owner powerless',
);
const url = `postgres://manager:its%20secret@127.0.0.1:${port}/programmes`;
const open = () => openStore({ databaseUrl: url, now: () => '2026-03-02T09:00:00Z', project: plainStanding });
const bundle = course(`
records:
  worry: { called: the support worker was worried, by: support-worker, ours: test }
`);
const staff = viewOf('staff');
const supporter = viewOf('support-worker', { seesHers: true });

test('a user who is no superuser opens a store, and again, and both sides work', async () => {
  expect(await ask(url, 'select rolsuper from pg_roles where rolname = current_user')).toEqual([{ rolsuper: false }]);
  const store = await open();
  const referral = told('answered', '2026-01-02', { 'full-name': 'Tom' }, 'referrer');
  const { ref } = await store.begin(staff, { form: 'referral', name: 'Tom', bundle, key: 'a', events: [referral] });
  await store.append(supporter, {
    ref,
    key: 'b',
    events: [did('2026-01-04', 'worry', { by: 'support-worker' })],
  });
  await store.close();
  const again = await open();
  expect((await again.open(staff, ref))?.events).toHaveLength(1);
  expect((await again.open(supporter, ref))?.events).toHaveLength(2);
  await again.close();
  expect(await verify(reachedBy(url))).toEqual({ cases: 1, rows: 2 });
});

test('several servers that start at once on one database make its tables once', async () => {
  await ask(administrator, 'create database at_once owner manager');
  const databaseUrl = url.replace(/programmes$/, 'at_once');
  const started = await Promise.all(
    [1, 2, 3].map(() => openStore({ databaseUrl, now: () => '2026-03-02T09:00:00Z', project: plainStanding })),
  );
  expect((await started[2]?.list(staff, {}))?.all).toBe(0);
  await Promise.all(started.map((store) => store.close()));
});

test('a user who may not make roles is told what to give him', async () => {
  const databaseUrl = `postgres://powerless:none@127.0.0.1:${port}/others`;
  const opened = openStore({ databaseUrl, now: () => '2026-03-02T09:00:00Z', project: plainStanding });
  await expect(opened).rejects.toThrow(
    'The database user “powerless” may not make roles. Give DATABASE_URL a user with CREATEROLE that owns the database.',
  );
});

test('a role that may do more than it should is not used', async () => {
  await ask(administrator, 'alter role rubric_app bypassrls');
  await expect(open()).rejects.toThrow('The database role “rubric_app” may do more than it should');
  await ask(administrator, 'alter role rubric_app nobypassrls');
});

test('the libraries log in with schemas of their own, and with no way to the others', async () => {
  const reached = reachedBy(url);
  const asking = async (login: 'auth' | 'worker', query: string) => {
    const client = new pg.Client(asLogin(reached, login) as pg.ClientConfig);
    await client.connect();
    return client.query(query).finally(() => client.end());
  };
  await asking('auth', 'create table auth.visit (id text)');
  await asking('worker', 'create schema if not exists graphile_worker');
  await expect(asking('auth', 'select from rubric.case_file')).rejects.toThrow('permission denied');
  await expect(asking('worker', 'select from hers.case_event')).rejects.toThrow('permission denied');
});

test('a database that is ahead of this version of Rubric is left alone', async () => {
  await ask(url, 'set role rubric_owner', `insert into rubric_migrations.rubric_migration values ('999-later', 'now')`);
  await expect(open()).rejects.toThrow('The database is of another version of Rubric than this one');
});
