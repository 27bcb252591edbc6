/** What every page of the portal has, whatever it is of. */
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { freePort } from '../../../../runtime/server/free-port.js';
import { lineOf } from '../../../../runtime/server/portal-faults.js';
import { secretOf } from '../../../../runtime/server/secret.js';
import { portalForTests } from '../../portal/portal-for-tests.js';

const portal = await portalForTests('examples/tollbeck-clear-road', { demonstration: true });
const at = '/tollbeck-clear-road';

test('what is not there, and what is not for whoever asks, has one page, to the last letter', async () => {
  const staff = await portal.as('facilitator');
  const bare = (html: string): string => html.replace(/value="[^"]*"/g, '');
  const [nowhere, ...others] = await Promise.all(
    [
      '/no-such-thing/at-all',
      '/no-such-programme/today',
      `${at}/cases/0000-0000`,
      '/administration',
      `${at}/partner-support`,
    ].map(async (url) => staff.look(url)),
  );
  expect(nowhere?.status).toBe(404);
  for (const other of others) {
    expect(other.status).toBe(404);
    expect(bare(other.html)).toBe(bare(nowhere?.html ?? ''));
  }
});

test('the studio is for those who work with a programme or administer it', async () => {
  const answers = async (visitor: Awaited<ReturnType<typeof portal.as>>) =>
    Promise.all(['/studio', `/studio${at}`, `/studio${at}/play`].map(async (url) => (await visitor.look(url)).status));
  expect(await answers(portal.anybody())).toEqual([303, 303, 303]);
  expect(await answers(await portal.as('referrer'))).toEqual([404, 404, 404]);
  for (const role of ['facilitator', 'home-worker', 'administrator'])
    expect(await answers(await portal.as(role))).toEqual([200, 200, 200]);
});

test('a case is played in the studio as in `rubric serve`, by forms that carry their proof', async () => {
  const lead = await portal.as('service-lead');
  const played = await lead.send(`/studio${at}/play`, {}, '/play');
  expect(played.status).toBe(200);
  expect(played.words).toContain('An empty case');
});

test('every page of a demonstration says that it is one, also those of faults', async () => {
  const staff = await portal.as('facilitator');
  for (const url of ['/', at, `${at}/today`, `${at}/cases`, '/studio', '/nowhere'])
    expect((await staff.look(url)).words, url).toContain('Nobody here exists');
});

test('a fault of ours is told in a line with the route and the place, and with nothing that anybody typed', () => {
  const fault = Object.assign(new TypeError('Key (email)=(ann@example.org) is “her words”'), { code: '23505' });
  const line = lineOf(fault, { method: 'POST', route: '/:programme/cases/:ref' }, '2026-03-02T09:00:00Z');
  expect(line).toMatch(/^2026-03-02T09:00:00Z POST \/:programme\/cases\/:ref: TypeError 23505/);
  expect(line).not.toMatch(/ann|words|email/);
  expect(lineOf('her words', { method: 'GET', route: '/' }, '2026-03-02T09:00:00Z')).toBe(
    '2026-03-02T09:00:00Z GET /: string\n',
  );
});

test('a port that another program has is not taken: another one is, unless it has to be that one', async () => {
  const other = createServer();
  await new Promise<void>((ready) => other.listen(0, '127.0.0.1', ready));
  const taken = (other.address() as { port: number }).port;
  expect(await freePort(taken, true)).toBe(0);
  expect(await freePort(taken, false)).toBeUndefined();
  await new Promise((closed) => other.close(closed));
  expect(await freePort(taken, false)).toBe(taken);
});

test('the secret is made once, for its owner’s eyes, unless one is given that is long enough', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'rubric-secret-'));
  const made = await secretOf(folder);
  expect(made.length).toBeGreaterThanOrEqual(32);
  expect(await secretOf(folder)).toBe(made);
  expect((await stat(join(folder, 'secret'))).mode & 0o077).toBe(0);
  const given = 'x'.repeat(32);
  expect(await secretOf(folder, given)).toBe(given);
  expect((await readFile(join(folder, 'secret'), 'utf8')).trim()).toBe(made);
  await expect(secretOf(folder, 'short')).rejects.toThrow('RUBRIC_SECRET is too short');
  // A file that was cut off is no secret.
  await writeFile(join(folder, 'secret'), 'cut');
  expect((await secretOf(folder)).length).toBeGreaterThanOrEqual(32);
  await rm(folder, { recursive: true });
});
