import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Engine } from 'json-rules-engine';
import { afterAll, expect, test } from 'vitest';
import { rubric } from './run-main.js';
import { emptyFolder, programme, smallDefinition } from './small-definition.js';

const folder = smallDefinition();
const course = join(folder.path, 'course');
afterAll(() => folder.remove());

const wrong = (from: string, to: string): string => {
  const place = emptyFolder();
  afterAll(() => place.remove());
  place.write('programme.yaml', programme.replace(from, to));
  return place.path;
};

test('check says that a definition without a mistake has no problems', async () => {
  expect(await rubric(['check', course])).toEqual({ code: 0, out: 'No problems.\n', err: '' });
});

test('check says where a mistake is, under the path that was asked for, and what was meant', async () => {
  const path = wrong('requires: born is', 'requires: bron is');
  const { code, out } = await rubric(['check', path]);
  expect(code).toBe(1);
  expect(out).toContain(`${path}/programme.yaml:30:22`);
  expect(out).toContain('bron');
  expect(out).toContain('born');
  expect(out).toContain('1 error.');
});

test('check gives the same problems as JSON', async () => {
  const { code, out } = await rubric(['check', wrong('type: yes-no', 'type: yes-on'), '--format', 'json']);
  expect(code).toBe(1);
  const { problems } = JSON.parse(out) as { problems: { code: string; at: { line: number } }[] };
  expect(problems.map(({ at }) => at.line)).toContain(27);
});

test('check looks into scenarios as well', async () => {
  const place = smallDefinition();
  place.write(
    'course/scenarios/more.yaml',
    'scenarios: [{ title: A., start: a-mna, expect: { decision: eligible, because: x } }]',
  );
  const { code, out } = await rubric(['check', join(place.path, 'course')]);
  place.remove();
  expect(code).toBe(1);
  expect(out).toContain('scenarios/more.yaml:1:');
  expect(out).toContain('Did you mean “a-man”?');
});

test('a single YAML file is a definition too', async () => {
  expect(await rubric(['check', join(course, 'programme.yaml')])).toEqual({ code: 0, out: 'No problems.\n', err: '' });
});

test('a folder of definitions means each of them', async () => {
  const { out } = await rubric(['test', folder.path]);
  expect(out).toContain('Evening Course\n4 scenarios, 0 failures.');
});

test('build writes the same files twice, and nothing for a definition with a mistake', async () => {
  const [one, two] = [join(folder.path, 'one'), join(folder.path, 'two')];
  expect(await rubric(['build', course, '--out', one])).toEqual({
    code: 0,
    out: `Evening Course: 10 files written to ${one}.\n`,
    err: '',
  });
  await rubric(['build', join(course, 'programme.yaml'), '--out', two]);
  const names = readdirSync(one, { recursive: true })
    .map(String)
    .filter((name) => name.includes('.'));
  expect(names.sort()).toEqual([
    'bundle.json',
    'bundle.schema.json',
    join('forms', 'application.messages.json'),
    join('forms', 'application.schema.json'),
    join('forms', 'application.ui.json'),
    join('forms', 'application.validator.js'),
    'handbook.md',
    'operators.mjs',
    'rules.json',
    'types.d.ts',
  ]);
  for (const name of names) expect(readFileSync(join(two, name))).toEqual(readFileSync(join(one, name)));
  const none = join(folder.path, 'none');
  const refused = await rubric(['build', wrong('born is', 'bron is'), '--out', none]);
  expect(refused.code).toBe(1);
  expect(refused.err).toContain('Nothing was written.');
  expect(readdirSync(folder.path)).not.toContain('none');
});

test('a stock json-rules-engine runs rules.json with operators.mjs, wherever they are put', async () => {
  const out = join(folder.path, 'built');
  await rubric(['build', course, '--out', out]);
  const rules = JSON.parse(readFileSync(join(out, 'rules.json'), 'utf8'));
  const { default: register } = await import(pathToFileURL(join(out, 'operators.mjs')).href);
  const fired = async (facts: Record<string, unknown>): Promise<string[]> => {
    const engine = register(new Engine());
    for (const [name, condition] of Object.entries(rules.conditions)) engine.setCondition(name, condition);
    for (const rule of rules.rules) engine.addRule(rule);
    const unknown = { 'full-name': null, applied: null, born: null, barred: null, willing: null, today: '2026-03-02' };
    const { events } = await engine.run({ ...unknown, ...facts });
    return events.map(({ type, params }: { type: string; params: { of: string } }) => `${params.of} ${type}`).sort();
  };
  expect(await fired({ applied: '2026-03-02', born: '2008-03-02', barred: 'no', willing: 'yes' })).toEqual([
    'adult met',
    'barred-from-coming not-met',
    'decision eligible',
    'willing met',
  ]);
  expect(await fired({ applied: '2026-03-02', born: '2008-03-03', barred: 'no' })).toEqual([
    'adult not-met',
    'barred-from-coming not-met',
    'decision not-eligible',
  ]);
  expect(await fired({})).toEqual([]);
});

