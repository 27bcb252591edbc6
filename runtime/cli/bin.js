#!/usr/bin/env node
/**
 * What `npx rubric` runs. Plain JavaScript, since it must be there before anything is compiled: it
 * sets up what has not been set up yet, and hands over to `main`.
 */
import process from 'node:process';
import { setUp } from '../set-up/set-up.js';

setUp();
process.env.NODE_ENV ??= 'production';

const { main } = await import('../../.build/runtime/cli/main.js');

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
  ...(process.stdin.isTTY && process.stdout.isTTY
    ? { terminal: { input: process.stdin, output: process.stdout } }
    : {}),
  stop: stop.signal,
});
