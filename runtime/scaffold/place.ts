/** Where a new definition goes, and that it comes there whole or not at all. */
import { randomUUID } from 'node:crypto';
import { mkdir, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { projectFolder } from '../bundle-files/project-folder.js';
import { isDefinition } from '../definition/find-definitions.js';
import type { File } from './fill-in.js';

const foldersAbove = (path: string, top: string): string[] => {
  const above = dirname(path);
  return above === top || above === path ? [] : [above, ...foldersAbove(above, top)];
};

/** The definition of Rubric's own that a folder would lie in. What lies elsewhere on the disk is not ours to judge. */
const definitionAbove = async (path: string): Promise<string | undefined> => {
  const root = projectFolder();
  if (!path.startsWith(root + sep)) return undefined;
  for (const folder of foldersAbove(path, root)) if (await isDefinition(folder)) return relative('.', folder);
  return undefined;
};

/** Takes a folder; says in a sentence why no definition can be made in it, or nothing where one can. */
export const whyNotHere = async (folder: string): Promise<string | undefined> => {
  const path = resolve(folder);
  const found = await stat(path).catch(() => undefined);
  if (found && !found.isDirectory()) return `“${folder}” is a file. Name a folder that is not there yet.`;
  if (found && (await readdir(path)).length > 0) {
    return `There is something in “${folder}” already. Nothing is written over: name a folder that is not there yet.`;
  }
  if (path.split(sep).includes('scenarios')) {
    return `“${folder}” lies in a folder called “scenarios”, which holds the scenarios of a definition. Name another one.`;
  }
  const above = await definitionAbove(path);
  if (above) return `“${folder}” would be a part of the definition in “${above}”. Name a folder outside it.`;
  return undefined;
};

const writeAll = async (folder: string, files: readonly File[]): Promise<void> => {
  for (const { file, content } of files) {
    await mkdir(dirname(join(folder, file)), { recursive: true });
    await writeFile(join(folder, file), content, { flag: 'wx' });
  }
};

/** Into a folder that is there and empty, it may be the one somebody stands in: first beside its place, then into it. */
const intoEmpty = async (folder: string, files: readonly File[], apart: string): Promise<void> => {
  const names = [...new Set(files.map(({ file }) => file.split('/')[0] ?? file))];
  try {
    await writeAll(apart, files);
    for (const name of names) await rename(join(apart, name), join(folder, name));
    await rm(apart, { recursive: true });
  } catch (fault) {
    for (const name of names) await rm(join(folder, name), { recursive: true, force: true });
    throw fault;
  }
};

/**
 * Writes files into a folder that is empty or not there yet, all of them or none: after a fault, which is thrown on,
 * nothing is left of them, nor of a folder that was made for them.
 */
export const writeWhole = async (folder: string, files: readonly File[]): Promise<void> => {
  const path = resolve(folder);
  const isThere = await stat(path).then(
    () => true,
    () => false,
  );
  const made = isThere ? undefined : await mkdir(dirname(path), { recursive: true });
  const apart = join(isThere ? path : dirname(path), `.${basename(path)}-${randomUUID().slice(0, 8)}`);
  try {
    if (isThere) return await intoEmpty(path, files, apart);
    await writeAll(apart, files);
    await rename(apart, path);
  } catch (fault) {
    await rm(apart, { recursive: true, force: true });
    if (made !== undefined) await rm(made, { recursive: true, force: true });
    throw fault;
  }
};
