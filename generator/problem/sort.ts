/** The order in which problems are told: by file, line and column; of one place, as they were found. */
import type { Problem } from './problem.js';

const byName = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Takes problems in any order and gives them in the order of a reader; what was given is left as it was. */
export const sortProblems = (problems: readonly Problem[]): Problem[] =>
  [...problems].sort((a, b) => byName(a.at.file, b.at.file) || a.at.line - b.at.line || a.at.column - b.at.column);
