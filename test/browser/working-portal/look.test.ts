/**
 * Every kind of page of the working portal, as somebody whose page it is, wide and narrow: what axe finds, ids that point
 * nowhere, words that are codes, scrolling sideways, one first heading, markup as sent. Then the states: nothing there, much
 * there, a name that nobody has room for, mistakes in what was sent; and what is shown at twice the size.
 */
import type { AddressInfo } from 'node:net';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, expect, test, vi } from 'vitest';
import type { Visitor } from '../../runtime/portal/portal-for-tests.js';
import { type Fetched, routeOf, walk } from '../../safety/crawl.js';
import { startChromium } from '../chromium.js';
import { inspect, markupFaults } from '../inspect.js';
import { idsIn } from '../portal-for-tests.js';
import { filledPortal, longName, type Somebody } from './filled-portal.js';

vi.setConfig({ testTimeout: 900_000, hookTimeout: 300_000 });

const folder = 'definitions';
const { portal, routes, people } = await filledPortal(folder, {
  now: '2026-11-22T09:00:00Z',
  crowded: 'harbour',
  many: 200,
});
const slugs = (await portal.library.all()).map(({ slug }) => slug);
const ids = (await Promise.all(slugs.map((slug) => idsIn(`${folder}/${slug}`)))).flat();
await portal.app.listen({ port: 0, host: '127.0.0.1' });
const url = `http://localhost:${(portal.app.server.address() as AddressInfo).port}`;
const browser = await startChromium();
afterAll(() => browser.close());

const nobody: Somebody = { name: 'Nobody', role: 'nobody', programme: '', cookie: () => '' };
/** Enough people that every kind of page is somebody's. */
const walkers = (): Somebody[] => [
  nobody,
  ...['referrer', 'service-lead', 'partner-support-worker'].map((role) => somebody(role, 'harbour')),
  somebody('facilitator', 'my-time'),
  somebody('administrator', ''),
];
const contexts = new Map<string, Promise<BrowserContext>>();

const contextOf = (who: Somebody): Promise<BrowserContext> => {
  const known = contexts.get(who.name);
  if (known) return known;
  const made = (async () => {
    const context = await browser.newContext({ locale: 'en-GB', reducedMotion: 'reduce' });
    const pairs = who.cookie() === '' ? [] : who.cookie().split('; ');
    await context.addCookies(
      pairs.map((pair) => {
        const at = pair.indexOf('=');
        return { name: pair.slice(0, at), value: pair.slice(at + 1), domain: 'localhost', path: '/' };
      }),
    );
    return context;
  })();
  contexts.set(who.name, made);
  return made;
};

/** What was looked at, by kind of state. */
const looked = new Map<string, string[]>();

/** Runs in the browser: by how much the page is wider than its window. */
const sideways = (): number => document.documentElement.scrollWidth - document.documentElement.clientWidth;

