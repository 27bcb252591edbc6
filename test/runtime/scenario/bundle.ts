import type { Bundle } from '../../../engine/index.js';
import { compile } from '../../../generator/index.js';
import { readScenarios } from '../../../generator/scenario/read-scenarios.js';
import type { Scenario } from '../../../generator/scenario/scenario.js';
import { programme } from '../cli/small-definition.js';

/** The small definition, built. */
export const smallBundle = (content = programme): Bundle => {
  const { bundle, problems } = compile([{ file: 'programme.yaml', content }]);
  if (bundle === undefined) throw new Error(problems.map(({ message }) => message).join('\n'));
  return bundle;
};

/** Scenarios as they are written. */
export const scenariosOf = (bundle: Bundle, content: string): Scenario[] => {
  const { scenarios, problems } = readScenarios([{ file: 'scenarios.yaml', content }], bundle);
  if (problems.length > 0) throw new Error(problems.map(({ message }) => message).join('\n'));
  return scenarios;
};
