/** The texts of triggers that are no sentences: `absences reaches 3`, `first incident`, `2nd session-missed`. */
import type { Sentence, Span, WordNode } from './ast.js';
import { next, peek, place, type Reader, readUnit, readWord, span } from './reader.js';
import type { Token } from './tokens.js';
import { isReserved } from './words.js';

/** `which` counts from 1; left out, each one. `again`: that one and every so many after it. */
export interface EventTrigger extends Span {
  event: WordNode;
  which?: number | 'latest';
  again?: true;
}

/** Takes tokens; gives `name reaches n` as the sentence `name is at least n`, or nothing. */
export const parseReaches = (tokens: Token[]): Sentence | undefined => {
  const reader: Reader = { tokens, at: 0 };
  const subject = readWord(reader, 'a name');
  const verb = next(reader);
  const figure = next(reader);
  if (!subject || verb.text !== 'reaches' || figure.kind !== 'number' || figure.text.length > 15) return undefined;
  const unit = readUnit(reader);
  if (peek(reader).kind !== 'end') return undefined;
  const to = {
    kind: 'number' as const,
    n: Number(figure.text),
    ...(unit && { unit }),
    ...span(figure, unit ?? figure),
  };
  const says = { kind: 'compares' as const, comparison: 'at-least' as const, to, ...span(verb, to) };
  return { subject, negated: false, says, ...span(subject, says) };
};

const nths = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth'];
const ordinal = /^(\d{1,3})(?:st|nd|rd|th)$/;

/** Which one a word picks: `first` and `1st` 1, `latest` itself, `each` and `every` each; nothing for any other word. */
export const whichOf = (word: string): number | 'latest' | 'each' | undefined => {
  if (word === 'each' || word === 'every') return 'each';
  if (word === 'latest' || word === 'last') return 'latest';
  const [, figures] = ordinal.exec(word) ?? [];
  const n = figures === undefined ? nths.indexOf(word) + 1 : Number(figures);
  return n > 0 ? n : undefined;
};

/** Takes tokens; gives the event that is named alone, or with which one; nothing for any other text. */
export const parseEventTrigger = (tokens: Token[]): EventTrigger | undefined => {
  const [first, second] = tokens;
  if (!first || tokens.length < 2 || tokens.length > 4) return undefined;
  if (tokens.length === 4) return parseEveryNth(tokens);
  const word = tokens.length === 3 ? second : first;
  if (word?.kind !== 'word' || isReserved(word.text)) return undefined;
  const event: WordNode = { kind: 'word', text: word.text, ...place(word) };
  if (tokens.length === 2) return { event, ...place(word) };
  const which = whichOf(first.text);
  if (which === undefined) return undefined;
  return { event, ...(which !== 'each' && { which }), ...span(first, word) };
};

/** `every 4th session-held`. */
const parseEveryNth = (tokens: Token[]): EventTrigger | undefined => {
  const [first, ...rest] = tokens;
  if (!first || whichOf(first.text) !== 'each') return undefined;
  const found = parseEventTrigger(rest);
  return typeof found?.which === 'number' && found.which > 1
    ? { ...found, again: true, ...span(first, found) }
    : undefined;
};

/** `1st`, `2nd`, `3rd`, `11th`. */
const suffix = (n: number): string => {
  if (n % 100 > 10 && n % 100 < 14) return 'th';
  return ['th', 'st', 'nd', 'rd'][n % 10] ?? 'th';
};

/** `first`, `tenth`, `11th`. */
export const ordinalOf = (n: number): string => nths[n - 1] ?? `${n}${suffix(n)}`;

/** Its canonical text. */
export const printEventTrigger = ({ event, which, again }: Pick<EventTrigger, 'event' | 'which' | 'again'>): string => {
  if (which === undefined) return event.text;
  if (which === 1) return `first ${event.text}`;
  return `${again ? 'every ' : ''}${which === 'latest' ? which : `${which}${suffix(which)}`} ${event.text}`;
};
