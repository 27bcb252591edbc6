/** What could come next in a sentence that is being written, for editors. */
import { afterFor, afterHas, stateNext } from './complete-time.js';
import { familyOf } from './meaning/checking.js';
import { idsSaid, printedId } from './meaning/options.js';
import { type FactShape, factOf, findNamed, type Named, type Scope, today } from './scope.js';
import { tokenize } from './tokens.js';

/**
 * Takes the sentence as far as the cursor; gives the words that could come next, or that the word before the cursor
 * could become, in a useful order. Figures and days are not offered. Empty where nothing fits.
 */
export const complete = (textBeforeCursor: string, scope: Scope): string[] => {
  const words = tokenize(textBeforeCursor)
    .filter(({ kind }) => kind !== 'end')
    .map(({ text }) => text);
  const inside = words.length > 0 && !/\s$/.test(textBeforeCursor);
  const begun = inside ? (words.pop() ?? '') : '';
  return [...new Set(following(words, scope))].filter((word) => word.startsWith(begun.toLowerCase()));
};

const following = ([subject, is, ...said]: string[], scope: Scope): string[] => {
  if (subject === undefined) return [...scope.names, today.id];
  const named = findNamed(scope, subject);
  if (is === undefined) return verbs(named);
  const howLong = said.indexOf('for');
  if (!named) return [];
  if (howLong >= 0) return scope.time === false ? [] : afterFor(said.slice(howLong + 1));
  if (is === 'has') return named.kind === 'event' ? afterHas(said, scope) : [];
  if (is !== 'is') return [];
  const states = stateOf(named);
  if (states) return ofStates(said, states);
  if (named.kind === 'event') return [];
  const fact = factOf(named);
  const negated = said[0] === 'not' && said[1] !== 'applicable';
  const rest = negated ? said.slice(1) : said;
  if (rest.length === 0) {
    const denied = negated || starts(named, fact, true).length === 0 ? [] : ['not'];
    return [...starts(named, fact, negated), ...denied];
  }
  return fact ? continued(rest, fact, scope) : [];
};

/** Of an event `has`; of one that is a rule as well, both. */
const verbs = (named: Named | undefined): string[] => {
  if (named?.kind !== 'event') return ['is'];
  return named.rule === undefined ? ['has'] : ['has', 'is'];
};

const stateOf = (named: Named): Extract<Named, { kind: 'duty' | 'rule' }> | undefined => {
  if (named.kind === 'duty' || named.kind === 'rule') return named;
  return named.kind === 'event' && named.rule !== undefined
    ? { kind: 'rule', id: named.id, called: named.rule }
    : undefined;
};

const ofStates = (said: string[], named: Extract<Named, { kind: 'duty' | 'rule' }>): string[] => {
  const negated = said[0] === 'not';
  const words = stateNext(negated ? said.slice(1) : said, named);
  return said.length === 0 ? [...words, 'not'] : words;
};

const compared = ['at', 'more', 'less', 'between'];

const starts = (named: Named, fact: FactShape | undefined, negated: boolean): string[] => {
  const met = named.kind === 'fact' ? [] : ['met'];
  if (!fact) return met;
  const family = familyOf(fact);
  const bands = family === 'number' ? (fact.bands ?? []).map(({ id }) => id) : [];
  const values = [...bands, ...choices(fact, [])];
  const comparisons = family === 'date' ? ['before', 'after', 'on', ...compared] : family === 'number' ? compared : [];
  const answered = negated || fact.id === today.id ? [] : ['answered'];
  return [...values, ...comparisons, ...met, ...answered];
};

/** The options not named yet; of `not applicable`, its last word, which stands alone after `is` or `not`. */
const choices = (fact: FactShape, named: string[]): string[] =>
  idsSaid(fact)
    .map(printedId)
    .filter((value) => !named.includes(value))
    .map((value) => (value === 'not applicable' && named.length === 0 ? 'applicable' : value))
    .filter((value) => value !== 'not applicable');

const pairs = new Map([
  ['at', ['least', 'most']],
  ['more', ['than']],
  ['less', ['than']],
]);
const units = ['days', 'weeks', 'months', 'years'];

const continued = (said: string[], fact: FactShape, scope: Scope): string[] => {
  const [first = '', second] = said;
  const family = familyOf(fact);
  const date = family === 'date';
  if (family === 'number' && first === 'between') return said.length === 2 ? ['and'] : [];
  if (pairs.has(first) && (date || family === 'number'))
    return date ? apart(said, fact, scope) : said.length === 1 ? (pairs.get(first) ?? []) : [];
  if (date && first === 'between') return between(said, fact, scope);
  if (date && ['before', 'after', 'on'].includes(first)) {
    if (first === 'on' && second === 'or')
      return said.length === 2 ? ['before', 'after'] : dates(said.slice(3), fact, scope);
    return [...dates(said.slice(1), fact, scope), ...(first === 'on' && said.length === 1 ? ['or'] : [])];
  }
  return family === 'options' ? moreOptions(said, fact) : [];
};

const between = (said: string[], fact: FactShape, scope: Scope): string[] => {
  const and = said.indexOf('and');
  if (and > 0) return dates(said.slice(and + 1), fact, scope);
  return said.length === 1 ? dates([], fact, scope) : ['and'];
};

const apart = (said: string[], fact: FactShape, scope: Scope): string[] => {
  const [first = '', , , , , ...than] = said;
  if (said.length === 1) return pairs.get(first) ?? [];
  if (said.length === 2) return [];
  if (said.length === 3) return units;
  return said.length === 4 ? ['before', 'after'] : dates(than, fact, scope);
};

const dates = (said: string[], fact: FactShape, scope: Scope): string[] => {
  if (said.length > 0) return [];
  const isOther = (name: string): boolean => {
    const other = factOf(findNamed(scope, name));
    return other !== undefined && familyOf(other) === 'date' && other.id !== fact.id;
  };
  return [...scope.names, today.id].filter(isOther);
};

const moreOptions = (said: string[], fact: FactShape): string[] => {
  const named = said.filter((word) => word !== 'or');
  const left = choices(fact, named.length === 0 ? ['…'] : named);
  if (left.length === 0 || ['answered', 'met', 'applicable'].includes(said.at(-1) ?? '')) return [];
  return said.at(-1) === 'or' ? left : ['or'];
};