const ways = (title: string): string[] => [
  ...(/ – Rubric$/.test(title) ? [] : [`its title is “${title}”`]),
  ...(/undefined|null|\[object/.test(title) ? [`its title says “${title}”`] : []),
];

/** What is wrong with a page as it stands, as sentences. */
const faultsOf = async (page: Page, name: string, html: string): Promise<string[]> => {
  const markup = (await markupFaults(html)).map((fault) => `${name}: ${fault}`);
  const seen = await inspect(page, name, ids).then(
    () => [],
    (fault: Error) => [fault.message.replace(/\s+/g, ' ').slice(0, 600)],
  );
  const title = ways(await page.title()).map((fault) => `${name}: ${fault}`);
  const language = await page.evaluate(() => document.documentElement.lang);
  // A window of 1280 px at twice the size has room for 640.
  await page.setViewportSize({ width: 640, height: 450 });
  const larger = await page.evaluate(sideways);
  return [
    ...markup,
    ...seen,
    ...title,
    ...(language === 'en-GB' ? [] : [`${name}: its language is “${language}”`]),
    ...(larger > 0 ? [`${name}: ${larger} too wide at twice the size`] : []),
  ];
};

/** Opens an address as somebody, does what `act` does, and gives what is wrong then. */
const look = async (
  state: string,
  who: Somebody,
  path: string,
  act?: (page: Page) => Promise<void>,
): Promise<string[]> => {
  const page = await (await contextOf(who)).newPage();
  const sent: string[] = [];
  page.on('response', async (response) => {
    if (response.request().isNavigationRequest() && response.status() !== 303)
      sent.push(await response.text().catch(() => ''));
  });
  try {
    await page.goto(`${url}${path}`);
    await act?.(page);
    await page.waitForLoadState();
    looked.set(state, [...(looked.get(state) ?? []), path]);
    return await faultsOf(page, `${state}, ${who.role}, ${path.replace(url, '')}`, sent.at(-1) ?? '');
  } finally {
    await page.close();
  }
};

const inTurn = async (looks: (() => Promise<string[]>)[]): Promise<string[]> => {
  const faults: string[] = [];
  for (const one of looks) faults.push(...(await one()));
  return faults;
};

const somebody = (role: string, programme: string): Somebody => {
  const found = people.find((one) => one.role === role && (programme === '' || one.programme === programme));
  if (!found) throw new Error(`Nobody is ${role} of ${programme}.`);
  return found;
};

/** Pages of the studio, files and streams: the first are looked at in markup.test.ts, the others are no pages. */
const isPage = ({ route, status, said }: Fetched): boolean =>
  status === 200 && !/^\/studio\/.+|^\/assets|^\/live/.test(route) && /"content-type":"text\/html/.test(said);

test('every kind of page has no fault as it stands, wide, narrow and at twice the size', async () => {
  const found = new Map<string, { who: Somebody; page: Fetched }>();
  for (const who of walkers()) {
    const from = ['/', '/demonstration', '/sign-in', '/working-as', ...slugs.map((slug) => `/${slug}/refer`)];
    const pages = await walk(portal, { ...portal.anybody(), ...who }, { from, routes, atMost: 2 });
    for (const page of pages.filter(isPage)) {
      const before = found.get(page.route);
      // Of several the one that says most, and rather before the cases that are there for their number.
      if (!before || (before.who === who && page.said.length > before.page.said.length))
        found.set(page.route, { who, page });
    }
  }
  const kinds = [...found].sort(([a], [b]) => (a < b ? -1 : 1));
  const faults = await inTurn(
    kinds.map(
      ([, { who, page }]) =>
        () =>
          look('as it stands', who, page.url),
    ),
  );
  expect(kinds.length).toBeGreaterThan(50);
  expect(faults).toEqual([]);
});

test('pages with nothing on them say what will stand there', async () => {
  const visitor = await portal.as('facilitator', {
    programme: 'harbour',
    site: 'middlesbrough',
    name: 'Empty Handed',
  });
  const outside = await portal.as('referrer', { programme: 'harbour', name: 'Has Sent Nothing' });
  const of = (name: string, role: string, { cookie }: Visitor): Somebody => ({
    name,
    role,
    programme: 'harbour',
    cookie,
  });
  const inside = of('Empty Handed', 'facilitator', visitor);
  const faults = await inTurn([
    ...['today', 'cases?q=nobody+is+called+this', 'groups', 'groups/closure-days', 'reports', 'messages'].map(
      (page) => () => look('empty', inside, `/harbour/${page}`),
    ),
    () => look('empty', of('Has Sent Nothing', 'referrer', outside), '/harbour/my-referrals'),
    () => look('empty', somebody('administrator', ''), '/administration/audit?text=nothing+was+ever+this'),
    () => look('empty', nobody, '/nothing/is/here'),
  ]);
  expect(faults).toEqual([]);
});

test('a list of two hundred, and a name that nobody has room for, break no page', async () => {
  const worker = somebody('service-lead', 'harbour');
  const lines = (
    await portal.app.inject({
      url: '/harbour/cases?q=Bartholomew',
      headers: { cookie: worker.cookie(), host: 'localhost' },
    })
  ).body;
  const ref = /\/harbour\/cases\/([0-9A-Z]{4}-[0-9A-Z]{4})/.exec(lines)?.[1];
  expect(lines).toContain(longName);
  const faults = await inTurn([
    ...['cases', 'today', 'today?whose=all', 'groups', 'reports'].map(
      (page) => () => look('200 items', worker, `/harbour/${page}`),
    ),
    ...['', '/timeline', '/answers', '/decision', '/documents', '/assessment'].map(
      (page) => () => look('a long name', worker, `/harbour/cases/${ref}${page}`),
    ),
  ]);
  expect(faults).toEqual([]);
});

test('mistakes in what was sent are listed first, and that list has the focus', async () => {
  const worker = somebody('facilitator', 'harbour');
  const press = (words: string) => async (page: Page) => {
    await page.locator('#content').getByRole('button', { name: words, exact: true }).click();
    await expect.poll(() => page.locator('.govuk-error-summary').count(), { timeout: 20_000 }).toBe(1);
    expect(await page.title()).toMatch(/^Error: /);
    const focused = (): Promise<string> => page.evaluate(() => document.activeElement?.className ?? '');
    await expect.poll(focused, { timeout: 20_000 }).toContain('govuk-error-summary');
  };
  const invite = async (page: Page): Promise<void> => {
    await page.getByRole('link', { name: 'Invite somebody' }).click();
    await press('Send the invitation')(page);
  };
  const faults = await inTurn([
    () => look('mistakes', nobody, '/sign-in', press('Send me a code')),
    () => look('mistakes', nobody, '/sign-in/password', press('Continue')),
    () => look('mistakes', worker, '/harbour/groups/new', press('Make the group')),
    () => look('mistakes', worker, '/harbour/groups/closure-days', press('Add the closure day')),
    () => look('mistakes', somebody('administrator', ''), '/administration/programmes/harbour', invite),
  ]);
  expect(faults).toEqual([]);
});

test('what was looked at', () => {
  const counted = [...looked].map(([state, pages]) => `${String(pages.length).padStart(4)}  ${state}`);
  console.log(['Pages looked at, each at 1280 and 320 px:', ...counted].join('\n'));
  expect([...looked.keys()].sort()).toEqual(['200 items', 'a long name', 'as it stands', 'empty', 'mistakes']);
  expect(routeOf(routes, '/harbour/today')).toBe('/:programme/today');
});
