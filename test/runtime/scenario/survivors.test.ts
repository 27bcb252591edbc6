import { expect, test } from 'vitest';
import { evaluate } from '../../../engine/index.js';
import { compile } from '../../../generator/index.js';
import { readScenarios } from '../../../generator/scenario/read-scenarios.js';
import { definitionTexts, scenarioTexts } from '../../../runtime/bundle-files/definition-texts.js';
import { findDefinitions } from '../../../runtime/definition/find-definitions.js';
import { mutateRules } from '../../../runtime/scenario/mutate-rules.js';
import { survivors } from '../../../runtime/scenario/survivors.js';
import { all, any, is, isNot, leaf } from '../../generator/emit/bundle-for-emit.js';
import { bundleForScenarios } from '../../generator/scenario/bundle-for-scenarios.js';
import { starts, scenarios as written } from '../cli/small-definition.js';
import { scenariosOf, smallBundle } from './bundle.js';

const changesOf = (test: (typeof bundleForScenarios.criteria)[number]['test']): string[] => {
  const [criterion] = bundleForScenarios.criteria;
  if (criterion === undefined) throw new Error('the bundle has criteria');
  const { decision: _nobodyConsulted, ...rest } = bundleForScenarios;
  const bundle = { ...rest, criteria: [{ ...criterion, test }] };
  return mutateRules(bundle).map(({ change }) => change.replace(/^“.*”: /, ''));
};

test('an option is taken away and each other one is added', () => {
  expect(changesOf(is('source', 'agency', 'court'))).toEqual([
    'with “not”',
    'is court',
    'is agency',
    'is agency or court or self',
  ]);
  expect(changesOf(isNot('source', 'self'))).toEqual(['without “not”', 'is self or agency', 'is self or court']);
});

test('a number is one less and one more, and a comparison takes its end in or leaves it out', () => {
  const compares = leaf({ kind: 'compares', fact: 'ric', comparison: 'at-least', to: 14 });
  expect(changesOf(compares)).toEqual(['with “not”', '13 instead of 14', '15 instead of 14', 'more-than']);
});

test('a day is the one before and the one after, a duration one shorter and one longer', () => {
  const dated = leaf({ kind: 'dated', fact: 'born', order: 'before', than: { day: '2008-03-01' } });
  expect(changesOf(dated)).toEqual(['with “not”', 'on-or-before', '2008-02-29', '2008-03-02']);
  const adult = bundleForScenarios.criteria[0]?.test;
  expect(adult && changesOf(adult)).toEqual(['with “not”', '17 years', '19 years', 'more-than']);
});

test('every part of a condition is changed in turn, but not what guards a question', () => {
  const guarded = all(is('proceedings', 'yes'), { ...is('source', 'self'), guard: true });
  expect(changesOf(guarded)).toHaveLength(3);
  expect(changesOf(any(is('proceedings', 'yes'), is('able', 'yes')))).toHaveLength(5);
});

test('scenarios that try each edge leave nothing alive', () => {
  const bundle = smallBundle();
  expect(survivors(bundle, scenariosOf(bundle, `${starts}\n${written}`), evaluate)).toEqual([]);
});

test('without the scenario at the edge, the changes that only it sees survive', () => {
  const bundle = smallBundle();
  const scenarios = scenariosOf(bundle, `${starts}\n${written}`).filter(({ title }) => !title.includes('birthday'));
  expect(
    survivors(bundle, scenarios, evaluate).map(({ criterion, change }) => [criterion, change.split('”: ')[1]]),
  ).toEqual([
    ['adult', '17 years'],
    ['adult', '19 years'],
    ['adult', 'more-than'],
  ]);
});

for (const folder of await findDefinitions('definitions')) {
  test(`changing any number or option in a rule of ${folder} makes some scenario fail`, async () => {
    const { bundle } = compile(await definitionTexts(folder));
    if (bundle === undefined) throw new Error(`${folder} cannot be built`);
    const { scenarios } = readScenarios(await scenarioTexts(folder), bundle);
    expect(survivors(bundle, scenarios, evaluate).map(({ criterion, change }) => `${criterion}: ${change}`)).toEqual(
      [],
    );
  });
}

test('what calls for consulting somebody is changed too', () => {
  const changes = mutateRules({ ...bundleForScenarios, criteria: [] }).map(
    ({ criterion, change }) => `${criterion}: ${change}`,
  );
  expect(changes).not.toEqual([]);
  expect(changes.every((change) => bundleForScenarios.people.some(({ id }) => change.startsWith(`${id}: `)))).toBe(
    true,
  );
});
