import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const howToGetIt =
  'The browser tests need Chromium, and none was found. Get it with "npx playwright-core install chromium" or ' +
  '"apt-get install chromium", or say where it is in CHROMIUM_PATH.';

const places = (): string[] =>
  [process.env.CHROMIUM_PATH, '/usr/bin/chromium', '/usr/bin/chromium-browser'].filter(
    (path): path is string => path !== undefined && existsSync(path),
  );

/**
 * Starts Chromium: the one in CHROMIUM_PATH, the system's, the user's own Chrome, or Playwright's. Rejects with how to
 * get one where there is none; the tests that need it then fail.
 */
export const startChromium = async (): Promise<Browser> => {
  const [executablePath] = places();
  if (executablePath) return chromium.launch({ executablePath, args: flags });
  for (const options of [{ channel: 'chrome' }, {}]) {
    try {
      return await chromium.launch({ ...options, args: flags });
    } catch {
      // The next one may be there.
    }
  }
  throw new Error(howToGetIt);
};