const oneCase = (content: string): string => folder.write('case.yaml', content);

test('decide gives ids and outcomes as JSON, exactly as documented', async () => {
  const file = oneCase('{ start: a-man, answers: { born: 2009-01-01, willing: unanswered } }');
  const { code, out, err } = await rubric(['decide', course, file, '--as-of', '2026-03-05', '--format', 'json']);
  expect({ code, err }).toEqual({ code: 0, err: '' });
  const answer = JSON.parse(out);
  expect(Object.keys(answer)).toEqual(['decision', 'criteria', 'asOf', 'warnings']);
  expect(answer.decision).toEqual({
    outcome: 'not-eligible',
    reasons: [{ id: 'adult', verdict: 'not-met', reason: 'He must be 18 or over.', clauses: ['EX-002'] }],
    missing: [],
    settled: true,
    consulting: [],
  });
  expect(answer.asOf).toBe('2026-03-05');
  expect(answer.warnings).toEqual([]);
  expect(answer.criteria.map(({ why, ...rest }: { why: string[] }) => rest)).toEqual([
    { id: 'adult', role: 'requires', verdict: 'not-met', missing: [] },
    { id: 'willing', role: 'requires', verdict: 'unknown', missing: ['willing'] },
    { id: 'barred-from-coming', role: 'excludes', verdict: 'not-met', missing: [] },
  ]);
  expect(answer.criteria[0].why[0]).toContain('Thursday 1 January 2009');
});

test('decide says in plain English why, what is missing and who could answer it', async () => {
  const file = oneCase('{ on: 2026-03-02, answers: { applied: 2026-03-02, born: not-known, barred: no } }');
  const { code, out } = await rubric(['decide', course, file, '--as-of', '2026-03-05']);
  expect(code).toBe(0);
  expect(out).toContain('Not enough information, as of Thursday 5 March 2026. It may still change.');
  expect(out).toContain('He must be 18 or over.  (EX-002)');
  expect(out).toContain('answered “not known”, from the applicant');
  expect(out).toContain('not judged yet, from the course team');
});

test('decide takes nothing into account that happened later', async () => {
  const file = oneCase('{ start: a-man, events: [{ on: 2026-03-09, answered: { barred: yes }, by: participant }] }');
  const outcomeAt = async (asOf: string): Promise<string> => {
    const { out } = await rubric(['decide', course, file, '--as-of', asOf, '--format', 'json']);
    return JSON.parse(out).decision.outcome;
  };
  expect(await outcomeAt('2026-03-08')).toBe('eligible');
  expect(await outcomeAt('9 March 2026')).toBe('excluded');
  expect(await outcomeAt('2026-03-08T23:30:00Z')).toBe('eligible');
  expect(await outcomeAt('2026-03-10T09:00')).toBe('excluded');
});

test('a case may lie beside the definition', async () => {
  const place = emptyFolder();
  place.write('programme.yaml', programme);
  const file = place.write('case.yaml', '{ on: 2026-03-02, answers: { barred: yes } }');
  for (const definition of [place.path, join(place.path, 'programme.yaml')]) {
    const { code, out } = await rubric(['decide', definition, file, '--as-of', '2026-03-05']);
    expect(code).toBe(0);
    expect(out).toContain('Excluded, as of Thursday 5 March 2026. Nothing that is still missing could change it.');
  }
  place.remove();
});

test('one file of a definition of several means all of them', async () => {
  const place = emptyFolder();
  const [before = '', after = ''] = programme.split('clauses:');
  place.write('programme.yaml', `${before}${after.slice(after.indexOf('forms:'))}`);
  const clauses = place.write('clauses.yaml', `clauses:${after.slice(0, after.indexOf('forms:'))}`);
  expect(await rubric(['check', clauses])).toEqual({ code: 0, out: 'No problems.\n', err: '' });
  place.remove();
});

