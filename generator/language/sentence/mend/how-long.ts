/** `for 4 weeks`, `for more than a month`: how long something has been so. */
import { fault } from '../fault.js';
import type { Token } from '../tokens.js';
import { inPlaceOf, lower, type Mending, stretch, written } from './mending.js';
import { timeAt } from './when.js';

const right = ['at least', 'more than'];
const moreThan = ['over', 'longer than', 'in excess of', 'upwards of'];
const atLeast = ['', 'a minimum of', 'no less than', 'the last', 'the past', 'last'];
const atMost = ['less than', 'at most', 'under', 'up to', 'no more than', 'a maximum of'];
const starts = [...right, ...moreThan, ...atLeast, ...atMost].toSorted((a, b) => b.length - a.length);

/** Takes tokens and where `for` may stand among them; gives how many were read, or nothing. */
export const mendHowLong = (tokens: Token[], at: number, result: Mending): number | undefined => {
  if (at < 2 || lower(tokens[at]) !== 'for') return undefined;
  const start = starts.find((words) => startsAt(tokens, at + 1, words));
  if (start === undefined) return undefined;
  const length = start === '' ? 0 : start.split(' ').length;
  const time = timeAt(tokens.slice(at + 1 + length), result, false);
  if (!time) return undefined;
  const from = tokens.slice(at, at + 1 + length);
  const all = tokens.slice(at, at + 1 + length + time.length);
  if (atMost.includes(start)) {
    result.faults.push(fault('sentence/for-less-than', stretch(all), { found: written(all) }));
    result.hopeless = true;
  } else if (!right.includes(start)) {
    result.faults.push(fault('sentence/for-how-long', stretch(all), { found: written(all) }));
  }
  result.tokens.push(
    ...inPlaceOf(
      stretch(from),
      `for ${right.includes(start) ? start : moreThan.includes(start) ? 'more than' : 'at least'}`,
    ),
    ...time.tokens,
  );
  return 1 + length + time.length;
};

const startsAt = (tokens: Token[], at: number, words: string): boolean =>
  words === '' || words.split(' ').every((word, index) => lower(tokens[at + index]) === word);
