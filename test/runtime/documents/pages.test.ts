import { rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { compile } from '../../../generator/index.js';
import { openLibrary } from '../../../runtime/definition/library.js';
import { buildApp } from '../../../runtime/server/build-app.js';
import { markupFaults } from '../../browser/inspect.js';
import { get, now, post, wordsOf } from '../server/app-for-tests.js';
import { writeReporting } from './reporting-programme.js';
import { partsOf } from './zip.js';

let folder = '';
let app: FastifyInstance;
let at = '';
beforeAll(async () => {
  folder = await writeReporting();
  const library = await openLibrary(folder, compile, { watching: false });
  app = await buildApp({ library, now: () => now });
  app.addHook('onClose', () => library.close());
  const scenario = 'scenarios/sessions.yaml Three sessions.';
  const begun = await post(app, '/evening/play', { scenario });
  at = String(begun.headers.location).replace(/\?.*/, '');
});
afterAll(async () => {
  await app.close();
  await rm(dirname(folder), { recursive: true });
});

const before = process.env.CHROMIUM_PATH;
afterEach(() => {
  if (before === undefined) delete process.env.CHROMIUM_PATH;
  else process.env.CHROMIUM_PATH = before;
});

/** What is the partner’s in this case, and what she told of. */
const hers = /07700|He comes to her work|He drinks at home/;
const copy = (of: string) => get(app, `${at}/documents/${of}`);

test('The list says of each document when it is due or went out, and whose copies there are', async () => {
  const { body } = await get(app, `${at}/documents?at=2026-01-26`);
  expect(await markupFaults(body)).toEqual([]);
  const words = wordsOf(body);
  // Two weeks after each session: 12, 19 and 26 January.
  for (const day of ['Monday 26 January 2026', 'Monday 2 February 2026', 'Monday 9 February 2026'])
    expect(words).toContain(`To do: due by ${day}`);
  expect(words).toContain('Missed: due by Monday 5 January 2026');
  expect(words).toContain('Ann Reed Not called for on this day As the partner would see it');
});

test('A document that went out says so from that day on', async () => {
  const issue = { what: 'happened:acknowledgement-sent', on: '2026-01-06', by: 'facilitator' };
  const began = await post(app, '/evening/play', { empty: 'yes' });
  const other = String(began.headers.location);
  await post(app, `${other}/add`, issue);
  expect(wordsOf((await get(app, `${other}/documents?at=2026-01-06`)).body)).toContain(
    'Sent on Tuesday 6 January 2026',
  );
  expect(wordsOf((await get(app, `${other}/documents?at=2026-01-05`)).body)).not.toContain('Sent on');
});

test('A copy is what its recipient would see: nothing that is hers, in no word and no attribute', async () => {
  for (const of of ['mid-way?to=referrer', 'mid-way?to=participant', 'acknowledgement?to=referrer']) {
    const { statusCode, body } = await copy(`${of}&at=2026-01-26`);
    expect(statusCode).toBe(200);
    expect(await markupFaults(body)).toEqual([]);
    expect(body).not.toMatch(hers);
    expect(body).not.toMatch(/style=/);
  }
});

test('Those who support her see what that copy withholds, struck out and marked; the rest of it is the same', async () => {
  const { body } = await copy('mid-way?to=referrer&at=2026-01-26&as=supporter');
  expect(await markupFaults(body)).toEqual([]);
  expect(body).toContain('<del class="document-withheld">He comes to her work.</del>');
  // The facilitator's own concern stands; the one that she told of is struck out beside it.
  expect(body).toContain('<dd>He was late with his work.</dd>');
  expect(body).toContain('<del class="document-withheld">He drinks at home.</del>');
  expect(body).toContain('class="rubric-hers document-withheld__word">Withheld<');
  expect(wordsOf(body)).toContain('it is not in the copy that goes out');
  // Whoever prints it sees at its head that it is not the copy to send.
  expect(wordsOf(body)).toContain('Not to be sent. This print has what is withheld');
  expect(wordsOf((await copy('mid-way?to=referrer&at=2026-01-26')).body)).not.toContain('Not to be sent');
  const plain = await copy('acknowledgement?to=referrer&at=2026-01-26&as=supporter');
  expect(wordsOf(plain.body)).toContain('Nothing is withheld from this copy on this day.');
});

test('The files that are given are the copy that goes out, whichever way it was looked at', async () => {
  const word = await copy('mid-way.docx?to=referrer&at=2026-01-26&as=supporter');
  expect(word.headers['content-disposition']).toBe('attachment; filename="mid-way-2026-01-26.docx"');
  const parts = partsOf(word.rawPayload);
  expect(parts['word/document.xml']).toContain('His car broke down.');
  expect(Object.values(parts).join('')).not.toMatch(hers);
  const page = await copy('mid-way.html?to=referrer&at=2026-01-26&as=supporter');
  expect(page.headers['content-disposition']).toBe('attachment; filename="mid-way-2026-01-26.html"');
  expect(page.body).not.toMatch(hers);
});

test('A PDF is given where there is a Chromium; else the page and the address of the PDF say how to print', async () => {
  const pdf = await copy('mid-way.pdf?to=referrer&at=2026-01-26');
  expect(pdf.headers['content-type']).toBe('application/pdf');
  expect(pdf.rawPayload.toString('latin1')).toContain('/StructTreeRoot');
  process.env.CHROMIUM_PATH = 'none';
  const page = await copy('mid-way?to=referrer&at=2026-01-26');
  expect(page.body).not.toContain('mid-way.pdf');
  expect(wordsOf(page.body)).toContain('choose “Save as PDF”');
  const none = await copy('mid-way.pdf?to=referrer&at=2026-01-26');
  expect(none.statusCode).toBe(404);
  expect(wordsOf(none.body)).toContain('choose “Save as PDF”');
}, 60_000);

test.each([
  'none',
  'mid-way?to=court',
  'mid-way?to=__proto__',
  'partner-update?for=eve',
  'mid-way.exe',
  'mid-way.pdf.html',
])('A copy that there is not is not found: %s', async (of) => {
  const { statusCode, body } = await copy(of);
  expect(statusCode).toBe(404);
  expect(body).not.toMatch(hers);
});

test('The dress of documents is a stylesheet of its own, that the policy of the pages allows', async () => {
  const { headers, body } = await get(app, '/document.css');
  expect(headers['content-type']).toBe('text/css; charset=utf-8');
  expect(body).toContain('.document {');
  expect((await copy('mid-way?to=referrer')).body).toContain('<link rel="stylesheet" href="/document.css"/>');
});
