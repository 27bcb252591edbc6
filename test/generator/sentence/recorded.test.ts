import { readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readSentence } from '../../../generator/language/sentence/check.js';
import { sentenceProblems } from '../../../generator/language/sentence/problems.js';
import { asBlock, blocksOf } from './recorded.js';
import { scope } from './sample-scope.js';

// Each file is read by a person. After a change of wording, RECORD=1 writes them anew, to be read again.
const files = { right: new URL('right.txt', import.meta.url), wrong: new URL('wrong.txt', import.meta.url) };
const right = blocksOf(readFileSync(files.right, 'utf8'));
const wrong = blocksOf(readFileSync(files.wrong, 'utf8'));

if (process.env.RECORD) {
  for (const [file, blocks] of [
    [files.right, right],
    [files.wrong, wrong],
  ] as const)
    writeFileSync(file, `${blocks.map(({ text }) => asBlock(text, readSentence(text, scope))).join('\n\n')}\n`);
}

for (const { text, block } of right)
  test(`“${text}” becomes the condition and the English recorded in right.txt`, () => {
    expect(asBlock(text, readSentence(text, scope))).toBe(block);
  });

for (const { text, block } of wrong)
  test(`“${text}” is answered with the message and the advice recorded in wrong.txt`, () => {
    expect(asBlock(text, readSentence(text, scope))).toBe(block);
  });

test('A sentence of spaces alone is said to be missing', () => {
  expect(readSentence('  ', scope)).toEqual({
    faults: [{ code: 'sentence/empty', start: 0, end: 2, particulars: {} }],
  });
});

test('right.txt holds only sentences, and wrong.txt none', () => {
  const faulty = (text: string): boolean => 'faults' in readSentence(text, scope);
  expect(right.filter(({ text }) => faulty(text))).toEqual([]);
  expect(wrong.filter(({ text }) => !faulty(text))).toEqual([]);
});

test('Every code of the catalogue occurs in wrong.txt', () => {
  const found = new Set(
    [...wrong, { text: '' }].flatMap(({ text }) => {
      const read = readSentence(text, scope);
      return 'faults' in read ? read.faults.map(({ code }) => code) : [];
    }),
  );
  expect(Object.keys(sentenceProblems).filter((code) => !found.has(code as never))).toEqual([]);
});
