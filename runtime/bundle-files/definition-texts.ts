import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, dirname, join, posix, sep } from 'node:path';
import type { Text } from '../../generator/index.js';
import { readTexts } from '../definition/read-texts.js';

/** Takes a definition's folder, or its one file; gives its texts, named from there on. Rejects where it cannot be read. */
export const definitionTexts = async (path: string): Promise<Text[]> => {
  if ((await stat(path)).isDirectory()) return readTexts(path);
  return [{ file: basename(path), content: await readFile(path) }];
};

/** Takes a definition's folder, or its one file; gives the folder that holds it. */
export const folderOf = async (path: string): Promise<string> =>
  (await stat(path)).isDirectory() ? path : dirname(path);

/** Takes a definition's folder, or its one file; gives the texts of its scenarios, named "scenarios/adult.yaml". */
export const scenarioTexts = async (path: string): Promise<Text[]> => {
  const folder = join(await folderOf(path), 'scenarios');
  const names = await readdir(folder, { recursive: true }).catch(() => []);
  const files = names.filter((name) => /\.yaml$/i.test(name) && !name.split(sep).some((part) => part.startsWith('.')));
  return Promise.all(
    files.sort().map(async (name) => ({
      file: posix.join('scenarios', ...name.split(sep)),
      content: await readFile(join(folder, name)),
    })),
  );
};
