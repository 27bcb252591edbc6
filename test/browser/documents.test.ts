import { rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { writeReporting } from '../runtime/documents/reporting-programme.js';
import { inspect } from './inspect.js';
import { openPage, openPortal, type Portal, soon } from './portal-for-tests.js';

let portal: Portal;
let folder: string;
beforeAll(async () => {
  folder = await writeReporting();
  portal = await openPortal(folder);
});
afterAll(async () => {
  await portal.close();
  await rm(dirname(folder), { recursive: true });
});

const play = async (page: Page): Promise<void> => {
  await page.goto(`${portal.url}/evening/play`);
  await page.getByRole('button', { name: 'Three sessions.' }).click();
  await page.locator('#player-now').waitFor();
};
const content = (page: Page): Promise<string> => page.locator('#content').innerText();

test.each([{ javaScript: true }, { javaScript: false }])(
  'From a played case to its reports, to the copy of each recipient, and to what that copy withholds ($javaScript)',
  async ({ javaScript }) => {
    const { page, complaints, context } = await openPage(portal, { javaScript });
    const see = (name: string): Promise<void> => inspect(page, name, portal.ids, javaScript);
    await play(page);
    await page.getByRole('link', { name: 'Reports and messages on this day' }).click();
    await see('the documents of a case');
    await soon(() => content(page)).toContain('Mid-way report');
    await page.getByRole('link', { name: 'As the referrer would see it – Mid-way report' }).click();
    await see('a report as its recipient sees it');
    await soon(() => page.locator('h1').innerText()).toBe('Mid-way report');
    const shown = await page.locator('.rubric-document').innerText();
    expect(shown).toContain('Draft: not written yet: “Engagement”; not reviewed yet.');
    expect(shown).toContain('His car broke down.');
    expect(shown).not.toMatch(/He comes to her work|He drinks at home|Withheld/);
    await page.getByRole('link', { name: 'As those who support her see it' }).click();
    await see('a report with what is withheld');
    const struck = await page.locator('.rubric-document del').allInnerTexts();
    expect(struck).toContain('He comes to her work.');
    expect(struck.join(' ')).toContain('He drinks at home.');
    expect(await page.locator('.rubric-document .rubric-hers').first().innerText()).toBe('Withheld');
    await page.getByRole('link', { name: 'For the client' }).click();
    await soon(() => page.locator('.rubric-caption').innerText()).toContain('The copy for the client');
    await page.getByLabel('As of the end of').fill('2026-01-12');
    await page.getByRole('button', { name: 'Show' }).click();
    await soon(() => page.locator('.rubric-document').innerText()).toContain('1 session was due');
    expect(complaints).toEqual([]);
    await context.close();
  },
  120_000,
);

test('A message for each partner is shown for each of them, and a message without headings is a letter', async () => {
  const { page, complaints, context } = await openPage(portal, { javaScript: true });
  await play(page);
  await page.getByRole('link', { name: 'Reports and messages on this day' }).click();
  await page.getByRole('link', { name: 'As the partner would see it – How he attends, Ann Reed' }).click();
  await inspect(page, 'a message for a partner', portal.ids);
  expect(await page.locator('.rubric-document').innerText()).toContain('Monday 19 January 2026');
  await page.getByRole('link', { name: 'Back' }).click();
  await page.getByRole('link', { name: 'As the referrer would see it – Acknowledgement' }).click();
  await inspect(page, 'a letter', portal.ids);
  await soon(() => page.locator('h1').innerText()).toBe('Your referral of Sam Reed');
  expect(complaints).toEqual([]);
  await context.close();
}, 120_000);
