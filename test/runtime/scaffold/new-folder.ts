import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';

/** A folder of its own, gone after the tests of the file. */
export const emptyPlace = (): string => {
  const place = mkdtempSync(join(tmpdir(), 'rubric-new-'));
  afterAll(() => rmSync(place, { recursive: true, force: true }));
  return place;
};

/** The files below a folder, hidden ones too, in the order of their names. */
export const filesBelow = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort();

/** Everything that stands in a folder's files, one after the other. */
export const allOf = (folder: string): string =>
  filesBelow(folder)
    .map((file) => readFileSync(join(folder, file), 'utf8'))
    .join('\n');
