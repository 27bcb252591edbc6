/** The path of every programme that is declared here, and one of its scenarios played. */
import { existsSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { inspect, markupFaults } from './inspect.js';
import { openPage, openPortal, soon } from './portal-for-tests.js';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const programmes = ['definitions', 'examples']
  .map((folder) => join(root, folder))
  .filter(existsSync)
  .flatMap((folder) =>
    readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => ({ name, folder: join(folder, name) })),
  );

const sideways = (page: Page): Promise<number> =>
  page.evaluate(() => {
    document.documentElement.style.fontSize = '200%';
    return document.documentElement.scrollWidth - document.documentElement.clientWidth;
  });

/** The page as it was served, its text at 200 %, at two widths. */
const atTwiceTheSize = async (page: Page): Promise<void> => {
  for (const width of [1280, 640]) {
    await page.setViewportSize({ width, height: 900 });
    expect(await sideways(page), `${page.url()} at ${width}`).toBe(0);
  }
  await page.setViewportSize({ width: 1280, height: 900 });
};

test.each(programmes)(
  'The path of $name, and a scenario of it that is played, are fit for everybody',
  async ({ name, folder }) => {
    const portal = await openPortal(folder);
    const { page, complaints, context } = await openPage(portal, { javaScript: true });
    const see = async (what: string): Promise<void> => {
      const { body } = await fetch(page.url()).then(async (response) => ({ body: await response.text() }));
      expect(await markupFaults(body), what).toEqual([]);
      await inspect(page, `${what} of ${name}`, portal.ids);
    };
    await page.goto(`${portal.url}/${name}`);
    await see('the outline');
    await page.goto(`${portal.url}/${name}/path`);
    await see('the path');
    await atTwiceTheSize(page);
    await page.getByRole('link', { name: 'Play a case', exact: true }).click();
    await page.waitForURL(/play$/);
    await page
      .locator('details.rubric-pick')
      .last()
      .evaluate((file) => file.setAttribute('open', ''));
    await page.locator('details.rubric-pick').last().getByRole('button').last().click();
    await page.locator('#player-now').waitFor();
    for (const why of await page.locator('#player-now details > summary').all()) await why.click();
    await see('a played scenario');
    const day = () => page.locator('#player-words').innerText();
    const before = await day();
    await page.locator('#player-range').focus();
    await page.keyboard.press('ArrowRight');
    await soon(day).not.toBe(before);
    await atTwiceTheSize(page);
    expect(complaints).toEqual([]);
    await context.close();
    await portal.close();
  },
  200_000,
);
