/** The long versions of the random tests: the same files, with SOAK set. */
import { spawnSync } from 'node:child_process';
import process from 'node:process';

const vitest = [
  'node_modules/vitest/vitest.mjs',
  'run',
  '--config',
  'test/vitest.config.js',
  '--root',
  '.',
  'property',
];
const { status } = spawnSync(process.execPath, [...vitest, ...process.argv.slice(2)], {
  stdio: 'inherit',
  env: { ...process.env, SOAK: '1' },
});
process.exit(status ?? 1);
