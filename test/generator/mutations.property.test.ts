/** Nothing that a policy lead, or a slip of the keyboard, can do to a definition makes the compiler throw or hang. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compile } from '../../generator/compile.js';
import { constructs } from '../../generator/language/constructs.js';
import { describeProblems } from '../../generator/problem/print.js';

const head = 'rubric: 1\nprogramme: { title: Specimen, provider: Example Trust }\n';
const wrong = readdirSync('test/bad')
  .map((name) => join('test/bad', name))
  .filter((path) => path.endsWith('.yaml') && statSync(path).size < 3_000)
  .map((path) => readFileSync(path, 'utf8'));
const specimens = [
  ...constructs.map(({ example }) => (example.startsWith('programme:') ? `rubric: 1\n${example}` : head + example)),
  ...wrong,
];
const everyWord = [...new Set(specimens.join(' ').split(/[^a-z0-9-]+/i))].filter((word) => word.length > 1);
const marks = [
  ':',
  ',',
  '"',
  "'",
  '{',
  '}',
  '[',
  ']',
  '#',
  '- ',
  '&a ',
  '*a',
  '!!x ',
  '|',
  '>',
  '%',
  '\t',
  '\u00a0',
  '“',
  '\n',
  '---\n',
  '? ',
  '<<: ',
  '\u0000',
  '😀',
  '-1',
  '1e999',
  '__proto__',
  'constructor',
  'today',
];

type Mutation = (text: string) => string;
const atLine = (text: string, at: number, change: (lines: string[], i: number) => void): string => {
  const lines = text.split('\n');
  change(lines, at % lines.length);
  return lines.join('\n');
};
const mutation: fc.Arbitrary<Mutation> = fc.oneof(
  fc.nat().map(
    (at): Mutation =>
      (text) =>
        atLine(text, at, (lines, i) => void lines.splice(i, 1)),
  ),
  fc.nat().map(
    (at): Mutation =>
      (text) =>
        atLine(text, at, (lines, i) => void lines.splice(i, 0, lines[i] ?? '')),
  ),
  fc.tuple(fc.nat(), fc.nat()).map(
    ([at, to]): Mutation =>
      (text) =>
        atLine(text, at, (lines, i) => void lines.splice(to % lines.length, 0, ...lines.splice(i, 1))),
  ),
  fc.tuple(fc.nat(), fc.nat(6)).map(
    ([at, by]): Mutation =>
      (text) =>
        atLine(text, at, (lines, i) => {
          lines[i] = ' '.repeat(by) + (lines[i] ?? '').trimStart();
        }),
  ),
  fc.tuple(fc.nat(), fc.constantFrom(...marks, ...everyWord)).map(
    ([at, mark]): Mutation =>
      (text) => {
        const place = at % (text.length + 1);
        return text.slice(0, place) + mark + text.slice(place);
      },
  ),
  fc.tuple(fc.nat(), fc.constantFrom(...everyWord)).map(
    ([at, word]): Mutation =>
      (text) => {
        const found = [...text.matchAll(/[a-z0-9-]+/gi)];
        const chosen = found[at % Math.max(1, found.length)];
        return chosen ? text.slice(0, chosen.index) + word + text.slice(chosen.index + chosen[0].length) : text;
      },
  ),
  fc.tuple(fc.nat(), fc.nat(12)).map(
    ([at, length]): Mutation =>
      (text) => {
        const place = at % (text.length + 1);
        return text.slice(0, place) + text.slice(place + length);
      },
  ),
);
const mutated = fc
  .tuple(fc.constantFrom(...specimens), fc.array(mutation, { minLength: 1, maxLength: 4 }))
  .map(([text, changes]) => changes.reduce((changed, change) => change(changed), text));

const runs = process.env.SOAK ? 200_000 : 2_000;

test(`${runs.toLocaleString('en-GB')} mutated definitions each get a bundle or an answer with a place`, () => {
  fc.assert(
    fc.property(mutated, (content) => {
      const texts = [{ file: 'mutated.yaml', content }];
      const { bundle, problems } = compile(texts);
      const errors = problems.filter((problem) => problem.severity === 'error');
      expect(bundle === undefined).toBe(errors.length > 0);
      const lines = content.split('\n').length;
      for (const { at, message, advice } of problems) {
        expect(at.line).toBeGreaterThanOrEqual(1);
        expect(at.line).toBeLessThanOrEqual(lines + 1);
        expect(message).not.toMatch(/undefined|\[object|NaN/);
        expect(advice).not.toMatch(/undefined|\[object|NaN/);
      }
      expect(describeProblems(problems, texts, { colour: false })).toContain(
        problems.length === 0 ? 'No problems' : 'mutated.yaml',
      );
    }),
    { numRuns: runs },
  );
});
