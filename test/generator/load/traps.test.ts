import { expect, test } from 'vitest';
import { loadYaml } from '../../../generator/load/yaml.js';

/** `line:column code` of each problem. */
const told = (content: string | Uint8Array): string[] =>
  loadYaml({ file: 'a.yaml', content }).problems.map(({ at, code }) => `${at.line}:${at.column} ${code}`);

test('all problems of a file are told at once', () => {
  const content = `forms:
  a: Concerns re: capacity
  b: "May" is not "must"
  c: { ask: Is he, or was he, violent? }
  d:
  e: [x, , y]
  f: @home
  g: 1
  g: 2
  h: "x"# y
  i: !foo bar
  "j k": 1
`;
  expect(told(content)).toEqual(
    [
      '2:6 yaml/cut-by-colon',
      '3:12 yaml/text-after-quote',
      '4:20 yaml/cut-by-comma',
      '6:10 yaml/stray-comma',
      '7:6 yaml/starts-with-sign',
      '10:9 yaml/hash-without-space',
      '11:6 yaml/tag',
      '12:3 yaml/key-not-a-word',
    ]
      .concat(['5:3 yaml/empty-value', '9:3 yaml/duplicate-key'])
      .sort((a, b) => Number(a.split(':')[0]) - Number(b.split(':')[0])),
  );
});

test.each([
  ['a second colon in braces', 'a: { ask: Concerns re: capacity, type: text }\n', ['1:11 yaml/cut-by-colon']],
  ['a ratio', 'a: 1 : 1\n', ['1:4 yaml/cut-by-colon']],
  ['a text with a colon in a list', 'a:\n  - Concerns re: capacity\n', ['2:5 yaml/cut-by-colon']],
  ['an apostrophe in single quotes', "a: 'it's his'\n", ['1:8 yaml/text-after-quote']],
  ['a line indented under a finished value', 'a: 1\n  b: 2\n', ['2:3 yaml/indentation']],
  ['a line too far left', 'a:\n    b: 1\n  c: 2\n  d: 3\n', ['3:3 yaml/indentation']],
  ['a first line that is shifted', ' a: 1\nb: 2\nc: 3\n', ['1:2 yaml/indentation']],
  [
    'an odd line, told once and not again for those below',
    'a:\n   b: 1\n  c: 2\n  d:\n    e: 3\nf: 4\n',
    ['3:3 yaml/indentation'],
  ],
  [
    'two sections with a fault each',
    'a:\n   b: 1\n  c: 2\nd:\n   e: 1\n  f: 2\n',
    ['3:3 yaml/indentation', '6:3 yaml/indentation'],
  ],
  ['several lines with tabs, told once', 'a:\n\tb: 1\n\tc: 2\n', ['2:1 yaml/tab-indent']],
  [
    'lines that should stand inside an empty name',
    'a: { x: 1 }\nb:\n  ask: 1\n  c:\n  ask: 2\n',
    ['4:3 yaml/empty-value'],
  ],
  ['a name without a colon', 'a: 1\nb\nc: 2\n', ['2:1 yaml/missing-colon']],
  ['a colon without a space in braces', 'a: {b:1}\n', ['1:5 yaml/colon-without-space']],
  ['a colon without a space', 'a:b\n', ['1:1 yaml/colon-without-space']],
  ['a tab, and not the empty name above it', 'a:\n\tb: 1\n', ['2:1 yaml/tab-indent']],
  ['a comment where a value should be', 'a: #4\n', ['1:1 yaml/empty-value']],
  ['a sign of number after a word', 'a: Room #4\n', ['1:9 yaml/cut-by-hash']],
  ['an ordinary comment after a word', 'a: room # yes\nb: A long text  # comment\n', []],
  ['a bracket that starts a text', 'a: [Optional] say more\n', ['1:15 yaml/text-after-bracket']],
  ['a question mark for a value', 'a: { b: ? }\n', ['1:9 yaml/starts-with-sign']],
  ['a question mark that starts a text', 'a:\n  ? one\n    two\n', ['2:5 yaml/key-not-a-word']],
  ['a name over two lines in braces', 'a: { one\n  two: 3 }\n', ['1:6 yaml/cut-by-colon']],
  ['more than', 'a: > 18\n', ['1:4 yaml/starts-with-sign']],
  ['asterisks round a text', 'a: *very* important\n', ['1:4 yaml/starts-with-sign']],
  ['a name without a value in braces', 'a: { b: {c: 1}, required }\n', ['1:17 yaml/empty-value']],
  ['an empty item', 'a:\n  - x\n  -\n', ['3:3 yaml/empty-value']],
  ['a hard space after a colon', 'a: 1\nb:\u00a0c\nd: 2\n', ['2:3 yaml/odd-space']],
  ['a hard space at the start of a line', 'a:\n \u00a0b: 1\n', ['2:2 yaml/odd-space']],
  ['a hard space inside a text is the author’s', 'a: 12\u00a0weeks\n', []],
  ['curly quotes round a name', '“a”: 1\n', ['1:1 yaml/key-not-a-word']],
  ['curly quotes inside a text are the author’s', 'a: He said “no” to it\n', []],
  ['an old version of YAML', '%YAML 1.1\n---\na: yes\n', ['1:1 yaml/directive']],
  ['only the first document counts', 'a: 1\n---\n"\n', ['2:1 yaml/several-documents']],
  ['a document start is harmless', '---\na: 1\n', []],
  ['a line end of old', 'a: 1\rb: 2\n', ['1:5 yaml/hidden-character']],
  ['yes and no are left to whoever knows what is meant', 'a: Yes\nb: on\nc: true\nd: NO\n', []],
])('%s', (_, content, expected) => {
  expect(told(content)).toEqual(expected);
});

