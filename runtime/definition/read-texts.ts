import { readdir, readFile } from 'node:fs/promises';
import { join, posix } from 'node:path';
import type { Text } from '../../generator/load/node.js';

const deepest = 4;
const passedOver = (name: string): boolean => name.startsWith('.') || name === 'node_modules' || name === 'scenarios';

const namesBelow = async (folder: string, under: string, depth: number): Promise<string[]> => {
  const entries = await readdir(join(folder, under), { withFileTypes: true });
  const names: string[] = [];
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    if (passedOver(entry.name)) continue;
    const name = posix.join(under, entry.name);
    if (entry.isDirectory() && depth < deepest) names.push(...(await namesBelow(folder, name, depth + 1)));
    else if (!entry.isDirectory() && /\.yaml$/i.test(entry.name)) names.push(name);
  }
  return names;
};

/**
 * The YAML files of one definition folder, its scenarios left out, in the order of their names. Each is named from
 * the folder on ("clauses.yaml") and given as bytes, since whether it is text at all is for the compiler to say.
 * A file that goes away while it is being read is passed over; a folder that cannot be read rejects.
 */
export const readTexts = async (folder: string): Promise<Text[]> => {
  const texts = await Promise.all(
    (await namesBelow(folder, '', 0)).map(async (file): Promise<Text[]> => {
      try {
        return [{ file, content: await readFile(join(folder, file)) }];
      } catch {
        return [];
      }
    }),
  );
  return texts.flat();
};
