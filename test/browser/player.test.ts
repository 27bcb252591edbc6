import { readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { writeEvening } from './evening-programme.js';
import { inspect } from './inspect.js';
import { faultsListed, openPage, openPortal, type Portal, soon } from './portal-for-tests.js';

let portal: Portal;
let folder: string;
beforeEach(async () => {
  folder = await writeEvening();
  portal = await openPortal(folder);
});
afterEach(async () => {
  await portal.close();
  await rm(dirname(folder), { recursive: true });
});

const scenario = 'Two absences ask for the case to be closed.';

const play = async (page: Page): Promise<void> => {
  await page.goto(`${portal.url}/evening`);
  await page.getByRole('link', { name: 'Play a case' }).click();
  await page.getByRole('button', { name: scenario }).click();
  await page.locator('#player-now').waitFor();
};
const now = (page: Page): Promise<string> => page.locator('#player-now').innerText();
const day = (page: Page): Promise<string> => page.locator('#player-words').innerText();
const standsAt = (page: Page, words: string) => soon(() => day(page)).toBe(words);

test.each([{ javaScript: true }, { javaScript: false }])(
  'The path of a programme is fit for everybody, and each box leads to its place in the definition ($javaScript)',
  async ({ javaScript }) => {
    const { page, complaints, context } = await openPage(portal, { javaScript });
    await page.goto(`${portal.url}/evening/path`);
    await inspect(page, 'the path', portal.ids, javaScript);
    await page.locator('svg a', { hasText: 'First part' }).click();
    expect(new URL(page.url()).hash).toMatch(/^#sessions/);
    expect(await page.locator(new URL(page.url()).hash.replaceAll('.', '\\.')).count()).toBe(1);
    expect(complaints).toEqual([]);
    await context.close();
  },
  60_000,
);

test('A page that plays nothing and asks nothing loads a script of a few kilobytes', async () => {
  const { page, context } = await openPage(portal, { javaScript: true });
  await page.goto(`${portal.url}/evening/path`);
  const sizes = await page.evaluate(() =>
    performance
      .getEntriesByType('resource')
      .flatMap((one) => (one.name.endsWith('.js') ? [(one as PerformanceResourceTiming).decodedBodySize] : [])),
  );
  expect(sizes.length).toBeGreaterThan(0);
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(10_000);
  await context.close();
}, 60_000);

test('At 320 pixels the path is its table', async () => {
  const { page, context } = await openPage(portal, { javaScript: true });
  await page.setViewportSize({ width: 320, height: 800 });
  await page.goto(`${portal.url}/evening/path`);
  expect(await page.locator('svg.rubric-path__drawing').isVisible()).toBe(false);
  expect(await page.getByRole('rowheader', { name: 'Second part' }).isVisible()).toBe(true);
  await context.close();
}, 60_000);

test('A date dragged with the arrow keys shows the case on each day, worked out in the browser', async () => {
  const { page, complaints, context } = await openPage(portal, { javaScript: true });
  await play(page);
  await inspect(page, 'a played case', portal.ids);
  await standsAt(page, 'Monday 26 January 2026');
  await soon(() => now(page)).toContain('Whoever misses two sessions will be closed.');
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.locator('#player-range').focus();
  await page.keyboard.press('ArrowLeft');
  await standsAt(page, 'Sunday 25 January 2026');
  await soon(() => now(page)).toContain('No rule asks for anything on this day.');
  for (let n = 0; n < 20; n += 1) await page.keyboard.press('ArrowLeft');
  // 25 - 20 = 5: the day on which he started.
  await standsAt(page, 'Monday 5 January 2026');
  await soon(() => now(page)).toContain('On the programme');
  await page.keyboard.press('ArrowLeft');
  await soon(() => now(page)).toContain('Awaiting assessment');
  await soon(() => page.evaluate(() => document.activeElement?.id)).toBe('player-range');
  await soon(() => page.locator('#player-range').getAttribute('aria-valuetext')).toBe(
    'Sunday 4 January 2026: Awaiting assessment',
  );
  expect(asked.filter((url) => !url.endsWith('/mark.svg'))).toEqual([]);
  await soon(() => new URL(page.url()).searchParams.get('on')).toBe('2026-01-04');
  expect(complaints).toEqual([]);
  await context.close();
}, 120_000);

test('Buttons and links go to events and days, and a why that is open stays open', async () => {
  const { page, complaints, context } = await openPage(portal, { javaScript: true });
  await play(page);
  await page.getByRole('button', { name: 'Event before' }).click();
  await standsAt(page, 'Monday 19 January 2026');
  await page.getByRole('button', { name: 'Event after' }).click();
  await standsAt(page, 'Monday 26 January 2026');
  await page.locator('details[id^="why-rule-two-missed"] summary').click();
  await soon(() => now(page)).toContain('Clause 4');
  await soon(() => now(page)).toMatch(/Written in programme\.yaml, line \d+/);
  await inspect(page, 'a played case with a why', portal.ids);
  await page.getByRole('button', { name: 'Day after' }).click();
  await standsAt(page, 'Tuesday 27 January 2026');
  await soon(() => page.locator('details[id^="why-rule-two-missed"]').getAttribute('open')).not.toBeNull();
  await page.getByRole('link', { name: 'on Thursday 29 January 2026' }).click();
  await standsAt(page, 'Thursday 29 January 2026');
  await page.getByLabel('Go to').fill('2027-06-01');
  await page.getByRole('button', { name: 'Show' }).click();
  await standsAt(page, 'Tuesday 1 June 2027');
  expect(complaints).toEqual([]);
  await context.close();
}, 120_000);

const playThrough = async (javaScript: boolean): Promise<void> => {
  const { page, complaints, context } = await openPage(portal, { javaScript });
  const see = (name: string): Promise<void> => inspect(page, name, portal.ids, javaScript);
  await play(page);
  await page.getByLabel('What happens', { exact: true }).selectOption({ label: 'An incident was reported' });
  await page.getByRole('button', { name: 'Go on' }).click();
  await see('adding something');
  await page.getByRole('button', { name: 'Add it, and see what follows' }).click();
  await faultsListed(page, ['Answer “How severe was it?”']);
  await see('adding something with a fault');
  await page.getByRole('group', { name: 'How severe was it?' }).getByLabel('High').check();
  await page.getByRole('button', { name: 'Add it, and see what follows' }).click();
  await soon(() => page.locator('#follows').innerText()).toContain('Severe incidents may lead to a suspension');
  await see('what follows');
  await page.getByRole('button', { name: /^Confirm – Whoever misses/ }).click();
  await soon(() => now(page)).toContain('Closed');
  await soon(() => page.locator('#follows').innerText()).toMatch(/State\s+On the programme\s+Closed/);
  await page.getByRole('button', { name: /^Remove – Confirmed/ }).click();
  await soon(() => now(page)).toContain('On the programme');
  await page.getByLabel('What should happen to whom').fill('A severe incident after two absences.');
  await page.getByLabel('Name of the file').fill('severe-incident');
  await page.getByRole('button', { name: 'Save with the definition' }).click();
  await see('a saved scenario');
  const text = await readFile(join(folder, 'scenarios', 'severe-incident.yaml'), 'utf8');
  expect(text).toContain('happened: incident, with: { severity: high }');
  await page.getByLabel('Name of the file').fill('severe-incident');
  await page.getByRole('button', { name: 'Save with the definition' }).click();
  await soon(() => page.locator('#error-summary').innerText()).toContain('is not overwritten');
  await see('a scenario that is not saved');
  expect(complaints).toEqual([]);
  await context.close();
};

test(
  'Something is added, its consequences are seen, it is taken out again, and the case is saved as a scenario',
  () => playThrough(true),
  200_000,
);
test('The same goes without JavaScript', () => playThrough(false), 200_000);

test('Without JavaScript a date and a button show another day', async () => {
  const { page, context } = await openPage(portal, { javaScript: false });
  await play(page);
  expect(await page.locator('#player-range').isVisible()).toBe(false);
  await page.getByLabel('Go to').fill('2026-01-13');
  await page.getByRole('button', { name: 'Show' }).click();
  await standsAt(page, 'Tuesday 13 January 2026');
  await page.getByRole('button', { name: 'Event after' }).click();
  await standsAt(page, 'Monday 19 January 2026');
  await context.close();
}, 60_000);

test('With text at 200 % nothing runs out of the window', async () => {
  const { page, context } = await openPage(portal, { javaScript: true });
  await play(page);
  for (const [address, width] of [
    [page.url(), 1280],
    [page.url(), 640],
    [`${portal.url}/evening/path`, 1280],
    [`${portal.url}/evening/play`, 640],
  ] as const) {
    await page.setViewportSize({ width, height: 900 });
    await page.goto(address);
    await page.evaluate(() => {
      document.documentElement.style.fontSize = '200%';
    });
    const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    expect(over, `${address} at ${width}`).toBe(0);
  }
  await context.close();
}, 60_000);

test('An open case follows the rule that is changed in the file', async () => {
  const { page, complaints, context } = await openPage(portal, { javaScript: true });
  await play(page);
  await page.waitForTimeout(500);
  const file = join(folder, 'programme.yaml');
  const text = await readFile(file, 'utf8');
  await writeFile(file, text.replace('missed-sessions reaches 2', 'missed-sessions reaches 3'));
  await soon(() => now(page)).toContain('No rule asks for anything on this day.');
  // The slider of the page that was fetched again works by the new rule too.
  await page.getByRole('button', { name: 'Day before' }).click();
  await standsAt(page, 'Sunday 25 January 2026');
  await page.getByRole('button', { name: 'Day after' }).click();
  await standsAt(page, 'Monday 26 January 2026');
  await soon(() => now(page)).toContain('No rule asks for anything on this day.');
  expect(complaints).toEqual([]);
  await context.close();
}, 60_000);
