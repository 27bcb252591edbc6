import { randomBytes } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * What seals cookies and whatever leaves the server for a while: as given, else made once and kept in the data folder,
 * where only its owner can read it.
 */
export const secretOf = async (data: string, given?: string): Promise<string> => {
  if (given !== undefined) {
    if (given.length < 32) throw new Error('RUBRIC_SECRET is too short: it needs at least 32 random characters.');
    return given;
  }
  const kept = await keptSecret(data);
  if (kept !== undefined) return kept;
  const made = randomBytes(32).toString('base64url');
  await keepSecret(data, made);
  return made;
};

/** What lies in the data folder, if it is long enough to be one. */
export const keptSecret = async (data: string): Promise<string | undefined> => {
  const kept = await readFile(join(data, 'secret'), 'utf8').catch(() => undefined);
  return kept !== undefined && kept.trim().length >= 32 ? kept.trim() : undefined;
};

/** Puts it there, for nobody else to read. */
export const keepSecret = async (data: string, secret: string): Promise<void> => {
  await mkdir(data, { recursive: true });
  await writeFile(join(data, 'secret'), `${secret}\n`, { mode: 0o600 });
};
