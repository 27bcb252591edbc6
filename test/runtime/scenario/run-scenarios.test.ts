import { expect, test } from 'vitest';
import { decide } from '../../../engine/index.js';
import { uncovered } from '../../../runtime/scenario/coverage.js';
import { describeAsJunit, describeFailures, describeResults } from '../../../runtime/scenario/describe-results.js';
import { runScenarios } from '../../../runtime/scenario/run-scenarios.js';
import { starts, scenarios as written } from '../cli/small-definition.js';
import { scenariosOf, smallBundle } from './bundle.js';

const bundle = smallBundle();
const all = scenariosOf(bundle, `${starts}\n${written}`);
const expecting = (expectation: string) =>
  scenariosOf(bundle, `${starts}\nscenarios: [{ title: A., start: a-man, expect: ${expectation} }]`);

test('scenarios that are as expected have no failures', async () => {
  const results = await runScenarios(bundle, all, decide);
  expect(results.map(({ failures }) => failures)).toEqual([[], [], [], []]);
  expect(uncovered(bundle, results)).toEqual([]);
});

/** Each part of an expectation, wrong. */
const wrong: Record<string, [expectation: string, expected: string, found: string]> = {
  decision: ['{ decision: excluded, because: x }', 'excluded', 'eligible'],
  adult: ['{ criteria: { adult: unknown }, because: x }', 'unknown', 'met'],
  missing: ['{ missing: [born], because: x }', 'born', 'nothing'],
  reasons: ['{ reasons: [adult], because: x }', 'adult', 'adult, willing'],
};
for (const [of, [expectation, expected, found]] of Object.entries(wrong)) {
  test(`a wrong expectation of ${of} is one difference, and says what was found`, async () => {
    const [result] = await runScenarios(bundle, expecting(expectation), decide);
    expect(result?.failures[0]?.differences).toMatchObject([{ of, expected, found }]);
  });
}

test('lists may be in any order', async () => {
  const [result] = await runScenarios(bundle, expecting('{ reasons: [willing, adult], because: x }'), decide);
  expect(result?.failures).toEqual([]);
});

test('a refusal to decide is a failure, with its reason', async () => {
  const refusing = async () => ({ decided: false as const, because: 'The rules disagree.', differences: [] });
  const [result] = await runScenarios(bundle, expecting('{ decision: eligible, because: x }'), refusing);
  expect(result?.failures).toMatchObject([{ refused: 'The rules disagree.', differences: [] }]);
  const said = result ? describeFailures(bundle, result) : '';
  expect(said).toContain('Nothing was decided. The rules disagree.');
});

test('an altered bundle decides nothing, so that no scenario can pass on it', async () => {
  const altered = { ...bundle, criteria: bundle.criteria.slice(1) };
  const [result] = await runScenarios(altered, expecting('{ decision: eligible, because: x }'), decide);
  expect(result?.failures).toHaveLength(1);
});

test('what no scenario brings about is listed by criterion', async () => {
  const results = await runScenarios(bundle, expecting('{ decision: eligible, because: x }'), decide);
  const never = uncovered(bundle, results);
  expect(never).toEqual([
    { criterion: 'adult', never: ['not-met', 'unknown'] },
    { criterion: 'willing', never: ['not-met', 'unknown'] },
    { criterion: 'barred-from-coming', never: ['met', 'unknown'] },
  ]);
  expect(describeResults(bundle, results, never)).toContain('  barred-from-coming: met, unknown\n');
});

test('a JUnit report holds no letter that XML has not', async () => {
  const results = await runScenarios(bundle, expecting('{ decision: excluded, because: x }'), decide);
  const [first] = results;
  if (first === undefined) throw new Error('there is one result');
  const odd = { ...first, scenario: { ...first.scenario, title: 'A\u0000 <b> & "c"' } };
  expect(describeAsJunit([{ name: 'x', bundle, results: [odd] }])).toContain('name="A· &lt;b&gt; &amp; &quot;c&quot;"');
});
