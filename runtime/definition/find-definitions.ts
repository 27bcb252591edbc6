import type { Dirent } from 'node:fs';
import { open, readdir } from 'node:fs/promises';
import { join } from 'node:path';

const deepest = 4;
/** A definition says which version of the language it is in, or at the least what programme it declares. */
const declares = /^(rubric|programme)\s*:/m;

const beginning = async (path: string): Promise<string> => {
  const file = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(65_536), 0, 65_536, 0);
    return buffer.subarray(0, bytesRead).toString('utf8');
  } finally {
    await file.close();
  }
};

const namesIn = (entries: Dirent[]): string[] => entries.filter((entry) => entry.isFile()).map((entry) => entry.name);

/** Takes a folder; says whether it is a definition itself. One that cannot be read is none. */
export const isDefinition = async (folder: string): Promise<boolean> =>
  declaresOne(folder, namesIn(await readdir(folder, { withFileTypes: true }).catch(() => [])));

const declaresOne = async (folder: string, files: string[]): Promise<boolean> => {
  for (const name of files) {
    if (!/\.yaml$/i.test(name)) continue;
    const text = await beginning(join(folder, name)).catch(() => '');
    if (name.toLowerCase() === 'programme.yaml' || declares.test(text)) return true;
  }
  return false;
};

/**
 * Finds the definition folders: `folder` itself if it is one, or all below it to a depth of four, in the order of
 * their names. A folder within a definition belongs to that definition. One that cannot be read holds none.
 */
export const findDefinitions = async (folder: string, depth = 0): Promise<string[]> => {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  if (await declaresOne(folder, namesIn(entries))) return [folder];
  if (depth === deepest) return [];
  const folders = entries
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.') && entry.name !== 'node_modules')
    .map((entry) => entry.name)
    .sort();
  return (await Promise.all(folders.map((name) => findDefinitions(join(folder, name), depth + 1)))).flat();
};
