import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { decide, evaluate } from '../../../engine/index.js';
import { uncovered } from '../../../runtime/scenario/coverage.js';
import { mutateCourse } from '../../../runtime/scenario/mutate-course.js';
import { runScenarios } from '../../../runtime/scenario/run-scenarios.js';
import { survivors } from '../../../runtime/scenario/survivors.js';
import { rubric } from '../cli/run-main.js';
import { emptyFolder, starts, scenarios as whoCanCome } from '../cli/small-definition.js';
import { scenariosOf, smallBundle } from './bundle.js';
import { course, played } from './small-course.js';

const bundle = smallBundle(course);
const all = scenariosOf(bundle, `${starts}\n${whoCanCome}${played}`);

test('a case is played along its diary, and comes out as its scenarios say', async () => {
  const results = await runScenarios(bundle, all, decide);
  expect(results.flatMap(({ failures }) => failures.flatMap(({ differences }) => differences))).toEqual([]);
  expect(uncovered(bundle, results)).toEqual([]);
});

test('scenarios that try each edge leave no change of a rule, a fact or a duty alive', () => {
  expect(
    survivors(bundle, all, evaluate, mutateCourse(bundle)).map(({ criterion, change }) => `${criterion}: ${change}`),
  ).toEqual([]);
});

test('without the scenario of the incidents, the changes that only it sees survive', () => {
  const fewer = all.filter(({ title }) => !title.includes('incident'));
  const changes = survivors(bundle, fewer, evaluate, mutateCourse(bundle)).map(
    ({ criterion, change }) => `${criterion}: ${change}`,
  );
  expect(changes).toContain('call-back: 1 weeks');
  expect(changes).toContain('call-back: 3 weeks');
  expect(changes.filter((change) => !change.startsWith('call-back'))).toEqual([]);
});

const folder = emptyFolder();
const definition = join(folder.path, 'course');
afterAll(() => folder.remove());
folder.write('course/programme.yaml', course);
folder.write('course/scenarios/starts.yaml', starts);
const file = folder.write(
  'case.yaml',
  `start: a-man
diary: [{ weekly from 2026-03-09 at 18:00: absent x 2 }]
events: [{ on: 2026-03-05, happened: started }, { on: 2026-03-16, happened: incident, with: { severity: high } }]
`,
);

test('decide says what is recommended and what is due, in words and for another program', async () => {
  const { code, out } = await rubric(['decide', definition, file, '--as-of', '2026-03-17']);
  expect(code).toBe(0);
  expect(out).toContain('On the programme since Thursday 5 March 2026.');
  expect(out).toContain(
    'Must: close as non-attendance, since 6pm on Monday 16 March 2026, for the course team to confirm',
  );
  expect(out).toContain('contact the applicant, due Monday 30 March 2026, open');
  const json = JSON.parse(
    (await rubric(['decide', definition, file, '--as-of', '2026-03-17', '--format', 'json'])).out,
  );
  expect(json).toMatchObject({
    decision: { outcome: 'eligible' },
    state: 'on-programme',
    facts: [{ id: 'missed-in-a-row', value: 2 }],
    duties: [{ id: 'call-back', due: '2026-03-30', state: 'open' }],
    recommendations: [{ rule: 'two-missed', force: 'must', state: 'open' }],
    next: { at: '2026-03-31' },
  });
});

test('test tells what came out otherwise, with the reason, the clause, the file and the line', async () => {
  folder.write(
    'course/scenarios/wrong.yaml',
    `scenarios:
  - title: One absence closes.
    start: a-man
    diary: [{ weekly from 2026-03-09: absent }]
    events: [{ on: 2026-03-05, happened: started }]
    expect: { recommendations: { two-missed: open }, because: EX-003. }
`,
  );
  const { code, out } = await rubric(['test', definition]);
  expect(code).toBe(1);
  expect(out).toContain('recommendation two-missed\n      - expected: open\n      + found:    none');
  expect(out).toMatch(/clause EX-003, \S*programme\.yaml:\d+/);
});

test('a diary and what happened are refused with the name that was meant', async () => {
  const wrong = folder.write('wrong.yaml', 'start: a-man\nevents: [{ on: 2026-03-05, happened: strated }]\n');
  const { code, err } = await rubric(['decide', definition, wrong, '--as-of', '2026-03-17']);
  expect(code).toBe(1);
  expect(err).toContain('Did you mean “started”?');
});
