/**
 * The grammar of sentences, by recursive descent over tokens; README.md has it as EBNF. Strict: it knows nothing of
 * common mistakes (see mend.ts), and stops at the first thing that does not belong.
 */
import { type Comparison, months } from '../../../engine/contract/index.js';
import type {
  DayNode,
  DurationNode,
  Moment,
  NumberNode,
  SaysDated,
  SaysOfAFact,
  Sentence,
  Value,
  WordNode,
} from './ast.js';
import { type Fault, fault } from './fault.js';
import { readHappened, readLasts } from './grammar-of-time.js';
import { accept, isWord, next, peek, place, type Reader, readUnit, readWord, span, stop } from './reader.js';
import type { Token } from './tokens.js';
import { notApplicable, unitOf } from './words.js';

/** Takes tokens (the last an `end`); gives the sentence, or the fault at which it ceases to be one. */
export const parseTokens = (tokens: Token[]): { sentence: Sentence } | { fault: Fault } => {
  const reader: Reader = { tokens, at: 0 };
  const sentence = readSentence(reader);
  if (sentence && peek(reader).kind !== 'end') stop(reader, 'the end of the sentence');
  if (sentence && !reader.stopped) return { sentence };
  return { fault: reader.stopped ?? fault('sentence/unfinished', peek(reader), { expected: 'a sentence' }) };
};

const readSentence = (reader: Reader): Sentence | undefined => {
  const subject = readWord(reader, 'a name');
  if (!subject) return undefined;
  const sentence = accept(reader, 'has') ? readHas(reader, subject) : readIsOf(reader, subject);
  if (!sentence || !isWord(peek(reader), 'for')) return sentence;
  const lasts = readLasts(reader);
  return lasts && { ...sentence, lasts, ...span(sentence, lasts) };
};

const readHas = (reader: Reader, subject: WordNode): Sentence | undefined => {
  const has = peek(reader, -1);
  const negated = accept(reader, 'not');
  const says = readHappened(reader, has);
  return says && { subject, negated, says, ...span(subject, says) };
};

const readIsOf = (reader: Reader, subject: WordNode): Sentence | undefined => {
  if (!accept(reader, 'is')) return stop(reader, 'the word is');
  const negates = isWord(peek(reader), 'not') && !isWord(peek(reader, 1), 'applicable');
  if (negates) reader.at += 1;
  const applicable = isWord(peek(reader), 'applicable') ? next(reader) : undefined;
  const says: SaysOfAFact | undefined = applicable
    ? { kind: 'is', values: [{ ...place(applicable), kind: 'word', text: notApplicable }], ...place(applicable) }
    : readSays(reader);
  if (applicable && negates) return stop(reader, 'the word applicable once');
  return says && { subject, negated: negates || applicable !== undefined, says, ...span(subject, says) };
};

const comparisons = new Map<string, [second: string, comparison: Exclude<Comparison, 'exactly'>][]>([
  [
    'at',
    [
      ['least', 'at-least'],
      ['most', 'at-most'],
    ],
  ],
  ['more', [['than', 'more-than']]],
  ['less', [['than', 'less-than']]],
]);

const readSays = (reader: Reader): SaysOfAFact | undefined => {
  const first = peek(reader);
  if (first.kind !== 'word') return readIs(reader);
  if (comparisons.has(first.text)) return readComparison(reader);
  if (first.text === 'between') return readBetween(reader);
  if (isWord(first, 'before', 'after', 'on')) return readDated(reader);
  if (first.text === 'answered' || first.text === 'met') {
    reader.at += 1;
    return { kind: first.text, ...place(first) };
  }
  return readIs(reader);
};

const readIs = (reader: Reader): SaysOfAFact | undefined => {
  const values: Value[] = [];
  do {
    const value = readValue(reader, 'a value');
    if (!value) return undefined;
    values.push(value);
  } while (accept(reader, 'or'));
  const [first] = values;
  const last = values.at(-1);
  return first && last && { kind: 'is', values, ...span(first, last) };
};

const readValue = (reader: Reader, expected: string): Value | undefined => {
  const token = peek(reader);
  if (isWord(token, 'not') && isWord(peek(reader, 1), 'applicable')) {
    reader.at += 2;
    return { kind: 'word', text: notApplicable, ...span(token, peek(reader, -1)) };
  }
  if (token.kind === 'date' || isLongDay(reader)) return readDay(reader);
  return token.kind === 'number' ? readNumber(reader) : readWord(reader, expected);
};

