/** `misses 3 in a row`: how many came one after the other. */
import { type Fault, fault } from '../fault.js';
import type { Token } from '../tokens.js';
import { lower, stretch } from './mending.js';
import { numberWords } from './phrases.js';

/** The figure that a token is, in figures or in words. */
export const figureOf = (token: Token | undefined): number | undefined =>
  token?.kind === 'number' ? Number(token.text) : numberWords.get(lower(token));

const row = /\b(?:in a row|running|consecutive|consecutively|on the trot|one after (?:the other|another))\b/;

/** Takes the tokens of a text that is neither sentence nor trigger; gives the fault, and how many it speaks of. */
export const inARow = (words: Token[]): { fault: Fault; n: number } | undefined => {
  if (!row.test(words.map(lower).join(' '))) return undefined;
  const n = words.map(figureOf).find((figure) => figure !== undefined) ?? 3;
  return { fault: fault('sentence/in-a-row', stretch(words), { n }), n };
};
