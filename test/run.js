/**
 * All checks, in the order in which a fault is cheapest to find: lint and format, types, then every test
 * (unit, property, scenario, browser). Words after `npm test --` go to vitest.
 */
import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const words = process.argv.slice(2);

const steps = [
  ['Lint and format', 'node_modules/@biomejs/biome/bin/biome', ['check', '.']],
  ['Types', 'node_modules/typescript/bin/tsc', ['-b']],
  ['Chromium', 'test/browser/get-chromium.js', []],
  ['Tests', 'node_modules/vitest/vitest.mjs', ['run', '--config', 'test/vitest.config.js', '--root', '.', ...words]],
];

for (const [name, script, args] of steps) {
  console.log(`\n== ${name}`);
  const { status } = spawnSync(process.execPath, [join(root, script), ...args], { cwd: root, stdio: ['ignore', 1, 2] });
  if (status !== 0) {
    console.error(`\n${name}: failed.`);
    process.exit(status ?? 1);
  }
}
