/** Other words for what sentences say: each phrase, and what it becomes. The longest that fits is taken. */

/** What must follow a phrase for it to be one: `over 18` is "more than 18", while `over` alone may be an option. */
type Needs = 'number' | 'operand' | 'anything';
export interface Phrase {
  words: string[];
  becomes: string;
  code: 'sentence/verb' | 'sentence/comparison';
  /** Where it may stand: after the word is, or where that word would be. */
  place: 'verb' | 'says';
  needs: Needs;
}

const verbs: Record<string, string[]> = {
  is: [
    'equals',
    'equal',
    'are',
    'was',
    'were',
    'has',
    'have',
    'had',
    'contains',
    'contain',
    'includes',
    'include',
    'must be',
    'should be',
    'will be',
    'has to be',
    'can be',
    'has been',
    'have been',
    'had been',
  ],
  'is not': [
    "isn't",
    'isnt',
    "is'nt",
    "aren't",
    'are not',
    "wasn't",
    'was not',
    'were not',
    'has not',
    "hasn't",
    'have not',
    'does not equal',
    "doesn't equal",
    'does not have',
    "doesn't have",
    'does not contain',
    "doesn't contain",
    'does not include',
    "doesn't include",
    'do not include',
    'must not be',
    'should not be',
    'cannot be',
    'has not been',
    'have not been',
    "hasn't been",
    'has never been',
  ],
  'is more than': ['exceeds', 'exceed'],
};

const afterIs: Record<string, string[]> = {
  '': ['equal to', 'the same as', 'same as', 'exactly', 'one of', 'any of', 'either', 'in'],
  not: ['neither', 'none of', 'not one of', 'not any of', 'not equal to', 'not in', 'not either'],
};

const comparisons: Record<string, string[]> = {
  'at least': [
    'greater than or equal to',
    'more than or equal to',
    'no less than',
    'no fewer than',
    'a minimum of',
    'minimum of',
    'minimum',
    'at minimum',
    'at-least',
    'atleast',
  ],
  'at most': [
    'less than or equal to',
    'fewer than or equal to',
    'no more than',
    'no greater than',
    'up to',
    'a maximum of',
    'maximum of',
    'maximum',
    'at-most',
    'atmost',
  ],
  'more than': [
    'greater than',
    'higher than',
    'bigger than',
    'larger than',
    'longer than',
    'older than',
    'over',
    'above',
    'more-than',
    'more then',
    'greater then',
  ],
  'less than': [
    'fewer than',
    'lower than',
    'smaller than',
    'shorter than',
    'younger than',
    'under',
    'below',
    'less-than',
    'less then',
  ],
};

const orders: Record<string, string[]> = {
  before: ['earlier than', 'prior to'],
  after: ['later than'],
  'on or before': ['no later than', 'not later than', 'before or on', 'on or earlier than', 'by'],
  'on or after': ['no earlier than', 'not earlier than', 'after or on', 'on or later than', 'from'],
};

const phrases = (
  table: Record<string, string[]>,
  code: Phrase['code'],
  place: Phrase['place'],
  needs: Needs,
): Phrase[] =>
  Object.entries(table).flatMap(([becomes, ways]) =>
    ways.map((way) => ({ words: way.split(' '), becomes, code, place, needs })),
  );

const all = [
  ...phrases(verbs, 'sentence/verb', 'verb', 'anything'),
  ...phrases(afterIs, 'sentence/verb', 'says', 'anything'),
  ...phrases(comparisons, 'sentence/comparison', 'says', 'number'),
  ...phrases(orders, 'sentence/comparison', 'says', 'operand'),
];

const byFirstWord = new Map<string, Phrase[]>();
for (const phrase of all.toSorted((a, b) => b.words.length - a.words.length)) {
  const [first = ''] = phrase.words;
  byFirstWord.set(first, [...(byFirstWord.get(first) ?? []), phrase]);
}
/** The phrases that start with a word, the longest first. */
export const phrasesByFirstWord: ReadonlyMap<string, Phrase[]> = byFirstWord;

const figures =
  'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty';
/** Small numbers, as words. */
export const numberWords: ReadonlyMap<string, number> = new Map(
  figures.split(' ').map((word, index) => [word, index + 1]),
);
