/**
 * What is kept of a partner beside the case, to be looked for in a text that others will read: what she is called, a code
 * word, numbers, addresses. What is in the case itself `hersIn` tells.
 */
import { type Hers, soughtIn } from '../post/search-hers.js';
import type { Reach } from './contract.js';

/** Takes what she said, now and before, of how to reach her. */
export const hersInReach = (reaches: readonly Reach[]): Hers[] => {
  const all = reaches.flatMap(({ called, codeWord, number, email, address, through, times, mayHear, note }) => [
    ...soughtIn('name', 'what she is called', called),
    ...soughtIn('name', 'her code word', codeWord),
    ...soughtIn('phone', 'her number', number),
    ...soughtIn('email', 'her e-mail address', email),
    ...soughtIn('address', 'her address', address),
    ...soughtIn('address', 'through whom she is reached', through),
    ...[times, mayHear, note].flatMap((text) => soughtIn('long-text', 'how she is reached', text)),
  ]);
  return [...new Map(all.map((one) => [`${one.kind} ${one.sought}`, one])).values()];
};
