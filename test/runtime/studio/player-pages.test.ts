import { mkdtemp, readdir, readFile, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { afterEach, expect, test } from 'vitest';
import { markupFaults } from '../../browser/inspect.js';
import { get, post, wordsOf } from '../server/app-for-tests.js';
import { beginPlay, playerApp } from './player-app.js';

let app: FastifyInstance;
afterEach(() => app.close());

const words = async (url: string): Promise<string> => wordsOf((await get(app, url)).body);

test('An empty case is begun today, and every page of it is valid', async () => {
  app = await playerApp();
  expect(await markupFaults((await get(app, '/example/play')).body)).toEqual([]);
  const at = await beginPlay(app);
  const page = await get(app, at);
  expect(page.statusCode).toBe(200);
  expect(await markupFaults(page.body)).toEqual([]);
  // The tests' clock stands on Monday 2 March 2026.
  expect(wordsOf(page.body)).toContain('As of the end of Monday 2 March 2026 On the programme');
  const add = await get(app, `${at}/add?what=happened:incident&on=2026-01-20`);
  expect(await markupFaults(add.body)).toEqual([]);
  expect(await markupFaults((await get(app, '/example/path')).body)).toEqual([]);
});

test('A session is added on the day that was chosen, stands in the list, and can be taken out again', async () => {
  app = await playerApp();
  const at = await beginPlay(app);
  const added = await post(app, `${at}/add`, { what: 'session', outcome: 'absent', on: '2026-01-19' });
  expect(added.headers.location).toBe(`${at}?on=2026-01-19&added=added-1`);
  expect(await words(at)).toContain('Monday 19 January 2026 Session: Absent');
  await post(app, `${at}/remove`, { event: 'added-1', on: '2026-01-19' });
  expect(await words(at)).not.toContain('Session: Absent');
});

test('What follows from an event is what is otherwise than without it', async () => {
  app = await playerApp();
  const at = await beginPlay(app);
  const { headers } = await post(app, `${at}/add`, {
    what: 'happened:incident',
    on: '2026-01-20',
    'with[severity]': 'high',
  });
  const page = await words(String(headers.location));
  expect(page).toContain('What follows from it An incident was reported, Tuesday 20 January 2026');
  expect(page).toContain('State On the programme Suspended');
});

test('A question that must be answered keeps the event out, says so, and keeps what was typed', async () => {
  app = await playerApp();
  const at = await beginPlay(app);
  const page = await post(app, `${at}/add`, {
    what: 'happened:incident',
    on: '2026-01-20',
    'with[people-there]': 'many',
  });
  expect(page.statusCode).toBe(200);
  const said = wordsOf(page.body);
  expect(said).toContain('Answer “How severe was it?”');
  expect(said).toContain('“How many were there?” takes a number');
  expect(page.body).toContain('value="many"');
  expect(await markupFaults(page.body)).toEqual([]);
  expect(await words(at)).toContain('Nothing yet.');
});

test('A recommendation is confirmed where it stands, by the role that may', async () => {
  app = await playerApp();
  const at = await beginPlay(app);
  const answer = { what: 'confirmed:', rule: 'two-missed', by: 'staff', on: '2026-01-27' };
  const { headers } = await post(app, `${at}/add`, answer);
  expect(headers.location).toBe(`${at}?on=2026-01-27&added=added-1`);
  expect(await words(at)).toContain('Confirmed: Two sessions missed in a row close the case.');
});

test('What does not stand on that day is not confirmed: a sentence says so, and nothing is added', async () => {
  app = await playerApp();
  const at = await beginPlay(app);
  // The planted case has this recommendation, but about nobody in particular.
  const answer = { what: 'confirmed:', rule: 'two-missed', about: 'somebody', by: 'staff', on: '2026-01-27' };
  const page = await post(app, `${at}/add`, answer);
  expect(page.statusCode).toBe(200);
  expect(wordsOf(page.body)).toContain(
    '“Two sessions missed in a row close the case” does not stand on Tuesday 27 January 2026, so there is nothing to confirm.',
  );
  expect(await markupFaults(page.body)).toEqual([]);
  expect(await words(at)).toContain('Nothing yet.');
});

test('Only a played case brings the script that plays it', async () => {
  app = await playerApp();
  const scripts = async (url: string) => (await get(app, url)).body.match(/\/assets\/\w+\.js/g);
  expect(await scripts('/example')).toEqual(['/assets/client.js']);
  expect(await scripts('/example/path')).toEqual(['/assets/client.js']);
  expect(await scripts('/example/play')).toEqual(['/assets/client.js']);
  expect(await scripts(await beginPlay(app))).toEqual(['/assets/player.js', '/assets/client.js']);
});

test('What cannot happen in this definition is not added', async () => {
  app = await playerApp();
  const at = await beginPlay(app);
  for (const what of ['happened:nothing', 'answered:partners', 'x', 'confirmed', '__proto__']) {
    const { statusCode } = await post(app, `${at}/add`, { what, on: '2026-01-20' });
    expect([200, 404]).toContain(statusCode);
  }
  expect((await post(app, `${at}/add`, { what: 'session', outcome: 'gone', on: '2026-01-20' })).statusCode).toBe(200);
  expect(await words(at)).toContain('Nothing yet.');
});

test('A day that is none is passed over, and one beyond the slider makes it longer', async () => {
  app = await playerApp();
  const at = await beginPlay(app);
  expect(await words(`${at}?on=2026-02-31`)).toContain('As of the end of Monday 2 March 2026');
  expect((await get(app, `${at}?on=2031-01-01`)).body).toContain('data-last="2031-01-01"');
});

test('A scenario is saved once under its name, and nothing is ever overwritten', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'rubric-'));
  app = await playerApp(folder, true);
  const at = await beginPlay(app);
  await post(app, `${at}/add`, { what: 'session', outcome: 'absent', on: '2026-01-19' });
  const save = { how: 'beside', title: 'He misses one.', name: 'misses-one', on: '2026-01-20' };
  const saved = await post(app, `${at}/save`, save);
  expect(saved.headers.location).toBe(`${at}?on=2026-01-20&saved=scenarios/misses-one.yaml#save`);
  const file = join(folder, 'scenarios', 'misses-one.yaml');
  const text = await readFile(file, 'utf8');
  expect(text).toContain('- title: "He misses one."');
  const again = await post(app, `${at}/save`, { ...save, title: 'Another.' });
  expect(wordsOf(again.body)).toContain('There is a file “misses-one.yaml” already, and it is not overwritten');
  expect(again.body).toContain('value="Another."');
  expect(await readFile(file, 'utf8')).toBe(text);
  await rm(folder, { recursive: true });
});

