/**
 * A store of a test file's own: a real Postgres in a temporary folder, gone when the file is done. Call it at the top of the
 * file: `const { store, at } = await storeForTests();`
 */
import { spawn } from 'node:child_process';
import { chmodSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll } from 'vitest';
import type { Id } from '../../../engine/index.js';
import type { Project, Standing, Viewpoint } from '../../../runtime/server/store/contract.js';
import { openStore, type Running, runDatabase, type Store } from '../../../runtime/server/store/open-store.js';
import { asLogin, type Login } from '../../../runtime/server/store/roles.js';

export interface StoreForTests {
  store: Store;
  /** The present instant of the store's clock. */
  now(): string;
  /** Moves the clock. */
  at(instant: string): void;
  /** Asks the database directly, as one of its roles or as the owner of all tables. */
  ask<Row extends pg.QueryResultRow>(as: Login | 'owner', query: string, values?: unknown[]): Promise<Row[]>;
  /** The database as it runs: its host, its port and who may do everything in it. */
  database: Running['server'];
  /** The folder of the database, and a `DATABASE_URL` to it. */
  folder: string;
  url: string;
}
interface Options {
  now?: string;
  project?: Project;
}

/** Says of a case only what every case has: for tests in which standings do not matter. */
export const plainStanding: Project = ({ began }, { programme: _ }, now): Standing => ({
  asOf: now.slice(0, 10),
  stage: 'referred',
  since: began,
  outcome: 'not-enough-information',
  closed: false,
  work: [],
});

/** A temporary folder that the database's user can reach. */
export const temporaryFolder = async (): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), 'rubric-store-'));
  chmodSync(folder, 0o755);
  return folder;
};

export const storeForTests = async ({
  now = '2026-03-02T09:00:00Z',
  project = plainStanding,
}: Options = {}): Promise<StoreForTests> => {
  const folder = await temporaryFolder();
  const running = await runDatabase({ dataFolder: folder, embedded: { durable: false } });
  endWithUs(folder);
  const { user, password, host, port, database } = running.server;
  const url = `postgres://${user}:${password}@${host}:${port}/${database}`;
  const clock = { now };
  const store = await openStore({ databaseUrl: url, now: () => clock.now, project });
  afterAll(async () => {
    await store.close();
    await running.stop();
    await rm(folder, { recursive: true, force: true });
  });
  return {
    store,
    now: () => clock.now,
    at: (instant) => {
      clock.now = instant;
    },
    ask: (as, query, values) => askAs(running.server, as, query, values),
    database: running.server,
    folder,
    url,
  };
};

/** Tests that are broken off end without being asked to; their database would go on for ever. */
const endWithUs = (folder: string): void => {
  const database = readFileSync(join(folder, 'database', 'postmaster.pid'), 'utf8').split('\n')[0] ?? '';
  const watch = `while kill -0 "$0" && kill -0 "$1"; do sleep 2; done; kill -INT "$1" && sleep 2 && rm -rf "$2"`;
  spawn('sh', ['-c', watch, String(process.pid), database, folder], { stdio: 'ignore', detached: true }).unref();
};

const askAs = async <Row extends pg.QueryResultRow>(
  server: Running['server'],
  as: Login | 'owner',
  query: string,
  values: unknown[] = [],
): Promise<Row[]> => {
  const client = new pg.Client((as === 'owner' ? server : asLogin(server, as)) as pg.ClientConfig);
  await client.connect();
  try {
    if (as === 'owner') await client.query('set role rubric_owner');
    return (await client.query<Row>(query, values)).rows;
  } finally {
    await client.end();
  }
};

/** Whose eyes something is read with, in a test: somebody inside who works with him, unless told otherwise. */
export const viewOf = (role: Id, more: Partial<Viewpoint> = {}): Viewpoint => ({
  programme: 'evening',
  person: `${role}-1`,
  role,
  side: 'inside',
  seesHers: false,
  sites: 'all',
  ...more,
});
