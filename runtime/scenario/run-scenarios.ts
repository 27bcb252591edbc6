import type { Bundle, CaseEvent, Decided, Evaluation, Moment } from '../../engine/contract/index.js';
import type { Expected, Scenario } from '../../generator/scenario/scenario.js';
import { allDifferences, type Difference } from './difference.js';
import { looksAhead } from './looks-ahead.js';

/** What decides: the engine's `decide`, or a planted one. */
export type Decide = (
  bundle: Bundle,
  events: CaseEvent[],
  options: { asOf: Moment; outlook: boolean },
) => Promise<Decided>;

/** An expectation that was not met, or one that could not be decided at all. */
export interface Failure {
  expected: Expected;
  differences: Difference[];
  /** Why nothing was decided. */
  refused?: string;
}
export interface ScenarioResult {
  scenario: Scenario;
  failures: Failure[];
  /** What was found at each expectation. */
  evaluations: Evaluation[];
}

/**
 * Takes a bundle and scenarios; decides each at the times it names and gives what differs. Order is kept. What comes next
 * is worked out only where something is expected of it.
 */
export const runScenarios = async (
  bundle: Bundle,
  scenarios: Scenario[],
  decide: Decide,
): Promise<ScenarioResult[]> => {
  const results: ScenarioResult[] = [];
  for (const scenario of scenarios) results.push(await runScenario(bundle, scenario, decide));
  return results;
};

/** The same for one scenario. A time at which nothing is expected yet is passed over: it would exercise rules unchecked. */
export const runScenario = async (bundle: Bundle, scenario: Scenario, decide: Decide): Promise<ScenarioResult> => {
  const failures: Failure[] = [];
  const evaluations: Evaluation[] = [];
  for (const expected of scenario.expectations.filter(({ nothing }) => nothing !== true)) {
    const decided = await decide(bundle, scenario.events, { asOf: expected.asOf, outlook: looksAhead(expected) });
    if (!decided.decided) {
      failures.push({ expected, differences: [], refused: decided.because });
      continue;
    }
    evaluations.push(decided.evaluation);
    const differences = allDifferences(bundle, expected, decided.evaluation, scenario.events);
    if (differences.length > 0) failures.push({ expected, differences });
  }
  return { scenario, failures, evaluations };
};
