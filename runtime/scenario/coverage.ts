import type { Bundle, Id } from '../../engine/contract/index.js';
import type { ScenarioResult } from './run-scenarios.js';

/** A criterion, and the verdicts that it never had. */
export interface Uncovered {
  criterion: Id;
  never: ('met' | 'not-met' | 'unknown')[];
}

const verdicts = ['met', 'not-met', 'unknown'] as const;

/** Takes the results of all scenarios; gives the criteria that none of them brought to met, to not met or to unknown. */
export const uncovered = (bundle: Bundle, results: ScenarioResult[]): Uncovered[] => {
  const had = new Set(
    results.flatMap(({ evaluations }) =>
      evaluations.flatMap(({ criteria }) => criteria.map(({ id, verdict }) => `${id} ${verdict}`)),
    ),
  );
  return bundle.criteria.flatMap(({ id }) => {
    const never = verdicts.filter((verdict) => !had.has(`${id} ${verdict}`));
    return never.length === 0 ? [] : [{ criterion: id, never }];
  });
};
