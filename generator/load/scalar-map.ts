/** Which letter of a scalar's text stands where in the file, through quotes, escapes and folded lines. */
import type { RawScalar } from './raw.js';

/** For each UTF-16 unit of `text`, the stretch of the file that it was read from. */
export interface Mapped {
  text: string;
  from: number[];
  to: number[];
}

/** Collects units one by one. */
interface Out extends Mapped {
  put(piece: string, from: number, to: number): void;
  /** Copies the file's own units from `from` up to `to`. */
  copy(from: number, to: number): void;
}

const collector = (file: string): Out => {
  const out: Out = {
    text: '',
    from: [],
    to: [],
    put(piece, from, to) {
      out.text += piece;
      for (let i = 0; i < piece.length; i += 1) {
        out.from.push(from);
        out.to.push(to);
      }
    },
    copy(from, to) {
      out.text += file.slice(from, to);
      for (let i = from; i < to; i += 1) {
        out.from.push(i);
        out.to.push(i + 1);
      }
    },
  };
  return out;
};

/** The lines between two offsets, without line ends: `[from, to]`. */
const linesBetween = (file: string, start: number, end: number): [number, number][] => {
  const lines: [number, number][] = [];
  for (let from = start; ; ) {
    const next = file.indexOf('\n', from);
    if (next < 0 || next >= end) {
      lines.push([from, end]);
      return lines;
    }
    lines.push([from, next > from && file[next - 1] === '\r' ? next - 1 : next]);
    from = next + 1;
  }
};

const isBlank = (letter: string | undefined): boolean => letter === ' ' || letter === '\t';

const trimmed = (file: string, [from, to]: [number, number], left: boolean, right: boolean): [number, number] => {
  let a = from;
  let b = to;
  while (left && a < b && isBlank(file[a])) a += 1;
  while (right && b > a && isBlank(file[b - 1])) b -= 1;
  return [a, b];
};

/** A plain or single-quoted text: lines fold into one space, each empty line into a line end. */
const folded = (file: string, start: number, end: number, quoted: boolean): Mapped => {
  const out = collector(file);
  const lines = linesBetween(file, start, end);
  const copy = (from: number, to: number): void => {
    for (let i = from; i < to; i += 1) {
      if (quoted && file[i] === "'") {
        out.put("'", i, i + 2);
        i += 1;
      } else out.copy(i, i + 1);
    }
  };
  let lastEnd = start;
  let empty = 0;
  lines.forEach((line, index) => {
    const final = index === lines.length - 1;
    const [from, to] = trimmed(file, line, index > 0, !final);
    if (index > 0 && from === to && !final) {
      empty += 1;
      return;
    }
    if (index > 0) {
      out.put(empty > 0 ? '\n'.repeat(empty) : ' ', lastEnd, lastEnd + 1);
      empty = 0;
    }
    copy(from, to);
    lastEnd = to;
  });
  return out;
};

const escapes: Record<string, string> = {
  '0': '\0',
  a: '\x07',
  b: '\b',
  e: '\x1b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
  N: '\u0085',
  _: '\u00a0',
  L: '\u2028',
  P: '\u2029',
  ' ': ' ',
  '"': '"',
  '/': '/',
  '\\': '\\',
  '\t': '\t',
};

const codeSizes: Record<string, number> = { x: 2, u: 4, U: 8 };

/** Puts the escape at `at` (a backslash) and gives the offset after it. */
const putEscape = (out: Out, file: string, at: number): number => {
  const letter = file[at + 1] ?? '';
  const size = codeSizes[letter];
  if (size !== undefined) {
    const digits = file.slice(at + 2, at + 2 + size);
    const code = /^[0-9a-f]+$/i.test(digits) ? Number.parseInt(digits, 16) : Number.NaN;
    const known = code <= 0x10ffff;
    out.put(known ? String.fromCodePoint(code) : file.slice(at, at + 2 + size), at, at + 2 + size);
    return at + 2 + size;
  }
  const lineEnd = letter === '\n' ? 2 : letter === '\r' && file[at + 2] === '\n' ? 3 : 0;
  if (lineEnd === 0) {
    out.put(escapes[letter] ?? file.slice(at, at + 2), at, at + 2);
    return at + 2;
  }
  let next = at + lineEnd;
  while (isBlank(file[next])) next += 1;
  return next;
};

