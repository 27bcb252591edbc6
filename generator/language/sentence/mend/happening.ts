/** What happened, in other words than `has happened`; and what is said of time where it cannot be. */
import { nearest } from '../../../problem/nearest.js';
import { fault } from '../fault.js';
import type { Token } from '../tokens.js';
import { isReserved, unitOf } from '../words.js';
import { mendHowLong } from './how-long.js';
import { inPlaceOf, lower, type Mending, type Pass, stretch, written } from './mending.js';
import { figureOf } from './row.js';
import { mendWhen } from './when.js';

/** `incident occurred last week` becomes `incident has happened in the last 1 week`. */
export const mendHappening: Pass = (mending) => {
  const result: Mending = { ...mending, tokens: [] };
  const { tokens } = mending;
  for (let at = 0; at < tokens.length; ) {
    at +=
      mendVerb(tokens, at, result) ??
      mendReaches(tokens, at, result) ??
      mendHowLong(tokens, at, result) ??
      mendTimeOfAnswer(tokens, at, result) ??
      keep(tokens, at, result);
  }
  return result;
};

const keep = (tokens: Token[], at: number, { tokens: kept }: Mending): number => {
  kept.push(...tokens.slice(at, at + 1));
  return 1;
};

const startsWith = (tokens: Token[], at: number, words: string): boolean =>
  words.split(' ').every((word, index) => lower(tokens[at + index]) === word);

const happened = 'happened|happen|occurred|taken place|took place|happens|occurs|takes place|occur'.split('|');
const verbs = [
  ...[
    'has not',
    'have not',
    'had not',
    "hasn't",
    'hasnt',
    "haven't",
    'has never',
    'has not yet',
    'has not ever',
    'never',
  ],
  ...['did not', "didn't", 'didnt', 'does not', "doesn't", 'doesnt', 'not', 'is not'],
].map((words) => ({ words, becomes: 'has not happened' }));
const positive = ['has', 'have', 'had', 'has ever', 'has already', 'has just', 'did', 'ever', 'is', 'was', ''].map(
  (words) => ({
    words,
    becomes: 'has happened',
  }),
);
const ways = [...verbs, ...positive]
  .flatMap(({ words, becomes }) => happened.map((verb) => ({ words: `${words} ${verb}`.trim(), becomes })))
  .toSorted((a, b) => b.words.length - a.words.length);
const waysByFirstWord = new Map<string, typeof ways>();
for (const way of ways) {
  const [first = ''] = way.words.split(' ');
  waysByFirstWord.set(first, [...(waysByFirstWord.get(first) ?? []), way]);
}

const mendVerb = (tokens: Token[], at: number, result: Mending): number | undefined => {
  if (at === 0) return undefined;
  const way =
    waysByFirstWord.get(lower(tokens[at]))?.find(({ words }) => startsWith(tokens, at, words)) ?? misspelt(tokens, at);
  if (!way) return undefined;
  const length = way.words.split(' ').length;
  const from = tokens.slice(at, at + length);
  if (way.words !== way.becomes)
    result.faults.push(fault('sentence/verb', stretch(from), { found: written(from), words: way.becomes }));
  const name = nameBefore(result);
  result.tokens.push(...inPlaceOf(stretch(from), way.becomes));
  return length + mendWhen(tokens.slice(at + length), name, result);
};

/** `has happend`. */
const misspelt = (tokens: Token[], at: number): { words: string; becomes: string } | undefined => {
  if (lower(tokens[at]) !== 'has') return undefined;
  const not = lower(tokens[at + 1]) === 'not' ? 1 : 0;
  const word = lower(tokens[at + 1 + not]);
  if (nearest(word, ['happened', 'occurred']) === undefined) return undefined;
  return { words: `has ${not ? 'not ' : ''}${word}`, becomes: `has ${not ? 'not ' : ''}happened` };
};

const beforeNames = new Set('and or but if when where unless only not the a an that while because'.split(' '));
/** The name that stands at the end of the tokens so far; one that is written with spaces is put together. */
const nameBefore = ({ tokens, faults }: Mending): string => {
  const from = tokens.findLastIndex((token) => token.kind === 'mark' || beforeNames.has(lower(token))) + 1;
  const words = tokens.slice(from);
  const plain = words.every((token) => token.kind === 'word' && !isReserved(token.text));
  if (words.length < 2 || !plain) return written(words);
  const name = words.map(({ text }) => text).join('-');
  faults.push(fault('sentence/spaces', stretch(words), { found: written(words), name }));
  tokens.splice(from, words.length, { kind: 'word', text: name, ...stretch(words) });
  return name;
};

const reachWords = new Set(['reaches', 'reach', 'reached']);
/** `absences reaches 3 times`, where no trigger stands. */
const mendReaches = (tokens: Token[], at: number, result: Mending): number | undefined => {
  const [verb, figure, times] = tokens.slice(at, at + 3);
  const n = figureOf(figure);
  if (at === 0 || !verb || !figure || n === undefined || !reachWords.has(lower(verb))) return undefined;
  result.faults.push(fault('sentence/reaches', stretch([verb, figure]), { found: written([verb, figure]) }));
  result.tokens.push(...inPlaceOf(verb, 'is at least'), { ...figure, kind: 'number', text: String(n) });
  if (lower(times) !== 'times') return 2;
  if (times) result.faults.push(fault('sentence/extra-word', times, { found: times.text }));
  return 3;
};

/** `sex is man since 2026-01-01`, `date-of-birth is in the last 6 weeks`. */
const mendTimeOfAnswer = (tokens: Token[], at: number, result: Mending): number | undefined => {
  const word = lower(tokens[at]);
  const second = lower(tokens[at + 1]);
  if (at < 2 || !tokens[at + 1]) return undefined;
  const [length, last] = isLast(tokens, at + 1);
  if (last && /^(?:in|within|during|over)$/.test(word)) return mendLast(tokens, at, length, result);
  const within = word === 'within' && tokens[at + 1]?.kind === 'number';
  if (!within && !(word === 'since' && second !== '') && !(word === 'since' && tokens[at + 1]?.kind === 'date'))
    return undefined;
  return timeOfAnswer(tokens.slice(at), result);
};

const isLast = (tokens: Token[], at: number): [length: number, last: boolean] => {
  const the = lower(tokens[at]) === 'the' ? 1 : 0;
  return [the + 1, ['last', 'past', 'previous'].includes(lower(tokens[at + the]))];
};

const mendLast = (tokens: Token[], at: number, length: number, result: Mending): number => {
  const [figure, unit] = tokens.slice(at + 1 + length, at + 3 + length);
  const ofADate = lower(tokens[at - 1]) === 'is' && figureOf(figure) !== undefined && unit && unitOf(lower(unit));
  if (!figure || !unit || !ofADate) return timeOfAnswer(tokens.slice(at), result);
  const from = tokens.slice(at, at + 1 + length);
  const words = 'at most … before today';
  result.faults.push(fault('sentence/comparison', stretch(from), { found: written(from), words }));
  result.tokens.push(...inPlaceOf(stretch(from), 'at most'), figure, unit, ...inPlaceOf(unit, 'before today'));
  return 3 + length;
};

const timeOfAnswer = (from: Token[], result: Mending): number => {
  result.faults.push(fault('sentence/time-of-an-answer', stretch(from), { found: written(from) }));
  result.hopeless = true;
  return from.length;
};
