/** A definition is a folder: its files are read one by one, then their sections are put together. */
import { type Problem, raiser } from '../problem/problem.js';
import type { Entry, MapNode, Node, Text } from './node.js';
import { loadProblems } from './problems.js';
import { loadYaml } from './yaml.js';

const raise = raiser(loadProblems);

/** A file that could be read. */
export interface LoadedFile {
  file: string;
  root: MapNode;
}

/** The folder itself. */
const nowhere = { file: '.', line: 1, column: 1, endLine: 1, endColumn: 2 };

const first = 'It is here as well.';

/** Takes the files of a definition; gives those that could be read, in the same order, and the problems of all. */
export const loadTexts = (texts: readonly Text[]): { files: LoadedFile[]; problems: Problem[] } => {
  const files: LoadedFile[] = [];
  const problems: Problem[] = texts.length === 0 ? [raise('section/none', nowhere, {})] : [];
  for (const text of texts) {
    const loaded = loadYaml(text);
    problems.push(...loaded.problems);
    if (loaded.root) files.push({ file: text.file, root: loaded.root });
  }
  return { files, problems };
};

/** Puts two maps of one section together; a name that both declare is a problem. */
const join = (section: string, one: MapNode, other: MapNode, problems: Problem[]): MapNode => {
  const known = new Map(one.entries.map((entry) => [entry.key.text, entry]));
  const added = other.entries.filter((entry) => {
    const earlier = known.get(entry.key.text);
    if (!earlier) return true;
    const related = [{ at: earlier.key.at, message: first }];
    problems.push(raise('section/name-twice', entry.key.at, { section, name: entry.key.text }, related));
    return false;
  });
  return { kind: 'map', at: one.at, entries: [...one.entries, ...added] };
};

/** Several files may say the same, as each may say `rubric: 1`. */
const sameText = (one: Node | undefined, other: Node | undefined): boolean =>
  one?.kind === 'scalar' && other?.kind === 'scalar' && one.text === other.text;

/**
 * Takes files that could be read; gives one map of all their sections, each node with the place in its own file.
 * Sections that are maps are put together; a name that two files declare in one section, and a text or list that two
 * files give, are problems. There is no root without a file.
 */
export const mergeSections = (files: readonly LoadedFile[]): { root?: MapNode; problems: Problem[] } => {
  const problems: Problem[] = [];
  const sections = new Map<string, Entry>();
  for (const { root } of files)
    for (const entry of root.entries) {
      const section = entry.key.text;
      const earlier = sections.get(section);
      if (!earlier) sections.set(section, entry);
      else if (earlier.value?.kind === 'map' && entry.value?.kind === 'map')
        sections.set(section, { ...earlier, value: join(section, earlier.value, entry.value, problems) });
      else if (earlier.key.at.file !== entry.key.at.file && !sameText(earlier.value, entry.value))
        problems.push(raise('section/twice', entry.key.at, { section }, [{ at: earlier.key.at, message: first }]));
    }
  const start = files[0];
  if (!start) return { problems };
  return { root: { kind: 'map', at: start.root.at, entries: [...sections.values()] }, problems };
};
