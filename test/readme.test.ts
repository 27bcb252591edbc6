/** The README's three stories, done as it prints them, in a folder of their own. */
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
    'npx rubric check my-programme',
    'npx rubric build my-programme --out built',
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
}, 120_000);

test('a developer declares a provider of their own and runs its rules on a stock engine', () => {
  mkdirSync(join(folder, 'my-programme'));
  writeFileSync(join(folder, 'my-programme/programme.yaml'), block('yaml', 'Evening Programme'));
  expect(run('npx rubric check my-programme')).toEqual({ status: 0, said: 'No problems.\n' });
  expect(run('npx rubric build my-programme --out built').status).toBe(0);
  const script = block('js', 'json-rules-engine');
  writeFileSync(join(folder, 'run.mjs'), script);
  const { stdout } = spawnSync(process.execPath, ['run.mjs'], { cwd: folder, encoding: 'utf8' });
  expect(stdout.trim()).toBe(script.trim().split('\n').at(-1)?.replace('// ', ''));
}, 120_000);

test('a tester writes a scenario, sees it fail, corrects it and sees it pass', () => {
  const file = 'definitions/harbour/scenarios/mine.yaml';
  writeFileSync(join(folder, file), block('yaml', 'A man of 17 is too young'));
  const failed = run('npx rubric test definitions/harbour');
  expect(failed.status).toBe(1);
  expect(failed.said).toContain('A man of 17 is too young.');
  change(file, 'adult: met', 'adult: not-met');
  expect(run('npx rubric test definitions/harbour').status).toBe(0);
}, 120_000);
