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
  const file = join(data, 'secret');
  const kept = await readFile(file, 'utf8').catch(() => undefined);
  if (kept !== undefined && kept.trim().length >= 32) return kept.trim();
  const made = randomBytes(32).toString('base64url');
  await mkdir(data, { recursive: true });
  await writeFile(file, `${made}\n`, { mode: 0o600 });
  return made;
};
