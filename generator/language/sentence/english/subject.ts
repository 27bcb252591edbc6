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

const tail = /\s(?:of|for|in|on|to|with|from|at|by|since|before|after|that|who|which|each|per|when|where|about|if)\s/;
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

/** `partner known` is set in quotes, `whether he has children` stands as it is. */
const asTopic = (called: string): string => {
  const phrase = called.trim();
  if (whole.test(phrase)) return `on ${phrase}`;
  return determined.test(phrase) ? `on ${labelInside(phrase)}` : `to “${phrase}”`;
};

export interface Subject {
  text: string;
  is: 'is' | 'are';
}

/** Takes a fact; gives how its English begins, with the verb that goes with it. */
export const subjectOf = ({ kind, source, called }: FactShape): Subject => {
  if (kind === 'yes-no') {
    const topic = source === 'judgement' ? asTopic(called).replace(/^to /, '') : asTopic(called);
    return { text: `the ${source === 'judgement' ? 'judgement' : 'answer'} ${topic}`, is: 'is' };
  }
  if (source === 'consent' && !/\bconsent\b/i.test(called)) return { text: `consent ${asTopic(called)}`, is: 'is' };
  if (source === 'instrument' && !/\bscore\b/i.test(called)) return { text: `${withArticle(called)} score`, is: 'is' };
  return { text: withArticle(called), is: isPlural(called) ? 'are' : 'is' };
};
