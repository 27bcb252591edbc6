import { expect, test } from 'vitest';
import { type Bundle, decide, evaluate } from '../../../engine/index.js';
import { compile, describeProblems } from '../../../generator/index.js';
import { readScenarios } from '../../../generator/scenario/read-scenarios.js';
import type { Scenario } from '../../../generator/scenario/scenario.js';
import { uncovered } from '../../../runtime/scenario/coverage.js';
import { describeFailures, describeResults } from '../../../runtime/scenario/describe-results.js';
import { mutateDocuments } from '../../../runtime/scenario/mutate-documents.js';
import { runScenarios } from '../../../runtime/scenario/run-scenarios.js';
import { survivors } from '../../../runtime/scenario/survivors.js';
import { clauses, programme, theCase } from '../documents/reporting-programme.js';

const compiled = (): Bundle => {
  const texts = [
    { file: 'programme.yaml', content: programme },
    { file: 'clauses.yaml', content: clauses },
  ];
  const { bundle, problems } = compile(texts);
  if (!bundle) throw new Error(describeProblems(problems, texts));
  return bundle;
};
const bundle = compiled();

/** The case by hand, with what is expected of its documents on Monday 26 January 2026. */
const scenariosWith = (expected: string): Scenario[] => {
  const lines = theCase.trimEnd().replace(/\n/g, '\n    ');
  const content = `scenarios:\n  - ${lines}\n    expect:\n      - { at: 2026-01-26, ${expected}, because: EV-003. }\n`;
  const texts = [{ file: 'scenarios/documents.yaml', content }];
  const { scenarios, problems } = readScenarios(texts, bundle);
  expect(describeProblems(problems, texts)).toBe('No problems.\n');
  return scenarios;
};

const failuresOf = async (expected: string): Promise<string> => {
  const [result] = await runScenarios(bundle, scenariosWith(expected), decide);
  return result ? describeFailures(bundle, result) : 'nothing was run';
};

test('A scenario says what stands in a report, for whom, in which order, and what never does', async () => {
  const expected =
    'reports: { mid-way: { to: referrer, headings: [attendance-record, absences, concerns, engagement, strengths, her-view], ' +
    'says: ["Monday 19 January 2026 Absent", His car broke down., Not written yet.], ' +
    'never-says: [Ann, 07700 900 111, He comes to her work, He drinks at home] } }';
  expect(await failuresOf(expected)).toBe('');
});

test('White space and lines between words do not count, and what must never stand there has no capitals either', async () => {
  expect(await failuresOf('messages: { acknowledgement: { says: "We have   received" } }')).toBe('');
  expect(await failuresOf('messages: { acknowledgement: { never-says: "SAMREED" } }')).toContain('+ found:    there');
});

test('A failure says what stands there instead', async () => {
  expect(await failuresOf('reports: { mid-way: { says: His car was stolen. } }')).toMatch(
    /report mid-way, says\n.*expected: “His car was stolen\.”\n.*found: +not there\n +Nearest to it stands:\n.*His car broke down\./,
  );
  expect(await failuresOf('reports: { mid-way: { never-says: car } }')).toMatch(
    /report mid-way, never says\n.*expected: never “car”\n.*found: +there\n +It stands in:\n.*His car broke down\./,
  );
});

test('A heading that does not stand says when it does, and one that was not expected is named', async () => {
  const expected = '[attendance-record, absences, concerns, engagement, strengths, the-end]';
  const said = await failuresOf(`reports: { mid-way: { to: participant, headings: ${expected} } }`);
  expect(said).toContain('report mid-way to participant, headings');
  expect(said).toContain('+ found:    attendance-record, absences, concerns, engagement, strengths, her-view');
  expect(said).toContain('the-end does not stand unless the state of the case is closed');
  expect(said).toContain('her-view stands as well');
  expect(said).toContain('EV-003');
});

test('A message for each partner is looked at for one of them', async () => {
  expect(
    await failuresOf(
      'messages: { partner-update: { for: Ann Reed, says: Monday 12 January 2026, never-says: He drinks at home } }',
    ),
  ).toBe('');
});

test('A report or message that no scenario looks at is listed', async () => {
  const looks = 'reports: { mid-way: { says: Absent } }';
  const results = await runScenarios(bundle, scenariosWith(looks), decide);
  const never = uncovered(bundle, results).filter(({ never }) => never.includes('looked-at'));
  expect(never.map(({ criterion }) => criterion)).toEqual(['acknowledgement', 'partner-update']);
  expect(describeResults(bundle, results, never)).toContain(
    'partner-update: what it shows, under “reports” or “messages”',
  );
});

test('Leaving out a heading, a part of one or a statement is noticed by who expects it, and by nobody else', () => {
  const changes = mutateDocuments(bundle);
  const mine = changes.filter(({ criterion }) => criterion === 'mid-way').map(({ change }) => change);
  expect(mine).toEqual([
    '“Mid-way report”: without the heading attendance-record',
    '“Mid-way report”: without the heading absences',
    '“Mid-way report”: without the heading concerns',
    '“Mid-way report”: without the heading engagement',
    '“Mid-way report”: without the heading strengths',
    '“Mid-way report”: without the heading her-view',
    '“Mid-way report”: without the heading the-end',
    '“Mid-way report”: her-view without its release',
    '“Mid-way report”: the-end “the state of the case is closed”: with “not”',
    '“Mid-way report”: without the statement no-guarantee',
  ]);
  const expects =
    'reports: { mid-way: { headings: [attendance-record, absences, concerns, engagement, strengths, her-view] } }, ' +
    'messages: { partner-update: { for: Ann Reed, says: [Absent] } }';
  const left = survivors(bundle, scenariosWith(expects), evaluate, changes).map(({ change }) => change);
  expect(left).toContain('“Mid-way report”: without the statement no-guarantee');
  expect(left).toContain('“How he attends”: without showing progress under message');
  expect(left).not.toContain('“Mid-way report”: without the heading concerns');
  expect(left).not.toContain('“How he attends”: without showing attendance under message');
});
