import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type appForTests as App, appForTests, beginCase, get, wordsOf } from './app-for-tests.js';

let app: Awaited<ReturnType<typeof App>>;
beforeAll(async () => {
  app = await appForTests({ perMinute: 1_000_000 });
});
afterAll(() => app.close());

const names = [
  'full-name',
  'date-of-birth',
  'source',
  'agency-email',
  'tools',
  'experience',
  'poisons-used',
  'visit',
  'plan',
  'partner-known',
  'partners',
  'children',
  'signed-by-hand',
];
const step = fc.constantFrom(
  '[]',
  '[0]',
  '[1]',
  '[day]',
  '[month]',
  '[year]',
  '[time]',
  '[name]',
  '[phone]',
  '[age]',
  '[school]',
  '[x]',
);
const value = fc.oneof(
  fc.constantFrom(
    'yes',
    'no',
    'self',
    'agency',
    'spade',
    '31',
    '2',
    '1985',
    '',
    ' ',
    '-1',
    '1e9',
    'NaN',
    '2026-03-02',
    'null',
    '__proto__',
  ),
  fc.string({ maxLength: 30 }),
);
const field = fc.tuple(
  fc
    .tuple(fc.constantFrom(...names), fc.array(step, { maxLength: 3 }))
    .map(([name, steps]) => `root[${name}]${steps.join('')}`),
  value,
);
const deed = fc.constantFrom(
  'continue',
  'add:children',
  'add:partners',
  'remove:children:0',
  'remove:partners:5',
  'clear:plan',
  'clear:children:0:age',
  'add:full-name',
  'remove:full-name:0',
);
const sending = fc.record({
  page: fc.constantFrom('who-you-are', 'garden', 'family', 'poisons', 'confirmation'),
  fields: fc.array(field, { maxLength: 12 }),
  deed,
});

test('Whatever is posted in whatever order, every page of the case can still be shown, and holds no fault of ours', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(sending, { minLength: 1, maxLength: 4 }), async (sendings) => {
      const at = await beginCase(app);
      for (const { page, fields, deed: done } of sendings) {
        const payload = new URLSearchParams([...fields, ['do', done]]).toString();
        const headers = { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' };
        const url = `${at}/forms/application/pages/${page}`;
        const sent = await app.inject({ method: 'POST', url, headers, payload });
        expect([200, 303]).toContain(sent.statusCode);
        const shown = await get(app, url);
        expect(shown.statusCode).toBe(200);
        expect(wordsOf(shown.body)).not.toContain('[object Object]');
      }
      const check = `${at}/forms/application/check`;
      const headers = { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' };
      expect([200, 303]).toContain((await app.inject({ method: 'POST', url: check, headers, payload: '' })).statusCode);
      for (const page of ['/forms/application', '/forms/application/check', '/decision']) {
        expect((await get(app, `${at}${page}`)).statusCode).toBe(200);
      }
    }),
    { numRuns: process.env.SOAK ? 5_000 : 60 },
  );
}, 3_600_000);
