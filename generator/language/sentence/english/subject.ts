/** What a sentence is about, as the beginning of its English. */
import type { FactShape } from '../scope.js';
import { labelInside } from './label.js';

const determined =
  /^(?:the|a|an|his|her|their|its|our|my|your|this|that|these|those|any|all|each|every|whether|how|what|who|which|when|where|why|today)\b/i;
const whole = /^(?:whether|how|what|who|which|when|where|why)\b/i;

/** Takes what a fact is called; gives it with the article it needs: "the date of birth", "his address", "today". */
export const withArticle = (called: string): string => {
  const phrase = labelInside(called.trim());
  return determined.test(phrase) ? phrase : `the ${phrase}`;
};

const tail =
  /\s(?:of|for|in|on|to|with|from|at|by|since|before|after|that|who|which|each|per|when|where|about|if|a|an)\s/;
const singulars = /(?:ss|us|is|news|means)$/;
const plurals = new Set(['children', 'people', 'men', 'women', 'police', 'criteria']);

/** Whether a noun phrase takes "are": that of its main noun, which stands before the first "of", "for", … */
export const isPlural = (called: string): boolean => {
  if (whole.test(called)) return false;
  const words = (called.trim().toLowerCase().split(tail)[0] ?? '')
    .split(/\s+/)
    .filter((word) => !/(?:ed|ing)$/.test(word));
  const noun = words.at(-1) ?? '';
  if (plurals.has(noun)) return true;
  return noun.length > 3 && noun.endsWith('s') && !singulars.test(noun);
};

export interface Subject {
  text: string;
  is: 'is' | 'are';
}

/** Takes a fact; gives how its English begins, with the verb that goes with it. */
export const subjectOf = (fact: FactShape): Subject => {
  const called = fact.called.trim();
  const noun = nounFor(fact);
  if (fact.kind === 'yes-no' && determined.test(called))
    return { text: `the ${noun[0]} on ${labelInside(called)}`, is: 'is' };
  if (isTitle(fact)) return { text: `the ${noun.join(' ')} “${called}”`, is: 'is' };
  if (fact.source === 'instrument' && !/\bscore\b/i.test(called))
    return { text: `${withArticle(called)} score`, is: 'is' };
  return { text: withArticle(called), is: isPlural(called) ? 'are' : 'is' };
};

/** What an answer to this is, and the word that leads on to what it answers. */
const nounFor = ({ kind, source }: FactShape): string[] => {
  if (source === 'judgement' || source === 'consent' || source === 'document') return [source];
  if (kind === 'date' || kind === 'date-time') return ['date'];
  return kind === 'number' ? ['number'] : ['answer', 'to'];
};

const titled = new Set<FactShape['source']>(['judgement', 'consent', 'document']);

/** Whether what a fact is called is set in quotes, as the name of a question rather than of what it asks for. */
const isTitle = (fact: FactShape): boolean => {
  if (determined.test(fact.called.trim())) return false;
  return fact.kind === 'yes-no' || titled.has(fact.source) || isNoPhrase(fact);
};

const leading = new Set(
  'as at before by for from in into of on since to until with has is are was were does can will'.split(' '),
);
const done = new Set('born known done given taken begun left met seen made sent'.split(' '));

/** `born`, `lives with`, `treatment started`: made from an id, and no noun phrase. */
const isNoPhrase = ({ kind, called }: FactShape): boolean => {
  const words = called.trim().toLowerCase().split(/\s+/);
  const [first = '', last = ''] = [words[0], words.at(-1)];
  if (leading.has(last) || leading.has(first) || done.has(last)) return true;
  const ofADay = kind === 'date' || kind === 'date-time';
  return ofADay && last.endsWith('ed') && !['date', 'day', 'time'].includes(first);
};

/** Takes a fact; gives it as the object of a sentence: "the date of birth", "“lives with”". */
export const objectOf = (fact: FactShape): string =>
  isTitle(fact) ? `“${fact.called.trim()}”` : withArticle(fact.called);
