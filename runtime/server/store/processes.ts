/** Other processes of this machine: whether one is there, and whether it is still the one that was meant. */
import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { readdir, readFile, readlink } from 'node:fs/promises';
import { setTimeout as wait } from 'node:timers/promises';
import { promisify } from 'node:util';

/** One that has ended and that nobody has taken note of, as happens in containers, is not running. */
export const isRunning = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
  } catch (fault) {
    return (fault as NodeJS.ErrnoException).code === 'EPERM';
  }
  try {
    return !/^[ZX]/.test(afterName(readFileSync(`/proc/${pid}/stat`, 'utf8')));
  } catch {
    return true;
  }
};

/** Of what Linux says of a process, what comes after its number and its name. */
const afterName = (told: string): string => told.slice(told.lastIndexOf(')') + 2);

/** When a process was started, in words of the system; numbers are given again, this is not. Undefined where unknown. */
export const startOf = async (pid: number): Promise<string | undefined> => {
  try {
    const told = await readFile(`/proc/${pid}/stat`, 'utf8');
    return afterName(told).split(' ')[19];
  } catch {
    const told = await promisify(execFile)('ps', ['-o', 'lstart=', '-p', String(pid)]).catch(() => undefined);
    return told?.stdout.trim() || undefined;
  }
};

/** Whether a process is the database server of that folder. */
export const isDatabaseOf = async (pid: number, folder: string): Promise<boolean> => {
  if (!isRunning(pid)) return false;
  const stands = await readlink(`/proc/${pid}/cwd`).catch(() => undefined);
  if (stands !== undefined) return stands === folder;
  const told = await promisify(execFile)('ps', ['-o', 'command=', '-p', String(pid)]).catch(() => undefined);
  return told?.stdout.includes(folder) ?? false;
};

/** Waits until a process is gone; whether it went in time. */
export const isGone = async (pid: number, milliseconds: number): Promise<boolean> => {
  for (let left = milliseconds; left > 0; left -= 10) {
    if (!isRunning(pid)) return true;
    await wait(10);
  }
  return !isRunning(pid);
};

/** Processes that stand in a folder, where the system tells: a database and whatever works for it do so. */
export const standingIn = async (folder: string): Promise<number[] | undefined> => {
  const all = await readdir('/proc').catch(() => undefined);
  if (!all?.includes('self')) return undefined;
  const found: number[] = [];
  for (const pid of all.filter((name) => /^\d+$/.test(name)).map(Number))
    if ((await readlink(`/proc/${pid}/cwd`).catch(() => undefined)) === folder) found.push(pid);
  return found;
};
