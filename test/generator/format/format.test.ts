import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatYaml } from '../../../generator/format/format-yaml.js';
import { layOut } from '../../../generator/format/lay-out.js';
import { commentsIn, saySame } from '../../../generator/format/same.js';

const format = (content: string): string => formatYaml({ file: 'a.yaml', content }).content;

test('levels are two spaces, lists stand under their name, and empty lines are one', () => {
  const written = 'programme:\n    title: A\n\n\n    model: B\nforms:\n- a\n-   b\n';
  expect(format(written)).toBe('programme:\n  title: A\n\n  model: B\n\nforms:\n  - a\n  - b\n');
});

test('lines of one text may stay together at the top', () => {
  expect(format('rubric: 1\nid: a\nforms:\n  a: 1\n')).toBe('rubric: 1\nid: a\n\nforms:\n  a: 1\n');
});

test('braces get their spaces, and those of more than 120 columns are opened out', () => {
  // "a: { one: " is 10 letters, " }" is 2: 108 letters fit, 109 do not.
  const fits = `a: { one: ${'x'.repeat(108)} }\n`;
  expect(fits.length).toBe(121);
  expect(format(`a: {one: ${'x'.repeat(108)}}\n`)).toBe(fits);
  expect(format(`a: {one: ${'x'.repeat(109)}}\n`)).toBe(`a:\n  one: ${'x'.repeat(109)}\n`);
});

test('only the brackets that are too long are opened', () => {
  const long = 'y'.repeat(100);
  const written = `a: { ask: "${long}, or", type: choice, options: { one: One, two: Two } }\n`;
  expect(format(written)).toBe(`a:\n  ask: "${long}, or"\n  type: choice\n  options: { one: One, two: Two }\n`);
  expect(format(`a:\n  - { ask: ${long}, of: [1, 2], more: words }\n`)).toBe(
    `a:\n  - ask: ${long}\n    of: [1, 2]\n    more: words\n`,
  );
});

test('comments stay where they were: behind a value, above a name, at the end', () => {
  const written = '# top\n\na: 1 # one\n# of b\nb:\n    # in b\n    c: x #two\n    # end of b\n\n# end\n';
  expect(format(written)).toBe('# top\n\na: 1  # one\n\n# of b\nb:\n  # in b\n  c: x  #two\n  # end of b\n\n# end\n');
});

test('texts over several lines keep their lines', () => {
  const written =
    'a:\n    b: >-\n        One\n        two.\n\n        Three.\n    c: |2\n        x\n       y\n    d: one\n     two\n';
  expect(format(written)).toBe(
    'a:\n  b: >-\n    One\n    two.\n\n    Three.\n  c: |2\n      x\n     y\n  d: one\n    two\n',
  );
});

test('a comment between a dash or a name and its value leaves the value a line of its own', () => {
  expect(format('a:\n  - # why\n    text\nb: # why\n  text\n')).toBe('a:\n  -  # why\n    text\n\nb:  # why\n  text\n');
});

test('a comment that stands too far in settles in one go', () => {
  const once = format('rubric: 1\n      # of b\nb:\n  c: 1\n');
  expect(once).toBe('rubric: 1\n\n# of b\n\nb:\n  c: 1\n');
  expect(format(once)).toBe(once);
});

test('Windows line ends and a byte order mark go', () => {
  expect(format('\ufeffa:\r\n    b: "x\r\n      y"\r\n')).toBe('a:\n  b: "x\n    y"\n');
});

test('a file with errors stays as it is and says why', () => {
  const { content, problems } = formatYaml({ file: 'a.yaml', content: 'a:   "x\n' });
  expect(content).toBe('a:   "x\n');
  expect(problems.map(({ code }) => code)).toEqual(['yaml/unclosed-quote']);
});

const word = fc.constantFrom('man', 'He is', 'over 18', 'it’s', 'Is he?', '2026-03-02', '007', 'yes', '~', "don't");
const name = fc.constantFrom('ask', 'type', 'options', 'a-b', 'HB-007', 'x');
const aside = fc.constantFrom('', '', ' # aside', '  #aside');
const above = fc.constantFrom('', '', '', '\n', '\n\n\n', '# above\n', '\n# above\n\n');

/** A value as an author may write it, at an indentation: brackets, lists, folded texts, odd steps. */
const value = (depth: number): fc.Arbitrary<(indent: number) => string> => {
  const leaf: fc.Arbitrary<(indent: number) => string> = fc.oneof(
    fc.tuple(word, aside).map(
      ([text, end]) =>
        () =>
          ` ${text}${end}\n`,
    ),
    word.map((text) => () => ` "${text}, or: not"\n`),
    fc.tuple(word, word).map(
      ([a, b]) =>
        (n: number) =>
          ` ${a}\n${' '.repeat(n + 3)}${b}\n`,
    ),
    fc.tuple(word, word, fc.constantFrom('|', '>-', '|+', '>')).map(([a, b, sign]) => (n: number) => {
      const pad = ' '.repeat(n + 3);
      return ` ${sign}\n${pad}${a}\n\n${pad} ${b}\n`;
    }),
    fc.array(word).map((items) => () => ` [${items.map((item) => `"${item}"`).join(' ,')}]\n`),
    fc.tuple(fc.uniqueArray(name, { minLength: 1 }), word, aside).map(
      ([names, text, end]) =>
        (n: number) =>
          ` {${names.map((one) => `${one}: ${text}`).join(`,${end}${end ? `\n${' '.repeat(n + 5)}` : ''}`)}}\n`,
    ),
    fc.tuple(fc.uniqueArray(name, { minLength: 1 }), fc.integer({ min: 1, max: 70 })).map(
      ([names, length]) =>
        () =>
          ` { ${names.map((one) => `${one}: { ask: ${'w'.repeat(length)} }`).join(', ')} }\n`,
    ),
  );
  if (depth === 0) return leaf;
  const pieces = fc.array(fc.tuple(above, name, value(depth - 1)), { minLength: 1, maxLength: 4 });
  const shift = (text: string, n: number): string => text.replace(/^(?=#)/gm, ' '.repeat(n));
  const map = fc.tuple(pieces, fc.integer({ min: 1, max: 4 }), aside).map(
    ([all, step, end]) =>
      (n: number) =>
        `${end}\n${all.map(([before, , inner], i) => `${shift(before, n + step)}${' '.repeat(n + step)}k${i}:${inner(n + step)}`).join('')}`,
  );
  const list = fc.tuple(pieces, fc.integer({ min: 0, max: 4 })).map(
    ([all, step]) =>
      (n: number) =>
        `\n${all.map(([before, , inner]) => `${shift(before, n + step)}${' '.repeat(n + step)}- k:${inner(n + step + 2)}`).join('')}`,
  );
  return fc.oneof(leaf, map, list);
};

const file = fc
  .array(fc.tuple(above, value(2)), { minLength: 1, maxLength: 4 })
  .map((sections) => sections.map(([before, inner], i) => `${before}s${i}:${inner(0)}`).join(''));

const runs = process.env.SOAK ? 20_000 : 150;

test('whatever an author writes, the house form says the same, keeps every comment, and is its own house form', () => {
  fc.assert(
    fc.property(file, (content) => {
      const { content: once, problems } = formatYaml({ file: 'a.yaml', content });
      expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
      expect(saySame(content, layOut(content))).toBe(true);
      expect(commentsIn(once)).toEqual(commentsIn(content));
      expect(format(once)).toBe(once);
    }),
    { numRuns: runs },
  );
});
