/** The page that a formatted file is written on, line by line. */
import type { SourceToken, Token } from '../load/yaml.js';

export interface Page {
  lines: string[];
  /** The line being written; undefined before the first. */
  current: string | undefined;
  /** Line ends in the author's file since the last thing that was written. */
  gap: number;
  /** An empty line is wanted before the next line, whatever the author wrote. */
  apart: boolean;
  /** The last text keeps the empty lines after it, so that none may be added or taken away. */
  sealed: boolean;
  /** The last line is a text's own, spaces at its end included. */
  verbatim: boolean;
  /** The author's columns of the maps and lists that are open, with ours. */
  open: { was: number; now: number }[];
  /** The author's file. */
  written: string;
}

/** The widest line, in columns; longer `{ }` and `[ ]` are opened out. */
export const widest = 120;
/** Columns for each level. */
export const step = 2;

export const newPage = (written: string): Page => ({
  lines: [],
  current: undefined,
  gap: 0,
  apart: false,
  sealed: false,
  verbatim: false,
  open: [],
  written,
});

/** Begins a line at an indentation; keeps one of the author's empty lines before it. */
export const startLine = (page: Page, indent: number): void => {
  if (page.current !== undefined) {
    page.lines.push(page.verbatim ? page.current : page.current.trimEnd());
    if (!page.sealed && (page.gap >= 2 || page.apart)) page.lines.push('');
  }
  page.current = ' '.repeat(indent);
  page.gap = 0;
  page.apart = false;
  page.sealed = false;
  page.verbatim = false;
};

/** Adds to the line. */
export const write = (page: Page, text: string): void => {
  page.current = (page.current ?? '') + text;
  page.gap = 0;
  page.verbatim = false;
};

/** Adds lines that stand as they are: a text over several lines. */
export const writeLines = (page: Page, lines: string[]): void => {
  for (const [index, line] of lines.entries()) {
    page.lines.push(index === 0 ? (page.current ?? '').trimEnd() : (page.current ?? ''));
    page.current = line;
    page.verbatim = true;
  }
  page.gap = 0;
};

/** A comment at the end of maps inside one another belongs to the deepest that starts no further right. */
const indentByColumn = (page: Page, offset: number): number => {
  const column = offset - (page.written.lastIndexOf('\n', offset - 1) + 1);
  return page.open.findLast(({ was }) => was <= column)?.now ?? 0;
};

/** Puts the comments among these tokens on the page: behind what they stood behind, else on lines of their own. */
export const writeComments = (
  page: Page,
  tokens: readonly (SourceToken | Token)[] | undefined,
  indent: number | 'as written',
): void => {
  for (const token of tokens ?? []) {
    if (token.type === 'newline') page.gap += 1;
    if (token.type !== 'comment') continue;
    if (page.gap === 0 && (page.current ?? '').trim() !== '')
      page.current = `${page.current?.trimEnd()}  ${token.source.trimEnd()}`;
    else {
      startLine(page, indent === 'as written' ? indentByColumn(page, token.offset) : indent);
      write(page, token.source.trimEnd());
    }
    page.gap = 0;
  }
};

/** Gives the page as a text that ends with one line end. */
export const contentOf = (page: Page): string => {
  const text = [...page.lines, page.current ?? ''].join('\n');
  return `${page.sealed || page.verbatim ? text : text.trimEnd()}\n`;
};
