import type { Browser } from 'playwright-core';
import { howToGetChromium, startChromium as start } from '../../runtime/documents/chromium.js';

/** Starts Chromium as printing does. Rejects with how to get one where there is none; the tests that need it then fail. */
export const startChromium = async (): Promise<Browser> => {
  const browser = await start();
  if (browser === 'no-chromium')
    throw new Error(`The browser tests need Chromium, and none was found. ${howToGetChromium}`);
  return browser;
};
