import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Bundle } from '../../engine/contract/index.js';
import { factKinds } from '../../engine/contract/index.js';
import { evaluate } from '../../engine/index.js';
import { compile } from '../../generator/index.js';
import { readScenarios } from '../../generator/scenario/read-scenarios.js';
import { describeScenarios } from '../../runtime/scenario/describe-scenarios.js';
import { survivors } from '../../runtime/scenario/survivors.js';

const folder = 'examples/riverside-parenting';
const textsIn = (path: string) =>
  readdirSync(path)
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => ({ file: join(path, name), content: readFileSync(join(path, name), 'utf8') }));
const definition = textsIn(folder);
const scenarios = textsIn(join(folder, 'scenarios'));
const written = definition.map(({ content }) => content).join('\n');

const built = compile(definition);
const compiled = (): Bundle => {
  const { bundle, problems } = built;
  if (!bundle) throw new Error(problems.map((problem) => problem.message).join('\n'));
  return bundle;
};

/** The clauses that something answers to: a clause by itself does not count. */
const cited = ({ map, programme, decision, expects, background, settled }: Bundle): Set<string> =>
  new Set([
    ...Object.entries(map).flatMap(([id, { clauses }]) => (id.startsWith('clauses/') ? [] : clauses)),
    ...programme.origin.clauses,
    ...(decision?.origin.clauses ?? []),
    ...expects.flatMap(({ origin }) => origin.clauses),
    ...background,
    ...settled.flatMap(({ between }) => between),
  ]);

describeScenarios(folder);

test('the example has no problems, not even warnings', () => {
  expect(compile(definition).problems).toEqual([]);
});

test('every kind of question occurs in the example', () => {
  const kinds = new Set(compiled().facts.map(({ kind }) => kind));
  expect(factKinds.filter((kind) => !kinds.has(kind))).toEqual([]);
});

test('every kind of criterion occurs in the example', () => {
  const { criteria } = compiled();
  expect(new Set(criteria.map(({ kind }) => kind))).toEqual(new Set(['fact', 'judgement', 'consent', 'document']));
  expect(new Set(criteria.map(({ role }) => role))).toEqual(new Set(['requires', 'excludes', 'weighs-against']));
  expect(criteria.filter(({ decides }) => !decides).map(({ id }) => id)).toEqual(['treated-already']);
});

test('every form of sentence occurs in the example', () => {
  const forms = [
    /is yes$/m,
    /is steady or shaky,/m,
    /is not on-the-street or unsafe/m,
    /is applicable,/m,
    /is no or not applicable$/m,
    /is not applicable$/m,
    /is 0,/m,
    /is at least 12,/m,
    /is not more than 14,/m,
    /is less than 2,/m,
    /is between 3 and 12,/m,
    /is severe$/m,
    /is before application-date$/m,
    /is after treatment-started$/m,
    /is on or before \d{4}-\d{2}-\d{2}$/m,
    /is on or after \d+ January \d{4}$/m,
    /is not on 14 March 2026$/m,
    /is at least 18 years before application-date$/m,
    /is at most 6 months before today,/m,
    /is more than 2 years before/m,
    /is less than 5 years before/m,
    /is at most 3 weeks after/m,
    /is at least 3 days before 11 May 2026$/m,
    /is answered,/m,
    /is met$/m,
    /is not met$/m,
  ];
  expect(forms.filter((form) => !form.test(written))).toEqual([]);
});

test('every way of joining conditions occurs in the example', () => {
  const joins = ['all-of', 'any-of', 'none-of', 'any-entry-of', 'every-entry-of', 'no-entry-of'];
  expect(joins.filter((join) => !written.includes(`${join}:`))).toEqual([]);
});

test('every criterion that decides is held, failed and left unknown by some scenario', () => {
  const expected = scenarios.flatMap(({ content }) => [...content.matchAll(/([a-z-]+): (met|not-met|unknown)\b/g)]);
  const verdicts = new Set(expected.map(([, id, verdict]) => `${id} ${verdict}`));
  const wanted = compiled()
    .criteria.filter(({ decides }) => decides)
    .flatMap(({ id }) => ['met', 'not-met', 'unknown'].map((verdict) => `${id} ${verdict}`));
  // "Is answered" is unknown until it is met, so that an arranged talk is never known not to be.
  expect(wanted.filter((each) => !verdicts.has(each))).toEqual(['talk-arranged not-met']);
});

test('a change of any number, option or comparison in a rule makes some scenario fail', () => {
  const bundle = compiled();
  const read = readScenarios(scenarios, bundle);
  expect(read.problems).toEqual([]);
  const survived = survivors(bundle, read.scenarios, evaluate);
  expect(survived.map(({ criterion, change }) => `${criterion}: ${change}`)).toEqual([]);
}, 180_000);

test('every clause of the example is answered to by something', () => {
  const bundle = compiled();
  const found = cited(bundle);
  expect(bundle.clauses.map(({ id }) => id).filter((id) => !found.has(id))).toEqual([]);
});

test('nobody in the example is real', () => {
  const all = [...definition, ...scenarios].map(({ content }) => content).join('\n');
  for (const [number] of all.matchAll(/\b0\d{4} ?\d{6}\b/g)) expect(number).toMatch(/^01632 960\d{3}$/);
  for (const [address] of all.matchAll(/\S+@\S+\w/g)) expect(address).toMatch(/\.example$/);
});
