/** Puts one clause right: a name of one word, then is, then what is said of it. */
import type { WordNode } from '../ast.js';
import { fault } from '../fault.js';
import type { Token } from '../tokens.js';
import { isReserved, unitOf } from '../words.js';
import type { Clause } from './clauses.js';
import { inPlaceOf, lower, type Mending, stretch, written } from './mending.js';

const startsSaying = new Set([
  'not',
  'at',
  'more',
  'less',
  'between',
  'before',
  'after',
  'on',
  'answered',
  'met',
  'applicable',
]);
const articles = new Set(['the', 'a', 'an', 'his', 'her', 'their', 'its']);

/** Takes a clause and the name that the one before it spoke of; gives its tokens as the grammar wants them. */
export const mendClause = (clause: Clause, subject: Token | undefined, mending: Mending): Token[] => {
  if (clause.sameSubject && subject) {
    if (lower(clause.tokens[0]) === 'has') return [subject, ...clause.tokens];
    const is = lower(clause.tokens[0]) === 'is' ? [] : inPlaceOf(stretch(clause.tokens), 'is');
    return [subject, ...mendSays([...is, ...clause.tokens], mending)];
  }
  const { tokens, negated } = withoutLeadIn(clause.tokens, mending);
  const has = tokens.findIndex((token) => lower(token) === 'has');
  if (has > 0) return [...oneWord(tokens.slice(0, has), mending), ...turnedIf(negated, tokens.slice(has))];
  const split = subjectEnd(tokens, mending);
  if (split === undefined) return tokens;
  const name = oneWord(tokens.slice(0, split.end), mending);
  const is = split.missing ? inPlaceOf(split.missing, 'is') : [];
  const rest = [...is, ...tokens.slice(split.end)];
  return [...name, ...mendSays(turnedIf(negated, rest), mending)];
};

const leadIns = new Set([
  'if',
  'unless',
  'when',
  'where',
  'whenever',
  'only',
  'that',
  'then',
  'while',
  'because',
  'requires',
  'and',
  'or',
]);

const withoutLeadIn = (tokens: Token[], { faults }: Mending): { tokens: Token[]; negated: boolean } => {
  let at = 0;
  let negated = false;
  for (; at < tokens.length; at += 1) {
    const token = tokens[at];
    const word = lower(token);
    if (!token || !(leadIns.has(word) || word === 'not' || (articles.has(word) && isPlain(tokens[at + 1])))) break;
    if (at + 1 < tokens.length && lower(tokens[at + 1]) === 'is') break;
    if (word === 'not') negated = !negated;
    const code = word === 'not' ? 'sentence/starts-with-not' : 'sentence/starts-with';
    faults.push(fault(code, token, { found: token.text }));
  }
  return { tokens: tokens.slice(at), negated };
};

const isPlain = (token: Token | undefined): boolean => token?.kind === 'word' && !isReserved(token.text);

const turnedIf = (negated: boolean, rest: Token[]): Token[] => (negated ? turnedRound(rest) : rest);

const turnedRound = (tokens: Token[]): Token[] => {
  const [is, second] = tokens;
  if (lower(second) === 'not') return tokens.toSpliced(1, 1);
  return is ? tokens.toSpliced(1, 0, ...inPlaceOf(is, 'not')) : tokens;
};

/** Where the name ends, and where `is` is missing if it is. */
const subjectEnd = (tokens: Token[], mending: Mending): { end: number; missing?: Token } | undefined => {
  const [first] = tokens;
  if (!first) return hopeless(mending);
  if (first.kind === 'number' || first.kind === 'date') {
    mending.faults.push(fault('sentence/starts-with-value', first, { found: first.text }));
    return hopeless(mending);
  }
  const is = tokens.findIndex((token) => lower(token) === 'is');
  if (is > 0) return { end: is };
  if (is === 0 || startsSaying.has(lower(first))) {
    mending.faults.push(fault('sentence/no-name', first, { found: first.text }));
    return hopeless(mending);
  }
  return withoutIs(tokens, first, mending);
};

const hopeless = (mending: Mending): undefined => {
  mending.hopeless = true;
  return undefined;
};

