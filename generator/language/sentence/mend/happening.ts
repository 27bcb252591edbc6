/** What happened, in other words than `has happened`; and what is said of time where it cannot be. */
import { fault } from '../fault.js';
import type { Token } from '../tokens.js';
import { unitOf } from '../words.js';
import { mendHowLong } from './how-long.js';
import { inPlaceOf, lower, type Mending, type Pass, stretch, written } from './mending.js';
import { numberWords } from './phrases.js';
import { mendWhen } from './when.js';

/** `incident occurred last week` becomes `incident has happened in the last 1 week`. */
export const mendHappening: Pass = (mending) => {
  const result: Mending = { ...mending, tokens: [] };
  const { tokens } = mending;
  for (let at = 0; at < tokens.length; ) {
    at +=
      mendRow(tokens, at, result) ??
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
  const way = waysByFirstWord.get(lower(tokens[at]))?.find(({ words }) => startsWith(tokens, at, words));
  if (!way) return undefined;
  const length = way.words.split(' ').length;
  const from = tokens.slice(at, at + length);
  if (way.words !== way.becomes)
    result.faults.push(fault('sentence/verb', stretch(from), { found: written(from), words: way.becomes }));
  const name = written(result.tokens);
  result.tokens.push(...inPlaceOf(stretch(from), way.becomes));
  return length + mendWhen(tokens.slice(at + length), name, result);
};

const figureOf = (token: Token | undefined): number | undefined =>
  token?.kind === 'number' ? Number(token.text) : numberWords.get(lower(token));

const row = ['in a row', 'on the trot', 'one after the other'];
/** `misses 3 in a row`. */
const mendRow = (tokens: Token[], at: number, result: Mending): number | undefined => {
  const words = row.find((each) => startsWith(tokens, at, each));
  if (words === undefined || at === 0) return undefined;
  const said = [...tokens.slice(1, at), ...tokens.slice(at, at + words.split(' ').length)];
  const n = said.map(figureOf).find((figure) => figure !== undefined) ?? 3;
  result.faults.splice(0, result.faults.length, fault('sentence/in-a-row', stretch(said), { n }));
  result.hopeless = true;
  return tokens.length - at;
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
