import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { rubric } from './run-main.js';

const folder = mkdtempSync(join(tmpdir(), 'rubric-built-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const definition = join(folder, 'definition.yaml');
writeFileSync(
  definition,
  `rubric: 1
programme: { title: Specimen, provider: Example Trust }
people: { outside: { participant: client }, inside: { staff: Our staff } }
forms: { referral: { title: Referral form, from: participant, asks: { age: { ask: Age, type: number } } } }
eligibility: { adult: { requires: age is at least 18, otherwise: He must be 18 or over. } }
decision: { by: staff }
`,
);
const man = join(folder, 'case.yaml');
writeFileSync(man, 'on: 2026-03-02\nanswers: { age: 17 }\n');
const built = join(folder, 'built');
const decide = (path: string) => rubric(['decide', path, man, '--as-of', '2026-03-02']);

test('what was built decides as the definition does, and no longer once an operator was altered by hand', async () => {
  expect((await rubric(['build', definition, '--out', built])).code).toBe(0);
  const own = await decide(definition);
  expect(own.out).toMatch(/^Not eligible/);
  expect(await decide(built)).toEqual(own);
  const rules = join(built, 'rules.json');
  writeFileSync(rules, readFileSync(rules, 'utf8').replace('"is-at-least"', '"is-at-most"'));
  const refused = await decide(built);
  expect(refused.code).toBe(1);
  expect(refused.out).toBe('');
  expect(refused.err).toMatch(/^Nothing was decided\. /);
});

test('a file that is no bundle is turned away with a sentence', async () => {
  const broken = join(folder, 'broken.json');
  writeFileSync(broken, '{ "rubric": 1 }');
  expect(await decide(broken)).toMatchObject({ code: 2, err: expect.stringContaining('is not a bundle') });
  writeFileSync(broken, '{');
  expect(await decide(broken)).toMatchObject({ code: 2, err: expect.stringContaining('is not JSON') });
});
