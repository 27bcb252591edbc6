import { describe, expect, test } from 'vitest';
import { decide, evaluate } from '../../engine/index.js';
import { compile, describeProblems } from '../../generator/index.js';
import { readScenarios } from '../../generator/scenario/read-scenarios.js';
import { definitionTexts, scenarioTexts } from '../bundle-files/definition-texts.js';
import { describeFailures } from './describe-results.js';
import { runScenario } from './run-scenarios.js';

/**
 * Takes the folder of a definition; registers a vitest test for each of its scenarios, named by its title, which fails
 * with what was expected, what was found and why. A definition or a scenario that cannot be read is one failing test.
 */
export const describeScenarios = (folder: string): void => {
  describe(`scenarios of ${folder}`, async () => {
    const texts = await definitionTexts(folder);
    const { bundle, problems } = compile(texts, { play: evaluate });
    if (bundle === undefined) {
      test('the definition can be built', () => {
        expect.fail(describeProblems(problems, texts));
      });
      return;
    }
    const files = await scenarioTexts(folder);
    const read = readScenarios(files, bundle);
    test('every scenario can be read', () => {
      if (read.problems.length > 0) expect.fail(describeProblems(read.problems, files));
    });
    for (const scenario of read.scenarios) {
      test(scenario.title, async () => {
        const result = await runScenario(bundle, scenario, decide);
        if (result.failures.length > 0) expect.fail(describeFailures(bundle, result));
      });
    }
  });
};
