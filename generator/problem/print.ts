/** Problems as people and machines read them. */
import type { At } from '../../engine/contract/index.js';
import { decode } from '../load/decode.js';
import { type Lines, linesOf } from '../load/lines.js';
import type { Text } from '../load/node.js';
import { frameOf, type Ink } from './frame.js';
import type { Problem, Severity } from './problem.js';
import { sortProblems } from './sort.js';

const ansi =
  (code: string, on: boolean) =>
  (text: string): string =>
    on ? `\u001b[${code}m${text}\u001b[0m` : text;

const inkFor = (severity: Severity, colour: boolean): Ink & { name: (text: string) => string } => ({
  quiet: ansi('2', colour),
  caret: ansi(severity === 'error' ? '31' : '33', colour),
  name: ansi(severity === 'error' ? '1;31' : '1;33', colour),
});

/** A file's name may hold anything; a line of ours stays one line. */
const oneLine = (text: string): string => text.replace(/\p{Cc}/gu, '·');

const placeOf = ({ file, line, column }: At): string => `${oneLine(file)}:${line}:${column}`;

const count = (n: number, word: string): string => `${n} ${word}${n === 1 ? '' : 's'}`;

const closing = (problems: readonly Problem[]): string => {
  const errors = problems.filter((problem) => problem.severity === 'error').length;
  const warnings = problems.length - errors;
  if (problems.length === 0) return 'No problems.';
  return `${[errors > 0 ? count(errors, 'error') : '', warnings > 0 ? count(warnings, 'warning') : ''].filter(Boolean).join(', ')}.`;
};

/** Reads each file once, and only the files that a problem names. */
const reader = (texts: readonly Text[]): ((file: string) => Lines | undefined) => {
  const read = new Map<string, Lines>();
  return (file) => {
    const known = read.get(file);
    if (known) return known;
    const text = texts.find((candidate) => candidate.file === file);
    if (!text) return undefined;
    const lines = linesOf(file, decode(text).text);
    read.set(file, lines);
    return lines;
  };
};

const describe = (problem: Problem, linesOfFile: (file: string) => Lines | undefined, colour: boolean): string[] => {
  const ink = inkFor(problem.severity, colour);
  const frame = (at: At): string[] => {
    const lines = linesOfFile(at.file);
    return lines ? frameOf(lines, at, ink) : [];
  };
  return [
    `${placeOf(problem.at)}  ${ink.name(problem.severity)}  ${problem.code}`,
    ...frame(problem.at),
    problem.message,
    problem.advice,
    ...(problem.related ?? []).flatMap(({ at, message }) => [
      `  ${placeOf(at)}  ${message}`,
      ...frame(at).map((line) => `  ${line}`),
    ]),
  ].filter((line) => line !== '');
};

/**
 * Takes problems and the files they are about; gives the printed form, in the order of the files: the place, the line
 * with carets, what is wrong, what to write, and how many there are. ANSI colours only if asked for.
 */
export const describeProblems = (
  problems: readonly Problem[],
  texts: readonly Text[],
  { colour = false }: { colour?: boolean } = {},
): string => {
  const linesOfFile = reader(texts);
  const blocks = sortProblems(problems).map((problem) => describe(problem, linesOfFile, colour).join('\n'));
  return `${[...blocks, closing(problems)].join('\n\n')}\n`;
};

/** Takes problems and gives them as JSON, in the order of the files, for an editor or another program. */
export const problemsToJson = (problems: readonly Problem[]): string =>
  `${JSON.stringify({ problems: sortProblems(problems) }, null, 2)}\n`;
