import type { Bundle, CaseEvent, Evaluation, Id, Moment } from '../../engine/contract/index.js';
import type { Expected, Scenario } from '../../generator/scenario/scenario.js';
import { differencesOf } from './difference.js';
import type { Mutant } from './mutant.js';
import { mutateRules } from './mutate-rules.js';

/** What evaluates: the engine's `evaluate`. The emitted rules of a changed bundle are not changed with it. */
export type Evaluate = (bundle: Bundle, events: CaseEvent[], options: { asOf: Moment }) => Evaluation;

/**
 * Takes a bundle and its scenarios; gives each change of one rule that makes none of them fail. The changes are those of
 * the criteria, unless others are given, such as those of what is said of time (`mutateCourse`).
 */
export const survivors = (
  bundle: Bundle,
  scenarios: Scenario[],
  evaluate: Evaluate,
  mutants: Mutant[] = mutateRules(bundle),
): Mutant[] => mutants.filter((mutant) => !isCaught(mutant, likeliest(mutant, scenarios), evaluate));

const isCaught = ({ bundle }: Mutant, scenarios: Scenario[], evaluate: Evaluate): boolean =>
  scenarios.some(({ events, expectations }) =>
    expectations.some(
      (expected) => differencesOf(bundle, expected, evaluate(bundle, events, { asOf: expected.asOf })).length > 0,
    ),
  );

/** The scenarios that name the changed rule come first: most changes are caught by one of them. */
const likeliest = ({ criterion }: Mutant, scenarios: Scenario[]): Scenario[] => {
  const names = (scenario: Scenario): boolean =>
    scenario.expectations.some((expected) => namesIn(expected).includes(criterion));
  return [...scenarios.filter(names), ...scenarios.filter((scenario) => !names(scenario))];
};

const namesIn = ({ criteria, reasons = [], overTime }: Expected): Id[] => [
  ...criteria.map(({ id }) => id),
  ...reasons,
  ...(overTime === undefined
    ? []
    : [
        ...overTime.facts.map(({ id }) => id),
        ...(overTime.open ?? []),
        ...overTime.recommendations.map(({ rule }) => rule),
        ...overTime.duties.map(({ duty }) => duty),
        ...overTime.steps.map(({ step }) => step),
      ]),
];
