/** Handbooks as the public reads them. */
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { inspect, markupFaults } from './inspect.js';
import { openPage, openPortal } from './portal-for-tests.js';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const programmes = ['definitions/harbour', 'definitions/my-time', 'examples/tollbeck-clear-road'].map((name) => ({
  name,
  folder: join(root, name),
}));

test.each(programmes)(
  'The handbook of $name is found from its programme, and fit for everybody',
  async ({ folder }) => {
    const portal = await openPortal(folder);
    const { page, complaints, context } = await openPage(portal, { javaScript: true });
    await page.goto(portal.url);
    await page.locator('.rubric-choice__link').click();
    await page.getByRole('link', { name: 'Handbook', exact: true }).click();
    expect(await markupFaults(await (await fetch(page.url())).text())).toEqual([]);
    await inspect(page, 'the handbook', portal.ids);
    expect(await page.locator('h1').count()).toBe(1);
    const contents = page.getByRole('navigation', { name: 'Contents' }).getByRole('link');
    expect(await contents.allInnerTexts()).toEqual(await page.locator('#content h2').allInnerTexts());
    await contents.last().click();
    expect(await page.locator(':target h2').innerText()).toBe(await contents.last().innerText());
    expect(complaints).toEqual([]);
    await context.close();
    await portal.close();
  },
);
