/** A portal over a copy of the invented definition, which a test may edit, and a browser to look at it with. */
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { expect } from 'vitest';
import type { Bundle } from '../../engine/contract/index.js';
import { compile } from '../../generator/index.js';
import { readTexts } from '../../runtime/definition/read-texts.js';
import { startServer } from '../../runtime/server/start-server.js';
import { definitions } from '../runtime/server/app-for-tests.js';
import { startChromium } from './chromium.js';

export interface Portal {
  url: string;
  browser: Browser;
  /** All ids of the definition. */
  ids: string[];
  /** Replaces words in programme.yaml. */
  edit(from: string, to: string): Promise<void>;
  close(): Promise<void>;
}

/** What the author has written for people to read; "same-sex" in it is English, whatever else is called so. */
const authored = (bundle: Bundle): string =>
  [
    ...bundle.clauses.map((clause) => clause.says),
    ...bundle.facts.flatMap((fact) => [fact.ask, fact.hint ?? '', ...fact.options.map((option) => option.label)]),
    ...bundle.criteria.map((criterion) => criterion.words),
  ].join(' ');

/** Every id that a definition declares: what nobody should read on a page. */
export const idsIn = async (folder: string): Promise<string[]> => {
  const { bundle } = compile(await readTexts(folder));
  if (!bundle) throw new Error(`The definition in ${folder} has mistakes.`);
  const read = authored(bundle);
  const ids = [...Object.keys(bundle.map), ...bundle.facts.flatMap((fact) => fact.options.map((option) => option.id))];
  return ids.filter((id) => !read.includes(id));
};

/** Opens the invented definition, or those in `folder` as they are. */
export const openPortal = async (folder?: string): Promise<Portal> => {
  const place = folder ?? (await mkdtemp(join(tmpdir(), 'rubric-')));
  if (!folder) await cp(definitions, place, { recursive: true });
  const server = await startServer({ folder: place, port: 0 });
  const browser = await startChromium();
  const file = join(place, 'gardening', 'programme.yaml');
  return {
    url: server.url,
    browser,
    ids: await idsIn(folder ?? join(place, 'gardening')),
    async edit(from, to) {
      const text = await readFile(file, 'utf8');
      if (!text.includes(from)) throw new Error(`“${from}” is not in programme.yaml.`);
      await writeFile(file, text.replace(from, to));
    },
    async close() {
      await browser.close();
      await server.close();
      if (!folder) await rm(place, { recursive: true, force: true });
    },
  };
};

/** A page in a browser of its own. What its console complains of is gathered. */
export const openPage = async (
  portal: Portal,
  options: { javaScript: boolean },
): Promise<{ page: Page; complaints: string[]; context: BrowserContext }> => {
  const context = await portal.browser.newContext({ javaScriptEnabled: options.javaScript });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(`${message.text()} (${page.url()})`);
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  return { page, complaints, context };
};

/** What will be so before long. A busy machine may take its time; one that is not waits for nothing. */
export const soon = <T>(read: () => T): ReturnType<typeof expect.poll<T>> => expect.poll(read, { timeout: 20_000 });

/** The page with this heading is there, all of it. */
export const headed = async (page: Page, words: string): Promise<void> => {
  await soon(() => page.locator('h1').innerText()).toContain(words);
  await page.waitForLoadState();
};

/** The faults listed at the top of the page, once they are there. */
export const faultsListed = async (page: Page, faults: unknown[]): Promise<void> => {
  await soon(() => page.locator('#error-summary a').allInnerTexts()).toEqual(faults);
  await page.waitForLoadState();
};

/** A day in its three boxes. */
export const fillDay = async (page: Page, legend: string, parts: [string, string, string]): Promise<void> => {
  const group = page.getByRole('group', { name: legend });
  await group.getByLabel('Day').fill(parts[0]);
  await group.getByLabel('Month').fill(parts[1]);
  await group.getByLabel('Year').fill(parts[2]);
};

/** The button that goes on; its hidden copy, which the Enter key presses, is passed over. */
export const goOn = async (page: Page, words = 'Save and continue'): Promise<void> => {
  await page.getByRole('button', { name: words, exact: true }).click();
};