const gap = /[ \t]*(?:\r?\n[ \t]*)*/y;

/** A double-quoted text, between its quotes. */
const escaped = (file: string, start: number, end: number): Mapped => {
  const out = collector(file);
  for (let i = start; i < end; ) {
    if (file[i] === '\\') {
      i = putEscape(out, file, i);
      continue;
    }
    gap.lastIndex = i;
    const found = gap.exec(file)?.[0] ?? '';
    const ends = found.split('\n').length - 1;
    if (ends > 0) out.put(ends > 1 ? '\n'.repeat(ends - 1) : ' ', i, i + 1);
    else if (found !== '') out.copy(i, i + found.length);
    else out.copy(i, i + 1);
    i += Math.max(found.length, 1);
  }
  return out;
};

/** A line of a literal or folded text: where it starts, where its indentation ends, where it ends. */
interface BlockLine {
  from: number;
  ink: number;
  to: number;
}

const blockLines = (file: string, start: number, end: number): BlockLine[] =>
  linesBetween(file, start, end).map(([from, to]) => {
    let ink = from;
    while (ink < to && file[ink] === ' ') ink += 1;
    return { from, ink, to };
  });

const isEmpty = ({ ink, to }: BlockLine): boolean => ink === to;

/** How far a block's lines are indented: as its header says, or as its first line is. */
const indentOf = (file: string, scalar: RawScalar, first: BlockLine): number => {
  const header = /^[|>][+-]?([1-9])/.exec(file.slice(scalar.start, scalar.start + 3));
  return header?.[1] ? scalar.indent + Number(header[1]) : first.ink - first.from;
};

/** A text after `|` or `>`, without the line ends after its last line. */
const block = (file: string, scalar: RawScalar): Mapped => {
  const out = collector(file);
  const lines = blockLines(file, scalar.body, scalar.end);
  const start = lines.findIndex((line) => !isEmpty(line));
  const first = lines[start];
  if (!first) return out;
  const indent = indentOf(file, scalar, first);
  const deeper = (line: BlockLine): boolean => line.ink - line.from > indent;
  const last = lines.findLastIndex((line) => !isEmpty(line) || deeper(line));
  for (const line of lines.slice(0, start)) {
    out.copy(Math.min(line.from + indent, line.ink), line.ink);
    out.put('\n', line.to, line.to + 1);
  }
  const copy = (line: BlockLine): void => out.copy(Math.min(line.from + indent, line.ink), line.to);
  let between = '';
  let wasDeeper = false;
  let end = first.from;
  for (const line of lines.slice(start, last + 1)) {
    if (scalar.style === 'literal') {
      out.put(between, end, end + 1);
      copy(line);
      between = '\n';
    } else if (deeper(line) || file[line.ink] === '\t') {
      out.put(between === ' ' ? '\n' : !wasDeeper && between === '\n' ? '\n\n' : between, end, end + 1);
      copy(line);
      between = '\n';
      wasDeeper = true;
    } else if (isEmpty(line)) {
      if (between === '\n') out.put('\n', end, end + 1);
      else between = '\n';
    } else {
      out.put(between, end, end + 1);
      copy(line);
      between = ' ';
      wasDeeper = false;
    }
    end = line.to;
  }
  return out;
};

/**
 * Takes a file's text and a scalar of it; gives where each unit of the scalar's text stands, or nothing where that
 * cannot be told (a text that the parser mended): then only the scalar as a whole has a place.
 */
export const mapScalar = (file: string, scalar: RawScalar): Mapped | undefined => {
  const mapped =
    scalar.style === 'plain'
      ? folded(file, scalar.start, scalar.end, false)
      : scalar.style === 'single'
        ? folded(file, scalar.start + 1, scalar.end - 1, true)
        : scalar.style === 'double'
          ? escaped(file, scalar.start + 1, scalar.end - 1)
          : block(file, scalar);
  return mapped.text.startsWith(scalar.text) ? mapped : undefined;
};
