/** Cuts what says several things into clauses, one for each. */
import type { Span } from '../ast.js';
import { fault } from '../fault.js';
import type { Token } from '../tokens.js';
import { isReserved } from '../words.js';
import { lower, type Mending, written } from './mending.js';

/** One clause: how it is joined to the one before, and whether it goes on speaking of the same name. */
export interface Clause {
  joined: 'all' | 'any';
  sameSubject: boolean;
  tokens: Token[];
}

interface Cutting {
  clauses: Clause[];
  tokens: Token[];
  mending: Mending;
  joiner?: Token;
}

const says = new Set(['is', 'has', 'at', 'more', 'less', 'between', 'before', 'after', 'on', 'answered', 'met']);

/** Takes tokens in the language's own words; gives their clauses, and a fault if there is more than one. */
export const cutIntoClauses = (mending: Mending): Clause[] => {
  const cutting: Cutting = { clauses: [], tokens: mending.tokens, mending };
  open(cutting, 'all', false);
  for (let at = 0; at < mending.tokens.length; at += 1) {
    const token = mending.tokens[at];
    if (!token) continue;
    const key = at > 1 ? besideWords.get(lower(token)) : undefined;
    if (key !== undefined) {
      cutBeside(cutting, at, key);
      break;
    }
    const joiner = joinerOf(cutting, at);
    if (joiner === undefined) last(cutting).tokens.push(token);
    else join(cutting, at, joiner);
  }
  if (cutting.joiner) reportTwo(cutting, cutting.joiner);
  return cutting.clauses;
};

const last = (cutting: Cutting): Clause => cutting.clauses.at(-1) ?? open(cutting, 'all', false);

const open = (cutting: Cutting, joined: Clause['joined'], sameSubject: boolean): Clause => {
  const clause: Clause = { joined, sameSubject, tokens: [] };
  cutting.clauses.push(clause);
  return clause;
};

const joinerOf = (cutting: Cutting, at: number): 'or' | 'and' | 'comma' | undefined => {
  const token = cutting.tokens[at];
  const word = lower(token);
  if (token?.kind === 'mark') return 'comma';
  if (word === 'or' || word === 'nor') return belongsToOn(cutting.tokens, at) ? undefined : 'or';
  if (word === 'and' || word === 'plus' || word === 'but')
    return betweenIsOpen(last(cutting).tokens) ? undefined : 'and';
  return undefined;
};

const belongsToOn = (tokens: Token[], at: number): boolean =>
  lower(tokens[at - 1]) === 'on' && ['before', 'after'].includes(lower(tokens[at + 1]));

const betweenIsOpen = (tokens: Token[]): boolean => {
  const recent = tokens.slice(-5).map(lower);
  return recent.lastIndexOf('between') > recent.lastIndexOf('and');
};

const join = (cutting: Cutting, at: number, joiner: 'or' | 'and' | 'comma'): void => {
  const { tokens, mending } = cutting;
  const token = tokens[at];
  if (!token) return;
  const followed = lower(tokens[at + 1]);
  if (joiner === 'comma' && ['and', 'or', 'but'].includes(followed)) {
    mending.faults.push(fault('sentence/comma', token, {}));
    return;
  }
  const clause = clauseStarts(tokens, at + 1) || (followed === 'not' && clauseStarts(tokens, at + 2));
  const negatedSays = followed === 'not' && lower(tokens[at + 2]) !== 'applicable';
  const same = !clause && (says.has(followed) || negatedSays);
  if (clause || same) {
    cutting.joiner ??= token;
    open(cutting, joiner === 'or' ? 'any' : 'all', same);
    return;
  }
  if (joiner === 'comma') mending.faults.push(fault('sentence/comma', token, {}));
  else if (joiner === 'and') mending.faults.push(fault('sentence/and-between-values', token, {}));
  else if (token.text === 'nor') mending.faults.push(fault('sentence/verb', token, { found: 'nor', words: 'or' }));
  last(cutting).tokens.push({ ...token, kind: 'word', text: 'or' });
};

/** The most words that a name written with spaces is taken to have. */
const longestName = 6;

const clauseStarts = (tokens: Token[], at: number): boolean => {
  if (tokens[at]?.kind !== 'word' || isReserved(lower(tokens[at]))) return false;
  for (let ahead = 1; ahead <= longestName; ahead += 1) {
    const word = lower(tokens[at + ahead]);
    if (word === 'is' || word === 'has') return true;
    if (word === '' || word === 'or' || word === 'and') return false;
  }
  return false;
};

/** What a condition may have beside it, and the key for that. */
const besideWords = new Map([
  ['unless', 'unless'],
  ['except', 'unless'],
  ['if', 'only-when'],
  ['when', 'only-when'],
  ['where', 'only-when'],
]);

const cutBeside = (cutting: Cutting, at: number, key: string): void => {
  const [word, ...rest] = cutting.tokens.slice(at);
  if (!word) return;
  cutting.mending.faults.push(fault('sentence/beside', word, { found: word.text, key, rest: written(rest) || '…' }));
  cutting.mending.hopeless = true;
};

const reportTwo = ({ clauses, mending }: Cutting, joiner: Span & { text: string }): void => {
  const ways = new Set(clauses.slice(1).map(({ joined }) => joined));
  mending.faults.push(fault('sentence/two-in-one', joiner, { found: joiner.text, mixed: ways.size > 1 }));
};
