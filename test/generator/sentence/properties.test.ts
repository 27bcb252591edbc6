import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import type { Sentence } from '../../../generator/language/sentence/ast.js';
import { readSentence } from '../../../generator/language/sentence/check.js';
import { complete } from '../../../generator/language/sentence/complete.js';
import { type Fault, problemOf } from '../../../generator/language/sentence/fault.js';
import { parseSentence } from '../../../generator/language/sentence/parse.js';
import { readEvent, readPoint } from '../../../generator/language/sentence/point.js';
import { printSentence } from '../../../generator/language/sentence/print.js';
import { readTrigger } from '../../../generator/language/sentence/trigger.js';
import { jumble, mutated, sentence } from './arbitrary.js';
import { blocksOf, nowhere } from './recorded.js';
import { scope } from './sample-scope.js';

const soak = process.env.SOAK ? 20 : 1;
vi.setConfig({ testTimeout: 20_000 * soak });
const recorded = ['right.txt', 'wrong.txt', 'session.txt'].flatMap((file) =>
  blocksOf(readFileSync(new URL(file, import.meta.url), 'utf8')).map(({ text }) => text),
);
const anyText = fc.oneof(jumble, mutated(recorded), fc.string({ unit: 'grapheme', maxLength: 60 }));

const withoutPlaces = (parsed: Sentence): unknown =>
  JSON.parse(JSON.stringify(parsed, (key, value) => (key === 'start' || key === 'end' ? undefined : value)));

test('A printed sentence parses to what was printed', () => {
  fc.assert(
    fc.property(sentence, (written) => {
      const parsed = parseSentence(printSentence(written));
      expect('sentence' in parsed && withoutPlaces(parsed.sentence)).toEqual(withoutPlaces(written));
    }),
    { numRuns: 1000 * soak },
  );
});

test('Whatever is written gives a condition, or faults that lie inside it and have something to say', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const read = readSentence(text, scope);
      if (!('faults' in read)) {
        expect(read.reads).toMatch(/^\S.*[^.\s]$/);
        return;
      }
      expect(read.faults.length).toBeGreaterThan(0);
      for (const found of read.faults) {
        expect(found.start).toBeGreaterThanOrEqual(0);
        expect(found.end).toBeGreaterThanOrEqual(found.start);
        expect(found.end).toBeLessThanOrEqual(text.length);
        const { message, advice } = problemOf(found, nowhere);
        expect(message).not.toMatch(/undefined|NaN|\[object/);
        expect(advice).toMatch(/\S/);
      }
    }),
    { numRuns: 1500 * soak },
  );
});

test('Every node of a sentence lies where its words were written', () => {
  fc.assert(
    fc.property(sentence, fc.nat(3), (written, spaces) => {
      const text = `${' '.repeat(spaces)}${printSentence(written).replaceAll(' ', ' '.repeat(spaces + 1))}`;
      const parsed = parseSentence(text);
      if (!('sentence' in parsed)) throw new Error(text);
      const { subject, says, lasts, start, end } = parsed.sentence;
      expect(text.slice(subject.start, subject.end)).toBe(subject.text);
      expect([start, end]).toEqual([spaces, text.length]);
      expect(lasts ? text.slice(lasts.start, lasts.end) : 'for').toMatch(/^for/);
      expect((lasts ?? says).end).toBe(text.length);
      const before = says.kind === 'happened' ? [subject.text] : [subject.text, 'is'];
      expect(text.slice(0, says.start).trim().split(/\s+/).slice(0, before.length)).toEqual(before);
    }),
    { numRuns: 500 * soak },
  );
});

/** The sentences of a correction: itself, or the items of its lists. */
const sentencesOf = (say: string): string[] =>
  say.includes('\n') ? [...say.matchAll(/^\s*- (?!all-of|any-of)(.*)$/gm)].map(([, item = '']) => item) : [say];

