import type { At } from '../../../engine/contract/index.js';
import type { Text } from '../../../generator/load/node.js';
import type { Problem } from '../../../generator/problem/problem.js';

export interface CodeLine {
  number: number;
  before: string;
  /** The part that the problem is about; empty on the lines around it. */
  here: string;
  after: string;
}
export interface ShownPlace {
  where: string;
  message: string;
}
export interface ShownProblem {
  key: string;
  severity: 'error' | 'warning';
  word: string;
  where: string;
  message: string;
  advice: string;
  lines: CodeLine[];
  related: ShownPlace[];
}
export interface ProblemsPresenter {
  errors: ShownProblem[];
  warnings: ShownProblem[];
  /** Said where pages show an older edition because of a mistake. */
  stale?: string;
}

/** Problems of one kind that a page shows at most; the rest are counted. */
const atMost = 50;
const widest = 400;

const linesOf = (text: Text | undefined): string[] => {
  if (!text) return [];
  const content = typeof text.content === 'string' ? text.content : Buffer.from(text.content).toString('utf8');
  return content.split(/\r\n|\r|\n/);
};

const cut = (line: string): string => (line.length > widest ? `${line.slice(0, widest)} …` : line);

const codeLine = (line: string, number: number, at: At): CodeLine => {
  if (number !== at.line) return { number, before: cut(line), here: '', after: '' };
  const start = Math.min(at.column - 1, line.length);
  const end = at.endLine === at.line ? Math.min(Math.max(at.endColumn - 1, start + 1), line.length) : line.length;
  return { number, before: cut(line.slice(0, start)), here: cut(line.slice(start, end)), after: cut(line.slice(end)) };
};

/** The line of a problem with two before it, as in the printed form. */
const frameOf = (at: At, lines: string[]): CodeLine[] => {
  if (at.line > lines.length) return [];
  const first = Math.max(1, at.line - 2);
  return lines.slice(first - 1, at.line).map((line, index) => codeLine(line, first + index, at));
};

const whereOf = (at: At): string => `${at.file}, line ${at.line}`;

const shown = (problem: Problem, index: number, texts: Text[]): ShownProblem => ({
  key: `${index}-${problem.code}`,
  severity: problem.severity,
  word: problem.severity === 'error' ? 'Mistake' : 'Worth a look',
  where: whereOf(problem.at),
  message: problem.message,
  advice: problem.advice,
  lines: frameOf(problem.at, linesOf(texts.find((text) => text.file === problem.at.file))),
  related: (problem.related ?? []).map((place) => ({ where: whereOf(place.at), message: place.message })),
});

/** Problems as a page shows them: mistakes apart from warnings, each with its line and the lines before it. */
export const presentProblems = (problems: Problem[], texts: Text[], stale: boolean): ProblemsPresenter => {
  const of = (severity: Problem['severity']): ShownProblem[] =>
    problems
      .filter((problem) => problem.severity === severity)
      .slice(0, atMost)
      .map((problem, index) => shown(problem, index, texts));
  return {
    errors: of('error'),
    warnings: of('warning'),
    ...(stale
      ? { stale: 'The definition holds a mistake. Until it is mended, the pages show it as it was before that.' }
      : {}),
  };
};
