import { existsSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { appForTests, beginCase, get, post, record, sendApplication } from '../runtime/server/app-for-tests.js';
import { inspect, markupFaults } from './inspect.js';
import { openPage, openPortal } from './portal-for-tests.js';

let app: Awaited<ReturnType<typeof appForTests>>;
beforeAll(async () => {
  app = await appForTests();
});
afterAll(() => app.close());

test('The markup of every page is valid', async () => {
  const at = await beginCase(app);
  await post(app, `${at}/forms/application/pages/who-you-are`, {});
  await post(app, `${at}/forms/application/pages/family`, { 'root[partner-known]': 'yes', do: 'add:partners' });
  const early = ['/forms/application', '/forms/application/pages/who-you-are', '/forms/application/pages/family'];
  const late = [
    '/forms/application/pages/garden',
    '/forms/application/check',
    '/judgements',
    '/judgements/keen',
    '/decision',
  ];
  const see = async (url: string): Promise<void> => {
    expect(await markupFaults((await get(app, url)).body), url).toEqual([]);
  };
  for (const url of ['/', '/gardening', '/gardening/forms/application', '/none/at/all']) await see(url);
  for (const page of early) await see(`${at}${page}`);
  await sendApplication(app, at);
  await record(app, at, 'keen', 'yes');
  for (const page of late) await see(`${at}${page}`);
});

const declared = join(dirname(fileURLToPath(import.meta.url)), '..', '..', 'definitions');
const programmes = existsSync(declared)
  ? readdirSync(declared, { withFileTypes: true }).filter((entry) => entry.isDirectory())
  : [];

test.each(programmes.map((entry) => entry.name))(
  'The pages of %s are fit for everybody',
  async (name) => {
    const portal = await openPortal(join(declared, name));
    const { page, complaints, context } = await openPage(portal, { javaScript: true });
    await page.goto(`${portal.url}/${name}`);
    await inspect(page, `the outline of ${name}`, portal.ids);
    await page
      .getByRole('button', { name: /^Fill in/ })
      .first()
      .click();
    await inspect(page, `the task list of ${name}`, portal.ids);
    const pages = await page
      .locator('.govuk-task-list__link')
      .evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).href));
    for (const address of pages) {
      await page.goto(address);
      await inspect(page, `${address} of ${name}`, portal.ids);
    }
    for (const place of ['What people decide', 'Decision']) {
      await page.getByRole('link', { name: place, exact: true }).click();
      await inspect(page, `${place} of ${name}`, portal.ids);
    }
    expect(complaints).toEqual([]);
    await context.close();
    await portal.close();
  },
  180_000,
);
