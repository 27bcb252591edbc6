/** The long versions of the random tests: the files of properties and those that look at SOAK, with it set. */
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';

const files = readdirSync('test', { recursive: true, encoding: 'utf8' })
  .map((file) => join('test', file))
  .filter((file) => /\.test\.tsx?$/.test(file))
  .filter((file) => file.includes('.property.') || readFileSync(file, 'utf8').includes('SOAK'));

const vitest = ['node_modules/vitest/vitest.mjs', 'run', '--config', 'test/vitest.config.js', '--root', '.'];
const chosen = process.argv.length > 2 ? process.argv.slice(2) : files;
const { status } = spawnSync(process.execPath, [...vitest, ...chosen], {
  stdio: 'inherit',
  env: { ...process.env, SOAK: '1' },
});
process.exit(status ?? 1);
