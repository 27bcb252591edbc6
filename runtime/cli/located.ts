import { existsSync } from 'node:fs';
import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, dirname, join, posix, relative, resolve, sep } from 'node:path';
import type { Problem, Text } from '../../generator/index.js';
import { findDefinitions } from '../definition/find-definitions.js';
import { UsageFault } from './io.js';

/** A definition to be worked on: its folder or its one file, and which of its scenarios are meant. */
export interface Located {
  path: string;
  /** What stands before its files' names when they are shown. */
  shown: string;
  /** Only the scenario files whose names begin so: "scenarios/adult.yaml". */
  only?: string;
}

const mustExist = async (path: string): Promise<'file' | 'folder'> => {
  const found = await stat(path).catch(() => undefined);
  if (found === undefined) throw new UsageFault(`There is no file or folder “${path}”.`);
  return found.isDirectory() ? 'folder' : 'file';
};

const isYaml = (name: string): boolean => /\.yaml$/i.test(name);

/** Takes a path that must be one definition: a folder, or one YAML file. Throws a UsageFault where it is none. */
export const oneDefinition = async (path: string): Promise<Located> => {
  const kind = await mustExist(path);
  if (kind === 'file') {
    if (!isYaml(path)) throw new UsageFault(`“${path}” is no definition: its name should end in .yaml.`);
    return { path, shown: shownFolder(dirname(path)) };
  }
  if (!(await readdir(path)).some(isYaml) && (await findDefinitions(path)).length === 0) {
    throw new UsageFault(`There is no definition in “${path}”: no file in it ends in .yaml.`);
  }
  return { path, shown: shownFolder(path) };
};

const shownFolder = (folder: string): string => {
  const name = folder.split(sep).join('/').replace(/\/+$/, '');
  return name === '' || name === '.' ? '' : `${name}/`;
};

/** Takes paths of definitions, of folders with several, or of their scenarios; gives the definitions that are meant. */
export const definitionsAt = async (paths: string[]): Promise<Located[]> => {
  const asked = paths.length > 0 ? paths : [existsSync('definitions') ? 'definitions' : '.'];
  return (await Promise.all(asked.map(located))).flat();
};

const located = async (path: string): Promise<Located[]> => {
  const kind = await mustExist(path);
  const scenarios = withinScenarios(path);
  if (scenarios !== undefined) return [scenarios];
  if (kind === 'file') return [await definitionWith(path)];
  const found = await findDefinitions(path);
  if (found.length > 0) return found.map((folder) => ({ path: folder, shown: shownFolder(folder) }));
  return [await oneDefinition(path)];
};

/** One file of several stands for the folder that is the definition; a file that declares a programme stands alone. */
const definitionWith = async (file: string): Promise<Located> => {
  const alone = /^(?:rubric|programme)\s*:/m.test(await readFile(file, 'utf8'));
  const folder = dirname(file);
  const [found] = alone || !isYaml(file) ? [] : await findDefinitions(folder);
  return oneDefinition(found === folder ? folder : file);
};

/** A file of scenarios, or their folder, means the definition it lies in. */
const withinScenarios = (path: string): Located | undefined => {
  const whole = resolve(path);
  const folder = scenariosAbove(whole);
  if (folder === undefined) return undefined;
  const definition = relative(process.cwd(), dirname(folder)) || '.';
  const rest = relative(folder, whole).split(sep).join('/');
  const only = rest === '' ? 'scenarios/' : posix.join('scenarios', rest);
  return { path: definition, shown: shownFolder(definition), only };
};

const scenariosAbove = (path: string): string | undefined => {
  if (basename(path) === 'scenarios' && existsSync(join(dirname(path)))) return path;
  const above = dirname(path);
  return above === path ? undefined : scenariosAbove(above);
};

/** Takes texts and problems that name files from a definition on; gives them under their names as shown. */
export const asShown = <T extends { texts: Text[]; problems: Problem[] }>(shown: string, { texts, problems }: T) => ({
  texts: texts.map((text) => ({ ...text, file: `${shown}${text.file}` })),
  problems: problems.map((problem) => ({
    ...problem,
    at: { ...problem.at, file: `${shown}${problem.at.file}` },
    ...(problem.related === undefined
      ? {}
      : { related: problem.related.map((one) => ({ ...one, at: { ...one.at, file: `${shown}${one.at.file}` } })) }),
  })),
});