test('A scenario is saved nowhere but in the folder of scenarios', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'rubric-'));
  const elsewhere = await mkdtemp(join(tmpdir(), 'rubric-'));
  app = await playerApp(folder, true);
  const at = await beginPlay(app);
  for (const name of ['../out', '/tmp/out', 'a/b', '.hidden', 'x'.repeat(90), 'Ü']) {
    const { body } = await post(app, `${at}/save`, { how: 'beside', title: 'x', name });
    expect(wordsOf(body)).toContain('Name the file in small letters, figures and hyphens');
  }
  await symlink(elsewhere, join(folder, 'scenarios'));
  const { body } = await post(app, `${at}/save`, { how: 'beside', title: 'x', name: 'linked' });
  expect(wordsOf(body)).toContain('is a link to another place');
  expect(await readdir(elsewhere)).toEqual([]);
  await Promise.all([folder, elsewhere].map((each) => rm(each, { recursive: true })));
});

test('A server that is open to others writes no files, and gives the scenario as a download', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'rubric-'));
  app = await playerApp(folder, false);
  const at = await beginPlay(app);
  expect((await get(app, at)).body).not.toContain('Save with the definition');
  const refused = await post(app, `${at}/save`, { how: 'beside', title: 'x', name: 'one' });
  expect(refused.statusCode).toBe(403);
  const { headers, body } = await post(app, `${at}/save`, { how: 'download', title: 'He misses one.', name: 'one' });
  expect(headers['content-disposition']).toBe('attachment; filename="one.yaml"');
  expect(body).toContain('scenarios:');
  expect(await readdir(folder)).toEqual([]);
  await rm(folder, { recursive: true });
});

test('A case of one programme is not there under another address, nor after it is gone', async () => {
  app = await playerApp();
  const at = await beginPlay(app);
  expect((await get(app, at.replace('/example/', '/other/'))).statusCode).toBe(404);
  const gone = await get(app, `/example/play/${'x'.repeat(24)}`);
  expect(gone.statusCode).toBe(404);
  expect(wordsOf(gone.body)).toContain('kept only while this server runs');
});

test('What is hers stands under its own heading, marked, and nowhere else', async () => {
  app = await playerApp();
  const page = await words(await beginPlay(app));
  const [his = '', hers = ''] = page.split('The partner’s side');
  expect(hers).toContain('Kept apart');
  expect(hers).toContain('Call her each month.');
  expect(hers).toContain('She is afraid.');
  expect(his).not.toMatch(/Call her each month\.|She is afraid/);
});
