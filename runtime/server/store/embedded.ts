/**
 * A Postgres of our own, in a folder of ours: made at the first start, kept, and listened to from this machine alone.
 * Whatever was left by a process that was killed is put right at the next start.
 */
import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmod, chown, mkdir, open, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { promisify } from 'node:util';
import { type Binaries, binariesFor, databaseUser, isReachable, type RunsAs, reachable } from './embedded-binaries.js';
import { holderOf, takeLock } from './folder-lock.js';
import { isDatabaseOf, isGone, standingIn } from './processes.js';

/** How a running Postgres is reached by whoever may do everything in it. */
export interface Server {
  host: string;
  port: number;
  user: string;
  password: string;
  database: string;
}
export interface Embedded {
  server: Server;
  /** Stops it, if it was started here, and lets the folder go. */
  stop(): Promise<void>;
}
export interface EmbeddedOptions {
  /**
   * `alone` (the rule): the folder is locked, and a Postgres is started. `beside`: where another process has it running
   * already, that one is used, for what may be done while people work; and nothing is made where there is nothing.
   */
  use?: 'alone' | 'beside';
  /** False: what was written may be lost with the power. For tests alone. */
  durable?: boolean;
}

/** What lies in a data folder. */
const placesIn = (folder: string) => ({
  lock: join(folder, 'in-use'),
  /** Where the database is, should it not be within the folder. */
  elsewhere: join(folder, 'database-is-at'),
  /** The password of the owner, and the port while it runs. */
  secret: join(folder, 'database.json'),
  log: join(folder, 'database.log'),
});

/**
 * Takes a data folder, which is made where there is none; gives the Postgres in it, running. Throws a sentence where
 * another process uses the folder, or where the database does not start.
 */
export const startEmbedded = async (folder: string, options: EmbeddedOptions = {}): Promise<Embedded> => {
  const at = resolve(folder);
  const places = placesIn(at);
  if (options.use === 'beside') {
    const running = (await holderOf(places.lock)) === undefined ? undefined : await runningIn(places.secret);
    if (running) return { server: running, stop: async () => {} };
    if (!(await stat(places.secret).catch(() => undefined))) throw new Error(`There is no store in “${folder}”.`);
  }
  await mkdir(at, { recursive: true, mode: 0o755 });
  const letGo = await takeLock(places.lock);
  if (!letGo) {
    const holder = await holderOf(places.lock);
    throw new Error(
      `The data folder “${folder}” is in use by another process${holder === undefined ? '' : ` (number ${holder})`}. Stop that one first, or use another folder.`,
    );
  }
  try {
    return await startIn(at, letGo, options.durable ?? true);
  } catch (fault) {
    await letGo();
    throw fault;
  }
};

const runningIn = async (secret: string): Promise<Server | undefined> => {
  const told = JSON.parse(await readFile(secret, 'utf8').catch(() => '{}')) as Partial<Server>;
  return told.port ? (told as Server) : undefined;
};

const startIn = async (folder: string, letGo: () => Promise<void>, durable: boolean): Promise<Embedded> => {
  const places = placesIn(folder);
  const user = await databaseUser();
  const binaries = await binariesFor(user);
  const cluster = await clusterOf(folder, user);
  await stopLeftOver(cluster);
  const password = await passwordIn(places.secret);
  if (!(await stat(join(cluster, 'PG_VERSION')).catch(() => undefined)))
    await initialise(binaries, cluster, password, user);
  await checkVersion(binaries, cluster, user);
  const started = await startOnFreePort(binaries, cluster, { user, log: places.log, durable });
  const server: Server = { host: '127.0.0.1', port: started.port, user: 'postgres', password, database: 'postgres' };
  await writeSecret(places.secret, server);
  return {
    server,
    stop: async () => {
      await started.stop();
      await writeSecret(places.secret, { password });
      await letGo();
    },
  };
};

