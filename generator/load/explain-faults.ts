/** What the parser objected to, in a policy lead's words: each of its complaints becomes one of our problems. */
import { type Problem, raiser } from '../problem/problem.js';
import type { Lines } from './lines.js';
import { loadProblems } from './problems.js';
import type { Parsed, Raw, RawFault } from './raw.js';
import { childrenOf } from './walk.js';

const raise = raiser(loadProblems);

/** A problem and whether what follows it in the file can still be trusted. */
interface Explained {
  problem: Problem;
  wrecks: boolean;
}

/** So many complaints are looked at; a file with more of them is no definition. */
const mostFaults = 1_000;

const oddSpace = /[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/;

const lineFrom = (text: string, offset: number): string => {
  const end = text.indexOf('\n', offset);
  return text.slice(offset, end < 0 ? text.length : end).trimEnd();
};

const lineStart = (text: string, offset: number): number => text.lastIndexOf('\n', offset - 1) + 1;

/** Where the words of the next line that is not empty stand. */
const nextLine = (text: string, offset: number): [number, number] | undefined => {
  const found = /\n[ \t]*(?=[^\s])/g;
  found.lastIndex = offset;
  const match = found.exec(text);
  if (!match) return undefined;
  const start = match.index + match[0].length;
  return [start, start + lineFrom(text, start).length];
};

const indentation = (lines: Lines, start: number, end: number, wrecks = false): Explained => ({
  problem: raise('yaml/indentation', lines.at(start, end), {}),
  wrecks,
});

/** The line below a finished value is indented as though it belonged to it. */
const belowIndented = (lines: Lines, start: number): Explained =>
  indentation(lines, ...(nextLine(lines.text, start) ?? ([start, start + 1] as [number, number])));

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
  if (before === '') return indentation(lines, start, start + words.length, true);
  return { problem: raise('yaml/not-understood', at, {}), wrecks: true };
};

/** Words after `>` or `|`, which were meant as a text (“> 18”). */
const blockHeader = (lines: Lines, { start }: RawFault): Explained => {
  const from = lineStart(lines.text, start);
  const sign = /[>|][^>|]*$/.exec(lines.text.slice(from, start + 1));
  return signAt(lines, sign ? from + sign.index : start);
};

const unexpected = (lines: Lines, fault: RawFault): Explained => {
  const { message, start, end } = fault;
  const at = lines.at(start, Math.max(end, start + 1));
  if (/^Unexpected , in|^Unexpected empty item/.test(message))
    return { problem: raise('yaml/stray-comma', at, {}), wrecks: false };
  if (/block-seq-ind/.test(message)) return { problem: raise('yaml/misplaced-dash', at, {}), wrecks: false };
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
  if (/^Block scalars with/.test(message)) return indentation(lines, start, end);
  if (/^Tags and anchors/.test(message)) return signAt(lines, start);
  if (/^Block collection cannot start/.test(message)) return indentation(lines, start, end);
  return { problem: raise('yaml/not-understood', at, {}), wrecks: true };
};

const badIndent = (lines: Lines, { message, start, end }: RawFault): Explained | undefined => {
  if (/sufficiently indented and end with/.test(message)) return undefined;
  const words = lineFrom(lines.text, start);
  const blank = words.length - words.trimStart().length;
  return indentation(lines, start + blank, Math.max(end, start + words.length));
};

/** The parser's code and message to our problem; nothing where the tree shows the cause better. */
const explain = (lines: Lines, fault: RawFault): Explained | undefined => {
  const { code, message, start, end } = fault;
  const at = lines.at(start, Math.max(end, start + 1));
  switch (code) {
    case 'BLOCK_AS_IMPLICIT_KEY':
      return /sequence/.test(message)
        ? { problem: raise('yaml/misplaced-dash', at, {}), wrecks: false }
        : nameInValue(lines, start);
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

/** Quotes and brackets that are opened and not closed, found in the tree, since the parser tells only where it ended. */
const unclosed = (raw: Raw, lines: Lines): Explained[] => {
  const first = lines.text[raw.start] ?? '';
  const last = lines.text[raw.end - 1] ?? '';
  const own: Explained[] = [];
  const at = lines.at(raw.start, raw.start + 1);
  if (raw.kind === 'scalar' && (raw.style === 'single' || raw.style === 'double')) {
    const ended = last === first && raw.end - raw.start > 1;
    if (!ended) own.push({ problem: raise('yaml/unclosed-quote', at, { quote: first }), wrecks: true });
  }
  if ((raw.kind === 'map' || raw.kind === 'list') && raw.flow && /[[{]/.test(first)) {
    const close = first === '{' ? '}' : ']';
    if (last !== close) own.push({ problem: raise('yaml/unclosed-bracket', at, { open: first, close }), wrecks: true });
  }
  return [...own, ...childrenOf(raw).flatMap((child) => unclosed(child, lines))];
};

/** Faults of a line that leave the name above it without the value that it has. */
const takesAway = new Set([
  'yaml/tab-indent',
  'yaml/indentation',
  'yaml/missing-colon',
  'yaml/colon-without-space',
  'yaml/misplaced-dash',
  'yaml/odd-space',
]);

const complainsOfEnd = ({ message }: RawFault): boolean =>
  /^Missing closing|must end with|sufficiently indented and end with/.test(message);

/** The first problem of each line; of neighbours that are all indented alike, only the first is told. */
const firstOfLine = (explained: Explained[]): Explained[] => {
  const seen = new Set<number>();
  let column = 0;
  return explained.filter(({ problem }) => {
    const { line } = problem.at;
    const goesOn = problem.code === 'yaml/indentation' && problem.at.column === column;
    column = problem.code === 'yaml/indentation' ? problem.at.column : 0;
    if (seen.has(line) || goesOn) return false;
    seen.add(line);
    return true;
  });
};

/**
 * Takes what the parser made of a file; gives its complaints as problems, one for each line, and `leaves`, which says
 * of another problem of the tree whether it can be trusted beside them.
 */
export const explainFaults = (
  parsed: Parsed,
  lines: Lines,
): { problems: Problem[]; leaves: (problem: Problem) => boolean } => {
  const open = parsed.root && parsed.faults.some(complainsOfEnd) ? unclosed(parsed.root, lines) : [];
  const told = parsed.faults.slice(0, mostFaults).flatMap((fault) => explain(lines, fault) ?? []);
  const byPlace = [...open, ...told].sort((a, b) => a.problem.at.line - b.problem.at.line);
  const all = firstOfLine(byPlace);
  if (all.length === 0 && parsed.faults.some(complainsOfEnd)) {
    const fault = parsed.faults.find(complainsOfEnd);
    if (fault) all.push({ problem: raise('yaml/not-understood', lines.at(fault.start, fault.end), {}), wrecks: true });
  }
  const wreck = all.find(({ wrecks }) => wrecks)?.problem.at.line ?? Number.POSITIVE_INFINITY;
  const own = new Set(all.map(({ problem }) => problem.at.line));
  const emptied = new Set(all.flatMap(({ problem }) => (takesAway.has(problem.code) ? [problem.at.line - 1] : [])));
  const kept = all.filter(({ problem }) => problem.at.line <= wreck);
  return {
    problems: kept.map(({ problem }) => problem),
    leaves: ({ at, code }) =>
      at.line < wreck &&
      !own.has(at.line) &&
      !own.has(at.endLine) &&
      !(code === 'yaml/empty-value' && emptied.has(at.line)),
  };
};
