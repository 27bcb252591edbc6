/** From offsets in a text to lines and columns. */
import type { At } from '../../engine/contract/index.js';

/** The lines of one file. Lines and columns count from 1, columns in UTF-16 units. */
export interface Lines {
  file: string;
  text: string;
  /** How many there are. */
  count: number;
  /** The place from `start` up to `end`, both offsets in `text`; an empty stretch is taken to the next character. */
  at(start: number, end: number): At;
  /** A line's own words, without its line end. */
  line(number: number): string;
}

const startsOf = (text: string): number[] => {
  const starts = [0];
  for (let i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) starts.push(i + 1);
  return starts;
};

/** The last index whose start is at or before `offset`. */
const lineOf = (starts: number[], offset: number): number => {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
};

/** Takes a file's name and text, and gives its lines. */
export const linesOf = (file: string, text: string): Lines => {
  const starts = startsOf(text);
  const place = (offset: number): [number, number] => {
    const clamped = Math.max(0, Math.min(offset, text.length));
    const index = lineOf(starts, clamped);
    return [index + 1, clamped - (starts[index] ?? 0) + 1];
  };
  return {
    file,
    text,
    count: starts.length,
    at(start, end) {
      const [line, column] = place(start);
      const [endLine, endColumn] = Math.min(end, text.length) > start ? place(end) : [line, column + 1];
      return { file, line, column, endLine, endColumn };
    },
    line(number) {
      const from = starts[number - 1];
      if (from === undefined) return '';
      const to = starts[number];
      return text.slice(from, to === undefined ? text.length : to - 1).replace(/\r$/, '');
    },
  };
};
