/** A provider of one's own, as somebody new makes it: `rubric new`, `rubric serve`, and then in the browser. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, expect, test } from 'vitest';
import { startChromium } from './chromium.js';
import { inspect } from './inspect.js';
import { fillDay, goOn, headed, idsIn, openPage, type Portal, soon } from './portal-for-tests.js';

const bin = join(process.cwd(), 'runtime/cli/bin.js');
const place = mkdtempSync(join(tmpdir(), 'rubric-new-provider-'));
const open: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of open.splice(0)) await close();
});

afterAll(() => rmSync(place, { recursive: true, force: true }));

/** Runs `rubric` in the empty folder, as from a shell. */
const rubric = (...words: string[]): string => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [bin, ...words], { cwd: place, encoding: 'utf8' });
  expect(status, stderr).toBe(0);
  return stdout;
};

const addressOf = (server: ChildProcess): Promise<string> =>
  new Promise((resolve, reject) => {
    let said = '';
    server.stdout?.on('data', (piece) => {
      said += String(piece);
      const address = /Rubric is at (\S+)/.exec(said)?.[1];
      if (address) resolve(address);
    });
    server.once('exit', () => reject(new Error(`rubric serve ended: ${said}`)));
  });

/** `rubric serve`, as `rubric new` printed it, and a browser to look at it with. */
const serve = async (folder: string, said: string): Promise<Portal> => {
  const command = /^ {2}(node .* serve .*)$/m.exec(said)?.[1] ?? '';
  expect(command).toBe(`node ${bin} serve ${folder}`);
  const server = spawn(`exec ${command} --port 0`, { cwd: place, shell: true, stdio: ['ignore', 'pipe', 'inherit'] });
  open.push(async () => {
    const ended = new Promise((resolve) => server.once('exit', resolve));
    server.kill('SIGTERM');
    await ended;
  });
  const [url, browser] = [await addressOf(server), await startChromium()];
  const close = (): Promise<void> => browser.close();
  open.push(close);
  return { url, browser, ids: await idsIn(join(place, folder)), edit: async () => undefined, close };
};

const refer = async (page: Page): Promise<void> => {
  await page.getByRole('link', { name: 'About you' }).click();
  await page.getByLabel('Your name').fill('Rae Example');
  await page.getByLabel('Your e-mail address').fill('rae@agency.example');
  await fillDay(page, 'Date of this referral', ['5', '1', '2026']);
  await goOn(page);
  await headed(page, 'The young person');
  await page.getByLabel('Full name').fill('Sam Example');
  // 15 on the day of the referral; the programme begins at 16.
  await fillDay(page, 'Date of birth', ['6', '1', '2010']);
  await page
    .getByRole('group', { name: 'Is help with language or reading needed?' })
    .getByLabel('No', { exact: true })
    .check();
  await goOn(page);
  await headed(page, 'Partners');
  await page.getByRole('button', { name: 'Add a partner' }).click();
  await page.getByLabel('Name', { exact: true }).fill('Ann Example');
  await goOn(page);
  await headed(page, 'Check your answers');
  await goOn(page, 'Send');
};

test('From an empty folder to a form, an outcome, a case that is played, and its report', {
  timeout: 300_000,
}, async () => {
  const names = [
    '--provider',
    'Larch House',
    '--title',
    'Steady Hands',
    '--for',
    'young person',
    '--minimum-age',
    '16',
  ];
  const said = rubric('new', 'steady-hands', ...names, '--sessions', '10', '--partners', 'yes');
  expect(said).toMatch(/^Steady Hands is in steady-hands: 14 files, and \d+ scenarios that pass\./);
  const portal = await serve('steady-hands', said);
  const { page, complaints, context } = await openPage(portal, { javaScript: true });
  const see = (name: string): Promise<void> => inspect(page, name, portal.ids);

  await page.goto(portal.url);
  await page.getByRole('link', { name: 'Steady Hands' }).first().click();
  await see('the outline of the new programme');
  expect(await page.locator('main').innerText()).toContain('The young person must be 16 or over.');
  await page.getByRole('button', { name: 'Fill in the referral form' }).click();
  await refer(page);
  await headed(page, 'Not eligible');
  expect(await page.locator('main').innerText()).toContain('The young person must be 16 or over.');
  expect(await page.locator('main').innerText()).not.toContain('Ann Example');
  await see('the outcome of the new form');

  await page.goto(`${portal.url}/steady-hands/play`);
  await page.getByText('Over time').click();
  await page
    .getByRole('button', { name: 'The file is to be closed at the last of the absences, and not before.' })
    .click();
  await page.locator('#player-now').waitFor();
  await soon(() => page.locator('#player-now').innerText()).toContain('has the file closed');
  await see('a case of the new programme');

  await page.getByRole('link', { name: 'Reports and messages on this day' }).click();
  await page.getByRole('link', { name: 'As the referrer would see it – Progress report' }).click();
  await headed(page, 'Progress report');
  const report = await page.locator('.rubric-document').innerText();
  // Attended on 12 January, and missed on 19 and 26 January and 2 February.
  expect(report).toContain('4 sessions were due: 1 attended, 3 missed.');
  expect(report).toContain('Larch House');
  expect(report).not.toMatch(/Ann Example|Bea Example/);
  await see('the report of the new programme');
  expect(complaints).toEqual([]);
  await context.close();
});

test('A copy of another provider’s definition is served under the new name', { timeout: 300_000 }, async () => {
  const names = ['--provider', 'Larch House', '--title', 'Steady Hands'];
  const said = rubric('new', 'copied', '--from', 'harbour', ...names);
  const portal = await serve('copied', said);
  const { page, complaints, context } = await openPage(portal, { javaScript: true });
  await page.goto(portal.url);
  await page.getByRole('link', { name: 'Steady Hands' }).first().click();
  await inspect(page, 'the outline of a copy', portal.ids);
  const outline = await page.locator('main').innerText();
  expect(outline).toContain('Larch House');
  expect(outline).not.toMatch(/harbour/i);
  await page
    .getByRole('button', { name: /^Fill in the / })
    .first()
    .click();
  expect(await page.locator('main').innerText()).not.toMatch(/harbour/i);
  await page.goto(`${portal.url}/copied/play`);
  await page.locator('.rubric-pick summary').first().click();
  await page.locator('.rubric-pick button').first().click();
  await page.locator('#player-now').waitFor();
  await page.getByRole('link', { name: 'Reports and messages on this day' }).click();
  await page
    .getByRole('link', { name: /^As the .* would see it/ })
    .first()
    .click();
  expect(await page.locator('.rubric-document').innerText()).toContain('Larch House');
  expect(complaints).toEqual([]);
  await context.close();
});
