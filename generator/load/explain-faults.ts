/** What the parser objected to, in a policy lead's words: each of its complaints becomes one of our problems. */
import type { At } from '../../engine/contract/index.js';
import { type Problem, raiser } from '../problem/problem.js';
import type { Lines } from './lines.js';
import { loadProblems } from './problems.js';
import type { RawFault } from './raw.js';

const raise = raiser(loadProblems);

/** A problem and whether it makes nonsense of all that follows it in the file. */
export interface Explained {
  problem: Problem;
  wrecks: boolean;
}

const oddSpace = /[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/;

const lineFrom = (text: string, offset: number): string => {
  const end = text.indexOf('\n', offset);
  return text.slice(offset, end < 0 ? text.length : end).trimEnd();
};

const lineStart = (text: string, offset: number): number => text.lastIndexOf('\n', offset - 1) + 1;

/** The first letter at or after an offset that is neither space nor comment. */
const skipBlank = (text: string, offset: number): number => {
  const blank = /(?:\s|#.*)*/y;
  blank.lastIndex = offset;
  return offset + (blank.exec(text)?.[0].length ?? 0);
};

/** How far back a line with an odd number of spaces is looked for. */
const lookBack = 40;

/** The nearest line above that starts an odd number of spaces in, where this one does not: it is likely the cause. */
const oddLineAbove = (lines: Lines, at: At): Problem['related'] => {
  const spaces = (text: string): number => /^ */.exec(text)?.[0].length ?? 0;
  if (spaces(lines.line(at.line)) % 2 === 1) return [];
  for (let number = at.line - 1; number >= Math.max(1, at.line - lookBack); number -= 1) {
    const text = lines.line(number);
    const column = spaces(text) + 1;
    if (column % 2 === 1 || !/^ *(?:- |[\w-]+:(?: |$))/.test(text)) continue;
    const place = { file: lines.file, line: number, column, endLine: number, endColumn: text.length + 1 };
    return [{ at: place, message: 'This line starts an odd number of spaces in.' }];
  }
  return [];
};

/** The line at or after an offset does not stand where it should. */
const indentation = (lines: Lines, offset: number, wrecks = false): Explained => {
  const { text } = lines;
  const start = skipBlank(text, offset) < text.length ? skipBlank(text, offset) : offset;
  const at = lines.at(start, start + Math.max(lineFrom(text, start).length, 1));
  return { problem: raise('yaml/indentation', at, {}, oddLineAbove(lines, at)), wrecks };
};

/** The line below a finished value is indented as though it belonged to it. */
const belowIndented = (lines: Lines, start: number): Explained =>
  indentation(lines, start + lineFrom(lines.text, start).length);

/** A line that should be a name and a value, and has no colon that counts. */
const lineWithoutColon = (lines: Lines, start: number): Explained => {
  const words = lineFrom(lines.text, start);
  const at = lines.at(start, start + Math.max(words.length, 1));
  if (oddSpace.test(words)) {
    const index = words.search(oddSpace);
    const code = `U+${words.charCodeAt(index).toString(16).toUpperCase().padStart(4, '0')}`;
    return {
      problem: raise('yaml/odd-space', lines.at(start + index, start + index + 1), { code }),
      wrecks: false,
    };
  }
  if (/^[\w-]+:\S/.test(words))
    return { problem: raise('yaml/colon-without-space', at, { text: words }), wrecks: false };
  if (words.startsWith('- ') || words === '-')
    return { problem: raise('yaml/misplaced-dash', lines.at(start, start + 1), {}), wrecks: false };
  return { problem: raise('yaml/missing-colon', at, { text: words }), wrecks: false };
};

/** A value that has a name in it: a second colon on the line, or a line below that is indented under a finished value. */
const nameInValue = (lines: Lines, start: number): Explained => {
  const words = lineFrom(lines.text, start);
  const colon = /^(.*?):(?=\s|$)/.exec(words);
  if (colon?.[1] !== undefined) {
    const before = colon[1].trim();
    const at = lines.at(start, start + words.length);
    return { problem: raise('yaml/cut-by-colon', at, { before, inBrackets: false }), wrecks: false };
  }
  return belowIndented(lines, start);
};

const inBrackets = (lines: Lines, { start, end }: RawFault): Explained => {
  const words = lines.text.slice(start, end);
  if (/^-(\s|$)/.test(words))
    return { problem: raise('yaml/misplaced-dash', lines.at(start, start + 1), {}), wrecks: false };
  const before = /^([\s\S]*?):(?=\s|$)/.exec(words)?.[1]?.trim() ?? words;
  return { problem: raise('yaml/cut-by-colon', lines.at(start, end), { before, inBrackets: true }), wrecks: false };
};

const signAt = (lines: Lines, start: number): Explained => {
  const sign = lines.text[start] ?? '';
  return { problem: raise('yaml/starts-with-sign', lines.at(start, start + 1), { sign }), wrecks: false };
};

/** Where the file's first line stands, if it does not start at the left edge and so sets all others wrong. */
const shifted = (text: string): number | undefined => {
  const start = skipBlank(text, 0);
  return start === lineStart(text, start) ? undefined : start;
};

/** Something follows a value that had ended. */
const afterValue = (lines: Lines, { start, end }: RawFault): Explained => {
  const { text } = lines;
  const rest = lineFrom(text, start);
  const words = /^["'\]}]/.test(rest) || end <= start ? rest : rest.slice(0, end - start);
  const at = lines.at(start, start + Math.max(words.length, 1));
  const before = text.slice(lineStart(text, start), start).trimEnd();
  if (/["']$/.test(before)) return { problem: raise('yaml/text-after-quote', at, { text: words }), wrecks: false };
  const star = /(?<=^|\s)[*&!]\S*$/.exec(before);
  if (star) return signAt(lines, lineStart(text, start) + star.index);
  if (/[\]}]$/.test(before)) return { problem: raise('yaml/text-after-bracket', at, { text: words }), wrecks: false };
  if (/^[\]}]/.test(words))
    return { problem: raise('yaml/stray-bracket', lines.at(start, start + 1), { text: words[0] ?? '' }), wrecks: true };
  if (before === '') return indentation(lines, shifted(text) ?? start, true);
  return { problem: raise('yaml/not-understood', at, {}), wrecks: true };
};

/** Words after `>` or `|`, which were meant as a text (“> 18”). */
const blockHeader = (lines: Lines, { start }: RawFault): Explained => {
  const from = lineStart(lines.text, start);
  const sign = /[>|][^>|]*$/.exec(lines.text.slice(from, start + 1));
  return signAt(lines, sign ? from + sign.index : start);
};

const misplacedDash = (lines: Lines, offset: number): Explained => {
  const start = skipBlank(lines.text, offset);
  return { problem: raise('yaml/misplaced-dash', lines.at(start, start + 1), {}), wrecks: false };
};

const unexpected = (lines: Lines, fault: RawFault): Explained => {
  const { message, start, end } = fault;
  const at = lines.at(start, Math.max(end, start + 1));
  if (/^Unexpected , in|^Unexpected empty item/.test(message))
    return { problem: raise('yaml/stray-comma', at, {}), wrecks: false };
  if (/block-seq-ind/.test(message)) return misplacedDash(lines, start);
  if (/flow-(map|seq)-end|flow-error-end/.test(message))
    return { problem: raise('yaml/stray-bracket', at, { text: lines.text[start] ?? '' }), wrecks: true };
  if (/^Not a YAML token|^Block scalar header|block scalar header/.test(message)) return blockHeader(lines, fault);
  if (/at node end$|in YAML stream/.test(message)) return afterValue(lines, fault);
  return { problem: raise('yaml/not-understood', at, {}), wrecks: true };
};

const missing = (lines: Lines, fault: RawFault): Explained | undefined => {
  const { message, start, end } = fault;
  const at = lines.at(start, Math.max(end, start + 1));
  if (/^Implicit map keys/.test(message)) return lineWithoutColon(lines, start);
  if (/^Missing space after :/.test(message)) return lineWithoutColon(lines, start);
  const question = /\?\s*$/.exec(lines.text.slice(Math.max(0, start - 100), start));
  if (/^Missing , /.test(message) && question) return signAt(lines, start - question[0].length);
  if (/^Comments must be separated/.test(message))
    return { problem: raise('yaml/hash-without-space', at, {}), wrecks: false };
  if (/^Missing closing|must end with|directives-end/.test(message)) return undefined;
  if (/^Block scalars with/.test(message)) return indentation(lines, start);
  if (/^Tags and anchors/.test(message)) return signAt(lines, start);
  if (/^Block collection cannot start/.test(message)) return indentation(lines, start);
  return { problem: raise('yaml/not-understood', at, {}), wrecks: true };
};

const badIndent = (lines: Lines, { message, start }: RawFault): Explained | undefined => {
  if (/sufficiently indented and end with/.test(message)) return undefined;
  return indentation(lines, start);
};

/** Takes a complaint of the parser and gives it as our problem; nothing where the tree shows the cause better. */
export const explain = (lines: Lines, fault: RawFault): Explained | undefined => {
  const { code, message, start, end } = fault;
  const at = lines.at(start, Math.max(end, start + 1));
  switch (code) {
    case 'BLOCK_AS_IMPLICIT_KEY':
      return /sequence/.test(message) ? misplacedDash(lines, start) : nameInValue(lines, start);
    case 'BLOCK_IN_FLOW':
      return inBrackets(lines, fault);
    case 'MULTILINE_IMPLICIT_KEY':
      return lines.text.slice(lineStart(lines.text, start), start).trim() === ''
        ? lineWithoutColon(lines, start)
        : belowIndented(lines, start);
    case 'UNEXPECTED_TOKEN':
      return unexpected(lines, fault);
    case 'MISSING_CHAR':
      return missing(lines, fault);
    case 'BAD_INDENT':
      return badIndent(lines, fault);
    case 'TAB_AS_INDENT':
      return { problem: raise('yaml/tab-indent', at, {}), wrecks: false };
    case 'BAD_DQ_ESCAPE':
      return { problem: raise('yaml/bad-escape', at, { text: lines.text.slice(start, start + 2) }), wrecks: false };
    case 'BAD_SCALAR_START':
    case 'BAD_ALIAS':
    case 'ALIAS_PROPS':
    case 'MULTIPLE_ANCHORS':
    case 'MULTIPLE_TAGS':
    case 'BAD_PROP_ORDER':
      return signAt(lines, start);
    case 'KEY_OVER_1024_CHARS':
      return { problem: raise('yaml/key-not-a-word', at, { text: lines.text.slice(start, end) }), wrecks: false };
    case 'TAG_RESOLVE_FAILED':
    case 'BAD_COLLECTION_TYPE':
    case 'BAD_DIRECTIVE':
      return undefined;
    default:
      return { problem: raise('yaml/not-understood', at, {}), wrecks: true };
  }
};
