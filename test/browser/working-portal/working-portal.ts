/**
 * The working portal, served to a browser, with a clock that the test moves; people who use it by keys alone; and every
 * page they pass held to what `inspect` asks, each kind once.
 */
import type { AddressInfo } from 'node:net';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, expect } from 'vitest';
import type { Id } from '../../../engine/index.js';
import { type PortalForTests, portalForTests } from '../../runtime/portal/portal-for-tests.js';
import { startChromium } from '../chromium.js';
import { inspect, markupFaults } from '../inspect.js';
import { idsIn } from '../portal-for-tests.js';
import { type Keys, keysOf } from './keys.js';

/** Somebody at the keys of a browser of his own. */
export interface Person extends Keys {
  context: BrowserContext;
  /** Opens an address, as from a bookmark. */
  open(path: string): Promise<void>;
  /** The words of the page's content. */
  words(): Promise<string>;
  /** Holds the page as it stands to what every page must be; each kind is looked at once. */
  look(kind: string): Promise<void>;
}

export interface WorkingPortal {
  url: string;
  portal: PortalForTests;
  /** Somebody who has not signed in. */
  anybody(): Promise<Person>;
  /** Somebody signed in who acts in a role. The same name and role are the same person. */
  as(role: Id | 'administrator', more?: { programme?: string; site?: Id; name?: string }): Promise<Person>;
  /** Kinds of pages that were looked at, in order. */
  looked: string[];
  /** What consoles complained of. */
  complaints: string[];
}

/** Looks at pages, each kind once, at both widths. */
export const inspecting = (ids: string[], looked: string[]) => {
  const served = new WeakMap<Page, () => Promise<string>>();
  return {
    /** Keeps what the server sends to a page, for its markup is looked at as sent. */
    keep(page: Page): void {
      page.on('response', (response) => {
        if (response.request().isNavigationRequest() && response.status() !== 303)
          served.set(page, () => response.text());
      });
    },
    async look(page: Page, kind: string): Promise<void> {
      if (looked.includes(kind)) return;
      looked.push(kind);
      expect((await markupFaults((await served.get(page)?.()) ?? '')).join('\n'), `${kind}: markup`).toBe('');
      await inspect(page, kind, ids);
    },
  };
};

/** Makes people of contexts. */
export const seats = (url: () => string, ids: string[], looked: string[], complaints: string[]) => {
  const inspection = inspecting(ids, looked);
  return async (context: BrowserContext): Promise<Person> => {
    const page = await context.newPage();
    inspection.keep(page);
    page.on('pageerror', (error) => complaints.push(String(error)));
    page.on('console', (message) => {
      // That a page answered 4xx is said of every refusal that the test asks for.
      if (['error', 'warning'].includes(message.type()) && !/status of 4\d\d/.test(message.text()))
        complaints.push(`${message.text()} (${page.url()})`);
    });
    return {
      ...keysOf(page),
      context,
      async open(path) {
        await page.goto(new URL(path, url()).href);
      },
      words: async () => (await page.locator('#content').innerText()).replace(/\s+/g, ' '),
      look: (kind) => inspection.look(page, kind),
    };
  };
};

/** Serves the definition in a folder to Chromium. Closed when the test file is done. */
export const workingPortal = async (folder: string, now: string): Promise<WorkingPortal> => {
  const portal = await portalForTests(folder, { now });
  await portal.app.listen({ port: 0, host: '127.0.0.1' });
  const url = `http://localhost:${(portal.app.server.address() as AddressInfo).port}`;
  const browser = await startChromium();
  afterAll(() => browser.close());
  const looked: string[] = [];
  const complaints: string[] = [];
  const seat = seats(() => url, await idsIn(folder), looked, complaints);
  const context = (): Promise<BrowserContext> => browser.newContext({ locale: 'en-GB', acceptDownloads: true });
  return {
    url,
    portal,
    looked,
    complaints,
    anybody: async () => seat(await context()),
    async as(role, more) {
      const own = await context();
      let signedIn = '';
      const signIn = async (): Promise<void> => {
        if (signedIn === portal.now()) return;
        signedIn = portal.now();
        const pairs = (await portal.as(role, more)).cookie().split('; ');
        const cookies = pairs.map((pair) => ({
          name: pair.slice(0, pair.indexOf('=')),
          value: pair.slice(pair.indexOf('=') + 1),
        }));
        await own.addCookies(cookies.map((cookie) => ({ ...cookie, domain: 'localhost', path: '/' })));
      };
      const person = await seat(own);
      return {
        ...person,
        // Days lie between, and nobody stays signed in so long.
        async open(path) {
          await signIn();
          await person.open(path);
        },
      };
    },
  };
};