test('decide refuses a case with a mistake, and says where it is', async () => {
  const file = oneCase('{ on: 2026-03-02, answers: { brad: yes } }');
  const { code, err } = await rubric(['decide', course, file, '--as-of', '2026-03-05']);
  expect(code).toBe(1);
  expect(err).toContain(`${file}:1:`);
  expect(err).toContain('Nothing in this definition is called “brad”.');
});

test('a judgement by somebody who may not judge decides nothing: the case is refused, and who may is said', async () => {
  const judged = (by: string) =>
    `{ start: a-man, answers: { willing: unanswered }, events: [{ on: 2026-03-09, judged: { willing: yes }, ${by} }] }`;
  const decide = (by: string) =>
    rubric(['decide', course, oneCase(judged(by)), '--as-of', '2026-03-09', '--format', 'json']);
  const refused = await decide('by: participant, reason: I do.');
  expect(refused.code).toBe(1);
  expect(JSON.parse(refused.out).problems).toMatchObject([
    { code: 'scenario/wrong-role', advice: 'Who may: staff, and who is a kind of them.' },
  ]);
  const taken = await decide('by: staff, reason: He said so.');
  expect([taken.code, taken.err, JSON.parse(taken.out).decision.outcome]).toEqual([0, '', 'eligible']);
  // Without a reason it counts, and the warning stands beside the answer, not in it.
  const unreasoned = await decide('by: staff');
  expect([unreasoned.code, JSON.parse(unreasoned.out).decision.outcome]).toEqual([0, 'eligible']);
  expect(unreasoned.err).toContain('This judgement has no reason.');
});

test('test says what a scenario leaves unsaid, and runs it all the same', async () => {
  const place = smallDefinition();
  afterAll(() => place.remove());
  place.write(
    'course/scenarios/unreasoned.yaml',
    'scenarios:\n  - title: He may come.\n    start: a-man\n    events: [{ on: 2026-03-09, judged: { willing: yes }, by: staff }]\n    expect: { decision: eligible, because: EX-003. }\n',
  );
  const { code, err } = await rubric(['test', place.path]);
  expect(code).toBe(0);
  expect(err).toContain('This judgement has no reason.');
});

test('test names a scenario that expects nothing yet, runs the others, and fails only where one of them does', async () => {
  const place = smallDefinition();
  afterAll(() => place.remove());
  place.write(
    'course/scenarios/saved.yaml',
    'scenarios: [{ title: He comes back., start: a-man, expect: { because: "" } }]',
  );
  const run = await rubric(['test', place.path]);
  expect(run.code).toBe(0);
  expect(run.err).toContain('“He comes back.” expects nothing yet');
  expect(run.out).toContain('5 scenarios, 0 failures, 1 expects nothing yet.');
  place.write(
    'course/scenarios/wrong.yaml',
    'scenarios: [{ title: He is barred., start: a-man, expect: { decision: excluded, because: EX-004 } }]',
  );
  const failing = await rubric(['test', place.path]);
  expect(failing.code).toBe(1);
  expect(failing.out).toContain('6 scenarios, 1 failure, 1 expects nothing yet.');
});

test('a scenario that expects nothing yet is skipped for a build server, and exercises no rule', async () => {
  const place = smallDefinition();
  afterAll(() => place.remove());
  place.write(
    'course/scenarios/who-can-come.yaml',
    'scenarios: [{ title: He comes back., start: a-man, expect: { because: "" } }]',
  );
  const { out } = await rubric(['test', place.path, '--format', 'junit']);
  expect(out).toContain('tests="1" failures="0" skipped="1"');
  expect(out).toContain('<skipped message="It expects nothing yet."/>');
  expect((await rubric(['test', place.path])).out).toContain('adult: met, not met, unknown');
});

test('test shows what was expected, what was found, why, and the clause', async () => {
  const place = smallDefinition();
  place.write(
    'course/scenarios/wrong.yaml',
    `scenarios:
  - title: A boy of 17 can come.
    start: a-man
    answers: { born: 2009-01-01 }
    expect: { decision: eligible, criteria: { adult: met }, missing: [born], because: EX-002 misread. }
`,
  );
  const { code, out } = await rubric(['test', join(place.path, 'course')]);
  place.remove();
  expect(code).toBe(1);
  for (const words of [
    '✗ A boy of 17 can come.',
    'wrong.yaml:5:13  on Monday 2 March 2026',
    '- expected: eligible\n      + found:    not-eligible',
    'adult is not-met: He must be 18 or over. (EX-002)',
    '- expected: met\n      + found:    not-met',
    'Date of birth: Thursday 1 January 2009',
    'clause EX-002',
    '- expected: born\n      + found:    nothing',
    'because: EX-002 misread.',
    '5 scenarios, 1 failure.',
  ]) {
    expect(out).toContain(words);
  }
});

