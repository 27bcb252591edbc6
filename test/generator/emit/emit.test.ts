import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { expect, test } from 'vitest';
import { bundleSchema } from '../../../generator/emit/bundle-schema.js';
import { emit } from '../../../generator/emit/emit.js';
import { bundleForEmit as bundle } from './bundle-for-emit.js';

const files = emit(bundle);

test('every built file is there', () => {
  expect(Object.keys(files).sort()).toEqual([
    'bundle.json',
    'bundle.schema.json',
    'forms/referral.messages.json',
    'forms/referral.schema.json',
    'forms/referral.ui.json',
    'forms/referral.validator.js',
    'handbook.md',
    'rules.json',
    'types.d.ts',
  ]);
});

test('the same bundle gives the same bytes, and every file ends its lines with LF', () => {
  expect(emit(structuredClone(bundle))).toEqual(files);
  for (const [path, content] of Object.entries(files)) {
    expect([path, content.includes('\r'), content.endsWith('\n')]).toEqual([path, false, true]);
  }
});

test('bundle.json and rules.json hold the bundle and its rules unchanged', () => {
  expect(JSON.parse(files['bundle.json'] ?? '')).toEqual(bundle);
  expect(JSON.parse(files['rules.json'] ?? '')).toEqual(bundle.rules);
});

test('the schema of bundles takes a bundle and is itself strict draft-07', () => {
  const check = new Ajv({ allErrors: true }).compile(bundleSchema);
  check(bundle);
  expect(check.errors ?? []).toEqual([]);
});

test('the schema of bundles refuses what the contract does not name', () => {
  const check = new Ajv().compile(bundleSchema);
  const [first, ...others] = bundle.facts;
  const wrong: Record<string, object> = {
    'another version': { ...bundle, rubric: 2 },
    'a digest that is none': { ...bundle, digest: 'abc' },
    'an unknown key': { ...bundle, extra: 1 },
    'an unknown kind of question': { ...bundle, facts: [{ ...first, kind: 'colour' }, ...others] },
    'a condition without its leaf': {
      ...bundle,
      criteria: [{ ...bundle.criteria[0], test: { reads: '', kind: 'is', negated: false, fact: 'a' } }],
    },
    'an empty rule': { ...bundle, rules: { conditions: { a: { all: [] } }, rules: [] } },
  };
  for (const [what, value] of Object.entries(wrong)) expect([what, check(value)]).toEqual([what, false]);
});

test('TypeScript takes types.d.ts, admits right answers and refuses wrong ones', () => {
  const folder = mkdtempSync(join(tmpdir(), 'rubric-types-'));
  try {
    writeFileSync(join(folder, 'types.d.ts'), files['types.d.ts'] ?? '');
    writeFileSync(
      join(folder, 'use.ts'),
      `import type { CaseEvent, CriterionId, ReferralAnswers } from './types.js';
       export const answers: ReferralAnswers = {
         source: 'agency', born: '1985-03-27', age: 40, abuse: ['physical'], waited: 'not-known',
         children: [{ name: 'Jo', age: 5, order: 'yes' }],
       };
       export const event: CaseEvent = {
         id: '1', kind: 'judged', happened: '2026-03-02', learned: '2026-03-02', recorded: '2026-03-02',
         by: { role: 'staff' }, values: { able: 'yes' },
       };
       export const criterion: CriterionId = 'no-proceedings';
       // @ts-expect-error: no such option
       export const wrong: ReferralAnswers = { source: 'friend' };
       // @ts-expect-error: a judgement is no answer to a form
       export const act: CaseEvent = { ...event, kind: 'answered', values: { able: 'yes' } };
      `,
    );
    const run = () =>
      execFileSync(
        process.execPath,
        [
          join('node_modules', 'typescript', 'bin', 'tsc'),
          '--noEmit',
          '--strict',
          '--module',
          'nodenext',
          '--ignoreConfig',
          join(folder, 'use.ts'),
        ],
        { encoding: 'utf8' },
      );
    expect(run()).toBe('');
  } finally {
    rmSync(folder, { recursive: true });
  }
});