test('A correction that is offered is right: every sentence in it reads without a fault', () => {
  let offered = 0;
  fc.assert(
    fc.property(anyText, (text) => {
      const read = readSentence(text, scope);
      const faults: Fault[] = 'faults' in read ? read.faults : [];
      for (const say of new Set(faults.map(({ particulars }) => particulars.say))) {
        if (say === undefined) continue;
        offered += 1;
        for (const each of sentencesOf(say)) expect(readSentence(each, scope)).not.toHaveProperty('faults');
      }
    }),
    { numRuns: 1500 * soak },
  );
  expect(offered).toBeGreaterThan(50);
});

const keys = fc.constantFrom<('when' | 'after' | 'each')[]>('when', 'after', 'each');
const triggerTexts = blocksOf(readFileSync(new URL('triggers.txt', import.meta.url), 'utf8')).map(({ text }) =>
  text.replace(/^\w+: /, ''),
);

test('A trigger that is offered as a correction is one, and whatever is written has an answer', () => {
  let offered = 0;
  fc.assert(
    fc.property(fc.oneof(mutated(triggerTexts), jumble, mutated(recorded)), keys, (text, key) => {
      const read = readTrigger(text, scope, key);
      const faults: Fault[] = 'faults' in read ? read.faults : [];
      if ('faults' in read) expect(faults.length).toBeGreaterThan(0);
      for (const found of faults) {
        expect(found.start).toBeGreaterThanOrEqual(0);
        expect(found.end).toBeLessThanOrEqual(text.length);
        const { say } = found.particulars;
        if (say === undefined || say.includes('\n')) continue;
        offered += 1;
        const again = readTrigger(say, scope, key);
        const other = readSentence(say, scope);
        expect('faults' in again && 'faults' in other ? { text, say, again } : 'right').toBe('right');
      }
    }),
    { numRuns: 1500 * soak },
  );
  expect(offered).toBeGreaterThan(50);
});

test('A text that is no point and no event has something said about it', () => {
  fc.assert(
    fc.property(fc.oneof(mutated(triggerTexts), jumble), (text) => {
      for (const read of [readPoint(text, scope), readEvent(text, scope)])
        if ('faults' in read)
          expect(read.faults.map((found) => problemOf(found, nowhere).advice).join('')).toMatch(/\S/);
    }),
    { numRuns: 500 * soak },
  );
});

test('Words taken one after the other from what could come next make a sentence', () => {
  fc.assert(
    fc.property(fc.infiniteStream(fc.nat()), (choices) => {
      let text = '';
      for (let step = 0; step < 14; step += 1) {
        const read = readSentence(text, scope);
        if (!('faults' in read)) return;
        const words = complete(text, scope);
        const offered = words.length > 0 ? words : ['18'];
        const choice = choices.next().value ?? 0;
        text += `${offered[choice % offered.length]} `;
      }
      const faults = readSentence(text, scope);
      expect({ text, faults }).toEqual({ text, faults: 'a sentence' });
    }),
    { numRuns: 500 * soak },
  );
});

const long = 100_000;
const hostile: Record<string, string> = {
  'one word': 'a'.repeat(long),
  hyphens: 'a-'.repeat(long / 2),
  'open quotes': '" \' “ ‘ '.repeat(long / 8),
  'words without a verb': 'a '.repeat(long / 2),
  'names and commas': 'a, '.repeat(long / 3),
  'values joined with or': `a is ${'b or '.repeat(long / 5)}c`,
  'sentences joined with and': 'a is b and '.repeat(long / 11),
  signs: '>=<'.repeat(long / 3),
  numbers: `a is ${'1,000'.repeat(long / 5)}`,
  phrases: `a is ${'greater than or equal to '.repeat(long / 25)}`,
  dates: 'January 1 '.repeat(long / 10),
  'what happened': `a has happened ${'in the last 2 weeks '.repeat(long / 20)}`,
  'how long': `a is b ${'for at least 2 weeks '.repeat(long / 21)}`,
  spaces: `a${' '.repeat(long)}is`,
};
for (const [what, text] of Object.entries(hostile))
  test(`A hundred thousand characters of ${what} are read within five seconds`, () => {
    const start = performance.now();
    readSentence(text, scope);
    expect(performance.now() - start).toBeLessThan(5000);
  });
