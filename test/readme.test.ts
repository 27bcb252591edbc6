/** The README's stories, done as it prints them, in a folder of their own; and what the definitions' README shows. */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, expect, test } from 'vitest';

const readme = readFileSync('README.md', 'utf8');
/** What lies beside the clone is made by the README too. */
const beside = mkdtempSync(join(tmpdir(), 'rubric-readme-'));
const folder = join(beside, 'clone');
cpSync('definitions', join(folder, 'definitions'), { recursive: true });
cpSync('examples', join(folder, 'examples'), { recursive: true });
symlinkSync(resolve('node_modules'), join(folder, 'node_modules'));
afterAll(() => rmSync(beside, { recursive: true, force: true }));

/** The commands that the README prints, in order, without those that go on running. */
const commands = [...readme.matchAll(/```sh\n([\s\S]*?)```/g)].flatMap((found) => (found[1] ?? '').trim().split('\n'));
const block = (language: string, holding: string): string =>
  [...readme.matchAll(new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\`\`\``, 'g'))]
    .map((found) => found[1] ?? '')
    .find((text) => text.includes(holding)) ?? '';

interface Decided {
  state: string;
  duties: { id: string; due?: string; state: string }[];
  recommendations: { rule: string; state: string; since: string }[];
}

const bin = resolve('runtime/cli/bin.js');
const run = (command: string) => {
  expect(commands, `the README prints “${command}”`).toContain(command);
  const here = command.replace('npx rubric', `"${process.execPath}" "${bin}"`);
  const { status, stdout, stderr } = spawnSync(here, { cwd: folder, encoding: 'utf8', shell: true });
  return { status, said: stdout + stderr };
};
const change = (file: string, from: string, to: string): void => {
  const path = join(folder, file);
  const text = readFileSync(path, 'utf8');
  expect(text).toContain(from);
  writeFileSync(path, text.replace(from, to));
};

test('every command in the README is one that this test runs, or starts the server or the tests', () => {
  const known = [
    'npm start',
    'npm start -- --empty',
    'npx rubric serve',
    'npm test',
    'npx rubric test definitions/harbour',
    'npx rubric decide definitions/harbour examples/a-man-of-twenty.yaml --as-of 2026-03-10',
    'npx rubric check definitions/harbour',
    'npx rubric test definitions/my-time',
    'npx rubric decide definitions/my-time examples/two-missed.yaml --as-of 2026-04-27',
    'npx rubric decide definitions/my-time examples/two-missed.yaml --as-of 2026-04-27 --format json',
    'npx rubric build definitions/harbour --out ../before',
    'npx rubric diff ../before definitions/harbour',
    'npx rubric report definitions/my-time examples/two-missed.yaml mid-way --as-of 2026-04-27 --out ../mid-way.docx',
    'npx rubric trace definitions/my-time',
    'npx rubric new ../steady-hands --provider "Larch House" --title "Steady Hands" --partners yes',
    'npx rubric serve ../steady-hands',
    'npx rubric check ../steady-hands',
    'npx rubric test ../steady-hands',
    'npx rubric report ../steady-hands ../half-way.yaml progress --as-of 2026-02-23 --out ../progress.html',
    'npx rubric build ../steady-hands --out ../built',
    'npx rubric decide ../steady-hands ../half-way.yaml --as-of 2026-02-23 --format json',
  ];
  expect([...new Set(commands)].sort()).toEqual(known.sort());
});

test('a policy lead changes 18 to 21, and a man of 20 is no longer old enough', () => {
  const decide = 'npx rubric decide definitions/harbour examples/a-man-of-twenty.yaml --as-of 2026-03-10';
  expect(run('npx rubric build definitions/harbour --out ../before').status).toBe(0);
  expect(run('npx rubric test definitions/harbour').status).toBe(0);
  expect(run(decide).said).toMatch(/^Not enough information/);
  const rule = 'date-of-birth is at least 18 years before referral-date';
  change('definitions/harbour/decision.yaml', rule, rule.replace('18', '21'));
  expect(run('npx rubric test definitions/harbour').status).toBe(1);
  expect(run(decide).said).toMatch(/^Not eligible[\s\S]*He must be (aged )?18 or over/);
  const changed = run('npx rubric diff ../before definitions/harbour').said;
  expect(changed).toMatch(/18[\s\S]*21/);
  expect(changed).toContain('HB-059');
  change('definitions/harbour/decision.yaml', 'date-of-birth is at least 21', 'date-of-brith is at least 18');
  const checked = run('npx rubric check definitions/harbour');
  expect(checked.status).toBe(1);
  expect(checked.said).toContain('Did you mean: date-of-birth');
  change('definitions/harbour/decision.yaml', 'date-of-brith', 'date-of-birth');
  expect(run('npx rubric check definitions/harbour').status).toBe(0);
}, 240_000);

