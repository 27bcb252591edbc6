/**
 * Finds a Chromium for the browser tests, or gets one: Playwright's own, or as root Debian's. Where none can be had it
 * says so and goes on; the browser tests then fail with the way to get it.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import process from 'node:process';
import { chromium } from 'playwright-core';

const found = () =>
  [process.env.CHROMIUM_PATH, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].some(
    (path) => path !== undefined && existsSync(path),
  ) || existsSync(chromium.executablePath());

/** @param {string} command @param {string[]} words */
const tried = (command, words) => spawnSync(command, words, { stdio: ['ignore', 2, 2] }).status === 0;

const ways = [
  () =>
    process.getuid?.() === 0 &&
    existsSync('/usr/bin/apt-get') &&
    tried('apt-get', ['update', '-q']) &&
    tried('apt-get', ['install', '-y', '-q', '--no-install-recommends', 'chromium']),
  () => tried(process.execPath, ['node_modules/playwright-core/cli.js', 'install', 'chromium']),
];

if (!found()) {
  console.error('Getting Chromium for the browser tests (once) …');
  if (!ways.some((way) => way() && found()))
    console.error(
      'No Chromium could be had, so the browser tests will fail. Install one, or name it in CHROMIUM_PATH.',
    );
}
