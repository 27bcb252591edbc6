import { expect, test } from 'vitest';
import type { MapNode, Node } from '../../../generator/load/node.js';
import { loadTexts, mergeSections } from '../../../generator/load/texts.js';

const merged = (...contents: string[]) => {
  const texts = contents.map((content, i) => ({ file: `${i + 1}.yaml`, content }));
  const { files, problems } = loadTexts(texts);
  expect(problems).toEqual([]);
  return mergeSections(files);
};

const keysOf = (node: Node | undefined): string[] => (node as MapNode).entries.map(({ key }) => key.text);

test('sections of several files are put together, each name with the place in its own file', () => {
  const { root, problems } = merged('rubric: 1\nforms:\n  a: A\n', 'clauses:\n  HB-1: { says: x }\nforms:\n  b: B\n');
  expect(problems).toEqual([]);
  expect(keysOf(root)).toEqual(['rubric', 'forms', 'clauses']);
  const forms = root?.entries[1]?.value as MapNode;
  expect(keysOf(forms)).toEqual(['a', 'b']);
  expect(forms.entries.map(({ key }) => [key.at.file, key.at.line])).toEqual([
    ['1.yaml', 3],
    ['2.yaml', 4],
  ]);
});

test('one name declared by two files in one section is a problem that names both places', () => {
  const { problems } = merged('forms:\n  a: A\n', 'forms:\n  a: B\n  c: C\n');
  expect(problems.map(({ code, at, related }) => [code, at.file, related?.[0]?.at.file])).toEqual([
    ['section/name-twice', '2.yaml', '1.yaml'],
  ]);
});

test('a list or a text that two files give cannot be put together', () => {
  const { root, problems } = merged(
    'background: [a]\nrubric: 1\n',
    'background: [b]\n',
    'eligibility: [x]\n',
    'eligibility:\n  y: {a: b}\n',
  );
  expect(problems.map(({ code, at }) => [code, at.file])).toEqual([
    ['section/twice', '2.yaml'],
    ['section/twice', '4.yaml'],
  ]);
  expect(keysOf(root)).toEqual(['background', 'rubric', 'eligibility']);
});

test('problems of all files are told, and the files that can be read are read', () => {
  const { files, problems } = loadTexts([
    { file: 'a.yaml', content: 'a: "x\n' },
    { file: 'b.yaml', content: 'a: 1\n' },
    { file: 'c.yaml', content: '\tb: 1\n' },
  ]);
  expect(files.map(({ file }) => file)).toEqual(['b.yaml']);
  expect(problems.map(({ at, code }) => [at.file, code])).toEqual([
    ['a.yaml', 'yaml/unclosed-quote'],
    ['c.yaml', 'yaml/tab-indent'],
  ]);
});

test('no files is told as well', () => {
  expect(loadTexts([]).problems.map(({ code }) => code)).toEqual(['section/none']);
  expect(mergeSections([])).toEqual({ problems: [] });
});