test('a policy lead closes a file after three sessions in a row and not two, and the scenarios of two fail', () => {
  const decide = 'npx rubric decide definitions/my-time examples/two-missed.yaml --as-of 2026-04-27';
  const [from = ''] = /when: .* reaches 2/.exec(block('yaml', 'two-missed-without-contact:')) ?? [];
  const closed = 'Must: close as non-attendance and refer back to the referring agency, since Monday 27 April 2026';
  expect(run(decide).said).toContain(closed);
  change('definitions/my-time/sessions.yaml', from, from.replace('2', '3'));
  const tested = run('npx rubric test definitions/my-time');
  expect(tested.status).toBe(1);
  expect(tested.said).toContain('✗ A man who misses his first two sessions is treated like any other.');
  expect(run(decide).said).not.toContain(closed);
  // Put back, so that the tester's story begins with no failure.
  change('definitions/my-time/sessions.yaml', from.replace('2', '3'), from);
}, 240_000);

test('a policy lead looks at a report on paper, and at what answers to each clause', () => {
  const report =
    'npx rubric report definitions/my-time examples/two-missed.yaml mid-way --as-of 2026-04-27 --out ../mid-way.docx';
  expect(run(report).status).toBe(0);
  // A Word file is a zip, which begins with these two letters.
  expect(readFileSync(join(beside, 'mid-way.docx')).subarray(0, 2).toString()).toBe('PK');
  expect(run('npx rubric trace definitions/my-time').said).toMatch(/^(\d+) of \1 clauses have a home/m);
}, 240_000);

/** Puts a piece that the README prints below a line of a file of the new programme. */
const putBelow = (file: string, line: RegExp, piece: string): void => {
  const path = join(beside, 'steady-hands', file);
  const lines = readFileSync(path, 'utf8').split('\n');
  const at = lines.findIndex((one) => line.test(one));
  expect(at, `${file} has a line like ${line}`).toBeGreaterThan(-1);
  expect(piece).not.toBe('');
  writeFileSync(path, [...lines.slice(0, at + 1), piece.trimEnd(), ...lines.slice(at + 1)].join('\n'));
};

test('a developer makes a provider of their own, with a question, a rule over time and headings of a report', () => {
  const made = run('npx rubric new ../steady-hands --provider "Larch House" --title "Steady Hands" --partners yes');
  expect(made).toMatchObject({
    status: 0,
    said: expect.stringMatching(/^Steady Hands is in \.\.\/steady-hands: 14 files/),
  });
  const isSound = { status: 0, said: 'No problems.\n' };
  expect(run('npx rubric check ../steady-hands')).toEqual(isSound);

  putBelow('referral.yaml', /^ +phone: /, block('yaml', 'Which group suits?'));
  expect(run('npx rubric check ../steady-hands')).toEqual(isSound);

  putBelow('over-time.yaml', /^attendance:/, block('yaml', 'first-absence:\n    after'));
  const untested = run('npx rubric test ../steady-hands');
  expect(untested).toMatchObject({ status: 0, said: expect.stringContaining('\n15 scenarios, 0 failures.') });
  putBelow('scenarios/over-time.yaml', /^scenarios:/, block('yaml', 'first absence, and of no other'));
  const tested = run('npx rubric test ../steady-hands');
  expect(tested).toMatchObject({ status: 0, said: expect.stringContaining('\n16 scenarios, 0 failures.') });

  putBelow('documents.yaml', /^ +headings:/, block('yaml', 'topics: {'));
  writeFileSync(join(beside, 'half-way.yaml'), block('yaml', 'Half way, with one session missed.'));
  const report = run(
    'npx rubric report ../steady-hands ../half-way.yaml progress --as-of 2026-02-23 --out ../progress.html',
  );
  expect(report.status).toBe(0);
  const page = readFileSync(join(beside, 'progress.html'), 'utf8');
  expect(page).toContain('What the sessions covered');
  expect(page).toContain('7 sessions were due: 6 attended, 1 missed.');
  expect(page).not.toMatch(/Ann Example|Bea Example/);

  // The scenario lists what stands there, as the README says, and fails until the two are in its list.
  expect(run('npx rubric test ../steady-hands').status).toBe(1);
  const documents = join(beside, 'steady-hands/scenarios/documents.yaml');
  const listed = readFileSync(documents, 'utf8');
  expect(readme).toContain('add `topics, next-steps` at the head of its list');
  writeFileSync(documents, listed.replace('headings: [attendance,', 'headings: [topics, next-steps, attendance,'));
  expect(run('npx rubric test ../steady-hands').status).toBe(0);

  putBelow('documents.yaml', /^ +headings:/, '      hers: { heading: Partners, shows: wants-no-calls, ours: A try. }');
  const refused = run('npx rubric check ../steady-hands');
  expect(refused).toMatchObject({ status: 1, said: expect.stringContaining('Progress report › Partners › ') });
  const file = join(beside, 'steady-hands/documents.yaml');
  writeFileSync(file, readFileSync(file, 'utf8').replace(/^ +hers: .*\n/m, ''));
}, 240_000);

