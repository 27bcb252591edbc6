/** Text to sentence. Syntax only: what its names mean is for check.ts. */
import type { Meant, Sentence } from './ast.js';
import { type Fault, withCorrection } from './fault.js';
import { parseTokens } from './grammar.js';
import { mend } from './mend.js';
import { printMeant } from './print.js';
import { tokenize } from './tokens.js';

/** `meant` is what the author seems to have meant, with positions in the text as it stands. */
export type Parsed = { sentence: Sentence } | { faults: Fault[]; meant?: Meant };

/** In characters: of a longer text nobody can tell what sentence was meant. */
const longest = 1000;

/** Takes a sentence's text; gives the sentence, or its faults in order, each with a stretch of the text. Never throws. */
export const parseSentence = (text: string): Parsed => {
  const tokens = tokenize(text);
  const strict = parseTokens(tokens);
  if ('sentence' in strict) return strict;
  if (text.length > longest) return { faults: [strict.fault] };
  const { faults, meant } = mend(tokens);
  if (faults.length === 0) return { faults: [strict.fault] };
  const inOrder = faults.filter(isTheLastWord).toSorted((a, b) => a.start - b.start || a.end - b.end);
  if (!meant) return { faults: inOrder };
  return { faults: withCorrection(inOrder, printMeant(meant)), meant };
};

/** Of the same words, what was found later says more; and of `Partner Known`, that it is one name. */
const isTheLastWord = (found: Fault, index: number, faults: Fault[]): boolean =>
  !faults.some((other, later) => {
    const same = other.start === found.start && other.end === found.end;
    if (same) return later > index;
    const inside = other.start <= found.start && found.end <= other.end;
    return inside && found.code === 'sentence/name-form' && other.code === 'sentence/spaces';
  });
