import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startServer } from '../../../runtime/server/start-server.js';
import { definitions, wordsOf } from './app-for-tests.js';

let folder: string;
let server: Awaited<ReturnType<typeof startServer>>;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rubric-'));
  await cp(definitions, folder, { recursive: true });
  server = await startServer({ folder, port: 0 });
});
afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true, force: true });
});

const file = () => join(folder, 'gardening', 'programme.yaml');
const edit = async (from: string, to: string): Promise<void> =>
  writeFile(file(), (await readFile(file(), 'utf8')).replace(from, to));

/** Reads a stream until it says `wanted`; gives what it said. */
const heard = async (reader: ReadableStreamDefaultReader<Uint8Array>, wanted: string): Promise<string> => {
  let said = '';
  while (!said.includes(wanted)) {
    const { value, done } = await reader.read();
    if (done) break;
    said += new TextDecoder().decode(value);
  }
  return said;
};

test('Whoever has a page open hears of each saving, and the page then shows a mistake with its line', async () => {
  const response = await fetch(`${server.url}/live/gardening`);
  expect(response.headers.get('content-type')).toContain('text/event-stream');
  const reader = (response.body as ReadableStream<Uint8Array>).getReader();
  expect(await heard(reader, 'data: 1')).toContain('event: now');

  await edit('at least 18 years', 'at leest 18 years');
  expect(await heard(reader, 'event: saved')).toContain('data: 2');
  const broken = wordsOf(await (await fetch(`${server.url}/gardening`)).text());
  expect(broken).toContain('1 mistake in the definition');
  const lines = (await readFile(file(), 'utf8')).split('\n');
  const line = lines.findIndex((one) => one.includes('at leest 18 years')) + 1;
  expect(broken).toContain(`Mistake programme.yaml, line ${line} `);
  expect(broken).toContain('at leest 18 years');
  expect(broken).toContain('The applicant must be 18 or over.');

  await edit('at leest 18 years', 'at least 21 years');
  await heard(reader, 'event: saved');
  const mended = wordsOf(await (await fetch(`${server.url}/gardening`)).text());
  expect(mended).not.toContain('mistake in the definition');
  expect(mended).toContain('21 years before');
  await reader.cancel();
});

test('A case goes on through a mistake in its definition, by the last good version', async () => {
  const begun = await fetch(`${server.url}/gardening/forms/application`, { method: 'POST', redirect: 'manual' });
  const at = `${server.url}${begun.headers.get('location')}`;
  await edit('full-name: { ask:', 'full-name: { aks:');
  await expect.poll(async () => wordsOf(await (await fetch(at)).text())).toContain('mistake');
  const page = await fetch(`${at}/pages/who-you-are`);
  expect(page.status).toBe(200);
  expect(wordsOf(await page.text())).toContain('Full name (required)');
  await edit('full-name: { aks:', 'full-name: { ask:');
});

test('A port that is taken is said so, and nothing goes on running', async () => {
  const port = Number(new URL(server.url).port);
  await expect(startServer({ folder, port })).rejects.toThrow(/EADDRINUSE/);
});
