/**
 * The whole portal over a real Postgres, listening nowhere, with a clock that a test moves; and people who use it as a
 * browser without scripts would: `const portal = await portalForTests('definitions/…'); const lead = await
 * portal.as('service-lead'); await lead.send('/…', { … })`.
 */
import { rm } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { JSDOM } from 'jsdom';
import { afterAll } from 'vitest';
import { evaluate, type Id } from '../../../engine/index.js';
import { compile } from '../../../generator/index.js';
import { type Library, openLibrary } from '../../../runtime/definition/library.js';
import { buildPortal } from '../../../runtime/server/build-portal.js';
import { type Opened, openOffice } from '../../../runtime/server/open-office.js';
import { temporaryFolder } from '../store/store-for-tests.js';

/** What came back: its words, and what can be looked for in it. */
export interface Seen {
  status: number;
  html: string;
  /** The words of the page as people read them, with single spaces. */
  words: string;
  document: Document;
  location?: string;
}

/** Somebody at a browser. */
export interface Visitor {
  email: string;
  look(url: string): Promise<Seen>;
  /**
   * Opens a page, fills in its form (the one whose action contains `action`, or the first of its content), sends it, and
   * gives the answer; a redirect is followed.
   */
  send(url: string, fields: Record<string, string | string[]>, action?: string): Promise<Seen>;
  /** The cookies that it holds, as a header. */
  cookie(): string;
}

export interface PortalForTests {
  app: FastifyInstance;
  opened: Opened;
  library: Library;
  now(): string;
  at(instant: string): void;
  /** Somebody who acts in a role of a programme, or `administrator`. Each call with another name is another person. */
  as(role: Id | 'administrator', more?: { programme?: string; site?: Id; name?: string }): Promise<Visitor>;
  /** Somebody who is known already, whatever he may do. */
  signedIn(email: string, name: string): Promise<Visitor>;
  anybody(): Visitor;
  /** What was said of faults of ours. */
  faults: string[];
  folder: string;
}

interface Options {
  now?: string;
  demonstration?: boolean;
  /** Told of every route, as the server has it. */
  onRoute?(route: { method: string; url: string }): void;
}

const textsIn = (node: Node | null): string[] =>
  [...(node?.childNodes ?? [])].flatMap((one) => (one.nodeType === 3 ? [one.textContent ?? ''] : textsIn(one)));

const seen = (status: number, html: string, location?: string): Seen => {
  const { document } = new JSDOM(html).window;
  for (const hidden of document.querySelectorAll('style, script')) hidden.remove();
  const words = textsIn(document.body).join(' ').replace(/\s+/g, ' ').trim();
  return { status, html, words, document, ...(location !== undefined && { location }) };
};

const fieldsOf = (form: HTMLFormElement): [string, string][] =>
  [...form.querySelectorAll<HTMLInputElement>('input, textarea, select')].flatMap((field): [string, string][] => {
    const { name, type, value } = field;
    if (name === '' || ((type === 'checkbox' || type === 'radio') && !field.checked)) return [];
    return type === 'submit' || type === 'file' ? [] : [[name, value]];
  });

const visitorAt = (app: FastifyInstance, email: string, cookies: Map<string, string>): Visitor => {
  const cookie = (): string => [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  const ask = async (method: 'GET' | 'POST', url: string, payload?: string): Promise<Seen> => {
    const answer = await app.inject({
      method,
      url,
      headers: {
        cookie: cookie(),
        host: 'localhost',
        ...(method === 'POST' && {
          'content-type': 'application/x-www-form-urlencoded',
          origin: 'http://localhost',
          'sec-fetch-site': 'same-origin',
        }),
      },
      ...(payload !== undefined && { payload }),
    });
    for (const { name, value, ...rest } of answer.cookies) {
      if (rest.maxAge === 0) cookies.delete(name);
      else cookies.set(name, encodeURIComponent(value));
    }
    return seen(answer.statusCode, answer.body, answer.headers.location as string | undefined);
  };
  const follow = async (answer: Seen): Promise<Seen> =>
    answer.status === 303 && answer.location ? ask('GET', answer.location.replace(/#.*$/, '')) : answer;
  return {
    email,
    cookie,
    look: (url) => ask('GET', url),
    async send(url, fields, action) {
      const page = await follow(await ask('GET', url));
      const forms = [...page.document.querySelectorAll<HTMLFormElement>('#content form')];
      const form = forms.find((one) => action === undefined || (one.getAttribute('action') ?? '').includes(action));
      if (!form) throw new Error(`There is no such form at ${url} (${page.status}): ${page.words.slice(0, 500)}`);
      const sent = new URLSearchParams(fieldsOf(form).filter(([name]) => !Object.hasOwn(fields, name)));
      for (const [name, value] of Object.entries(fields)) for (const one of [value].flat()) sent.append(name, one);
      return follow(await ask('POST', form.getAttribute('action') ?? url, sent.toString()));
    },
  };
};

/** Also of one that is opened by a test or before it: what is registered there to be done afterwards never is. */
const toClose: (() => Promise<void>)[] = [];
afterAll(async () => {
  for (const close of toClose) await close();
});

/** Serves the definitions in a folder. Closed when the test file is done. */
export const portalForTests = async (folder: string, options: Options = {}): Promise<PortalForTests> => {
  const clock = { now: options.now ?? '2026-03-02T09:00:00Z' };
  const faults: string[] = [];
  const place = await temporaryFolder();
  const library = await openLibrary(resolve(folder), (texts) => compile(texts, { play: evaluate }), {
    watching: false,
  });
  const opened = await openOffice({
    library,
    database: { dataFolder: place, embedded: { durable: false } },
    now: () => clock.now,
    secret: 'a secret for tests, and for nothing else whatever',
    url: () => 'http://localhost',
  });
  const app = await buildPortal({
    office: opened.office,
    guardAccess(app, open) {
      // Before any route is added, so that none is missed.
      app.addHook('onRoute', ({ method, url }) => {
        for (const one of [method].flat()) options.onRoute?.({ method: one, url });
      });
      return opened.access.guard(app, open);
    },
    perMinute: 1_000_000,
    log: (line) => faults.push(line),
    ...(options.demonstration && { demonstration: true }),
  });
  toClose.push(async () => {
    await app.close();
    await opened.close();
    await library.close();
    await rm(place, { recursive: true, force: true });
  });
  const first = (await library.all())[0]?.slug ?? '';
  const signedIn = async (address: string, name: string): Promise<Visitor> => {
    const { cookies } = await opened.people.signIn.known(address, name);
    const jar = new Map(
      cookies.map((line) => {
        const [pair = ''] = line.split(';');
        return [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)] as const;
      }),
    );
    return visitorAt(app, address, jar);
  };
  return {
    app,
    opened,
    library,
    faults,
    folder: place,
    now: () => clock.now,
    at(instant) {
      clock.now = instant;
    },
    async as(role, { programme = first, site, name = `Some ${role}` } = {}) {
      const email = `${name}.${role}.${programme}`.toLowerCase().replace(/[^a-z0-9.]+/g, '-');
      const grants = role === 'administrator' ? [] : [{ programme, role, ...(site && { site }) }];
      const address = `${email}@people.example`;
      const administers = role === 'administrator';
      await opened.people.demonstrate([{ name, email: address, grants, administers }]);
      return signedIn(address, name);
    },
    signedIn,
    anybody: () => visitorAt(app, '', new Map()),
  };
};
