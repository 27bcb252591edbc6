import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Bundle, Course } from '../../engine/contract/index.js';
import { evaluate } from '../../engine/index.js';
import { compile } from '../../generator/index.js';
import { readScenarios } from '../../generator/scenario/read-scenarios.js';
import { describeScenarios } from '../../runtime/scenario/describe-scenarios.js';
import { mutateCourse } from '../../runtime/scenario/mutate-course.js';
import { mutateDocuments } from '../../runtime/scenario/mutate-documents.js';
import { survivors } from '../../runtime/scenario/survivors.js';

const folder = 'examples/tollbeck-clear-road';
const textsIn = (path: string) =>
  readdirSync(path)
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => ({ file: join(path, name), content: readFileSync(join(path, name), 'utf8') }));
const definition = textsIn(folder);
const scenarios = textsIn(join(folder, 'scenarios'));

const built = compile(definition);
const compiled = (): Bundle => {
  const { bundle, problems } = built;
  if (!bundle) throw new Error(problems.map((problem) => problem.message).join('\n'));
  return bundle;
};
const overTime = (): Course => {
  const { course } = compiled();
  if (!course) throw new Error('Nothing is said of time.');
  return course;
};

describeScenarios(folder);

test('the court-ordered programme has no problems, not even warnings', () => {
  expect(compile(definition, { play: evaluate }).problems).toEqual([]);
}, 60_000);

test('were nothing settled, the two clauses that disagree about three absences would be shown with a witness', () => {
  const open = definition.map(({ file, content }) => ({ file, content: content.replace(/\nsettled:[\s\S]*$/, '\n') }));
  expect(compile(open, { play: evaluate }).problems.map(({ code, message }) => `${code} ${message}`)).toEqual([
    expect.stringMatching(/^rule\/contradicts .*3 sessions, all in a row.*TB-307.*TB-308/),
  ]);
}, 60_000);

test('three phases have three frequencies, and add up to the sessions of the whole', () => {
  const { sessions } = overTime();
  const phases = sessions?.phases ?? [];
  expect(phases.map(({ every }) => `${every?.each.n} ${every?.each.unit}`)).toEqual(['1 weeks', '1 weeks', '2 weeks']);
  expect(phases.map(({ every }) => every?.amount)).toEqual([2, 1, 1].map((n) => ({ kind: 'exactly', n })));
  // 6 and 12 and 6.
  expect(sessions?.total).toEqual({ kind: 'exactly', n: 24 });
});

test('every rule and duty of the court-ordered programme is held and denied by some scenario', () => {
  const { rules, duties } = overTime();
  const written = scenarios.map(({ content }) => content).join('\n');
  const isHeld = (id: string) => new RegExp(`\\b${id}: (?!none)`).test(written);
  const isDenied = (id: string) => new RegExp(`\\b${id}: (none|\\{[^}]*: none|lapsed)`).test(written);
  const wanted = [...rules.filter(({ effects }) => effects.length > 0), ...duties].map(({ id }) => id);
  expect(wanted.filter((id) => !isHeld(id))).toEqual([]);
  expect(wanted.filter((id) => !isDenied(id))).toEqual([]);
});

test('every law of time is held by scenarios that there are', () => {
  const titles = new Set(
    scenarios.flatMap(({ content }) => [...content.matchAll(/- title: (.*)$/gm)].map(([, t]) => t)),
  );
  const readme = readFileSync(join(folder, 'README.md'), 'utf8');
  const rows = [...readme.matchAll(/^\| \d+\. .*$/gm)].map(([row]) =>
    [...row.matchAll(/\*([^*]+)\*/g)].map(([, t]) => t),
  );
  expect(rows).toHaveLength(10);
  expect(rows.flat().filter((title) => !titles.has(title))).toEqual([]);
  expect(rows.every((row) => row.length > 0)).toBe(true);
});

test('a change of any number, option or comparison in who can come makes some scenario fail', () => {
  const bundle = compiled();
  const read = readScenarios(scenarios, bundle);
  expect(read.problems).toEqual([]);
  expect(survivors(bundle, read.scenarios, evaluate).map(({ criterion, change }) => `${criterion}: ${change}`)).toEqual(
    [],
  );
}, 180_000);

test('a change of any number, option, span or comparison of what is said of time makes some scenario fail', () => {
  const bundle = compiled();
  const read = readScenarios(scenarios, bundle);
  const changes = mutateCourse(bundle);
  expect(changes.length).toBeGreaterThan(150);
  expect(
    survivors(bundle, read.scenarios, evaluate, changes).map(({ criterion, change }) => `${criterion}: ${change}`),
  ).toEqual([]);
}, 600_000);

test('nobody in the court-ordered programme is real', () => {
  const all = [...definition, ...scenarios].map(({ content }) => content).join('\n');
  for (const [number] of all.matchAll(/\b0\d{4} ?\d{6}\b/g)) expect(number).toMatch(/^01632 960\d{3}$/);
  for (const [address] of all.matchAll(/\S+@\S+\w/g)) expect(address).toMatch(/\.example$/);
});

test('leaving out any heading, or anything that one shows, says, asks or attaches, makes some scenario fail', () => {
  const bundle = compiled();
  const changes = mutateDocuments(bundle);
  expect(changes.length).toBeGreaterThan(30);
  const survived = survivors(bundle, readScenarios(scenarios, bundle).scenarios, evaluate, changes);
  expect(survived.map(({ criterion, change }) => `${criterion}: ${change}`)).toEqual([]);
});
