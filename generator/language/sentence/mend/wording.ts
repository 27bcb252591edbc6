/** Phrases that are not the language's, put into its own words. */
import { fault } from '../fault.js';
import type { Token } from '../tokens.js';
import { isReserved, orLess, orMore } from '../words.js';
import { inPlaceOf, lower, type Mending, type Pass, stretch, written } from './mending.js';
import { numberWords, type Phrase, phrasesByFirstWord } from './phrases.js';

/** `a equals b` becomes `a is b`, `n is over 18` becomes `n is more than 18`, `18 or more` becomes `at least 18`. */
export const mendWording: Pass = (mending) => {
  const result: Mending = { ...mending, tokens: [] };
  let at = 0;
  while (at < mending.tokens.length) {
    at +=
      keepTime(mending.tokens, at, result) ??
      mendPhrase(mending.tokens, at, result) ??
      mendTail(mending.tokens, at, result) ??
      keep(mending.tokens, at, result);
  }
  return result;
};

/** What happened, and how long something has been so, is in the language's words by now. */
const keepTime = (tokens: Token[], at: number, result: Mending): number | undefined => {
  const word = lower(tokens[at]);
  const has =
    word === 'has' &&
    /^(?:not )?happened/.test(
      tokens
        .slice(at + 1, at + 3)
        .map(lower)
        .join(' '),
    );
  const lasts = word === 'for' && lower(tokens[at + 1]) === 'at' && tokens[at + 3]?.kind === 'number';
  if (at === 0 || !(has || lasts)) return undefined;
  const end = tokens.findIndex((token, index) => index > at && (joins(token) || lower(token) === 'for'));
  const kept = tokens.slice(at, end < 0 ? tokens.length : end);
  result.tokens.push(...kept);
  return kept.length;
};

type Step = (tokens: Token[], at: number, result: Mending) => number | undefined;

const keep = (tokens: Token[], at: number, result: Mending): number => {
  const token = tokens[at];
  if (token) result.tokens.push(inFigures(token, tokens[at + 1], result));
  return 1;
};

/** A number in words, after a comparison or before a unit. */
const inFigures = (token: Token, next: Token | undefined, { tokens, faults }: Mending): Token => {
  const n = numberWords.get(lower(token));
  const before = tokens.at(-1);
  const wanted =
    ['least', 'most', 'than', 'between'].includes(lower(before)) ||
    /^(?:hour|day|week|month|year)s?$/.test(lower(next));
  if (n === undefined || !wanted) return token;
  faults.push(fault('sentence/number-in-words', token, { found: token.text, n }));
  return { ...token, kind: 'number', text: String(n) };
};

const mendPhrase: Step = (tokens, at, result) => {
  const found = phraseAt(tokens, at, result.tokens);
  if (!found) return undefined;
  const from = tokens.slice(at, at + found.words.length);
  const saidIs = lower(result.tokens.at(-1)) === 'is';
  const becomes = saidIs && found.place === 'verb' ? found.becomes.slice(3) : withIs(found, result.tokens);
  result.faults.push(fault(found.code, stretch(from), { found: written(from), words: becomes || 'is' }));
  result.tokens.push(...inPlaceOf(stretch(from), becomes));
  return from.length;
};

const withIs = (found: Phrase, before: Token[]): string => {
  const said = before.some((token) => lower(token) === 'is');
  return found.place === 'says' && !said ? `is ${found.becomes}`.trim() : found.becomes;
};

const phraseAt = (tokens: Token[], at: number, before: Token[]): Phrase | undefined => {
  if (at === 0) return undefined;
  const last = lower(before.at(-1));
  return phrasesByFirstWord.get(lower(tokens[at]))?.find((phrase) => {
    if (!phrase.words.every((word, index) => lower(tokens[at + index]) === word)) return false;
    const next = tokens[at + phrase.words.length];
    if (phrase.place === 'says' && phrase.needs === 'anything')
      return last === 'is' || last === 'not' ? next !== undefined : false;
    return phrase.place === 'verb' ? next !== undefined && !joins(next) : hasWhatItNeeds(phrase, next);
  });
};

const joins = (token: Token): boolean => token.kind === 'mark' || ['or', 'and'].includes(lower(token));

const hasWhatItNeeds = (phrase: Phrase, next: Token | undefined): boolean => {
  if (!next || joins(next)) return false;
  const numberish = next.kind === 'number' || numberWords.has(lower(next)) || next.kind === 'date';
  return numberish || (phrase.needs === 'operand' ? !isReserved(lower(next)) : phrase.words.length > 1);
};

/** What may trail a number: `or more`, `years old`, `years ago`. */
const mendTail: Step = (tokens, at, result) => {
  const [word, second] = [lower(tokens[at]), lower(tokens[at + 1])];
  if (word === 'to' || word === 'or') {
    const and = mendBetween(tokens.slice(at, at + 1), result);
    if (and) return and;
  }
  const amount = trailingAmount(result.tokens);
  if (!amount) return undefined;
  const after = tokens[at + 2];
  const plain =
    after?.kind !== 'number' && after?.kind !== 'date' && !numberWords.has(lower(after)) && lower(after) !== 'than';
  if ((word === 'or' || word === 'and') && plain && (orMore.has(second) || orLess.has(second))) {
    return moveInFront(tokens.slice(at, at + 2), amount, orMore.has(second) ? 'at least' : 'at most', result);
  }
  const old = word === 'old' ? 1 : word === 'of' && second === 'age' ? 2 : 0;
  if (old > 0) {
    const from = [...amount, ...tokens.slice(at, at + old)];
    result.faults.push(fault('sentence/age', stretch(from), { found: written(from) }));
    return old;
  }
  const [token] = tokens.slice(at, at + 1);
  if (word !== 'ago' || !token) return undefined;
  result.faults.push(fault('sentence/ago', token, {}));
  result.tokens.push(...inPlaceOf(token, 'before today'));
  return 1;
};

/** `between 18 to 25`. */
const mendBetween = ([token]: Token[], { tokens, faults }: Mending): number | undefined => {
  if (!token || lower(tokens.at(-2)) !== 'between') return undefined;
  faults.push(fault('sentence/verb', token, { found: `between … ${token.text}`, words: 'between … and' }));
  tokens.push(...inPlaceOf(token, 'and'));
  return 1;
};

/** The number, and the unit after it, at the end of the tokens so far. */
const trailingAmount = (tokens: Token[]): Token[] | undefined => {
  const [unit, last] = [tokens.at(-2), tokens.at(-1)];
  if (last?.kind === 'number') return [last];
  return unit?.kind === 'number' && last?.kind === 'word' && !isReserved(last.text) ? [unit, last] : undefined;
};

const moveInFront = (from: Token[], amount: Token[], words: string, { tokens, faults }: Mending): number => {
  const place = stretch([...amount, ...from]);
  faults.push(fault('sentence/comparison', stretch(from), { found: written(from), words }));
  tokens.splice(tokens.length - amount.length, amount.length, ...inPlaceOf(place, words), ...amount);
  return from.length;
};
