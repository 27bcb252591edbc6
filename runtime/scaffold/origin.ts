/** What a new definition is made from: the one beside this file, or somebody else's. */
import { existsSync } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { definitionTexts, scenarioTexts } from '../bundle-files/definition-texts.js';
import { projectFolder } from '../bundle-files/project-folder.js';
import { findDefinitions, isDefinition } from '../definition/find-definitions.js';
import type { File } from './fill-in.js';

const rooms = ['definitions', 'examples'];

const asText = (content: string | Uint8Array): string =>
  typeof content === 'string' ? content : Buffer.from(content).toString('utf8');

/** Takes a folder; gives the files of the definition in it, scenarios too. What is not YAML is no part of it. */
export const filesOf = async (folder: string): Promise<File[]> =>
  [...(await definitionTexts(folder)), ...(await scenarioTexts(folder))].map(({ file, content }) => ({
    file,
    content: asText(content),
  }));

/** The files that every new definition begins with, a README among them. */
export const scaffoldFiles = async (): Promise<File[]> => {
  const folder = join(projectFolder(), 'runtime', 'scaffold', 'definition');
  return [
    ...(await filesOf(folder)),
    { file: 'README.md', content: await readFile(join(folder, 'README.md'), 'utf8') },
  ];
};

/** The names of the definitions that come with Rubric. */
export const knownNames = async (): Promise<string[]> => {
  const found = await Promise.all(rooms.map((room) => findDefinitions(join(projectFolder(), room))));
  return found.flat().map((folder) => basename(folder));
};

/** Takes a definition's folder, or the name of one that comes with Rubric; gives its folder, or nothing. */
export const folderOfOrigin = async (asked: string): Promise<string | undefined> => {
  const folders = [asked, ...rooms.map((room) => join(projectFolder(), room, asked))].filter((one) => existsSync(one));
  for (const folder of folders) {
    if ((await stat(folder)).isDirectory() && (await isDefinition(folder))) return folder;
  }
  return undefined;
};
