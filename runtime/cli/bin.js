#!/usr/bin/env node
/**
 * What `npx rubric` runs. Plain JavaScript, since it must be there before anything is compiled: it compiles when the
 * sources are newer than what was built from them, and hands over to `main`.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const compiled = join(root, '.build', 'runtime', 'cli', 'main.js');
const mark = join(root, '.build', 'compiled');

/** @param {string} folder @returns {number} the newest change of a source below it, in milliseconds */
const newest = (folder) =>
  readdirSync(folder, { withFileTypes: true })
    .filter(({ name }) => name !== 'node_modules' && !name.startsWith('.'))
    .reduce((latest, entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return Math.max(latest, newest(path));
      return /\.[jt]sx?$/.test(entry.name) ? Math.max(latest, statSync(path).mtimeMs) : latest;
    }, 0);

const isStale = () => {
  if (!existsSync(compiled) || !existsSync(mark)) return true;
  const sources = ['engine', 'generator', 'runtime'].map((room) => newest(join(root, room)));
  return Math.max(...sources) > statSync(mark).mtimeMs;
};

if (isStale()) {
  const setUp = join(root, 'runtime', 'set-up', 'set-up.js');
  const { status } = spawnSync(process.execPath, [setUp], { cwd: root, stdio: ['ignore', 2, 2] });
  if (status !== 0) process.exit(1);
}

const { main } = await import(pathToFileURL(compiled).href);

const stop = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => stop.abort());
// A reader that has had enough (`rubric check | head`) is no fault.
process.stdout.on('error', (fault) => process.exit(fault.code === 'EPIPE' ? 0 : 1));

/** @param {import('node:tty').WriteStream} stream */
const colours = (stream) => stream.isTTY === true && !process.env.NO_COLOR && process.env.TERM !== 'dumb';

process.exitCode = await main(process.argv.slice(2), {
  out: (/** @type {string} */ text) => process.stdout.write(text),
  err: (/** @type {string} */ text) => process.stderr.write(text),
  colour: { out: colours(process.stdout), err: colours(process.stderr) },
  stop: stop.signal,
});
