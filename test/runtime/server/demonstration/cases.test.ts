/** What is shown of a definition: cases that differ, near today, with people who do not exist. */
import { expect, test } from 'vitest';
import { type CaseEvent, dayNumber } from '../../../../engine/contract/index.js';
import { evaluate } from '../../../../engine/index.js';
import { compile } from '../../../../generator/index.js';
import { readScenarios } from '../../../../generator/scenario/read-scenarios.js';
import { definitionTexts, scenarioTexts } from '../../../../runtime/bundle-files/definition-texts.js';
import { demonstrationCases } from '../../../../runtime/server/demonstration/cases.js';
import { withTexts } from '../../../../runtime/server/demonstration/texts.js';

const folder = 'examples/tollbeck-clear-road';
const { bundle } = compile(await definitionTexts(folder));
if (!bundle) throw new Error('The example does not compile.');
const { scenarios } = readScenarios(await scenarioTexts(folder), bundle);
const names = { staff: 'Sam Larkham', referrer: 'Jo Dunmore' };
// A Saturday.
const last = '2026-11-21';
const shown = demonstrationCases(bundle, scenarios, { last, names, from: 0 });
const { cases } = shown;

test('between them they stand in as many ways as a list should show', () => {
  expect(cases.length).toBeGreaterThanOrEqual(10);
  const stages = cases.map(({ events }) => evaluate(bundle, events, { asOf: last, outlook: false }).state);
  expect([...new Set(stages)]).toEqual(
    expect.arrayContaining(['on-programme', 'suspended', 'on-leave', 'completed', 'closed', 'declined', 'accepted']),
  );
});

test('nothing in them was recorded after the last day, and each begins in the year before it', () => {
  const days = cases.flatMap(({ events }) => events.map(({ recorded }) => recorded.slice(0, 10)));
  expect(days.filter((day) => day > last)).toEqual([]);
  const begun = cases.map(({ events }) => dayNumber(last) - dayNumber((events[0]?.happened ?? '').slice(0, 10)));
  expect(begun.filter((days) => days > 365)).toEqual([]);
});

test('every man has a name of his own, which stands in his form, and whoever acted is named', () => {
  expect(new Set(cases.map(({ name }) => name)).size).toBe(cases.length);
  for (const { name, events } of cases) expect(events[0]?.values['full-name']).toBe(name);
  const byStaff = cases.flatMap(({ events }) => events.filter(({ by }) => by.role === 'staff'));
  expect(new Set(byStaff.map(({ by }) => by.name))).toEqual(new Set(['Sam Larkham']));
});

test('the same definition on the same day gives the same cases', () => {
  expect(demonstrationCases(bundle, scenarios, { last, names, from: 0 })).toEqual(shown);
});

test('those who are on the programme sit in one group, on the day on which their sessions were', () => {
  const { group } = shown;
  const inIt = cases.filter(({ seatedFrom }) => seatedFrom !== undefined);
  expect(inIt.length).toBeGreaterThanOrEqual(3);
  const days = inIt.flatMap(({ events }) =>
    events.flatMap(({ session }) => (session?.group === group?.id ? [new Date(session?.on ?? '').getUTCDay()] : [])),
  );
  expect(new Set(days)).toEqual(new Set(group?.days));
});

test('what was owed long ago was done, so that hardly anything is late but what fell due in the last week', () => {
  const late = cases.flatMap(({ events }) =>
    (evaluate(bundle, events, { asOf: last, outlook: false }).duties ?? []).filter(({ state }) => state === 'missed'),
  );
  const longAgo = late.filter(({ due }) => (due ?? '') < '2026-11-14');
  expect(longAgo.length).toBeLessThan(cases.length);
});

test('what went out was written: where a scenario leaves the text of a document out, there is one', () => {
  const unwritten = (events: readonly CaseEvent[]): string[] =>
    (evaluate(bundle, events, { asOf: last, outlook: false }).irregular ?? [])
      .map(({ because }) => because)
      .filter((because) => because.includes('this had not been written'));
  expect(cases.flatMap(({ events }) => unwritten(events))).toEqual([]);
  const textless = cases
    .map(({ events }) => events.filter(({ what }) => !what?.endsWith('-written')))
    .find((events) => unwritten(events).length > 0);
  expect(textless).toBeDefined();
  expect(unwritten(withTexts(bundle, textless ?? []))).toEqual([]);
});
