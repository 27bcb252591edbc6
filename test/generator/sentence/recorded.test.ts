import { readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readSentence } from '../../../generator/language/sentence/check.js';
import { sentenceProblems } from '../../../generator/language/sentence/problems.js';
import type { Scope } from '../../../generator/language/sentence/scope.js';
import { asBlock, blocksOf, type Recorded, triggerAsBlock } from './recorded.js';
import { answersOnly, ofASession, scope } from './sample-scope.js';

// Each file is read by a person. After a change of wording, RECORD=1 writes them anew, to be read again.
const fileOf = (name: string): URL => new URL(name, import.meta.url);
const read = (name: string) => blocksOf(readFileSync(fileOf(name), 'utf8'));
const [right, wrong, answers, session, triggers] = ['right', 'wrong', 'answers-only', 'session', 'triggers'].map(
  (name) => read(`${name}.txt`),
) as [Recorded[], Recorded[], Recorded[], Recorded[], Recorded[]];

if (process.env.RECORD) {
  const write = (name: string, blocks: string[]): void => writeFileSync(fileOf(name), `${blocks.join('\n\n')}\n`);
  const inScope = (blocks: Recorded[], where: Scope): string[] =>
    blocks.map(({ text }) => asBlock(text, readSentence(text, where)));
  write('right.txt', inScope(right, scope));
  write('wrong.txt', inScope(wrong, scope));
  write('answers-only.txt', inScope(answers, answersOnly));
  write('session.txt', inScope(session, ofASession));
  write(
    'triggers.txt',
    triggers.map(({ text }) => triggerAsBlock(text, scope)),
  );
}

for (const { text, block } of right)
  test(`“${text}” becomes the condition and the English recorded in right.txt`, () => {
    expect(asBlock(text, readSentence(text, scope))).toBe(block);
  });

for (const { text, block } of wrong)
  test(`“${text}” is answered with the message and the advice recorded in wrong.txt`, () => {
    expect(asBlock(text, readSentence(text, scope))).toBe(block);
  });

for (const { text, block } of answers)
  test(`Where only answers count, “${text}” is answered as recorded in answers-only.txt`, () => {
    expect(asBlock(text, readSentence(text, answersOnly))).toBe(block);
  });

for (const { text, block } of session)
  test(`Of one session, “${text}” becomes what is recorded in session.txt`, () => {
    expect(asBlock(text, readSentence(text, ofASession))).toBe(block);
  });

for (const { text, block } of triggers)
  test(`“${text}” opens or marks what is recorded in triggers.txt, or is answered as recorded there`, () => {
    expect(triggerAsBlock(text, scope)).toBe(block);
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

test('Every code of the catalogue occurs in what is recorded', () => {
  const all = [...wrong, ...answers, ...triggers].map(({ block }) => block).join('\n');
  const told = new Set([
    'sentence/empty',
    ...(all.match(/^ {2}sentence\/[a-z-]+$/gm) ?? []).map((code) => code.trim()),
  ]);
  expect(Object.keys(sentenceProblems).filter((code) => !told.has(code))).toEqual([]);
});
