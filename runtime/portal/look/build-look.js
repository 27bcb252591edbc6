#!/usr/bin/env node
/**
 * Compiles the look: rubric.scss into .build/client/rubric.css. Plain JavaScript, since set-up runs it; with a path as
 * its only word it writes there.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { compile } from 'sass';

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, '..', '..', '..');

/** @returns {string} the whole stylesheet, compressed */
export function look() {
  return compile(join(here, 'rubric.scss'), {
    loadPaths: [join(root, 'node_modules')],
    style: 'compressed',
    quietDeps: true,
  }).css;
}

if (process.argv[1] && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const to = resolve(process.argv[2] ?? join(root, '.build', 'client', 'rubric.css'));
  mkdirSync(dirname(to), { recursive: true });
  writeFileSync(to, `${look()}\n`);
}
