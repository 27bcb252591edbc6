import { describe, expect, test } from 'vitest';
import { decide, evaluate } from '../../engine/index.js';
import { compile, describeProblems } from '../../generator/index.js';
import { readScenarios } from '../../generator/scenario/read-scenarios.js';
import { expectsSomething } from '../../generator/scenario/scenario.js';
import { definitionTexts, scenarioTexts } from '../bundle-files/definition-texts.js';
import { describeFailures } from './describe-results.js';
import { runScenario } from './run-scenarios.js';

/**
 * Takes the folder of a definition; registers a vitest test for each of its scenarios, named by its title, which fails
 * with what was expected, what was found and why, and is skipped where it expects nothing yet. A definition or a
 * scenario that cannot be read is one failing test.
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
      // One that expects nothing yet is told of below.
      const faults = read.problems.filter(({ code }) => code !== 'scenario/expects-nothing');
      if (faults.length > 0) expect.fail(describeProblems(faults, files));
    });
    for (const scenario of read.scenarios) {
      if (!expectsSomething(scenario)) {
        test(scenario.title, (context) => context.skip('It expects nothing yet.'));
        continue;
      }
      test(scenario.title, async () => {
        const result = await runScenario(bundle, scenario, decide);
        if (result.failures.length > 0) expect.fail(describeFailures(bundle, result));
      });
    }
  });
};