test('test runs the scenarios of one file alone', async () => {
  const { code, out } = await rubric(['test', join(course, 'scenarios', 'who-can-come.yaml')]);
  expect(code).toBe(0);
  expect(out).toContain('4 scenarios, 0 failures.');
  expect((await rubric(['test', join(course, 'scenarios', 'starts.yaml')])).out).toContain('0 scenarios');
});

test('test lists the rules that no scenario exercises', async () => {
  const place = emptyFolder();
  place.write('programme.yaml', programme);
  place.write(
    'scenarios/one.yaml',
    'scenarios: [{ title: A., on: 2026-03-02, answers: { barred: yes }, expect: { decision: excluded, because: x } }]',
  );
  const { out } = await rubric(['test', place.path]);
  place.remove();
  expect(out).toContain(
    'No scenario brings these about:\n  adult: met, not met\n  willing: met, not met\n  barred-from-coming: not met, unknown\n',
  );
});

test('test writes a JUnit report that names each scenario and its failure', async () => {
  const place = smallDefinition();
  place.write(
    'course/scenarios/wrong.yaml',
    'scenarios: [{ title: "He & <she> can’t.", start: a-man, expect: { decision: excluded, because: x } }]',
  );
  const { code, out } = await rubric(['test', place.path, '--format', 'junit']);
  place.remove();
  expect(code).toBe(1);
  expect(out).toContain('<testsuite name="Evening Course" tests="5" failures="1">');
  expect(out).toContain('name="He &amp; &lt;she&gt; can’t.">');
  expect(out).toContain('<failure message="decision: expected excluded, found eligible">');
});

test('test --watch runs again when a file is saved', async () => {
  const place = smallDefinition();
  const stop = new AbortController();
  let out = '';
  const said = async (words: string): Promise<void> => {
    for (let waited = 0; !out.includes(words); waited += 20) {
      if (waited > 10_000) throw new Error(`never said “${words}”: ${out}`);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  };
  const running = rubric(['test', place.path, '--watch'], {
    stop: stop.signal,
    out: (text) => {
      out += text;
    },
  });
  await said('Waiting for a change.');
  expect(out).toContain('0 failures.');
  await new Promise((resolve) => setTimeout(resolve, 300));
  place.write('course/programme.yaml', programme.replace('18 years', '50 years'));
  await said('✗ An adult who wants to come is eligible.');
  stop.abort();
  expect((await running).code).toBe(0);
  place.remove();
});

test('format puts files into the house form once, and --check only says so', async () => {
  const place = emptyFolder();
  const file = place.write(
    'programme.yaml',
    programme.replace('{ title: Evening Course', '{   title:   Evening Course'),
  );
  const checked = await rubric(['format', place.path, '--check']);
  expect(checked.code).toBe(1);
  expect(checked.out).toContain(`${file}: not in the house form`);
  expect((await rubric(['format', place.path])).code).toBe(0);
  expect(readFileSync(file, 'utf8')).toContain('{ title: Evening Course');
  expect((await rubric(['format', place.path, '--check'])).code).toBe(0);
  place.remove();
});

test('serve prints a link, answers, and stops', async () => {
  const stop = new AbortController();
  let out = '';
  const serving = rubric(['serve', folder.path, '--port', '0'], {
    stop: stop.signal,
    out: (text) => {
      out += text;
    },
  });
  for (let waited = 0; !out.includes('http') && waited < 10_000; waited += 20) {
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  const [url = ''] = out.match(/http:\/\/[^\s]+/) ?? [];
  const answer = await fetch(url);
  expect(answer.status).toBe(200);
  expect(await answer.text()).toContain('Evening Course');
  stop.abort();
  expect((await serving).code).toBe(0);
});

test('schema and reference write what editors and authors read', async () => {
  const [schema, reference] = [join(folder.path, 'schema.json'), join(folder.path, 'language.md')];
  expect((await rubric(['schema', '--out', schema])).code).toBe(0);
  expect(JSON.parse(readFileSync(schema, 'utf8')).properties).toHaveProperty('eligibility');
  expect((await rubric(['reference', '--out', reference])).code).toBe(0);
  expect(readFileSync(reference, 'utf8')).toContain('only-when');
});
