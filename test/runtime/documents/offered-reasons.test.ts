/** The reasons that are put to whoever writes a refusal, beside the draft and never in it. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { compile } from '../../../generator/index.js';
import { openLibrary } from '../../../runtime/definition/library.js';
import { buildApp } from '../../../runtime/server/build-app.js';
import { markupFaults } from '../../browser/inspect.js';
import { get, now, post, wordsOf } from '../server/app-for-tests.js';

const definition = `rubric: 1
programme: { title: Evening Programme, provider: Example Trust }
people:
  outside: { participant: client, referrer: referrer }
  inside: { staff: Our staff }
forms:
  referral:
    title: Referral form
    from: referrer
    asks: { age: { ask: Age in years, type: number, at-least: 0, at-most: 120 }, free: { ask: Is he free?, type: yes-no } }
eligibility:
  adult: { requires: age is at least 18, otherwise: He must be 18 or over. }
  free-to-come: { requires: free is yes, otherwise: He must be free in the evening. }
decision: { by: staff, refusal-needs-reason: yes }
messages:
  refusal: { to: referrer, by: staff, after: declined, says: We cannot offer a place., asks: The reason, offers: reasons, required: yes }
`;
const scenario = `title: A boy of sixteen.
on: 2026-01-02
answers: { age: 16, free: yes }
events: [{ on: 2026-01-05, happened: declined, by: staff }]
expect: [{ at: 2026-01-05, decision: not-eligible }]
`;

let folder = '';
let app: FastifyInstance;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rubric-offered-'));
  await mkdir(join(folder, 'evening', 'scenarios'), { recursive: true });
  await writeFile(join(folder, 'evening', 'programme.yaml'), definition);
  await writeFile(join(folder, 'evening', 'scenarios', 'sixteen.yaml'), scenario);
  const library = await openLibrary(folder, compile, { watching: false });
  app = await buildApp({ library, now: () => now });
  app.addHook('onClose', () => library.close());
});
afterAll(async () => {
  await app.close();
  await rm(folder, { recursive: true });
});

test('Whoever writes a refusal is offered what counts against him, and nothing that does not', async () => {
  const begun = await post(app, '/evening/play', { scenario: 'scenarios/sixteen.yaml A boy of sixteen.' });
  const at = String(begun.headers.location).replace(/\?.*/, '');
  const { body } = await get(app, `${at}/documents/refusal?to=referrer&at=2026-01-05`);
  expect(await markupFaults(body)).toEqual([]);
  expect(wordsOf(body)).toContain('Reasons to choose from, for whoever writes it He must be 18 or over.');
  expect(wordsOf(body)).not.toContain('He must be free in the evening.');
  const saved = await get(app, `${at}/documents/refusal.html?to=referrer&at=2026-01-05`);
  expect(wordsOf(saved.body)).not.toContain('He must be 18 or over.');
});
