/** When something happened, in other words than the language's. */
import { fault } from '../fault.js';
import type { Token } from '../tokens.js';
import { clock, isReserved, spanUnitOf } from '../words.js';
import { inPlaceOf, lower, type Mending, stretch, written } from './mending.js';
import { numberWords } from './phrases.js';

const ends = new Set(['and', 'or', 'but', 'plus', 'unless', 'if', 'when', 'where', 'except', 'for']);

/**
 * Takes the tokens after `has happened`, and the name of what did; puts those that say when into the language's words.
 * Gives how many were read; what follows belongs to something else.
 */
export const mendWhen = (tokens: Token[], name: string, result: Mending): number => {
  const end = tokens.findIndex((token, index) => isEnd(tokens, token, index));
  const tail = end < 0 ? tokens : tokens.slice(0, end);
  if (tail.length > 0) {
    const done = result.tokens.length;
    const read =
      mendCounted(tail, name, result) ??
      mendAgo(tail, name, result) ??
      mendLast(tail, result) ??
      mendWithin(tail, result) ??
      mendBy(tail, result) ??
      mendSince(tail, result);
    if (read === undefined) result.tokens.splice(done, result.tokens.length, ...tail);
  }
  return tail.length;
};

const isEnd = (tokens: Token[], token: Token, index: number): boolean => {
  const word = lower(token);
  if (word !== 'for') return ends.has(word) || token.kind === 'mark';
  return !['the', 'last', 'past'].includes(lower(tokens[index + 1]));
};

interface Time {
  length: number;
  tokens: Token[];
}

/** `2 weeks`, `two weeks`, `a fortnight`, `5 working days`, and where `bare` is true `week`. */
export const timeAt = (tokens: Token[], { faults }: Mending, bare: boolean): Time | undefined => {
  const [first] = tokens;
  if (!first) return undefined;
  const article = lower(first) === 'a' || lower(first) === 'an';
  const n = first.kind === 'number' ? Number(first.text) : article ? 1 : numberWords.get(lower(first));
  const unitAt = n === undefined ? 0 : 1;
  const unit = unitIn(tokens.slice(unitAt));
  if (n === undefined && !(bare && unit)) return undefined;
  const figure: Token = n === undefined ? { ...first, end: first.start } : first;
  if (first.kind !== 'number') {
    if (n === undefined)
      faults.push(fault('sentence/no-number-of-time', first, { found: written(tokens.slice(0, 1)) }));
    else faults.push(fault('sentence/number-in-words', first, { found: first.text, n }));
  }
  if (!unit) return n === undefined || article ? undefined : { length: 1, tokens: [asNumber(figure, n)] };
  const times = unit.twice ? 2 : 1;
  if (unit.twice)
    faults.push(fault('sentence/unit-of-time', unit.at, { unit: written(tokens.slice(unitAt, unitAt + 1)) }));
  const { start, end } = unit.at;
  return {
    length: unitAt + unit.length,
    tokens: [asNumber(figure, (n ?? 1) * times), { kind: 'word', text: unit.word, start, end }],
  };
};

const asNumber = (token: Token, n: number): Token => ({ ...token, kind: 'number', text: String(n) });

/** The unit that tokens start with; of a fortnight, weeks and `twice`. */
const unitIn = (
  tokens: Token[],
): { word: string; length: number; at: { start: number; end: number }; twice?: true } | undefined => {
  const [first] = tokens;
  const word = lower(first);
  if (!first) return undefined;
  if (word === 'fortnight' || word === 'fortnights')
    return { word: 'weeks', length: 1, at: stretch([first]), twice: true };
  const two = `${word}-${lower(tokens[1])}`;
  if (word === 'working' && spanUnitOf(two)) return { word: two, length: 2, at: stretch(tokens.slice(0, 2)) };
  return spanUnitOf(word) ? { word, length: 1, at: stretch([first]) } : undefined;
};

const counts = new Set(['once', 'twice', 'times']);
const mendCounted = (tail: Token[], name: string, result: Mending): number | undefined => {
  const at = tail.findIndex((token) => counts.has(lower(token)));
  if (at < 0) return undefined;
  const n = lower(tail[at]) === 'once' ? 1 : lower(tail[at]) === 'twice' ? 2 : figureBefore(tail, at);
  const fact = `number-of-${name}`;
  const example = { fact, say: `${fact} is at least ${n}` };
  result.faults.push(fault('sentence/counted', stretch(tail), { name, example }));
  result.hopeless = true;
  return tail.length;
};

const figureBefore = (tail: Token[], at: number): number => {
  const before = tail[at - 1];
  return before?.kind === 'number' ? Number(before.text) : (numberWords.get(lower(before)) ?? 2);
};

