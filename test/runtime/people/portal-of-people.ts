/** The pages of people over a real database, with a few pages beside them that stand for those of other features. */
import type { FastifyInstance, LightMyRequestResponse } from 'fastify';
import { afterAll } from 'vitest';
import { administrationRoutes } from '../../../runtime/portal/administration/routes.js';
import { showError } from '../../../runtime/portal/error-page/controller.js';
import { handOverRoutes } from '../../../runtime/portal/hand-over/controller.js';
import type { Office } from '../../../runtime/portal/office.js';
import { peopleRoutes } from '../../../runtime/portal/sign-in/routes.js';
import { access, type PortalRoute } from '../../../runtime/server/access/access.js';
import { SignInFirst } from '../../../runtime/server/access/faults.js';
import { openAccess, type Reception } from '../../../runtime/server/access/open-access.js';
import { appBasis } from '../../../runtime/server/app-basis.js';
import { studioAccess } from '../../../runtime/server/mount-studio.js';
import { pageFiles } from '../../../runtime/server/page-files.js';
import { openPeople } from '../../../runtime/server/people/people.js';
import { referralStore } from '../../../runtime/server/store/referral-store.js';
import { storeForTests } from '../store/store-for-tests.js';
import { libraryOfTwo } from './programmes.js';

export const secret = 'a secret of these tests alone, of 45 letters.';

const html = (content: string): string =>
  `<!DOCTYPE html><html lang="en-GB"><head><title>x</title></head><body><div id="notices"></div>${content}</body></html>`;

const noteForm = html(
  `<form method="post" action="/river/notes/send"><input name="key" type="hidden" value="k2"/><input name="title"/>
  <textarea name="root[words]"></textarea><select name="kind"><option value="call">A call</option><option value="visit">A visit</option></select>
  <input type="checkbox" name="tick" value="yes"/><input type="radio" name="way" value="a"/><input type="radio" name="way" value="b"/>
  <button>Save</button></form>`,
);

/** Pages for each kind of person, and a form whose page has another address than what it is sent to. */
const others = (sent: unknown[]): PortalRoute[] => {
  const page = (url: string, rule: keyof typeof access, handler?: PortalRoute['handler']): PortalRoute => ({
    method: 'GET',
    url,
    config: { access: access[rule] },
    handler: handler ?? (async (_request, reply) => reply.type('text/html; charset=utf-8').send(html('<p>Here.</p>'))),
  });
  return [
    page('/:programme/today', 'inside'),
    page('/:programme/staff-only', 'staff'),
    page('/:programme/partner-support', 'supporters'),
    page('/:programme/my-referrals', 'ownReferral'),
    { ...page('/studio', 'inside'), config: { access: studioAccess } },
    page('/:programme/cases/:ref', 'caseInside'),
    page('/:programme/partner-support/:ref', 'caseSupporters'),
    page('/:programme/notes', 'inside', async (_request, reply) =>
      reply.type('text/html; charset=utf-8').send(noteForm),
    ),
    {
      method: 'POST',
      url: '/:programme/notes/send',
      config: { access: access.inside },
      async handler(request, reply) {
        sent.push(request.body);
        return reply.code(303).header('location', '/river/notes').send();
      },
    },
  ];
};

/** A browser without a script: it keeps cookies, and sends a form with the hidden fields of the page it is on. */
export class Browser {
  readonly cookies = new Map<string, string>();
  page = '';
  at = '';
  constructor(private readonly app: FastifyInstance) {}

  private async ask(method: 'GET' | 'POST', url: string, fields?: Record<string, string>) {
    const answer: LightMyRequestResponse = await this.app.inject({
      method,
      url,
      headers: {
        cookie: [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; '),
        ...(fields ? { 'content-type': 'application/x-www-form-urlencoded' } : {}),
      },
      ...(fields ? { payload: new URLSearchParams(fields).toString() } : {}),
    });
    for (const { name, value, maxAge } of answer.cookies) {
      if (value === '' || maxAge === 0) this.cookies.delete(name);
      else this.cookies.set(name, encodeURIComponent(value));
    }
    if (answer.statusCode !== 303) {
      this.page = answer.payload;
      this.at = url;
    }
    return answer;
  }
  get(url: string) {
    return this.ask('GET', url);
  }
  /** The hidden fields that the server put into the page's forms. */
  hidden(): Record<string, string> {
    return Object.fromEntries(
      [...this.page.matchAll(/<input type="hidden" name="(_csrf|_page)" value="([^"]*)"/g)].map(([, name, value]) => [
        String(name),
        String(value).replace(/&amp;/g, '&'),
      ]),
    );
  }
  /** Sends a form of the page it is on; `plain` without what the server put there. */
  post(url: string, fields: Record<string, string>, plain = false) {
    return this.ask('POST', url, plain ? fields : { ...this.hidden(), ...fields });
  }
  /** Sends a form and goes where that leads, once. */
  async send(url: string, fields: Record<string, string>) {
    const answer = await this.post(url, fields);
    return answer.statusCode === 303 ? this.get(String(answer.headers.location)) : answer;
  }
}

export const portalOfPeople = async ({ demonstration = true } = {}) => {
  const forTests = await storeForTests();
  const { store, now } = forTests;
  const { library, bundles } = libraryOfTwo();
  const codes: { email: string; code: string }[] = [];
  const invitations: { email: string; path: string }[] = [];
  const people = openPeople({
    store,
    library,
    now,
    secret,
    url: 'http://localhost',
    sendCode: async (email, code) => void codes.push({ email, code }),
    sendInvitation: async (email, path) => void invitations.push({ email, path }),
  });
  const opened = openAccess({ people, store, library, now, secret, url: 'http://localhost' });
  const reception: Reception = { ...people, ...opened, demonstration };
  const office = {
    library,
    now,
    store,
    referrals: referralStore(store.within),
    people: reception,
    signedIn: opened.door.signedIn,
    actor: opened.door.actor,
  };
  const sent: unknown[] = [];
  let toSignIn: ReturnType<typeof opened.guard> | undefined;
  const app = await appBasis({ perMinute: 100_000 }, (fault, request, reply) =>
    fault instanceof SignInFirst ? void toSignIn?.(fault, request, reply) : showError(fault, request, reply),
  );
  toSignIn = opened.guard(app, pageFiles);
  const whole = office as unknown as Office;
  const routes = [...peopleRoutes(whole), ...administrationRoutes(whole), ...handOverRoutes(whole), ...others(sent)];
  for (const route of routes) app.route(route);
  app.get('/unsaid', async () => 'Here.');
  afterAll(() => app.close());

  const latest = (email: string): string => codes.findLast((each) => each.email === email)?.code ?? '';
  /** Somebody who comes in with a code. */
  const signIn = async (email: string, browser = new Browser(app)): Promise<Browser> => {
    await browser.get('/sign-in');
    await browser.send('/sign-in', { email });
    await browser.post('/sign-in/code', { code: latest(email) });
    return browser;
  };
  const idOf = async (email: string): Promise<string> => {
    const [row] = await forTests.ask<{ id: string }>('owner', 'select id from rubric.person where email = $1', [email]);
    return row?.id ?? '';
  };
  return {
    ...forTests,
    app,
    people,
    reception,
    library,
    bundles,
    codes,
    invitations,
    routes,
    sent,
    latest,
    signIn,
    idOf,
    office,
  };
};