/** Within the data folder; as root, somewhere else where the user of the database cannot get into it. */
const clusterOf = async (folder: string, user: RunsAs | undefined): Promise<string> => {
  const { elsewhere } = placesIn(folder);
  const told = await readFile(elsewhere, 'utf8').catch(() => undefined);
  if (told !== undefined) return told.trim();
  const within = join(folder, 'database');
  if (!user || (await isReachable(folder))) return within;
  const outside = join(reachable, randomBytes(8).toString('hex'));
  await mkdir(outside, { recursive: true, mode: 0o755 });
  await writeFile(elsewhere, `${join(outside, 'database')}\n`);
  return join(outside, 'database');
};

/** A database outlives the process that started it, should that be killed; and what worked for it outlives a killed one. */
const stopLeftOver = async (cluster: string): Promise<void> => {
  const note = join(cluster, 'postmaster.pid');
  const pid = Number((await readFile(note, 'utf8').catch(() => '')).split('\n')[0]);
  if (!pid) return;
  if (await isDatabaseOf(pid, cluster)) await stopDatabase(pid);
  for (let waited = 0; waited < 20_000; waited += 50) {
    const left = await standingIn(cluster);
    if (left === undefined) return;
    if (left.length === 0) {
      // Its number may be another's by now, or nobody may have noticed its end: then Postgres would not start for it.
      await rm(note, { force: true });
      return;
    }
    await wait(50);
  }
  throw new Error(`Something of an earlier database in “${cluster}” does not stop. End it, and start again.`);
};

const stopDatabase = async (pid: number): Promise<void> => {
  for (const [signal, patience] of [
    ['SIGINT', 20_000],
    ['SIGQUIT', 10_000],
  ] as const) {
    process.kill(pid, signal);
    if (await isGone(pid, patience)) return;
  }
};

const passwordIn = async (secret: string): Promise<string> => {
  const told = await readFile(secret, 'utf8').catch(() => undefined);
  if (told !== undefined) return (JSON.parse(told) as { password: string }).password;
  const password = randomBytes(24).toString('base64url');
  await writeSecret(secret, { password });
  return password;
};

/** Whole or not at all, for nobody else to read. */
const writeSecret = async (secret: string, told: object): Promise<void> => {
  const half = `${secret}.${process.pid}`;
  await writeFile(half, JSON.stringify(told), { mode: 0o600 });
  await rename(half, secret);
};

/** Made beside its place and moved there, so that one that was cut short is never taken for a database. */
const initialise = async (binaries: Binaries, cluster: string, password: string, user?: RunsAs): Promise<void> => {
  const half = `${cluster}.half-made`;
  const told = `${cluster}.password`;
  await rm(half, { recursive: true, force: true });
  await mkdir(half, { recursive: true, mode: 0o700 });
  await writeFile(told, `${password}\n`, { mode: 0o600 });
  if (user) for (const each of [half, told]) await chown(each, user.uid, user.gid);
  const locale = ['--encoding=UTF8', '--no-locale', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'];
  try {
    await promisify(execFile)(
      binaries.initdb,
      [`--pgdata=${half}`, '--auth=scram-sha-256', '--username=postgres', `--pwfile=${told}`, ...locale],
      { ...user, cwd: half, env: environment() },
    );
  } catch (fault) {
    throw new Error(`A database could not be made in “${cluster}”: ${lastLine((fault as { stderr?: string }).stderr)}`);
  } finally {
    await rm(told, { force: true });
  }
  await rename(half, cluster);
};

/** The data of one major version is not read by another. */
const checkVersion = async (binaries: Binaries, cluster: string, user?: RunsAs): Promise<void> => {
  const kept = (await readFile(join(cluster, 'PG_VERSION'), 'utf8')).trim();
  const { stdout } = await promisify(execFile)(binaries.postgres, ['--version'], { ...user, cwd: '/' });
  const ours = /(\d+)/.exec(stdout)?.[1];
  if (kept !== ours)
    throw new Error(
      `The database in “${cluster}” was made by Postgres ${kept}, and this is Postgres ${ours}. Make a back-up with the version of Rubric that made it, and restore that here.`,
    );
};

interface Starting {
  user: RunsAs | undefined;
  log: string;
  durable: boolean;
}

const startOnFreePort = async (
  binaries: Binaries,
  cluster: string,
  starting: Starting,
): Promise<{ port: number; stop(): Promise<void> }> => {
  for (let tries = 0; ; tries += 1) {
    const port = await freePort();
    const child = await spawnServer(binaries, cluster, port, starting);
    if (await isReady(child, cluster)) return { port, stop: keptRunning(child, binaries, cluster, port, starting) };
    // Somebody else may have taken the port in between.
    if (tries === 4)
      throw new Error(
        `The database in “${cluster}” does not start: ${lastLine(await readFile(starting.log, 'utf8').catch(() => ''))} More may be in “${starting.log}”.`,
      );
  }
};

const freePort = (): Promise<number> =>
  new Promise((found, failed) => {
    const probe = createServer().once('error', failed);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => found(port));
    });
  });

