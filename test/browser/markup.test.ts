import { existsSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { compile } from '../../generator/index.js';
import { openLibrary } from '../../runtime/definition/library.js';
import { buildApp } from '../../runtime/server/build-app.js';
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

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const declared = join(root, 'definitions');
const programmes = existsSync(declared)
  ? readdirSync(declared, { withFileTypes: true }).filter((entry) => entry.isDirectory())
  : [];

test('Every page of every programme that is declared here is valid, and can be asked for', async () => {
  for (const folder of [declared, join(root, 'examples')].filter(existsSync)) {
    const library = await openLibrary(folder, compile, { watching: false });
    const portal = await buildApp({ library });
    for (const { slug, definition } of await library.all()) {
      const { bundle } = definition.loaded();
      expect(bundle, `${slug} has no mistake`).toBeDefined();
      for (const form of bundle?.forms ?? []) {
        const begun = await post(portal, `/${slug}/forms/${form.id}`);
        const at = String(begun.headers.location);
        const pages = form.pages.map((page) => `${at}/pages/${page.id}`);
        const others = ['decision', 'judgements'].map((name) => at.replace(/forms\/.*/, name));
        for (const url of [`/${slug}`, `/${slug}/trace`, at, `${at}/check`, ...pages, ...others]) {
          const page = await get(portal, url);
          expect(page.statusCode, url).toBe(200);
          expect(await markupFaults(page.body), url).toEqual([]);
        }
      }
    }
    await portal.close();
    await library.close();
  }
});

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
  400_000,
);