test('a developer builds it, and runs its rules on a stock engine', () => {
  expect(run('npx rubric build ../steady-hands --out ../built').status).toBe(0);
  const script = block('js', 'json-rules-engine');
  writeFileSync(join(folder, 'run.mjs'), script);
  const { stdout } = spawnSync(process.execPath, ['run.mjs'], { cwd: folder, encoding: 'utf8' });
  expect(stdout.trim()).toBe(script.trim().split('\n').at(-1)?.replace('// ', ''));

  const decided = run('npx rubric decide ../steady-hands ../half-way.yaml --as-of 2026-02-23 --format json');
  const { state, duties, ...rest } = JSON.parse(decided.said) as Decided;
  expect(state).toBe('on-programme');
  // The sixth session that was credited was on 23 February; two weeks later is 9 March.
  expect(duties).toContainEqual(expect.objectContaining({ id: 'progress-due', due: '2026-03-09', state: 'open' }));
  expect(Object.keys(rest)).toEqual(
    expect.arrayContaining(['decision', 'ledger', 'facts', 'recommendations', 'steps', 'nextMiss']),
  );
}, 240_000);

test('a tester writes a scenario with a diary, sees it fail, corrects it and sees it pass', () => {
  const file = 'definitions/my-time/scenarios/mine.yaml';
  const written = block('yaml', 'A man who rings after missing two sessions');
  writeFileSync(join(folder, file), written);
  const failed = run('npx rubric test definitions/my-time');
  expect(failed.status).toBe(1);
  expect(failed.said).toMatch(/✗ A man who rings after[\s\S]*on Tuesday 28 April 2026[\s\S]*is lapsed/);
  const last = written.lastIndexOf('[two-missed-without-contact]');
  change(file, written.slice(last), written.slice(last).replace('[two-missed-without-contact]', '[]'));
  expect(run('npx rubric test definitions/my-time').status).toBe(0);
  const decide = 'npx rubric decide definitions/my-time examples/two-missed.yaml --as-of 2026-04-27 --format json';
  const { state, duties, recommendations } = JSON.parse(run(decide).said) as Decided;
  expect(state).toBe('on-programme');
  expect(recommendations).toMatchObject([{ rule: 'two-missed-without-contact', state: 'open', since: '2026-04-27' }]);
  expect(duties.map(({ id }) => id)).toContain('catch-up');
}, 240_000);

/** What the examples for policy leads take for granted: the people, the form and the case of one small programme. */
const around = `rubric: 1
programme: { title: Evening Programme, provider: Example Trust, working-days: england-and-wales }
people:
  outside: { participant: man, referrer: referrer, partner: partner }
  inside: { staff: staff member, service-lead: service lead, support-worker: { called: supporter, supports: partner } }
forms:
  referral:
    title: Referral form
    from: referrer
    asks:
      full-name: { ask: Full name, type: name }
      adult: { ask: Is he 18 or over?, type: yes-no }
      partners: { each: partner, asks: { name: { ask: Her name, type: name }, phone: { ask: A safe number, type: phone } } }
eligibility:
  of-age: { requires: adult is yes, otherwise: He must be 18 or over. }
decision: { by: staff }
clauses:
  EX-001: { says: Two missed sessions in a row close the case., force: must }
  EX-002: { says: A place is kept., force: must }
  EX-003: { says: What stands in a report., force: tells }
background: EX-003
`;
const begun = `starts:
  a-man-on-the-programme:
    on: 2026-01-05
    answers: { full-name: Sam Example, adult: yes, partners: [{ key: ann, name: Ann Example, phone: 07700 900111 }] }
    events: [{ on: 2026-01-12, happened: started }]
`;

