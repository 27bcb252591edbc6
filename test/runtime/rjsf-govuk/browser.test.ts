import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startChromium } from '../../browser/chromium.js';
import type { State } from './specimen.js';
import { specimenPage } from './specimen-page.js';

const pictures = process.env.RUBRIC_PICTURES;
const cases: [string, State[], number][] = [
  ['everything but forms', [], 1280],
  ['everything but forms', [], 320],
  ['a filled form', ['filled'], 320],
  ['a wrong form', ['wrong'], 1280],
  ['a wrong form', ['wrong'], 320],
];

let browser: Browser;
let context: BrowserContext;
beforeAll(async () => {
  browser = await startChromium();
  context = await browser.newContext();
});
afterAll(async () => await browser?.close());

async function open(forms: State[], width: number) {
  const page = await context.newPage();
  await page.setViewportSize({ width, height: 900 });
  await page.setContent(specimenPage(forms));
  return page;
}

/** What sticks out of the window at its right side, unless it stands in a box that scrolls. */
const wide = (page: Page) =>
  page.evaluate(() =>
    Array.from(document.body.querySelectorAll('*'))
      .filter((element) => element.getBoundingClientRect().right > window.innerWidth && !element.closest('pre'))
      .map((element) => `${element.tagName} ${element.className}`),
  );

test.each(cases)('%s (%j, %i px) passes axe and needs no sideways scrolling', async (name, forms, width) => {
  const page = await open(forms, width);
  if (pictures) {
    mkdirSync(pictures, { recursive: true });
    const file = join(pictures, `${name.replaceAll(' ', '-')}-${width}`);
    writeFileSync(`${file}.html`, specimenPage(forms));
    await page.screenshot({ path: `${file}.png`, fullPage: true });
  }
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
  expect(await wide(page)).toEqual([]);
  await page.close();
});

test('at 320 px and twice the text size nothing is cut off sideways', async () => {
  for (const forms of [[], ['wrong']] as State[][]) {
    const page = await open(forms, 320);
    await page.addStyleTag({ content: 'html { font-size: 200% }' });
    expect(await wide(page)).toEqual([]);
    await page.close();
  }
});

test('a link of the error summary puts the focus on its question', async () => {
  const page = await open(['wrong'], 1280);
  for (const id of ['wrong_date-of-birth', 'wrong_allotment', 'wrong_neighbours']) {
    await page.click(`a[href="#${id}"]`);
    expect(await page.evaluate(() => document.activeElement?.id)).toBe(id);
  }
  await page.close();
});

test('Enter in a text box goes on and removes nothing', async () => {
  const page = await open(['filled'], 1280);
  const sent = page.evaluate(
    () =>
      new Promise<string[]>((done) => {
        document.querySelector('form')?.addEventListener('submit', (event) => {
          event.preventDefault();
          const { submitter } = event as SubmitEvent;
          done([submitter?.className ?? '', submitter?.getAttribute('value') ?? '']);
        });
      }),
  );
  await page.press('[name="filled[neighbours][1][name]"]', 'Enter');
  expect(await sent).toEqual(['rubric-default-button', '']);
  await page.close();
});
