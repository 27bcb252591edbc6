#!/usr/bin/env node
/**
 * Makes a clone ready to run: installs packages when the lockfile is newer than what is installed, compiles the
 * rooms, builds the browser's files. Plain JavaScript, since it runs before anything is installed. Does nothing
 * that is already done.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, lstatSync, mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const built = join(root, '.build');

/** @param {string} path @returns {number} milliseconds, 0 where there is nothing */
const changed = (path) => (existsSync(path) ? statSync(path).mtimeMs : 0);

/** @param {string} folder @returns {number} the newest change below it, in milliseconds */
const newest = (folder) => {
  let latest = 0;
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (entry.name === 'node_modules' || entry.name.startsWith('.')) continue;
    const path = join(folder, entry.name);
    latest = Math.max(latest, entry.isDirectory() ? newest(path) : changed(path));
  }
  return latest;
};

/** @param {string} saying @param {string} command @param {string[]} words */
const run = (saying, command, words) => {
  console.error(saying);
  const { status, error } = spawnSync(command, words, {
    cwd: root,
    stdio: ['ignore', 2, 2],
    // What is built is for use, also when a test asks for it.
    env: { ...process.env, NODE_ENV: 'production' },
    shell: process.platform === 'win32',
  });
  if (error || status !== 0) {
    console.error(
      `Set-up stopped: "${command} ${words.join(' ')}" did not succeed${error ? ` (${error.message})` : ''}.`,
    );
    process.exit(1);
  }
};

const install = () => {
  // Somebody else's packages, lent by a link, are not ours to replace.
  const packages = join(root, 'node_modules');
  if (existsSync(packages) && lstatSync(packages).isSymbolicLink()) return;
  const installed = join(root, 'node_modules', '.package-lock.json');
  if (changed(installed) >= changed(join(root, 'package-lock.json'))) return;
  run('Installing packages (once) …', 'npm', ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error']);
};

const compile = () => {
  const mark = join(built, 'compiled');
  const sources = Math.max(...['engine', 'generator', 'runtime'].map((room) => newest(join(root, room))));
  if (changed(mark) >= sources) return;
  run('Compiling …', process.execPath, [join(root, 'node_modules/typescript/bin/tsc'), '-b', 'runtime']);
  mkdirSync(built, { recursive: true });
  writeFileSync(mark, '');
};

const buildClient = () => {
  const mark = join(built, 'client-built');
  if (changed(mark) >= Math.max(newest(join(root, 'runtime')), newest(join(root, 'engine')))) return;
  run('Building the pages …', process.execPath, [
    join(root, 'node_modules/vite/bin/vite.js'),
    'build',
    '--config',
    'runtime/portal/vite.config.js',
    '--logLevel',
    'warn',
  ]);
  run('Building the look …', process.execPath, [join(root, 'runtime/portal/look/build-look.js')]);
  writeFileSync(mark, '');
};

/** Does what has not been done yet; ends the process, with the reason, when that fails. */
export const setUp = () => {
  install();
  compile();
  buildClient();
};

if (process.argv[1] === fileURLToPath(import.meta.url)) setUp();