/** Longer numbers, and those with more places, are mistyped rather than meant; and they would not print as written. */
const longest = { digits: 15, places: 6 };

const readNumber = (reader: Reader): NumberNode | undefined => {
  const token = peek(reader);
  if (token.kind !== 'number') return stop(reader, 'a number');
  const places = token.text.split('.')[1]?.length ?? 0;
  if (token.text.length > longest.digits || places > longest.places) return stop(reader, 'a shorter number');
  reader.at += 1;
  const n = Number(token.text) + 0;
  const unit = readUnit(reader);
  if (!unit) return { kind: 'number', n: n === 0 ? 0 : n, ...place(token) };
  return { kind: 'number', n: n === 0 ? 0 : n, unit, ...span(token, unit) };
};

const readComparison = (reader: Reader): SaysOfAFact | undefined => {
  const first = next(reader);
  const second = peek(reader);
  const ways = comparisons.get(first.text) ?? [];
  const found = ways.find(([word]) => isWord(second, word));
  if (!found) return stop(reader, `${ways.map(([word]) => `the word ${word}`).join(' or ')}`);
  reader.at += 1;
  const to = readNumber(reader);
  if (!to) return undefined;
  const direction = peek(reader).text;
  if (peek(reader).kind === 'word' && (direction === 'before' || direction === 'after')) {
    const duration = asDuration(reader, to);
    if (!duration) return undefined;
    reader.at += 1;
    const than = readMoment(reader);
    return than && { kind: 'apart', comparison: found[1], duration, direction, than, ...span(first, than) };
  }
  return { kind: 'compares', comparison: found[1], to, ...span(first, to) };
};

const asDuration = (reader: Reader, { n, unit, start, end }: NumberNode): DurationNode | undefined => {
  const known = unit && unitOf(unit.text);
  if (!unit) reader.stopped ??= fault('sentence/no-unit', { start, end }, { n });
  else if (!known) reader.stopped ??= fault('sentence/unit', unit, { unit: unit.text });
  else if (n < 0 || !Number.isInteger(n))
    reader.stopped ??= fault('sentence/part-of-a-unit', { start, end }, { n, unit: known });
  return known && !reader.stopped ? { n, unit: known, start, end } : undefined;
};

const readBetween = (reader: Reader): SaysOfAFact | undefined => {
  const first = next(reader);
  const from = readValue(reader, 'a number or a date');
  if (!from) return undefined;
  if (!accept(reader, 'and')) return stop(reader, 'the word and');
  const to = readValue(reader, 'a number or a date');
  return to && { kind: 'between', from, to, ...span(first, to) };
};

const readDated = (reader: Reader): SaysOfAFact | undefined => {
  const first = next(reader);
  const order = readOrder(reader, first);
  const than = order && readMoment(reader);
  return than && { kind: 'dated', order, than, ...span(first, than) };
};

const readOrder = (reader: Reader, first: Token): SaysDated['order'] | undefined => {
  if (first.text === 'before' || first.text === 'after') return first.text;
  if (!accept(reader, 'or')) return 'on';
  if (accept(reader, 'before')) return 'on-or-before';
  return accept(reader, 'after') ? 'on-or-after' : stop(reader, 'the word before or after');
};

const readMoment = (reader: Reader): Moment | undefined => {
  const isDay = peek(reader).kind === 'date' || isLongDay(reader);
  return isDay ? readDay(reader) : readWord(reader, 'a date or the name of one');
};

const monthOf = (token: Token): number => (months as readonly string[]).indexOf(token.text) + 1;
const dayOfMonth = /^\d{1,2}$/;
const fullYear = /^\d{4}$/;
/** Whether `31 January 2026` comes next. */
const isLongDay = (reader: Reader): boolean =>
  dayOfMonth.test(peek(reader).text) && monthOf(peek(reader, 1)) > 0 && fullYear.test(peek(reader, 2).text);

const readDay = (reader: Reader): DayNode => {
  const first = next(reader);
  if (first.kind === 'date') {
    const [year = 0, month = 0, day = 0] = first.text.split('-').map(Number);
    return { kind: 'day', year, month, day, ...place(first) };
  }
  const month = monthOf(next(reader));
  const last = next(reader);
  return { kind: 'day', year: Number(last.text), month, day: Number(first.text), ...span(first, last) };
};
