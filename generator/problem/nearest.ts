/** "Did you mean …?" for kebab-case words. */
import { distance } from 'fastest-levenshtein';

/** Beyond this a word is a text, and no name is near it. */
const longest = 100;

const reach = (word: string): number => (word.length <= 3 ? 1 : word.length <= 9 ? 2 : Math.floor(word.length / 4) + 1);

const partsOf = (word: string): string[] => word.split(/[-_\s.]+/).filter((part) => part !== '');

const singular = (part: string): string => (part.length > 3 ? part.replace(/(ies|y)$/, 'i').replace(/s$/, '') : part);

const sortedParts = (word: string): string => partsOf(word).map(singular).sort().join('-');

/** True where every part of the shorter word stands in the longer one: `child-proceedings`, `proceedings`. */
const isPartOf = (one: string, other: string): boolean => {
  const a = partsOf(one).map(singular);
  const b = partsOf(other).map(singular);
  const [few, many] = a.length < b.length ? [a, b] : [b, a];
  return (
    few.length > 0 && many.length - few.length <= 2 && few.join('').length >= 4 && few.every((p) => many.includes(p))
  );
};

/** How far two words lie apart as a reader mistakes them: 0 is the same word, one slip of a finger is 1. */
const apart = (word: string, candidate: string, limit: number): number => {
  const a = word.toLowerCase();
  const b = candidate.toLowerCase();
  if (a === b) return word === candidate ? 0 : 0.2;
  if (partsOf(a).join('') === partsOf(b).join('')) return 0.3;
  const turned = sortedParts(a) === sortedParts(b) ? 0.6 : Number.POSITIVE_INFINITY;
  const within = isPartOf(a, b) ? 1.6 : Number.POSITIVE_INFINITY;
  const typed = Math.abs(a.length - b.length) <= limit ? distance(a, b) : Number.POSITIVE_INFINITY;
  return Math.min(turned, within, swapped(a, b) ? 1 : typed);
};

/** Two neighbouring letters changed places. */
const swapped = (a: string, b: string): boolean => {
  if (a.length !== b.length) return false;
  const at = [...a].findIndex((letter, i) => letter !== b[i]);
  return at >= 0 && a.slice(0, at) + a[at + 1] + a[at] + a.slice(at + 2) === b;
};

/**
 * Takes a word that is not known and the words that are; gives the one most likely meant, or nothing.
 * `limit` is the greatest number of slips allowed; left out, it grows with the word.
 */
export const nearest = (word: string, candidates: Iterable<string>, limit = reach(word)): string | undefined => {
  if (word === '' || word.length > longest) return undefined;
  let best: string | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const candidate of candidates) {
    if (candidate.length > longest) continue;
    const d = apart(word, candidate, limit);
    if (d < least && d <= Math.max(limit, 1)) {
      least = d;
      best = candidate;
    }
  }
  return best;
};
