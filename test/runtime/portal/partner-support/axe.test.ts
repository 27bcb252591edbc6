/** Each page of her side, empty, filled and with faults, at both widths. */
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { look } from '../../../../runtime/portal/look/build-look.js';
import { startChromium } from '../../../browser/chromium.js';
import { portalForTests } from '../portal-for-tests.js';
import { liveHerLife, review } from './her-life.js';
import { referred } from './two-partners.js';

const portal = await portalForTests('definitions', { now: '2026-03-02T18:00:00Z' });
const long = 'Wilhelmina-Theodora Featherstonehaugh-Cholmondeley of the Lower Meadows';
const ref = await referred(portal, 'harbour', {
  name: `Alan ${long}`,
  more: { 'partner-known': 'yes' },
  partners: [{ name: 'Bea Brook', phone: '07700 900111' }, { name: long }],
});
const worker = await portal.as('partner-support-worker', { programme: 'harbour', name: 'Wen Worker' });
const base = `/harbour/partner-support/${ref}`;
const faults = await liveHerLife(worker, `${base}/1`, 'service-lead', portal);
const lead = await portal.as('service-lead', { programme: 'harbour', name: 'Lea Lead' });
const none = await portal.as('partner-contact', { programme: 'my-time', name: 'Con Contact' });

const pages: [name: string, html: string][] = [];
for (const ending of ['', '/reach', '/wishes', '/contact', '/details', '/tell', '/review'])
  for (const entry of ['1', '2'])
    pages.push([`${entry}${ending}`, (await worker.look(`${base}/${entry}${ending}`)).html]);
for (const url of ['/harbour/partner-support', base, `${base}/add`]) pages.push([url, (await worker.look(url)).html]);
for (const [ending, fields] of [
  ['/reach', { 'from-1': '17:00', 'to-1': '09:00' }],
  ['/contact', { way: 'letter', outcome: 'message-left', when: '' }],
  ['/wishes', { seen: 'something older', support: 'no', told: 'no', on: '2026-03-02' }],
] as const)
  pages.push([`${ending} with faults`, (await worker.send(`${base}/1${ending}`, fields)).html]);
pages.push(['nothing', (await none.look('/my-time/partner-support')).html]);
for (const url of [`/harbour/cases/${ref}/review`, `/harbour/cases/${ref}/reviews/${review.key}`])
  pages.push([url, (await lead.look(url)).html]);

let browser: Browser;
beforeAll(async () => {
  browser = await startChromium();
});
afterAll(async () => await browser?.close());

const dressed = (html: string): string =>
  html
    .replace(/<script[\s\S]*?<\/script>/g, '')
    .replace(/<link rel="stylesheet"[^>]*>/, () => `<style>${look()}</style>`);

test('the pages are those that are meant', () => {
  expect(faults).toEqual([]);
  for (const [name, html] of pages) expect(html, name).not.toContain('There is no page at this address');
});

test.each([1280, 320])(
  'every page of her side passes axe at %i px, with no sideways scrolling',
  async (width) => {
    const context = await browser.newContext({ viewport: { width, height: 900 } });
    const page = await context.newPage();
    for (const [name, html] of pages) {
      await page.setContent(dressed(html));
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(
        violations.map(({ id, nodes }) => [id, nodes[0]?.html]),
        `${name} at ${width}`,
      ).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth), name).toBeLessThanOrEqual(width);
      const dangling = await page.evaluate(() =>
        [...document.querySelectorAll('[aria-labelledby], [aria-describedby], label[for]')].flatMap((one) =>
          ['aria-labelledby', 'aria-describedby', 'for']
            .flatMap((name) => one.getAttribute(name)?.split(/\s+/) ?? [])
            .filter((id) => !document.getElementById(id)),
        ),
      );
      expect(dangling, name).toEqual([]);
      expect(await page.locator('main').innerText(), name).not.toMatch(
        /\d{4}-\d\d-\d\d|\b[a-z]+-[a-z]+-[a-z]+-[a-z]+\b/,
      );
    }
    await context.close();
  },
  180_000,
);
