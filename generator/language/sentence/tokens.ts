/** Cuts a sentence into words, numbers, dates, signs, quoted texts and marks. Never fails, in linear time. */
import type { Span } from './ast.js';
import { isKebab } from './words.js';

/**
 * `word` is kebab-case; `odd` is any other run of letters and digits; `date` is 2026-01-31; `sign` is a run of
 * `= ! < > & |`; `quoted` has the text without its quotes; `mark` is one other character; `end` stands last.
 */
export interface Token extends Span {
  kind: 'word' | 'odd' | 'number' | 'date' | 'sign' | 'quoted' | 'mark' | 'end';
  text: string;
}

const space = /\s/;
const letterOrDigit = /[\p{L}\p{N}]/u;
const digit = /[0-9]/;
const signs = new Set('=!<>&|≥≤≠');
const quotes: Record<string, string> = { '"': '"', "'": "'", '`': '`', '“': '”', '‘': '’', '«': '»' };
const number = /^-?\d+(?:\.\d+)?$/;
const isoDay = /^\d{4}-\d{2}-\d{2}$/;
const thousands = /^,\d{3}(?!\d)/;

/** Takes a sentence; gives its tokens in order, the last of kind `end` at the text's length. */
export const tokenize = (text: string): Token[] => {
  const tokens: Token[] = [];
  const unclosed = new Set<string>();
  let at = 0;
  const push = (kind: Token['kind'], end: number, shown = text.slice(at, end)): void => {
    tokens.push({ kind, text: shown, start: at, end });
    at = end;
  };
  while (at < text.length) {
    const first = text.charAt(at);
    if (space.test(first)) {
      at += 1;
      continue;
    }
    const runs = runEnd(text, at);
    const closing = runs > at ? undefined : quotes[first];
    const close = closing === undefined || unclosed.has(closing) ? -1 : text.indexOf(closing, at + 1);
    if (closing !== undefined && close < 0) unclosed.add(closing);
    if (runs > at) push(runKind(text.slice(at, runs)), runs);
    else if (close > at) push('quoted', close + 1, text.slice(at + 1, close));
    else if (signs.has(first)) push('sign', signsEnd(text, at));
    else push('mark', at + 1);
  }
  push('end', text.length, '');
  return tokens;
};

const runKind = (run: string): Token['kind'] => {
  if (number.test(run)) return 'number';
  if (isoDay.test(run)) return 'date';
  return isKebab(run) ? 'word' : 'odd';
};

const signsEnd = (text: string, start: number): number => {
  let end = start;
  while (signs.has(text.charAt(end))) end += 1;
  return end;
};

/** The end of the run of letters and digits that starts here, and of what may stand inside one; `start` if none does. */
const runEnd = (text: string, start: number): number => {
  const first = text.charAt(start);
  const minus = first === '-' && digit.test(text.charAt(start + 1));
  if (!minus && !letterOrDigit.test(first)) return start;
  const inside = minus || digit.test(first) ? "-_.'’/:" : "-_.'’";
  let end = start + 1;
  while (end < text.length) {
    const next = text.charAt(end);
    if (letterOrDigit.test(next)) end += 1;
    else if (next === '_' || (inside.includes(next) && letterOrDigit.test(text.charAt(end + 1)))) end += 1;
    else if (next === ',' && digit.test(first) && thousands.test(text.slice(end, end + 5))) end += 4;
    else break;
  }
  return end;
};