test('the name that is written twice leads to the first', () => {
  const [problem] = loadYaml({ file: 'a.yaml', content: 'a: 1\nb: 2\na: 3\n' }).problems;
  expect(problem?.at).toMatchObject({ line: 3, column: 1, endColumn: 2 });
  expect(problem?.related?.[0]?.at).toMatchObject({ line: 1, column: 1 });
});

test('a byte that is no UTF-8 is told with its line, its column and its number', () => {
  // "a: 1\nb: é" with é as the one byte E9: the ninth byte, after "a: 1\n" (5) and "b: " (3).
  const bytes = new Uint8Array([...new TextEncoder().encode('a: 1\nb: '), 0xe9, 0x0a]);
  const [problem] = loadYaml({ file: 'a.yaml', content: bytes }).problems;
  expect(problem).toMatchObject({ code: 'yaml/not-utf-8', at: { line: 2, column: 4 } });
  expect(problem?.message).toContain('byte 9 ');
  const marked = new Uint8Array([0xef, 0xbb, 0xbf, ...bytes]);
  expect(loadYaml({ file: 'a.yaml', content: marked }).problems[0]).toMatchObject({ at: { line: 2, column: 4 } });
});

test.each([
  ['a letter in three bytes where two do', [0xe0, 0x80, 0xaf]],
  ['half of a pair', [0xed, 0xa0, 0x80]],
  ['beyond the last letter', [0xf4, 0x90, 0x80, 0x80]],
  ['a letter that breaks off', [0xe2, 0x82]],
])('bytes that only look like UTF-8 are refused: %s', (_, bytes) => {
  expect(told(new Uint8Array([0x61, 0x3a, 0x20, ...bytes]))).toEqual(['1:4 yaml/not-utf-8']);
});

test('letters of two, three and four bytes are read', () => {
  const content = new TextEncoder().encode('a: é€😀\n');
  const { root } = loadYaml({ file: 'a.yaml', content });
  const value = root?.kind === 'map' ? root.entries[0]?.value : undefined;
  expect(value?.kind === 'scalar' && value.text).toBe('é€😀');
});

test('a value may be repeated, and knows where it was written', () => {
  const { root, problems } = loadYaml({ file: 'a.yaml', content: 'a: &x [1, 2]\nb: *x\n' });
  expect(problems).toEqual([]);
  const values = root?.kind === 'map' ? root.entries.map(({ value }) => value) : [];
  expect(values[1]).toBe(values[0]);
});

test('values that repeat values that repeat values are refused', () => {
  const rows = Array.from({ length: 30 }, (_, i) => `a${i + 1}: &a${i + 1} [*a${i}, *a${i}]\n`);
  expect(told(`a0: &a0 x\n${rows.join('')}b: *a30\n`)).toEqual(['1:1 yaml/too-many-values']);
});
