/** "a", "a and b", "a, b and c", with another word than "and" where one is given; and a capital at the beginning. */
export { capital, listed as inOneSentence } from '../../../engine/contract/words.js';

/** The same words with a full stop, unless they end with a mark of their own. */
export const stopped = (words: string): string => (/[.?!:…]$/.test(words) ? words : `${words}.`);

/** "1 answer", "3 answers". */
export const counted = (n: number, one: string, many = `${one}s`): string => `${n} ${n === 1 ? one : many}`;

/** A question and its answer in one line: "Age: 7", "Is he well? Yes". */
export const answered = (question: string, answer: string): string =>
  `${question}${/[?:]$/.test(question) ? '' : ':'} ${answer}`;

/** What one entry of a list is called, "family member": the id of whom it is about, as people write it. */
export const entryWord = (fact: { each?: string } | undefined): string => (fact?.each ?? 'entry').replace(/-/g, ' ');
