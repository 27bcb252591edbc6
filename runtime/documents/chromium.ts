import { existsSync } from 'node:fs';
import type { Browser } from 'playwright-core';

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** What to do where there is no Chromium. */
export const howToGetChromium =
  'Get one with "npx playwright-core install chromium" or "apt-get install chromium", or say where it is in CHROMIUM_PATH.';

/** `CHROMIUM_PATH=none` says that none is to be used. */
const isUnwanted = (): boolean => process.env.CHROMIUM_PATH === 'none';

const places = (): string[] =>
  [process.env.CHROMIUM_PATH, '/usr/bin/chromium', '/usr/bin/chromium-browser'].filter(
    (path): path is string => path !== undefined && existsSync(path),
  );

/** The library that drives it, which an installation may leave out. */
const driver = async (): Promise<typeof import('playwright-core').chromium | undefined> => {
  try {
    return (await import('playwright-core')).chromium;
  } catch {
    return undefined;
  }
};

/**
 * Starts Chromium: the one in CHROMIUM_PATH, the system's, the user's own Chrome, or Playwright's. Gives `no-chromium`
 * where there is none. Whoever starts it closes it.
 */
export const startChromium = async (): Promise<Browser | 'no-chromium'> => {
  const chromium = isUnwanted() ? undefined : await driver();
  if (chromium === undefined) return 'no-chromium';
  const [executablePath] = places();
  if (executablePath) return chromium.launch({ executablePath, args: flags });
  for (const options of [{ channel: 'chrome' }, {}]) {
    try {
      return await chromium.launch({ ...options, args: flags });
    } catch {
      // The next one may be there.
    }
  }
  return 'no-chromium';
};

/** Where Chrome is put by its own installers. */
const chromes = [
  '/opt/google/chrome/chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/** Whether there is a Chromium that could print, as far as can be seen without starting it. */
export const hasChromium = async (): Promise<boolean> => {
  const chromium = isUnwanted() ? undefined : await driver();
  return chromium !== undefined && (places().length > 0 || [...chromes, chromium.executablePath()].some(existsSync));
};
