/** Each law of time, broken on purpose in one module of the engine, is seen by a scenario of that law. */
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { evaluate as Evaluate } from '../../../engine/index.js';
import { decide } from '../../../engine/index.js';
import { type Decide, runScenarios, type ScenarioResult } from '../../../runtime/scenario/run-scenarios.js';
import { faults } from './broken-laws.js';
import { lawsOfTime } from './laws-of-time.js';

const { bundle, scenarios } = lawsOfTime();
const laws = Array.from({ length: 10 }, (_, n) => n + 1);

const failing = (results: readonly ScenarioResult[]): string[] =>
  results.flatMap(({ scenario, failures }) =>
    failures.map(
      ({ expected, differences, refused }) =>
        `${scenario.title} ${expected.asOf}: ${refused ?? differences.map((each) => `${each.of} ${each.expected}, found ${each.found}`).join('; ')}`,
    ),
  );

/** The confirmation on a rules engine has no part in this, nor has what comes next. */
const deciding =
  (evaluate: typeof Evaluate): Decide =>
  async (of, events, { asOf }) => ({ decided: true, evaluation: evaluate(of, events, { asOf, outlook: false }) });

describe('unbroken', () => {
  test.each(laws)('law %i has two histories at least, and they come out as they say', async (law) => {
    const histories = scenarios.get(law) ?? [];
    expect(histories.length).toBeGreaterThan(1);
    expect(failing(await runScenarios(bundle, histories, decide))).toEqual([]);
  });
});

describe('broken', () => {
  afterEach(() => {
    vi.doUnmock(planted);
    vi.resetModules();
  });
  let planted = '';

  test.each(faults)('law $law is broken where $fault', async ({ law, module, plant }) => {
    planted = module;
    vi.resetModules();
    vi.doMock(module, async (original) => {
      const real = await original<object>();
      return { ...real, ...plant(real) };
    });
    const { evaluate } = await import('../../../engine/index.js');
    const results = await runScenarios(bundle, scenarios.get(law) ?? [], deciding(evaluate));
    expect(failing(results)).not.toEqual([]);
  });

  test('every law has a fault', () => {
    expect([...new Set(faults.map(({ law }) => law))].sort((a, b) => a - b)).toEqual(laws);
  });
});
