/** "a", "a and b", "a, b and c", with another word than "and" where one is given. */
export const inOneSentence = (words: string[], joining = 'and'): string =>
  words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} ${joining} ${words.at(-1)}`;

/** The same words with a capital at the beginning. */
export const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

/** The same words with a full stop, unless they end with a mark of their own. */
export const stopped = (words: string): string => (/[.?!:…]$/.test(words) ? words : `${words}.`);

/** "1 answer", "3 answers". */
export const counted = (n: number, one: string, many = `${one}s`): string => `${n} ${n === 1 ? one : many}`;

/** A question and its answer in one line: "Age: 7", "Is he well? Yes". */
export const answered = (question: string, answer: string): string =>
  `${question}${/[?:]$/.test(question) ? '' : ':'} ${answer}`;
