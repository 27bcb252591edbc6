/** A piece of a file as a person sees it: the line before, the line, and carets under the part that is meant. */
import type { At } from '../../engine/contract/index.js';
import type { Lines } from '../load/lines.js';

/** How the parts of a frame are coloured; each takes a piece of text and gives it back, coloured or not. */
export interface Ink {
  quiet: (text: string) => string;
  caret: (text: string) => string;
}

const widest = 100;
const before = 30;
const gutter = 5;

/** Tabs and characters that a terminal would obey are shown as one visible cell, so that the carets stay in line. */
const visible = (line: string): string =>
  line.replace(/\t/g, ' ').replace(/[\p{Cc}\p{Zl}\p{Zp}\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu, '·');

/** The part of a long line that is shown: `from` up to `to`. */
const windowOf = (line: string, column: number): { from: number; to: number } => {
  if (line.length <= widest) return { from: 0, to: line.length };
  const from = Math.max(0, Math.min(column - 1 - before, line.length - widest));
  return { from, to: Math.min(line.length, from + widest) };
};

const cut = (line: string, { from, to }: { from: number; to: number }): string =>
  `${from > 0 ? '…' : ''}${line.slice(from, to)}${to < line.length ? '…' : ''}`;

/** Takes a file's lines and a place in it; gives the frame's lines, none where the file has no such line. */
export const frameOf = (lines: Lines, at: At, ink: Ink): string[] => {
  const own = lines.line(at.line);
  if (own.trim() === '') return [];
  const shown = windowOf(own, at.column);
  const numbered = (number: number | '', text: string): string =>
    `${ink.quiet(`${String(number).padStart(gutter)} |`)} ${text}`.trimEnd();
  const last = at.endLine > at.line ? own.length + 1 : at.endColumn;
  const start = Math.max(at.column, shown.from + 1);
  const length = Math.max(1, Math.min(last, shown.to + 1) - start);
  const indent = start - 1 - shown.from + (shown.from > 0 ? 1 : 0);
  const previous = at.line > 1 ? lines.line(at.line - 1) : '';
  return [
    ...(previous.trim() === '' ? [] : [numbered(at.line - 1, visible(cut(previous, windowOf(previous, 1))))]),
    numbered(at.line, visible(cut(own, shown))),
    numbered('', ' '.repeat(Math.max(0, indent)) + ink.caret('^'.repeat(length))),
  ];
};
