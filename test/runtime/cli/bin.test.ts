import { type SpawnSyncReturns, spawnSync } from 'node:child_process';
import process from 'node:process';
import { afterAll, expect, test } from 'vitest';
import { smallDefinition } from './small-definition.js';

const folder = smallDefinition();
afterAll(() => folder.remove());

const bin = (words: string[], env: Record<string, string> = {}): SpawnSyncReturns<string> =>
  spawnSync(process.execPath, ['runtime/cli/bin.js', ...words], { encoding: 'utf8', env: { ...process.env, ...env } });

// Run on its own, the first of these compiles what has changed.
const patient = 300_000;

test('the command that npx runs says how it is used', { timeout: patient }, () => {
  const { status, stdout } = bin(['--help']);
  expect(status).toBe(0);
  expect(stdout).toContain('Usage: rubric');
});

test('its exit is that of the command', { timeout: patient }, () => {
  expect(bin(['check', folder.path]).status).toBe(0);
  folder.write('broken/programme.yaml', 'rubric: 1\nprogrmame: { title: A, provider: B }\n');
  expect(bin(['check', `${folder.path}/broken`]).status).toBe(1);
  const misused = bin(['chekc']);
  expect(misused.status).toBe(2);
  expect(misused.stderr).not.toMatch(/\n {4}at /);
});

test('a long answer arrives whole where it is piped', { timeout: patient }, () => {
  const keys = Array.from({ length: 190 }, (_, n) => `  key-number-${n}: something`).join('\n');
  folder.write('long/programme.yaml', `rubric: 1\nprogramme:\n${keys}\n`);
  const { status, stdout } = bin(['check', `${folder.path}/long`, '--format', 'json']);
  expect(status).toBe(1);
  expect(stdout.length).toBeGreaterThan(65_536);
  expect(JSON.parse(stdout).problems.length).toBeGreaterThan(189);
});

test('serving stops when it is told to', { timeout: patient }, () => {
  const script = `
    node runtime/cli/bin.js serve "$0" --port 0 > "$1" & pid=$!
    for n in $(seq 200); do grep -q 'Rubric is at' "$1" && break; sleep 0.2; done
    kill -TERM $pid; wait $pid; echo "ended $?"; cat "$1"`;
  const { stdout } = spawnSync('sh', ['-c', script, folder.path, `${folder.path}/said.txt`], { encoding: 'utf8' });
  expect(stdout).toMatch(/Rubric is at http:\/\/\S+\n/);
  expect(stdout).toContain('ended 0');
});
