/** The README's stories, done as it prints them, in a folder of their own; and what the definitions' README shows. */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, expect, test } from 'vitest';

const readme = readFileSync('README.md', 'utf8');
const folder = mkdtempSync(join(tmpdir(), 'rubric-readme-'));
cpSync('definitions', join(folder, 'definitions'), { recursive: true });
cpSync('examples', join(folder, 'examples'), { recursive: true });
symlinkSync(resolve('node_modules'), join(folder, 'node_modules'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

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
  nextMiss: { changes: { kind: string; id: string; to: string }[] };
}

const bin = resolve('runtime/cli/bin.js');
const run = (command: string) => {
  expect(commands, `the README prints “${command}”`).toContain(command);
  const words = command.replace('npx rubric ', '').split(' ');
  const { status, stdout, stderr } = spawnSync(process.execPath, [bin, ...words], { cwd: folder, encoding: 'utf8' });
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
    'npm test',
    'npx rubric test definitions/harbour',
    'npx rubric decide definitions/harbour examples/a-man-of-twenty.yaml --as-of 2026-03-10',
    'npx rubric check definitions/harbour',
    'npx rubric test definitions/my-time',
    'npx rubric decide definitions/my-time examples/two-missed.yaml --as-of 2026-04-27',
    'npx rubric decide definitions/my-time examples/two-missed.yaml --as-of 2026-04-27 --format json',
    'npx rubric check my-programme',
    'npx rubric build my-programme --out built',
    'npx rubric decide built my-programme/scenarios/late.yaml --as-of 2026-01-22 --format json',
  ];
  expect([...new Set(commands)].sort()).toEqual(known.sort());
});

test('a policy lead changes 18 to 21, and a man of 20 is no longer old enough', () => {
  const decide = 'npx rubric decide definitions/harbour examples/a-man-of-twenty.yaml --as-of 2026-03-10';
  expect(run('npx rubric test definitions/harbour').status).toBe(0);
  expect(run(decide).said).toMatch(/^Not enough information/);
  const rule = 'date-of-birth is at least 18 years before referral-date';
  change('definitions/harbour/decision.yaml', rule, rule.replace('18', '21'));
  expect(run('npx rubric test definitions/harbour').status).toBe(1);
  expect(run(decide).said).toMatch(/^Not eligible[\s\S]*He must be (aged )?18 or over/);
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
  const closed = 'Must: close as non-attendance and refer back to referrer, since Monday 27 April 2026';
  expect(run(decide).said).toContain(closed);
  change('definitions/my-time/sessions.yaml', from, from.replace('2', '3'));
  const tested = run('npx rubric test definitions/my-time');
  expect(tested.status).toBe(1);
  expect(tested.said).toContain('✗ A man who misses his first two sessions is treated like any other.');
  expect(run(decide).said).not.toContain(closed);
  // Put back, so that the tester's story begins with no failure.
  change('definitions/my-time/sessions.yaml', from.replace('2', '3'), from);
}, 240_000);

test('a developer declares a provider of their own and runs its rules on a stock engine', () => {
  mkdirSync(join(folder, 'my-programme'));
  writeFileSync(join(folder, 'my-programme/programme.yaml'), block('yaml', 'Evening Programme'));
  expect(run('npx rubric check my-programme')).toEqual({ status: 0, said: 'No problems.\n' });
  expect(run('npx rubric build my-programme --out built').status).toBe(0);
  const script = block('js', 'json-rules-engine');
  writeFileSync(join(folder, 'run.mjs'), script);
  const { stdout } = spawnSync(process.execPath, ['run.mjs'], { cwd: folder, encoding: 'utf8' });
  expect(stdout.trim()).toBe(script.trim().split('\n').at(-1)?.replace('// ', ''));

  mkdirSync(join(folder, 'my-programme/scenarios'));
  writeFileSync(join(folder, 'my-programme/scenarios/late.yaml'), block('yaml', 'A man misses his second session'));
  const decided = run('npx rubric decide built my-programme/scenarios/late.yaml --as-of 2026-01-22 --format json');
  const { state, duties, nextMiss, ...rest } = JSON.parse(decided.said) as Decided;
  expect(state).toBe('on-programme');
  // Missed on 19 January, with two days for it.
  expect(duties).toMatchObject([{ id: 'ring-him', due: '2026-01-21', state: 'missed' }]);
  expect(nextMiss.changes).toMatchObject([{ kind: 'duty', id: 'ring-him', to: 'open' }]);
  expect(Object.keys(rest)).toEqual(
    expect.arrayContaining(['decision', 'ledger', 'facts', 'recommendations', 'steps']),
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
      adult: { ask: Is he 18 or over?, type: yes-no }
      partners: { each: partner, asks: { phone: { ask: A safe number, type: phone } } }
eligibility:
  of-age: { requires: adult is yes, otherwise: He must be 18 or over. }
decision: { by: staff }
clauses:
  EX-001: { says: Two missed sessions in a row close the case., force: must }
  EX-002: { says: A place is kept., force: must }
`;
const begun = `starts:
  a-man-on-the-programme:
    on: 2026-01-05
    answers: { adult: yes, partners: [] }
    events: [{ on: 2026-01-12, happened: started }]
`;

test('the rules over time that policy leads are shown are one programme, and their scenario passes', () => {
  const guide = readFileSync('definitions/README.md', 'utf8');
  const shown = [...guide.matchAll(/```yaml\n([\s\S]*?)```/g)].map((found) => found[1] ?? '');
  const parts = shown.filter((text) => !/^(eligibility|scenarios):/.test(text));
  expect(parts.length).toBe(7);
  const place = join(folder, 'shown');
  mkdirSync(join(place, 'scenarios'), { recursive: true });
  for (const [n, text] of parts.entries()) writeFileSync(join(place, `part-${n}.yaml`), `rubric: 1\n${text}`);
  writeFileSync(join(place, 'programme.yaml'), around);
  writeFileSync(
    join(place, 'scenarios/shown.yaml'),
    begun + shown.find((text) => /^scenarios:[\s\S]*diary:/.test(text)),
  );
  const said = (words: string[]) =>
    spawnSync(process.execPath, [bin, ...words], { cwd: folder, encoding: 'utf8' }).stdout;
  const { problems } = JSON.parse(said(['check', 'shown', '--format', 'json'])) as { problems: { code: string }[] };
  // Only some of them are given a clause, so that they stay short.
  expect(problems.filter(({ code }) => code !== 'clause/no-origin')).toEqual([]);
  expect(said(['test', 'shown'])).toContain('1 scenario, 0 failures.');
}, 240_000);
