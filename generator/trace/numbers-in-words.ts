/** The numbers and lengths of time that a sentence names: "two sessions", "within 48 hours", "the third". */
import type { SpanUnit } from '../../engine/contract/index.js';
import { numberWords, ordinalWords } from '../language/number-words.js';

const numbers = new Map<string, number>([
  ...numberWords.map((word, n) => [word, n] as const),
  ...ordinalWords.map((word, n) => [word, n] as const),
  ...(['once', 'twice', 'thirty', 'forty', 'fifty', 'sixty'].map((word, i) => [word, [1, 2, 30, 40, 50, 60][i]]) as [
    string,
    number,
  ][]),
]);
const units: [RegExp, SpanUnit][] = [
  [/^hours?/, 'hours'],
  [/^working days?/, 'working-days'],
  [/^days?/, 'days'],
  [/^weeks?/, 'weeks'],
  [/^fortnights?/, 'weeks'],
  [/^(?:calendar )?months?/, 'months'],
  [/^years?/, 'years'],
];

/** A length of time as one number, and of what kind: hours and days are one, working days another, months a third. */
export interface Length {
  n: number;
  kind: 'days' | 'working-days' | 'months';
}
const inDays: Partial<Record<SpanUnit, number>> = { hours: 1 / 24, days: 1, weeks: 7 };
export const lengthOf = (n: number, unit: SpanUnit): Length => {
  if (unit === 'working-days') return { n, kind: 'working-days' };
  const days = inDays[unit];
  return days === undefined ? { n: unit === 'years' ? 12 * n : n, kind: 'months' } : { n: n * days, kind: 'days' };
};

export interface NumbersIn {
  /** Every number, those of lengths among them: a week may be a session. */
  all: number[];
  counts: number[];
  lengths: Length[];
}
const numberOf = (word: string): number | undefined =>
  /^\d+(?:\.\d+)?$/.test(word) ? Number(word) : numbers.get(word);

/** Takes sentences; gives the numbers they name. One of which the unit follows is a length and no count. */
export const numbersIn = (sentences: readonly string[]): NumbersIn => {
  const found: NumbersIn = { all: [], counts: [], lengths: [] };
  for (const sentence of sentences) {
    const text = sentence.toLowerCase().replace(/-/g, ' ');
    for (const { 0: word, index } of text.matchAll(/\d+(?:\.\d+)?|[a-z]+/g)) {
      const n = numberOf(word.replace(/(\d)(?:st|nd|rd|th)$/, '$1'));
      if (n === undefined) continue;
      found.all.push(n);
      const rest = text
        .slice(index + word.length)
        .replace(/^(?:st|nd|rd|th)?\s+(?:full |elapsed |completed |more )*/, '');
      const unit = units.find(([pattern]) => pattern.test(rest))?.[1];
      if (unit) found.lengths.push(lengthOf(/^fortnight/.test(rest) ? 2 * n : n, unit));
      else found.counts.push(n);
    }
  }
  return found;
};
