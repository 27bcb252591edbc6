/** Reads tokens one after the other, and keeps the first thing that does not belong. */
import type { Span, WordNode } from './ast.js';
import { type Fault, fault } from './fault.js';
import type { Token } from './tokens.js';
import { isReserved } from './words.js';

export interface Reader {
  tokens: Token[];
  at: number;
  /** Why it stopped; set once. */
  stopped?: Fault;
}

const endToken: Token = { kind: 'end', text: '', start: 0, end: 0 };
/** The token so many places on from where the reader stands. */
export const peek = (reader: Reader, ahead = 0): Token =>
  reader.tokens[Math.min(reader.at + ahead, reader.tokens.length - 1)] ?? endToken;
/** The next token, which is then behind. */
export const next = (reader: Reader): Token => {
  const token = peek(reader);
  reader.at += 1;
  return token;
};
/** Whether a token is one of these words. */
export const isWord = (token: Token, ...words: string[]): boolean =>
  token.kind === 'word' && words.includes(token.text);
/** Goes past these words if they come next; gives whether they did. */
export const accept = (reader: Reader, ...words: string[]): boolean => {
  if (!words.every((word, ahead) => isWord(peek(reader, ahead), word))) return false;
  reader.at += words.length;
  return true;
};
/** Notes what should have come here, unless something was wrong before. */
export const stop = (reader: Reader, expected: string): undefined => {
  const token = peek(reader);
  const ofEvent = isWord(reader.tokens[1] ?? token, 'has');
  const particulars = { expected, ...(ofEvent && { ofEvent }) };
  reader.stopped ??=
    token.kind === 'end'
      ? fault('sentence/unfinished', token, particulars)
      : fault('sentence/unexpected', token, { found: token.text, ...particulars });
  return undefined;
};
/** From the beginning of the one to the end of the other. */
export const span = (from: Span, to: Span): Span => ({ start: from.start, end: to.end });
/** The place of a token or node, alone. */
export const place = ({ start, end }: Span): Span => ({ start, end });

/** A name or value of one word, which is none of the language's own. */
export const readWord = (reader: Reader, expected: string): WordNode | undefined => {
  const token = peek(reader);
  if (token.kind !== 'word' || isReserved(token.text)) return stop(reader, expected);
  reader.at += 1;
  return { kind: 'word', text: token.text, ...place(token) };
};

/** The unit that comes next, `working days` of two words among them; nothing, and no fault, if no word does. */
export const readUnit = (reader: Reader): WordNode | undefined => {
  const token = peek(reader);
  if (token.kind !== 'word' || isReserved(token.text)) return undefined;
  reader.at += 1;
  const second = peek(reader);
  if (token.text !== 'working' || !isWord(second, 'day', 'days'))
    return { kind: 'word', text: token.text, ...place(token) };
  reader.at += 1;
  return { kind: 'word', text: `working-${second.text}`, ...span(token, second) };
};
