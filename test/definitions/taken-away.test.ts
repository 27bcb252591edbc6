/** What implements a clause that has to be acted upon is taken away, one at a time: some scenario notices. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Bundle } from '../../engine/contract/index.js';
import { evaluate } from '../../engine/index.js';
import { compile, traceOf } from '../../generator/index.js';
import { readScenarios } from '../../generator/scenario/read-scenarios.js';
import { survivors } from '../../runtime/scenario/survivors.js';
import { takeAway, takenAway } from '../../runtime/scenario/take-away.js';

const textsIn = (path: string) =>
  readdirSync(path)
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => ({ file: join(path, name), content: readFileSync(join(path, name), 'utf8') }));

const bundleOf = (folder: string): Bundle => {
  const { bundle, problems } = compile(textsIn(folder));
  if (!bundle) throw new Error(problems.map(({ message }) => message).join('\n'));
  return bundle;
};

// The clauses of force must or should about eligibility, exclusion, attendance, closure, suspension, a timescale, a report,
// partner contact, capacity or appeal, but for one of Riverside's that a settlement puts out of force.
const bound: [folder: string, clauses: number][] = [
  ['definitions/harbour', 31],
  ['definitions/my-time', 25],
  ['examples/tollbeck-clear-road', 22],
  ['examples/riverside-parenting', 26],
];

test.each(bound)('every clause of %s is answered to, and each of %i that has to be acted upon is', (folder, count) => {
  const trace = traceOf(bundleOf(folder));
  expect(trace.filter(({ state }) => state === 'none').map(({ clause }) => clause)).toEqual([]);
  const acting = trace.filter(({ mustAct }) => mustAct);
  expect(acting.filter(({ state }) => state !== 'done').map(({ clause }) => clause)).toEqual([]);
  expect(acting.length).toBeGreaterThanOrEqual(count);
});

test.each(bound)(
  'what implements any clause of %s cannot be taken away without a scenario that fails',
  (folder, count) => {
    const bundle = bundleOf(folder);
    const { scenarios, problems } = readScenarios(textsIn(join(folder, 'scenarios')), bundle);
    expect(problems).toEqual([]);
    const taken = takenAway(bundle);
    expect(taken.length).toBeGreaterThanOrEqual(count);
    expect(survivors(bundle, scenarios, evaluate, taken).map(({ change }) => change)).toEqual([]);
  },
  600_000,
);

test('with nothing taken away no scenario fails, so that it is what is missing that is noticed', () => {
  const folder = 'definitions/my-time';
  const bundle = bundleOf(folder);
  const { scenarios } = readScenarios(textsIn(join(folder, 'scenarios')), bundle);
  const same = { criterion: 'adult', change: 'nothing', bundle: takeAway(bundle, []) };
  expect(survivors(bundle, scenarios, evaluate, [same])).toEqual([same]);
}, 600_000);

test('what is taken away takes with it what counts it, what opens with that, and what waits for it', () => {
  const bundle = bundleOf('definitions/my-time');
  const without = takeAway(bundle, ['missed-in-a-row']);
  const lost = (of: 'derived' | 'rules' | 'duties'): string[] => {
    const kept = new Set((without.course?.[of] ?? []).map(({ id }) => id));
    return (bundle.course?.[of] ?? []).map(({ id }) => id).filter((id) => !kept.has(id));
  };
  // The rule counts missed sessions; the duty to refer him back comes after a closure, and stays.
  expect([lost('derived'), lost('rules'), lost('duties')]).toEqual([
    ['missed-in-a-row'],
    ['two-missed-without-contact'],
    [],
  ]);
});

test('a report that is taken away is neither due nor possible, and a heading leaves the others', () => {
  const bundle = bundleOf('definitions/my-time');
  const without = takeAway(bundle, ['documents/mid-way']);
  expect(without.documents?.map(({ id }) => id)).not.toContain('mid-way');
  const brought = ({ course }: Bundle): string[] =>
    (course?.happenings ?? [])
      .filter(({ source, id }) => source === 'report' && id.startsWith('mid-way-'))
      .map(({ id }) => id);
  expect(brought(bundle)).toContain('mid-way-issued');
  expect(brought(without)).toEqual([]);
  // The duty to issue it, which has nothing left to do.
  expect(without.course?.duties.map(({ id }) => id)).not.toContain('mid-way-report');
  const headings = (of: Bundle): string[] =>
    of.documents?.find(({ id }) => id === 'mid-way')?.headings.map(({ id }) => id) ?? [];
  const [first = '', ...others] = headings(bundle);
  expect(headings(takeAway(bundle, [`documents/mid-way/${first}`]))).toEqual(others);
});