/** `2 weeks ago`, `more than 2 weeks ago`. */
const mendAgo = (tail: Token[], name: string, result: Mending): number | undefined => {
  if (lower(tail.at(-1)) !== 'ago') return undefined;
  const said = tail.slice(0, -1);
  const from = said.findIndex(
    (_, index) =>
      said.length - index <= 3 && timeAt(said.slice(index), silent(), false)?.length === said.length - index,
  );
  const time = from < 0 ? undefined : timeAt(said.slice(from), silent(), false);
  if (!time) return undefined;
  const comparison = said.slice(0, from).map(lower).join(' ');
  if (/more|least|over|longer/.test(comparison)) {
    const span = time.tokens.map(({ text }) => text.replace('-', ' ')).join(' ');
    result.faults.push(fault('sentence/long-ago', stretch(tail), { name, span }));
    result.hopeless = true;
    return tail.length;
  }
  result.faults.push(fault('sentence/comparison', stretch(tail), { found: written(tail), words: 'in the last' }));
  result.tokens.push(...inPlaceOf(stretch(tail), 'in the last'), ...time.tokens);
  return tail.length;
};

const silent = (): Mending => ({ tokens: [], faults: [], hopeless: false });

const lastly = /^(?:(?:in|within|during|over|for) )?(?:the )?(?:last|past|previous|preceding)$/;
const mendLast = (tail: Token[], result: Mending): number | undefined => {
  const length = [3, 2, 1].find((count) => lastly.test(tail.slice(0, count).map(lower).join(' ')));
  const plainIn = length === undefined && lower(tail[0]) === 'in';
  if (length === undefined && !plainIn) return undefined;
  const from = tail.slice(0, length ?? 1);
  const time = timeAt(tail.slice(from.length), result, true);
  if (!time) return undefined;
  if (written(from) !== 'in the last')
    result.faults.push(fault('sentence/comparison', stretch(from), { found: written(from), words: 'in the last' }));
  result.tokens.push(
    ...inPlaceOf(stretch(from), 'in the last'),
    ...time.tokens,
    ...tail.slice(from.length + time.length),
  );
  return tail.length;
};

const ofWords = new Set(['of', 'after', 'from', 'following', 'since']);
const mendWithin = (tail: Token[], result: Mending): number | undefined => {
  const [first] = tail;
  if (!first || lower(first) !== 'within') return undefined;
  const time = timeAt(tail.slice(1), result, false);
  if (!time) return undefined;
  const [of, ...rest] = tail.slice(1 + time.length);
  if (!of) {
    result.faults.push(fault('sentence/within-what', stretch(tail), {}));
    result.tokens.push(...inPlaceOf(first, 'in the last'), ...time.tokens);
    return tail.length;
  }
  if (!ofWords.has(lower(of))) return undefined;
  if (lower(of) !== 'of') result.faults.push(fault('sentence/comparison', of, { found: of.text, words: 'of' }));
  result.tokens.push(first, ...time.tokens, ...inPlaceOf(of, 'of'), ...eventIn(rest, result));
  return tail.length;
};

const halfDay = /^(\d{1,2})(?:[:.](\d{2}))?(am|pm)?$/;
/** `16:00`, `4pm`, `4.30 pm`. */
const timeOfDay = (tokens: Token[]): { length: number; time: string } | undefined => {
  const [first, second] = tokens;
  const [, hours, minutes = '00', half] = halfDay.exec(first?.text.toLowerCase() ?? '') ?? [];
  const word = half ?? (['am', 'pm'].includes(lower(second)) ? lower(second) : undefined);
  if (hours === undefined || (word === undefined && !/[:.]/.test(first?.text ?? ''))) return undefined;
  const h = word === undefined ? Number(hours) : (Number(hours) % 12) + (word === 'pm' ? 12 : 0);
  const time = `${String(h).padStart(2, '0')}:${minutes}`;
  return clock.test(time) ? { length: half === undefined && word !== undefined ? 2 : 1, time } : undefined;
};

const noTimeOfDay = (tail: Token[], result: Mending): number => {
  result.faults.push(fault('sentence/no-time-of-day', stretch(tail), { found: written(tail) }));
  result.hopeless = true;
  return tail.length;
};

