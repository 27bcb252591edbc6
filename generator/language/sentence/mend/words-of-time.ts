/** Whether a text that is no sentence speaks of what happens over time. */
import type { Token } from '../tokens.js';
import { lower } from './mending.js';

/** Takes a text's tokens; gives the first words of it that speak of time, not of answers: `has happened`, `since`. */
export const wordsOfTime = (tokens: Token[]): Token[] | undefined => {
  const at = tokens.findIndex((token, index) => {
    if (index === 0) return false;
    const [word, next] = [lower(token), tokens[index + 1]];
    if (word === 'happened' || word === 'reaches' || word === 'reached') return true;
    if (word === 'for') return ['at', 'more', 'less'].includes(lower(next)) || next?.kind === 'number';
    if (word === 'in') return lower(next) === 'the' && lower(tokens[index + 2]) === 'last';
    return (word === 'within' || word === 'since') && next !== undefined;
  });
  if (at < 0) return undefined;
  const isHappened = lower(tokens[at]) === 'happened';
  const has = isHappened
    ? tokens.slice(Math.max(at - 2, 1), at).findIndex((token) => lower(token).startsWith('has'))
    : -1;
  if (!isHappened) return tokens.slice(at);
  return has < 0 ? tokens.slice(at, at + 1) : tokens.slice(Math.max(at - 2, 1) + has, at + 1);
};
