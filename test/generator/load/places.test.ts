import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { At } from '../../../engine/contract/index.js';
import type { MapNode, Node, ScalarNode } from '../../../generator/load/node.js';
import { loadYaml } from '../../../generator/load/yaml.js';

const load = (content: string): MapNode => {
  const { root, problems } = loadYaml({ file: 'a.yaml', content });
  expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  if (root?.kind !== 'map') throw new Error('no root');
  return root;
};

const valueAt = (root: MapNode, name: string): Node => {
  const found = root.entries.find(({ key }) => key.text === name)?.value;
  if (!found) throw new Error(`no ${name}`);
  return found;
};

const scalar = (content: string, name = 'says'): ScalarNode => {
  const node = valueAt(load(content), name);
  if (node.kind !== 'scalar') throw new Error('not a text');
  return node;
};

/** What a reader sees at a place. */
const seen = (content: string, at: At): string => {
  const lines = content.split('\n');
  if (at.line === at.endLine) return (lines[at.line - 1] ?? '').slice(at.column - 1, at.endColumn - 1);
  const between = lines.slice(at.line, at.endLine - 1);
  const last = (lines[at.endLine - 1] ?? '').slice(0, at.endColumn - 1);
  return [(lines[at.line - 1] ?? '').slice(at.column - 1), ...between, last].join('\n');
};

const wordAt = (content: string, word: string, name = 'says'): string => {
  const node = scalar(content, name);
  const start = node.text.indexOf(word);
  expect(start).toBeGreaterThanOrEqual(0);
  return seen(content, node.within(start, start + word.length));
};

test('a name, its value and the two together each know where they stand', () => {
  const content = 'forms:\n  referral:\n    title: Referral form  # for him\n';
  const root = load(content);
  const form = valueAt(valueAt(root, 'forms') as MapNode, 'referral') as MapNode;
  const [title] = form.entries;
  expect(title?.key.at).toEqual({ file: 'a.yaml', line: 3, column: 5, endLine: 3, endColumn: 10 });
  expect(title?.value?.at).toEqual({ file: 'a.yaml', line: 3, column: 12, endLine: 3, endColumn: 25 });
  expect(title?.at).toEqual({ file: 'a.yaml', line: 3, column: 5, endLine: 3, endColumn: 25 });
});

test('a text keeps its letters whatever YAML makes of them', () => {
  const content =
    'a: 01217666699\nb: 1e3\nc: ~\nd: 2026-03-02\ne: Yes\nf: 0x1F\ng: "yes"\nh: null\ni: True\nj: 18:00\n';
  const root = load(content);
  const texts = root.entries.map(({ value }) => (value?.kind === 'scalar' ? value.text : undefined));
  expect(texts).toEqual(['01217666699', '1e3', '~', '2026-03-02', 'Yes', '0x1F', 'yes', 'null', 'True', '18:00']);
  const values = root.entries.map(({ value }) => (value?.kind === 'scalar' ? value.value : undefined));
  expect(values).toEqual([1217666699, 1000, null, '2026-03-02', 'Yes', 31, 'yes', null, true, '18:00']);
  const plain = root.entries.map(({ value }) => value?.kind === 'scalar' && value.plain);
  expect(plain).toEqual([true, true, true, true, true, true, false, true, true, true]);
});

test('a word of a folded text is found on its own line', () => {
  const content = 'says: >\n  He must be\n  18 or over.\n\n  Always.\n';
  expect(scalar(content).text).toBe('He must be 18 or over.\nAlways.');
  expect(wordAt(content, '18')).toBe('18');
  expect(scalar(content).within(11, 13)).toMatchObject({ line: 3, column: 3, endLine: 3, endColumn: 5 });
  expect(wordAt(content, 'Always')).toBe('Always');
});

test('a word after an escape is found where it stands', () => {
  const content = 'says: "a\\u0041\\tb \\"c\\" dog"\n';
  expect(scalar(content).text).toBe('aA\tb "c" dog');
  expect(wordAt(content, 'A')).toBe('\\u0041');
  expect(wordAt(content, 'dog')).toBe('dog');
  expect(wordAt(content, '"c"')).toBe('\\"c\\"');
});

test('a word of a plain text that goes on below is found where it stands', () => {
  const content = 'says: He must\n  be 18\n\n  or over\nb: 1\n';
  expect(scalar(content).text).toBe('He must be 18\nor over');
  expect(scalar(content).plain).toBe(false);
  expect(wordAt(content, 'be')).toBe('be');
  expect(wordAt(content, 'over')).toBe('over');
  expect(wordAt(content, 'must be')).toBe('must\n  be');
});

test('Windows line ends and a byte order mark do not move a column', () => {
  const content = '\ufeffa: 1\r\nsays: |\r\n  one\r\n  two\r\nb: 2\r\n';
  expect(scalar(content).text).toBe('one\ntwo');
  expect(scalar(content).within(4, 7)).toMatchObject({ line: 4, column: 3, endLine: 4, endColumn: 6 });
  expect(load(content).entries[0]?.key.at).toMatchObject({ line: 1, column: 1 });
});

test('the end of a text and nothing at all have a place', () => {
  const node = scalar('says: "abc"\n');
  expect(node.within(3, 3)).toMatchObject({ line: 1, column: 11 });
  expect(scalar('says: ""\n').within(0, 0)).toMatchObject({ line: 1 });
});

/** Ways of writing the same words, as people do; the words hold no sign that would need care. */
const written: Record<string, (lines: string[][]) => string> = {
  plain: (lines) => `says: ${lines.map((words) => words.join(' ')).join('\n  ')}\n`,
  single: (lines) => `says: '${lines.map((words) => words.join(' ').replaceAll("'", "''")).join('\n\n   ')}'\n`,
  double: (lines) => `says: "${lines.map((words) => words.join('\\t')).join('  \n \t ')}"\n`,
  'double, joined': (lines) => `says: "${lines.map((words) => words.join('\\x20')).join(' \\\n     ')}"\n`,
  literal: (lines) => `says: |\n${lines.map((words) => `    ${words.join(' ')}\n`).join('\n')}`,
  'literal, kept': (lines) =>
    `says: |2+\n${lines.map((words, i) => `${' '.repeat(2 + i)}${words.join(' ')}\n`).join('')}\n\n`,
  folded: (lines) => `says: >-\n${lines.map((words) => `  ${words.join(' ')}\n`).join('')}`,
  'folded, with deeper lines': (lines) =>
    `says: >\n\n${lines.map((words, i) => `  ${i % 2 === 1 ? '   ' : ''}${words.join(' ')}\n`).join('\n')}`,
};

const word = fc.stringMatching(/^[a-zA-Z0-9é😀][a-zA-Z0-9é😀'.,]{0,5}$/u);
const paragraphs = fc.array(fc.array(word, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 4 });

test.each(Object.keys(written))('every word of a text is found where it is written: %s', (style) => {
  fc.assert(
    fc.property(paragraphs, fc.boolean(), (lines, windows) => {
      const bare = written[style]?.(lines) ?? '';
      const content = windows ? bare.replaceAll('\n', '\r\n') : bare;
      const node = scalar(content);
      let from = 0;
      for (const one of lines.flat()) {
        const start = node.text.indexOf(one, from);
        expect(start).toBeGreaterThanOrEqual(from);
        from = start + one.length;
        const shown = seen(content, node.within(start, from));
        expect(style === 'single' ? shown.replaceAll("''", "'") : shown).toBe(one);
      }
    }),
    { numRuns: 200 },
  );
});