const mendBy = (tail: Token[], result: Mending): number | undefined => {
  const [by] = tail;
  const found = timeOfDay(tail.slice(1));
  if (!by || !['by', 'before'].includes(lower(by))) return undefined;
  if (!found) return lower(by) === 'by' ? noTimeOfDay(tail, result) : undefined;
  const said = tail.slice(1, 1 + found.length);
  if (lower(by) !== 'by') result.faults.push(fault('sentence/comparison', by, { found: by.text, words: 'by' }));
  if (written(said) !== found.time)
    result.faults.push(fault('sentence/clock', stretch(said), { found: written(said), time: found.time }));
  const rest = tail.slice(1 + found.length);
  const next = /^(?:on )?(?:the )?(?:next|following) day$/.test(rest.map(lower).join(' '));
  const clockToken: Token = { kind: 'odd', text: found.time, ...stretch(said) };
  result.tokens.push(...inPlaceOf(by, 'by'), clockToken);
  if (next) {
    if (written(rest) !== 'the next day')
      result.faults.push(fault('sentence/verb', stretch(rest), { found: written(rest), words: 'the next day' }));
    result.tokens.push(...inPlaceOf(stretch(rest), 'the next day'));
    return tail.length;
  }
  const time = timeAt(rest, result, false);
  const [after, ...event] = rest.slice(time?.length ?? 0);
  if (!time || !after || !ofWords.has(lower(after))) result.tokens.push(...rest);
  else {
    if (lower(after) !== 'after')
      result.faults.push(fault('sentence/comparison', after, { found: after.text, words: 'after' }));
    result.tokens.push(...time.tokens, ...inPlaceOf(after, 'after'), ...eventIn(event, result));
  }
  return tail.length;
};

const orders = new Map(
  Object.entries({ since: 'since', before: 'before', after: 'since', following: 'since', from: 'since' }),
);
const mendSince = (tail: Token[], result: Mending): number | undefined => {
  const [first, second] = tail;
  const prior = lower(first) === 'prior' && lower(second) === 'to';
  const words = prior ? 'before' : orders.get(lower(first));
  if (!first || !second || words === undefined) return undefined;
  const from = tail.slice(0, prior ? 2 : 1);
  if (written(from) !== words)
    result.faults.push(fault('sentence/comparison', stretch(from), { found: written(from), words }));
  result.tokens.push(...inPlaceOf(stretch(from), words), ...eventIn(tail.slice(from.length), result));
  return tail.length;
};

const articles = new Set(['the', 'a', 'an', 'his', 'her', 'their']);
const trailing = new Set(['happened', 'occurred', 'has']);

/** `the last incident happened` is `latest incident`. */
const eventIn = (tokens: Token[], mending: Mending): Token[] => {
  const { faults } = mending;
  const [only] = tokens;
  const day = tokens.find(({ kind }) => kind === 'date' || kind === 'number');
  if (day) {
    faults.push(
      fault('sentence/not-an-event', stretch(tokens), {
        name: written(tokens),
        what: 'a day',
        events: [],
        isDate: true,
      }),
    );
    mending.hopeless = true;
  }
  if (day || !only) return tokens;
  const isSession =
    tokens.length <= 2 && lower(tokens.at(-1)) === 'session' && (tokens.length === 1 || articles.has(lower(only)));
  if (isSession) {
    if (written(tokens) !== 'the session')
      faults.push(fault('sentence/verb', stretch(tokens), { found: written(tokens), words: 'the session' }));
    return inPlaceOf(stretch(tokens), 'the session');
  }
  return nameIn(withWhich(withoutAround(tokens, faults), faults), faults);
};

const withoutAround = (tokens: Token[], faults: Mending['faults']): Token[] => {
  const from = tokens.length > 1 && articles.has(lower(tokens[0])) ? 1 : 0;
  const to = tokens.findIndex((token, index) => index > from && trailing.has(lower(token)));
  const extra = [...tokens.slice(0, from), ...(to < 0 ? [] : tokens.slice(to))];
  for (const token of extra) faults.push(fault('sentence/extra-word', token, { found: token.text }));
  return tokens.slice(from, to < 0 ? tokens.length : to);
};

const latestWords = new Set(['last', 'latest', 'most-recent', 'previous']);
const withWhich = (tokens: Token[], faults: Mending['faults']): Token[] => {
  const [first, ...rest] = tokens;
  if (!first || rest.length === 0) return tokens;
  if (!latestWords.has(lower(first))) return lower(first) === 'first' ? [first, ...rest] : tokens;
  if (lower(first) !== 'latest') faults.push(fault('sentence/verb', first, { found: first.text, words: 'latest' }));
  return [...inPlaceOf(first, 'latest'), ...rest];
};

const nameIn = (tokens: Token[], faults: Mending['faults']): Token[] => {
  const picks = tokens.length > 1 && ['first', 'latest'].includes(lower(tokens[0])) ? 1 : 0;
  const words = tokens.slice(picks);
  if (words.length < 2 || !words.every((word) => word.kind === 'word' && !isReserved(word.text))) return tokens;
  const name = words.map(({ text }) => text).join('-');
  faults.push(fault('sentence/spaces', stretch(words), { found: written(words), name }));
  return [...tokens.slice(0, picks), { kind: 'word', text: name, ...stretch(words) }];
};