const withoutIs = (tokens: Token[], first: Token, mending: Mending): { end: number; missing: Token } | undefined => {
  const says = tokens.findIndex(
    (token) => startsSaying.has(lower(token)) || token.kind === 'number' || token.kind === 'date',
  );
  const end = says > 0 ? says : 1;
  const missing = tokens[end];
  if (!missing) {
    mending.faults.push(fault('sentence/nothing-said', first, { name: first.text }));
    return hopeless(mending);
  }
  mending.faults.push(fault('sentence/no-is', missing, {}));
  return { end, missing };
};

/** Words that go on with another thought rather than with a name. */
const conjunctions = new Set([
  'because',
  'if',
  'when',
  'where',
  'unless',
  'so',
  'that',
  'then',
  'who',
  'as',
  'while',
  'but',
]);

const oneWord = (tokens: Token[], { faults }: Mending): Token[] => {
  const single = (token: Token): boolean =>
    (!conjunctions.has(lower(token)) && isPlain(token) && !token.text.includes('-')) || token.kind === 'number';
  if (tokens.length < 2 || !tokens.every(single)) return tokens;
  const name = tokens.map(({ text }) => text).join('-');
  faults.push(fault('sentence/spaces', stretch(tokens), { found: written(tokens), name }));
  return [{ kind: 'word', text: name, ...stretch(tokens) } satisfies WordNode];
};

const mendSays = (tokens: Token[], mending: Mending): Token[] =>
  mendValues(mendOrders(mendDurations(withoutArticles(tokens, mending), mending), mending), mending);

const withoutArticles = (tokens: Token[], { faults }: Mending): Token[] =>
  tokens.filter((token, index) => {
    const extra = articles.has(lower(token)) && isPlain(tokens[index + 1]);
    if (extra) faults.push(fault('sentence/extra-word', token, { found: token.text }));
    return !extra;
  });

/** `is 18 years before D` is asked for as `at least`. */
const mendDurations = (tokens: Token[], { faults }: Mending): Token[] => {
  const at = lower(tokens[1]) === 'not' ? 2 : 1;
  const [n, unit, direction] = tokens.slice(at, at + 3);
  if (n?.kind !== 'number' || !unit || !direction || !unitOf(lower(unit))) return tokens;
  if (!['before', 'after'].includes(lower(direction))) return tokens;
  faults.push(fault('sentence/exact-duration', stretch([n, unit]), { found: `${n.text} ${unit.text}` }));
  return tokens.toSpliced(at, 0, ...inPlaceOf(n, 'at least'));
};

const ordersFor = new Map(
  Object.entries({
    'at least': 'on or after',
    'at most': 'on or before',
    'more than': 'after',
    'less than': 'before',
  }),
);

/** `is at least 2026-01-31` is `on or after`; so is `at least` before a name, since numbers compare with figures only. */
const mendOrders = (tokens: Token[], { faults }: Mending): Token[] => {
  const at = lower(tokens[1]) === 'not' ? 2 : 1;
  const comparison = tokens.slice(at, at + 2);
  const operand = tokens[at + 2];
  const words = ordersFor.get(comparison.map(lower).join(' '));
  if (words === undefined || !operand || !(operand.kind === 'date' || isPlain(operand))) return tokens;
  const place = stretch(comparison);
  const found = `${written(comparison)} ${operand.text}`;
  const sign = faults.findIndex((known) => known.code === 'sentence/sign' && known.end === place.end);
  const [signed] = faults.slice(sign).slice(0, sign < 0 ? 0 : 1);
  if (signed?.code === 'sentence/sign')
    faults[sign] = fault('sentence/sign', signed, { found: signed.particulars.found, words });
  else faults.push(fault('sentence/comparison', place, { found, words }));
  return tokens.toSpliced(at, 2, ...inPlaceOf(place, words));
};

/** Words beside each other where one value or name belongs are one, written with spaces. */
const mendValues = (tokens: Token[], mending: Mending): Token[] => {
  const result: Token[] = [];
  for (let at = 0; at < tokens.length; ) {
    let end = at;
    while (isPlain(tokens[end]) && tokens[end]?.kind === 'word') end += 1;
    const afterNumber = tokens[at - 1]?.kind === 'number';
    if (end - at > 1 && !afterNumber) result.push(...oneWord(tokens.slice(at, end), mending));
    else result.push(...tokens.slice(at, Math.max(end, at + 1)));
    at = Math.max(end, at + 1);
  }
  return result;
};
