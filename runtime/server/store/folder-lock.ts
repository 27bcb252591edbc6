/** One process at a time uses a data folder. */
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { isRunning, startOf } from './processes.js';

interface Holder {
  pid: number;
  start?: string | undefined;
}

/** The process that holds a lock, if one still does. */
export const holderOf = async (file: string): Promise<number | undefined> => {
  const told = await readFile(file, 'utf8').catch(() => undefined);
  if (told === undefined) return undefined;
  try {
    const { pid, start } = JSON.parse(told) as Holder;
    if (!isRunning(pid)) return undefined;
    // The number may have been given to another process since.
    return start === undefined || start === (await startOf(pid)) ? pid : undefined;
  } catch {
    return undefined;
  }
};

/** Takes the lock; gives what lets it go. Undefined where another process has it. A lock whose holder died is taken over. */
export const takeLock = async (file: string): Promise<(() => Promise<void>) | undefined> => {
  await mkdir(dirname(file), { recursive: true });
  const mine = `${file}.${process.pid}`;
  await writeFile(mine, JSON.stringify({ pid: process.pid, start: await startOf(process.pid) } satisfies Holder));
  try {
    for (let tries = 0; tries < 5; tries += 1) {
      // Linked rather than written, so that nobody ever reads half of it.
      const taken = await link(mine, file).then(
        () => true,
        () => false,
      );
      if (taken) return () => rm(file, { force: true });
      if ((await holderOf(file)) !== undefined) return undefined;
      await rm(file, { force: true });
    }
    return undefined;
  } finally {
    await rm(mine, { force: true });
  }
};
