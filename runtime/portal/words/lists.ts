/** "a", "a and b", "a, b and c", with another word than "and" where one is given; and a capital at the beginning. */
export { capital, listed as inOneSentence } from '../../../engine/contract/words.js';

/** The same words with a full stop, unless they end with a mark of their own. */
export const stopped = (words: string): string => (/[.?!:…]$/.test(words) ? words : `${words}.`);

/** With its article: "a partner", "an adult at home", "another professional". */
export const withArticle = (word: string): string =>
  /^other /i.test(word) ? `an${word}` : `${/^(?:[aeio]|u(?!ni|s[aeiu]))/i.test(word) ? 'an' : 'a'} ${word}`;

/** "1 answer", "3 answers". */
export const counted = (n: number, one: string, many = `${one}s`): string => `${n} ${n === 1 ? one : many}`;

/** A question and its answer in one line: "Age: 7", "Is he well? Yes". */
export const answered = (question: string, answer: string): string =>
  `${question}${/[?:]$/.test(question) ? '' : ':'} ${answer}`;
