/** The words that sentences are made of. */
import type { SpanUnit, Unit } from '../../../engine/contract/index.js';

/** Words with a meaning of their own in a sentence: no fact, criterion or option may have one of them as its id. */
export const reservedWords = [
  'is',
  'not',
  'or',
  'and',
  'at',
  'more',
  'less',
  'between',
  'before',
  'after',
  'on',
  'answered',
  'applicable',
  'met',
  'has',
  'for',
] as const;

const reserved: ReadonlySet<string> = new Set(reservedWords);
/** Whether a word is one of `reservedWords`. */
export const isReserved = (word: string): boolean => reserved.has(word);

const units = new Map<string, Unit>(
  (['days', 'weeks', 'months', 'years'] as const).flatMap((unit) => [
    [unit, unit],
    [unit.slice(0, -1), unit],
  ]),
);
/** The unit that `day`, `days`, `week`, … names; undefined for any other word. */
export const unitOf = (word: string): Unit | undefined => units.get(word);

/** The unit of a length of time that `hour`, `weeks`, `working-days`, … names; undefined for any other word. */
export const spanUnitOf = (word: string): SpanUnit | undefined => {
  if (word === 'hour' || word === 'hours') return 'hours';
  return word === 'working-day' || word === 'working-days' ? 'working-days' : unitOf(word);
};

/** `7:30`, `16:00`: a time of the day, on the clock of 24 hours. */
export const clock = /^(?:[01]?\d|2[0-3]):[0-5]\d$/;

/** The id that an option meaning "not applicable" goes by in every sentence. */
export const notApplicable = 'not-applicable';

const kebab = /^[a-z0-9]+(?:-[a-z0-9]+)*(?:\.[a-z0-9]+(?:-[a-z0-9]+)*)?$/;
/** Whether a word is written as names are: small letters, digits, hyphens, and one dot for a question of an entry. */
export const isKebab = (word: string): boolean => kebab.test(word);

const beforeCapital = /([a-z0-9])([A-Z])/g;
const notNameCharacters = /[^a-z0-9]+/;
/** A word or phrase as a name would be written: `dateOfBirth`, `Date_of_birth` and `Date of birth` give `date-of-birth`. */
export const toKebab = (words: string): string =>
  words
    .replace(beforeCapital, '$1-$2')
    .toLowerCase()
    .split('.')
    .map((part) =>
      part
        .split(notNameCharacters)
        .filter((piece) => piece !== '')
        .join('-'),
    )
    .filter((part) => part !== '')
    .join('.');

/** What people put after a number and `or` to mean at least so many, or at most. */
export const orMore: ReadonlySet<string> = new Set([
  'more',
  'over',
  'older',
  'above',
  'greater',
  'higher',
  'up',
  'upwards',
]);
export const orLess: ReadonlySet<string> = new Set(['less', 'under', 'fewer', 'younger', 'below', 'lower']);
