import type { Bundle, Condition, Id } from '../../engine/contract/index.js';
import { type CourseNever, uncoveredOverTime, unseenDocuments } from './over-time/coverage.js';
import type { ScenarioResult } from './run-scenarios.js';

/** A criterion, or what is declared over time, and how it never came out. */
export interface Uncovered {
  criterion: Id;
  never: ('met' | 'not-met' | 'unknown' | CourseNever)[];
}

const verdicts = ['met', 'not-met', 'unknown'] as const;

/** Whether a condition can come out false: "is answered" is not known until it is, and never false. */
const canBeFalse = (condition: Condition): boolean => {
  if (condition.kind === 'all') return condition.of.some(canBeFalse);
  if (condition.kind === 'any') return condition.of.every(canBeFalse);
  return condition.kind !== 'answered' || condition.negated;
};

/**
 * Takes the results of all scenarios; gives the criteria that none of them brought to met, to not met or to unknown, and
 * the rules, duties, steps and returns that none of them saw apply, or saw not apply; and the documents that none looks at.
 */
export const uncovered = (bundle: Bundle, results: ScenarioResult[]): Uncovered[] => {
  const had = new Set(
    results.flatMap(({ evaluations }) =>
      evaluations.flatMap(({ criteria }) => criteria.map(({ id, verdict }) => `${id} ${verdict}`)),
    ),
  );
  const ofCriteria = bundle.criteria.flatMap((criterion) => {
    const { id } = criterion;
    const possible = verdicts.filter((verdict) => verdict !== 'not-met' || canBeFalse(criterion.test));
    const never = possible.filter((verdict) => !had.has(`${id} ${verdict}`));
    return never.length === 0 ? [] : [{ criterion: id, never }];
  });
  return [
    ...ofCriteria,
    ...uncoveredOverTime(
      bundle,
      results.flatMap(({ evaluations }) => evaluations),
    ),
    ...unseenDocuments(
      bundle,
      results.flatMap(({ scenario }) => scenario.expectations),
    ),
  ];
};
