import type { Browser } from 'playwright-core';
import { startChromium } from './chromium.js';

/** Printing takes a second or two; one that takes longer than this, in milliseconds, is given up. */
const atMost = 30_000;

let printing: Promise<unknown> = Promise.resolve();

/** One after the other: each print is a browser of its own. */
const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
  const turn = printing.then(work, work);
  printing = turn.catch(() => undefined);
  return turn;
};

const print = async (browser: Browser, html: string): Promise<Buffer> => {
  const context = await browser.newContext({ javaScriptEnabled: false, offline: true });
  const page = await context.newPage();
  page.setDefaultTimeout(atMost);
  await page.route('**', (route) => route.abort());
  await page.setContent(html, { waitUntil: 'load', timeout: atMost });
  return page.pdf({ format: 'A4', preferCSSPageSize: true, printBackground: true, tagged: true, outline: true });
};

/**
 * Takes a whole page as `renderDocument` gives it; gives it printed as a tagged PDF with an outline, or `no-chromium`
 * where there is none to print with. Nothing is loaded from anywhere, and no script of it runs.
 */
export const toPdf = (html: string): Promise<Buffer | 'no-chromium'> =>
  inTurn(async () => {
    const browser = await startChromium();
    if (browser === 'no-chromium') return browser;
    try {
      return await print(browser, html);
    } finally {
      await browser.close();
    }
  });
