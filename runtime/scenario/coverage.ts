import type { Bundle, Criterion, Id } from '../../engine/contract/index.js';
import { leavesOf } from '../../engine/contract/regions.js';
import type { ScenarioResult } from './run-scenarios.js';

/** A criterion, and the verdicts that it never had. */
export interface Uncovered {
  criterion: Id;
  never: ('met' | 'not-met' | 'unknown')[];
}

const verdicts = ['met', 'not-met', 'unknown'] as const;

/** What is only asked to be answered is not known until it is: it is never not met. */
const canFail = ({ test, applies }: Criterion): boolean =>
  applies !== undefined || leavesOf(test).some((leaf) => leaf.kind !== 'answered');

/** Takes the results of all scenarios; gives the criteria that none of them brought to met, to not met or to unknown. */
export const uncovered = (bundle: Bundle, results: ScenarioResult[]): Uncovered[] => {
  const had = new Set(
    results.flatMap(({ evaluations }) =>
      evaluations.flatMap(({ criteria }) => criteria.map(({ id, verdict }) => `${id} ${verdict}`)),
    ),
  );
  return bundle.criteria.flatMap((criterion) => {
    const { id } = criterion;
    const possible = verdicts.filter((verdict) => verdict !== 'not-met' || canFail(criterion));
    const never = possible.filter((verdict) => !had.has(`${id} ${verdict}`));
    return never.length === 0 ? [] : [{ criterion: id, never }];
  });
};
