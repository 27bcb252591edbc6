import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { At } from '../../../engine/contract/index.js';
import type { Node } from '../../../generator/load/node.js';
import type { Raw } from '../../../generator/load/raw.js';
import { mapScalar } from '../../../generator/load/scalar-map.js';
import { childrenOf } from '../../../generator/load/walk.js';
import { loadYaml, parseYaml } from '../../../generator/load/yaml.js';
import { describeProblems } from '../../../generator/problem/print.js';

const definition = `# A definition with something of everything
rubric: 1
programme:
  title: "Stepping out: a course"   # quoted
  contact: { phone: 01217666699, post: 'It''s here' }
forms:
  referral:
    title: Referral form
    from: [referrer, participant]
    asks:
      sex: { ask: Sex, type: choice, options: { man: Man, woman: Woman } }
      why:
        ask: >
          Why does he want
          to come?

        type: long-text
      notes: |-
        one
          two
eligibility:
  - &adult adult
  - *adult
  - any-of:
      - date-of-birth is answered
      - sex is man or
        woman
`;

const allOf = (node: Node | undefined): Node[] =>
  !node
    ? []
    : node.kind === 'map'
      ? [node, ...node.entries.flatMap(({ key, value }) => [key, ...allOf(value)])]
      : node.kind === 'list'
        ? [node, ...node.items.flatMap(allOf)]
        : [node];

const rawsOf = (raw: Raw | undefined): Raw[] => (raw ? [raw, ...childrenOf(raw).flatMap(rawsOf)] : []);

const inside = ({ line, column, endLine, endColumn }: At, lines: number): boolean =>
  line >= 1 && column >= 1 && (endLine > line || endColumn > column) && endLine <= lines + 1;

/** Whatever is read, there is a root or a reason, every place is a place, and all of it can be printed. */
const holds = (content: string | Uint8Array): void => {
  const text = { file: 'a.yaml', content };
  const { root, problems } = loadYaml(text);
  if (!root) expect(problems.some(({ severity }) => severity === 'error')).toBe(true);
  const complained = typeof content === 'string' && content.length < 10_000 && parseYaml(content).faults.length > 0;
  if (complained) expect(problems.some(({ severity }) => severity === 'error')).toBe(true);
  const lines = typeof content === 'string' ? content.split('\n').length : content.length + 1;
  for (const { at, message, advice, related = [] } of problems) {
    expect(inside(at, lines)).toBe(true);
    for (const other of related) expect(inside(other.at, lines)).toBe(true);
    expect(message).toMatch(/[.]$/);
    expect(`${message} ${advice}`).not.toMatch(/undefined|scalar|mapping|sequence|flow|token|anchor|\[object/i);
  }
  for (const node of allOf(root)) {
    expect(inside(node.at, lines)).toBe(true);
    if (node.kind === 'scalar') expect(inside(node.within(0, node.text.length), lines)).toBe(true);
  }
  expect(describeProblems(problems, [text]).length).toBeGreaterThan(0);
};

const pieces = [
  '"',
  "'",
  '{',
  '}',
  '[',
  ']',
  ': ',
  ':',
  ', ',
  ' #',
  '- ',
  '\n',
  '\n  ',
  '\n\t',
  '\t',
  '|',
  '>',
  '&a ',
  '*a',
  '!x ',
  '%',
  '@',
  '`',
  '? ',
  '---\n',
  '...\n',
  '\\',
  '\u00a0',
  '“',
  '\r',
  '\r\n',
  '\0',
  '\u200b',
  '\ufeff',
  '<<: ',
  '\n- ',
  '~',
  '\x1f',
  '\x02',
  '\x18',
];

/** Cuts, doubled lines and strange pieces, put into a text at random. */
const mutated = (base: string) =>
  fc
    .array(
      fc.record({
        at: fc.nat(base.length),
        cut: fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, fc.nat(12)),
        put: fc.oneof(fc.constantFrom(...pieces), fc.constant('')),
      }),
      { minLength: 1, maxLength: 6 },
    )
    .map((changes) => changes.reduce((text, { at, cut, put }) => text.slice(0, at) + put + text.slice(at + cut), base));

const runs = process.env.SOAK ? 50_000 : 700;

test('a definition with anything changed in it is read or explained', () => {
  expect(loadYaml({ file: 'a.yaml', content: definition }).problems).toEqual([]);
  fc.assert(fc.property(mutated(definition), holds), { numRuns: runs });
});

test('any letters are read or explained', () => {
  fc.assert(fc.property(fc.string({ unit: fc.constantFrom(...pieces, 'a', 'b', ' ', 'key: ') }), holds), {
    numRuns: runs,
  });
});

test('any bytes are read or explained', () => {
  fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), holds), { numRuns: runs });
  fc.assert(
    fc.property(
      mutated(definition).map((text) => new TextEncoder().encode(text)),
      holds,
    ),
    { numRuns: 200 },
  );
});

test('where the parser has no complaint, each letter of each text has its own place', () => {
  fc.assert(
    fc.property(mutated(definition), (text) => {
      const { root, faults } = parseYaml(text);
      fc.pre(faults.length === 0);
      for (const raw of rawsOf(root)) if (raw.kind === 'scalar') expect(mapScalar(text, raw)?.text).toContain(raw.text);
    }),
    { numRuns: runs },
  );
});

test('a file of 10 MB is answered at once', () => {
  const start = performance.now();
  const content = 'a: 1\n'.repeat(2_000_000);
  expect(loadYaml({ file: 'a.yaml', content }).problems.map(({ code }) => code)).toEqual(['yaml/too-large']);
  const bytes = new Uint8Array(10_000_000).fill(97);
  expect(loadYaml({ file: 'a.yaml', content: bytes }).problems.map(({ code }) => code)).toEqual(['yaml/too-large']);
  expect(performance.now() - start).toBeLessThan(500);
});

const fill = (piece: string): string => piece.repeat(Math.floor(990_000 / piece.length));

/** Repetitions that once took long, or that look as though they might. */
const slow = ['"', '# c\n', '? a\n: ', '[a, '];
const slower = [
  '{ a: [',
  '"\\" ',
  'a\n',
  '- - ',
  'a: &b [*b]\n',
  '{}, ',
  '\n\n ',
  "'' ",
  'a: ',
  'a: 1\n',
  'a,',
  ...pieces,
];
const thorough = process.env.SOAK ? [...slow, ...slower] : slow;

test.each(thorough)(
  'a file of 1 MB of one thing is answered within seconds: %j',
  (piece) => {
    for (const content of [fill(piece), `a: {${fill(piece)}`, `a: >\n  ${fill(piece)}`]) {
      const start = performance.now();
      const text = { file: 'a.yaml', content };
      describeProblems(loadYaml(text).problems, [text]);
      expect(performance.now() - start).toBeLessThan(10_000);
    }
  },
  40_000,
);
