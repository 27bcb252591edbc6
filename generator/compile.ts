/** The whole pipeline on one screen: texts, a tree, a definition as written, as checked, as lowered, the bundle. */
import { digestOf } from '../engine/contract/digest.js';
import type { Bundle } from '../engine/contract/index.js';
import { check } from './check/check.js';
import { checkCourse } from './check/course/checks.js';
import { withConflicts } from './check/course/conflicts.js';
import type { Play } from './check/course/histories.js';
import { checkHolds } from './check/holds.js';
import { checkFlow } from './check/information/flow.js';
import type { Resolved } from './check/resolve.js';
import { toJsonRules } from './emit/to-json-rules.js';
import { readDefinition } from './language/read-definition.js';
import type { Text } from './load/node.js';
import { loadTexts, mergeSections } from './load/texts.js';
import { expander } from './lower/expand.js';
import { hers } from './lower/information/sight.js';
import { lower } from './lower/lower.js';
import type { Problem } from './problem/problem.js';
import { sortProblems } from './problem/sort.js';
import { checkNumbers } from './trace/check-numbers.js';
import { checkTrace } from './trace/check-trace.js';

export interface Compiled {
  /** Present when no problem is an error. */
  bundle?: Bundle;
  problems: Problem[];
}

const failed = (problems: Problem[]): boolean => problems.some((problem) => problem.severity === 'error');

/**
 * Takes all the texts of one definition; gives its bundle, or every problem of the pass at which it stopped. With how to
 * play a case, short histories are tried out for rules that contradict each other.
 */
export const compile = (texts: Text[], { play }: { play?: Play } = {}): Compiled => {
  const { files, problems: ofFiles } = loadTexts(texts);
  const { root, problems: ofSections } = mergeSections(files);
  const problems = [...ofFiles, ...ofSections];
  const stopped = (): Compiled => ({ problems: sortProblems(problems) });
  if (!root || failed(problems)) return stopped();

  const read = readDefinition(root);
  problems.push(...read.problems);
  if (!read.definition) return stopped();

  const checked = check(read.definition, !failed(read.problems));
  problems.push(...checked.problems);
  if (failed(problems)) return stopped();

  const report = (problem: Problem): void => void problems.push(problem);
  const resolved = (written: Parameters<typeof checked.resolve>[0]) => checked.resolve(written) as Resolved;
  const expand = expander(checked.declarations, resolved, report);
  const { core, labels } = lower(
    checked.definition,
    checked.declarations,
    checked.asked,
    expand,
    checked.clauses,
    checked.course,
  );
  if (failed(problems)) return stopped();

  checkHolds(core.criteria, core.facts, report);
  checkTrace(core, report);
  checkNumbers(core, report);
  if (core.course && checked.course)
    checkCourse({ ...checked, course: core.course, report }, checked.course, core.clauses, labels.paths.get(hers));
  checkFlow({ ...checked, core, labels, report });
  if (failed(problems)) return stopped();

  const emitted = { ...core, rules: toJsonRules(core) };
  const bundle = withConflicts(emitted, play, report);
  return { bundle: { ...bundle, digest: digestOf(bundle) }, problems: sortProblems(problems) };
};
