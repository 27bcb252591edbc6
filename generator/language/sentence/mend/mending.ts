/** Tokens on their way from what was written to what was meant, and the faults found along it. */
import type { Span } from '../ast.js';
import type { Fault } from '../fault.js';
import type { Token } from '../tokens.js';

export interface Mending {
  tokens: Token[];
  faults: Fault[];
  /** Something was found that cannot be put right, so no correction is to be offered. */
  hopeless: boolean;
}

/** One way of putting tokens right; each pass goes over them once. */
export type Pass = (mending: Mending) => Mending;

/** The words, as tokens that stand where something else was written. */
export const inPlaceOf = ({ start, end }: Span, words: string): Token[] =>
  words === '' ? [] : words.split(' ').map((text) => ({ kind: 'word', text, start, end }));

/** The stretch from the first of these tokens to the last. */
export const stretch = (tokens: Token[]): Span => ({ start: tokens[0]?.start ?? 0, end: tokens.at(-1)?.end ?? 0 });

/** What was written there, with single spaces. */
export const written = (tokens: Token[]): string => tokens.map(({ text }) => text).join(' ');

/** A word that the token is, in small letters and with a plain apostrophe; nothing for anything but a word. */
export const lower = (token: Token | undefined): string =>
  token && (token.kind === 'word' || token.kind === 'odd') ? token.text.toLowerCase().replace('’', "'") : '';
