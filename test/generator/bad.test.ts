/**
 * Every kind of problem has one wrong definition under `test/bad`, a file or a folder named after its code, and beside
 * it what a person is told about it.
 */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { evaluate } from '../../engine/index.js';
import { compile } from '../../generator/compile.js';
import type { Text } from '../../generator/load/node.js';
import { catalogues } from '../../generator/problem/catalogues.js';
import { describeProblems } from '../../generator/problem/print.js';

const folder = join(import.meta.dirname, '..', 'bad');

/** Too large to be kept as a file. */
const made: Record<string, string> = {
  'yaml/too-large': 'rubric: 1\n'.repeat(100_001),
  'yaml/too-many-values': `rubric: 1\nbackground: [${'1,'.repeat(60_000)}]\n`,
  'yaml/more-problems': `rubric: 1\nprogramme:\n${Array.from({ length: 250 }, (_, i) => `  key-${i}:\n`).join('')}`,
};

const nameOf = (code: string): string => code.replaceAll('/', '--');

const textsOf = (entry: string): Text[] => {
  const path = join(folder, entry);
  if (!statSync(path).isDirectory()) return [{ file: entry, content: readFileSync(path) }];
  const files = readdirSync(path).sort();
  return files.map((name) => ({ file: `${entry}/${name}`, content: readFileSync(join(path, name)) }));
};

const entries = readdirSync(folder)
  .filter((entry) => !entry.endsWith('.txt'))
  .sort();

test.each(entries)('what is told about %s is what was recorded', async (entry) => {
  const name = entry.replace(/\.yaml$/, '');
  const texts = textsOf(entry);
  const { problems } = compile(texts, { play: evaluate });
  expect(problems.map(({ code }) => nameOf(code))).toContain(name);
  await expect(describeProblems(problems, texts)).toMatchFileSnapshot(join(folder, `${name}.txt`));
});

test.each(Object.entries(made))('a file too large to keep is answered with %s', (code, content) => {
  const { problems } = compile([{ file: 'programme.yaml', content }]);
  expect(problems.map((problem) => problem.code)).toContain(code);
});

test('a definition without a file is answered', () => {
  expect(compile([]).problems.map(({ code }) => code)).toEqual(['section/none']);
});

test('every kind of problem has its wrong definition, and each says what to do', () => {
  const shown = new Set(entries.map((entry) => entry.replace(/\.yaml$/, '')));
  const elsewhere = new Set(['section/none', ...Object.keys(made)].map(nameOf));
  const codes = Object.values(catalogues)
    .flatMap((catalogue) => Object.keys(catalogue))
    .map(nameOf);
  expect(codes.filter((code) => !shown.has(code) && !elsewhere.has(code))).toEqual([]);
});
