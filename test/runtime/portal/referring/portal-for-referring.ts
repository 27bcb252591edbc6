/** The whole portal over a real database and the invented programme beside this file, with browsers that have no script. */
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { FastifyInstance, LightMyRequestResponse } from 'fastify';
import { afterAll } from 'vitest';
import { compile } from '../../../../generator/index.js';
import { openLibrary } from '../../../../runtime/definition/library.js';
import { buildPortal } from '../../../../runtime/server/build-portal.js';
import { openOffice } from '../../../../runtime/server/open-office.js';
import { storeForTests } from '../../store/store-for-tests.js';

const ofTheseTests = join(dirname(fileURLToPath(import.meta.url)), 'definitions');

/** Somebody at the pages, who follows where they send him. */
export class Visitor {
  private readonly cookies = new Map<string, string>();
  /** The page that was last shown, and its address. */
  page = '';
  at = '';
  constructor(private readonly app: FastifyInstance) {}

  take(lines: readonly string[]): void {
    for (const line of lines) {
      const [pair = ''] = line.split(';');
      this.cookies.set(pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1));
    }
  }

  async ask(method: 'GET' | 'POST', url: string, fields: Record<string, string> = {}): Promise<LightMyRequestResponse> {
    const answer = await this.app.inject({
      method,
      url,
      headers: {
        cookie: [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; '),
        ...(method === 'POST' && {
          'content-type': 'application/x-www-form-urlencoded',
          'sec-fetch-site': 'same-origin',
        }),
      },
      ...(method === 'POST' && { payload: new URLSearchParams({ ...this.proof(), ...fields }).toString() }),
    });
    this.take([answer.headers['set-cookie'] ?? []].flat());
    if (answer.statusCode !== 303) {
      this.page = answer.payload;
      this.at = url;
    }
    return answer;
  }
  /** What the server put into the forms of the page. */
  private proof(): Record<string, string> {
    const found = this.page.matchAll(/<input type="hidden" name="(_csrf|_page)" value="([^"]*)"/g);
    return Object.fromEntries(
      [...found].map(([, name, value]) => [String(name), String(value).replace(/&amp;/g, '&')]),
    );
  }
  async get(url: string): Promise<string> {
    const answer = await this.ask('GET', url);
    return wordsOf(answer.payload);
  }
  /** The address without what stands after a mark. */
  private static page(url: string): string {
    return url.split('#')[0] ?? url;
  }
  /** Sends a form of the page; goes where that leads, and gives the words there. */
  async send(url: string, fields: Record<string, string> = {}): Promise<string> {
    const answer = await this.ask('POST', url, fields);
    if (answer.statusCode === 303) return this.get(Visitor.page(String(answer.headers.location)));
    return wordsOf(this.page);
  }
}

/** The words that a page shows, without its markup. */
export const wordsOf = (html: string): string =>
  html
    .replace(/<(script|style|head)[\s\S]*?<\/\1>/g, ' ')
    .replace(/<[^>]*>/g, ' ')
    .replace(/&#x27;/g, '’')
    .replace(/&amp;/g, '&')
    .replace(/\s+/g, ' ')
    .trim();

/** A portal at noon on Monday 2 March 2026. Call it at the top of a test file. */
export const portalForReferring = async (definitions = ofTheseTests) => {
  const forTests = await storeForTests({ now: '2026-03-02T12:00:00Z' });
  const library = await openLibrary(definitions, compile, { watching: false });
  const codes = new Map<string, string>();
  const opened = await openOffice({
    library,
    codeKept: (email, code) => void codes.set(email, code),
    database: { databaseUrl: forTests.url },
    now: forTests.now,
    secret: 'a secret of these tests alone, of 45 letters.',
    url: () => 'http://localhost',
  });
  const app = await buildPortal({ office: opened.office, guardAccess: opened.access.guard, perMinute: 100_000 });
  afterAll(async () => {
    await app.close();
    await opened.close();
    await library.close();
  });
  const enter = async (email: string, name: string): Promise<Visitor> => {
    const visitor = new Visitor(app);
    const entered = await opened.people.signIn.known(email, name);
    visitor.take(entered.cookies);
    return visitor;
  };
  return {
    ...forTests,
    ...opened,
    app,
    nobody: () => new Visitor(app),
    /** Somebody who proves an address, page by page: that of signing in, and that of the code. */
    async proves(email: string): Promise<Visitor> {
      const visitor = new Visitor(app);
      await visitor.get('/sign-in');
      await visitor.send('/sign-in', { email });
      await visitor.send('/sign-in/code', { code: codes.get(email) ?? '' });
      return visitor;
    },
    /** Somebody outside who is signed in, as with a code. */
    outside: (name: string) => enter(`${name.toLowerCase()}@agency.example`, name),
    /** Somebody inside, in one role of a programme. */
    async inside(name: string, programme: string, role: string, site?: string): Promise<Visitor> {
      const email = `${name.toLowerCase()}@service.example`;
      await opened.people.demonstrate([{ name, email, grants: [{ programme, role, ...(site && { site }) }] }]);
      return enter(email, name);
    },
  };
};
export type PortalForReferring = Awaited<ReturnType<typeof portalForReferring>>;

/** A referral of the invented programme, page by page. */
export const aReferral = {
  'who-refers': { 'root[referrer-email]': 'kim@agency.example', 'root[area]': 'north' },
  'the-man': {
    'root[full-name]': 'Zoltan Invented',
    'root[date-of-birth][day]': '27',
    'root[date-of-birth][month]': '3',
    'root[date-of-birth][year]': '1985',
    'root[sex]': 'man',
  },
  family: { 'root[partners][0][name]': 'Petra Canary', 'root[partners][0][phone]': '07700 900 982' },
} as const;

/** Begins a referral; gives the address of its list of pages. */
export const begin = async (visitor: Visitor, start = '/still-river/refer', role = 'referrer'): Promise<string> => {
  await visitor.get(start);
  await visitor.send(start, { form: 'referral', role });
  return visitor.at;
};

/** Fills in the pages named, and nothing else. */
export const fillIn = async (visitor: Visitor, at: string, pages: Partial<Record<keyof typeof aReferral, object>>) => {
  for (const [page, fields] of Object.entries(pages)) {
    await visitor.get(`${at}/pages/${page}`);
    await visitor.send(`${at}/pages/${page}`, fields as Record<string, string>);
  }
};

/** Sends a whole referral; gives its reference. */
export const refer = async (
  visitor: Visitor,
  changes: Record<string, string> = {},
  start = '/still-river/refer',
): Promise<string> => {
  const at = await begin(visitor, start);
  await fillIn(visitor, at, { ...aReferral, 'the-man': { ...aReferral['the-man'], ...changes } });
  await visitor.get(`${at}/check`);
  await visitor.send(`${at}/check`);
  return /[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(visitor.at)?.[0] ?? visitor.at;
};