const guide = readFileSync('definitions/README.md', 'utf8');
const shownIn = (language: string): string[] =>
  [...guide.matchAll(new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\`\`\``, 'g'))].map((found) => found[1] ?? '');
const said = (words: string[]) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [bin, ...words], { cwd: folder, encoding: 'utf8' });
  return { status, stdout, stderr };
};

test('what policy leads are shown of time and of reports is one programme, and its scenarios pass', () => {
  const shown = shownIn('yaml');
  const parts = shown.filter((text) => !/^(eligibility|scenarios):/.test(text));
  expect(parts.length).toBe(10);
  const place = join(folder, 'shown');
  mkdirSync(join(place, 'scenarios'), { recursive: true });
  for (const [n, text] of parts.entries()) writeFileSync(join(place, `part-${n}.yaml`), `rubric: 1\n${text}`);
  writeFileSync(join(place, 'programme.yaml'), around);
  const scenarios = shown.filter((text) => /^scenarios:[\s\S]*a-man-on-the-programme/.test(text));
  expect(scenarios).toHaveLength(2);
  writeFileSync(
    join(place, 'scenarios/shown.yaml'),
    `${begun}scenarios:\n${scenarios.map((text) => text.replace('scenarios:\n', '')).join('')}`,
  );
  const { problems } = JSON.parse(said(['check', 'shown', '--format', 'json']).stdout) as {
    problems: { code: string }[];
  };
  // Only some of them are given a clause, so that they stay short.
  expect(problems.filter(({ code }) => code !== 'clause/no-origin')).toEqual([]);
  expect(said(['test', 'shown']).stdout).toContain('3 scenarios, 0 failures.');

  // The heading that would show what is hers is refused in the words that are printed.
  const heading = /`(calls: \{[^`]*)`/.exec(guide)?.[1] ?? '';
  const report = join(place, `part-${parts.findIndex((text) => text.includes('  progress:'))}.yaml`);
  const leaking = readFileSync(report, 'utf8').replace(/^ +headings:\n/m, (line) => `${line}      ${heading}\n`);
  writeFileSync(report, leaking);
  const printed = shownIn('text').find((text) => text.includes(' › ')) ?? '';
  expect(said(['check', 'shown']).stdout).toContain(printed);
}, 240_000);

test('the commands that policy leads are shown do what is said of them', () => {
  const lines = shownIn('sh').flatMap((text) => text.trim().split('\n'));
  const done = (command: string) => {
    expect(lines).toContain(command);
    return said(command.replace('npx rubric ', '').split(' '));
  };
  const report = 'npx rubric report definitions/my-time examples/two-missed.yaml mid-way --as-of 2026-04-27';
  expect(done(`${report} --to referrer --out ../mid-way.html`).stderr).toMatch(/draft|not (been )?written/i);
  expect(readFileSync(join(beside, 'mid-way.html'), 'utf8')).toContain('Attendance record');
  expect(done('npx rubric trace definitions/my-time').status).toBe(0);
  expect(done('npx rubric build definitions/my-time --out ../before').status).toBe(0);
  expect(done('npx rubric diff ../before definitions/my-time').stdout).toMatch(/nothing|no difference|same/i);
}, 240_000);

test('every file that the recipes of the generator name is there', () => {
  const files = ['engine', 'generator', 'runtime', 'test'].flatMap((room) =>
    readdirSync(room, { recursive: true, encoding: 'utf8' }).map((file) => `/${room}/${file}`),
  );
  const recipes = readFileSync('generator/README.md', 'utf8').split('## Add a construct')[1] ?? '';
  const named = [...recipes.matchAll(/`([a-z][\w/-]*\.(?:ts|yaml))`/g)].map((found) => found[1] ?? '');
  expect(named.length).toBeGreaterThan(30);
  expect(
    named.filter((name) => name !== 'section--fault.yaml' && !files.some((file) => file.endsWith(`/${name}`))),
  ).toEqual([]);
});