/** What is kept must not come into the log: neither a statement nor the row that it failed on. */
const quiet = ['log_error_verbosity=terse', 'log_min_error_statement=panic', 'log_statement=none'];
const fast = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off'];

const spawnServer = async (
  binaries: Binaries,
  cluster: string,
  port: number,
  { user, log, durable }: Starting,
): Promise<ChildProcess> => {
  const large = (await stat(log).catch(() => undefined))?.size ?? 0;
  const file = await open(log, large > 5_000_000 ? 'w' : 'a', 0o600);
  try {
    const settings = [
      'listen_addresses=127.0.0.1',
      'unix_socket_directories=',
      'max_connections=100',
      ...quiet,
      ...(durable ? [] : fast),
    ];
    await chmod(cluster, 0o700);
    return spawn(binaries.postgres, ['-D', cluster, '-p', String(port), ...settings.flatMap((each) => ['-c', each])], {
      ...user,
      cwd: cluster,
      env: environment(),
      stdio: ['ignore', file.fd, file.fd],
      // Ctrl+C in a terminal is for us: the database goes after the last request was answered.
      detached: true,
    });
  } finally {
    await file.close();
  }
};

/** Nothing of our own surroundings, which may hold secrets, but what a program needs to be found and to speak English. */
const environment = (): NodeJS.ProcessEnv => ({ PATH: process.env.PATH, LC_ALL: 'C', TZ: 'UTC' });

/** It says so itself, in the file with its number. A start after a kill may first have much to put right. */
const isReady = async (child: ChildProcess, cluster: string): Promise<boolean> => {
  let isOver = false;
  child.once('exit', () => (isOver = true)).once('error', () => (isOver = true));
  for (let waited = 0; waited < 120_000 && !isOver; waited += 5) {
    const told = (await readFile(join(cluster, 'postmaster.pid'), 'utf8').catch(() => '')).split('\n');
    if (Number(told[0]) === child.pid && told[7]?.trim() === 'ready') return true;
    await wait(5);
  }
  if (!isOver) child.kill('SIGQUIT');
  return false;
};

/** Should it end by itself, it is started again at the same port. Gives what stops it for good. */
const keptRunning = (
  first: ChildProcess,
  binaries: Binaries,
  cluster: string,
  port: number,
  starting: Starting,
): (() => Promise<void>) => {
  let child = first;
  let isStopping = false;
  let starts: Promise<unknown> = Promise.resolve();
  const withUs = () => void child.kill('SIGINT');
  const again = async (): Promise<void> => {
    await stopLeftOver(cluster);
    await wait(200);
    if (isStopping) return;
    child = await spawnServer(binaries, cluster, port, starting);
    watch();
  };
  const watch = (): void => {
    child.unref();
    child.once('exit', () => {
      if (!isStopping) starts = again().catch(() => {});
    });
  };
  process.once('exit', withUs);
  watch();
  return async () => {
    isStopping = true;
    process.off('exit', withUs);
    await starts;
    if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
    const over = new Promise((gone) => child.once('exit', gone));
    child.ref();
    child.kill('SIGINT');
    await over;
  };
};

const lastLine = (told = ''): string => {
  const line = told.trim().split('\n').at(-1) ?? '';
  return line === '' ? 'it did not say why.' : line;
};
