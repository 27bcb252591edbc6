/** What every answer of the portal carries, what no page holds, and what is turned away before anything is done with it. */
import { expect, test } from 'vitest';
import { portalRoutes } from '../../runtime/portal/portal-routes.js';
import type { For } from '../../runtime/server/access/access.js';
import { openAccess } from '../../runtime/server/access/open-access.js';
import { buildPortal, type PortalOptions } from '../../runtime/server/build-portal.js';
import { studioAccess } from '../../runtime/server/mount-studio.js';
import { sideOfRole } from '../../runtime/server/people/sides.js';
import type { Visitor } from '../runtime/portal/portal-for-tests.js';
import { walk } from '../safety/crawl.js';
import { filledPortal } from './filled-portal.js';

const filled = await filledPortal('examples/tollbeck-clear-road', '2026-11-20T10:00:00Z');
const { portal, programme, bundle, refs, routes, people } = filled;

/** The same office behind another door. */
const behind = async (options: Partial<PortalOptions>) =>
  buildPortal({
    office: portal.opened.office,
    guardAccess: (app, open) => portal.opened.access.guard(app, open),
    perMinute: 1_000_000,
    ...options,
  });

const pages = [
  ...['', 'today', 'cases', 'groups', 'partner-support', 'reports', 'messages', 'releases', 'refer', 'guidelines'].map(
    (page) => `/${programme}/${page}`.replace(/\/$/, ''),
  ),
  ...['/', '/sign-in', '/administration', '/studio', '/nowhere', '/a/%00', `/${'x'.repeat(500)}`],
  ...refs.map((ref) => `/${programme}/cases/${ref}`),
];

test('a page loads and sends only here, holds no script and no style of its own, and is kept by nothing on the way', {
  timeout: 240_000,
}, async () => {
  const seen = new Set<string>();
  for (const { who, visitor } of people) {
    for (const { said, url, route } of await walk(portal, visitor, { from: pages, routes, atMost: 1 })) {
      const [head = '', ...rest] = said.split('\n');
      const headers = JSON.parse(head) as Record<string, string>;
      const at = `${url} as ${who}`;
      const policy = headers['content-security-policy'] ?? '';
      for (const rule of ["default-src 'self'", "script-src 'self'", "style-src 'self'", "frame-ancestors 'none'"])
        expect(policy, at).toContain(rule);
      for (const rule of ["form-action 'self'", "base-uri 'none'", "object-src 'none'"])
        expect(policy, at).toContain(rule);
      expect(policy, at).not.toMatch(/unsafe|\*|https?:/);
      expect(headers, at).toMatchObject({
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
        'x-frame-options': 'DENY',
        'cache-control': 'no-store',
      });
      seen.add(route);
      if (!(headers['content-type'] ?? '').startsWith('text/html')) continue;
      const page = rest.join('\n');
      expect(page, at).not.toMatch(/<script(?![^>]*\ssrc="\/assets\/)/);
      // A document to be printed or kept is a file of its own, and comes under a policy that lets it style itself.
      expect(page, at).not.toMatch(/<[^>]*\s(?:style|on[a-z]+)=["']|<style|javascript:/i);
    }
  }
  console.info(`${seen.size} kinds of pages looked at.`);
  expect(seen.size).toBeGreaterThan(40);
});

test('where browsers come by TLS they are told to come by nothing else, and no cookie goes without it', async () => {
  const { office, people: register, store } = portal.opened;
  const { library, now } = office;
  const url = 'https://rubric.example';
  const secret = 'a secret for tests, and for nothing else whatever';
  const access = openAccess({ people: register, store, library, now, secret, url });
  const app = await behind({ tls: true, guardAccess: access.guard });
  const { headers } = await app.inject({ url: '/sign-in', headers: { host: 'rubric.example' } });
  expect(headers['strict-transport-security']).toMatch(/^max-age=31536000/);
  expect(headers['cross-origin-opener-policy']).toBe('same-origin');
  const lines = [headers['set-cookie'] ?? []].flat();
  expect(lines.length).toBeGreaterThan(0);
  for (const line of lines) expect(line).toMatch(/;\s*Secure/i);
  await app.close();
  const plain = await portal.app.inject({ url: '/sign-in', headers: { host: 'localhost' } });
  expect(plain.headers).not.toHaveProperty('strict-transport-security');
});

test('no script reads a cookie, and no other site sends one', async () => {
  const { cookies } = await portal.opened.people.signIn.known(people[1]?.visitor.email ?? '', 'Somebody');
  const page = await portal.app.inject({ url: '/sign-in', headers: { host: 'localhost' } });
  const lines = [...cookies, ...[page.headers['set-cookie'] ?? []].flat()];
  expect(lines.length).toBeGreaterThanOrEqual(2);
  for (const line of lines) {
    expect(line).toMatch(/;\s*HttpOnly/i);
    expect(line).toMatch(/;\s*SameSite=(Lax|Strict)/i);
  }
});

/** Of each route whom it is for. */
const ruleOf = new Map(
  portalRoutes(portal.opened.office).flatMap(({ method, url, config }) =>
    [method].flat().map((verb) => [`${verb} ${url}`, config.access.for] as const),
  ),
);
/** Somebody whom a route is for, and somebody whom it is not for, if there is anybody. */
const bothFor = (rule: For): { may: Visitor | undefined; mayNot: Visitor | undefined } => {
  const isFor = (who: string): boolean => {
    if (rule === 'anybody' || rule === 'signed-in') return true;
    if (rule === 'administrators') return who === 'administrator';
    const side = sideOfRole(bundle, who);
    if (rule === 'outside') return side === null && who !== 'administrator';
    return rule === 'inside' ? side !== null : side === (rule === 'staff' ? 'his' : 'hers');
  };
  const known = people.filter(({ who }) => who !== 'nobody');
  return { may: known.find(({ who }) => isFor(who))?.visitor, mayNot: known.find(({ who }) => !isFor(who))?.visitor };
};

test('a form without a proof that it came from a page of his is refused to whom it is for, and is not there for others', async () => {
  const posts = routes.filter(({ method }) => method !== 'GET' && method !== 'HEAD');
  expect(posts.length).toBeGreaterThan(40);
  const wrong: string[] = [];
  const form = 'application/x-www-form-urlencoded';
  const missing = new Map<string, string>();
  for (const { method, url } of posts) {
    const address = url
      .replace(':programme', programme)
      .replace(':ref', refs[0] ?? '')
      .replace(/:[A-Za-z]+(\([^)]*\))?/g, 'x')
      .replace('*', 'x');
    const { may, mayNot } = bothFor(
      url.startsWith('/studio') ? studioAccess.for : (ruleOf.get(`${method} ${url}`) ?? 'signed-in'),
    );
    const send = (who: Visitor | undefined, type: string, payload: string, to = address) =>
      portal.app.inject({
        ...{ method: method as 'POST', url: to, payload },
        headers: { host: 'localhost', cookie: who?.cookie() ?? '', 'content-type': type },
      });
    for (const payload of ['', '_csrf=', `_csrf=${'A'.repeat(43)}`, '_csrf[]=x&_csrf[]=y']) {
      const { statusCode } = await send(may, form, payload);
      if (statusCode !== 403) wrong.push(`${method} ${url} with “${payload}”: ${statusCode}`);
    }
    // What is not read at all, what is no form, and what is too much of one tell him no more than that.
    const odd: [string, string][] = [
      [form, ''],
      ['application/json', '{"_csrf":'],
      [form, `a=${'b'.repeat(600_000)}`],
    ];
    for (const [type, payload] of mayNot ? odd : []) {
      const email = mayNot?.email ?? '';
      const none = missing.get(email) ?? (await send(mayNot, type, payload, `/${programme}/no-such-page`)).body;
      missing.set(email, none);
      const { statusCode, body } = await send(mayNot, type, payload);
      if (statusCode !== 404 || body !== none) wrong.push(`${method} ${url} as ${email}, ${type}: ${statusCode}`);
    }
    const foreign = await portal.app.inject({
      method: method as 'POST',
      url: address,
      headers: { host: 'localhost', 'sec-fetch-site': 'cross-site', origin: 'https://elsewhere.example' },
    });
    if (foreign.statusCode !== 403) wrong.push(`${method} ${url} from elsewhere: ${foreign.statusCode}`);
  }
  expect(wrong).toEqual([]);
});

test('more than a form takes, and a file that is too large, are answered with a page that says so', async () => {
  const boundary = 'between';
  const file = `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="a.pdf"\r\nContent-Type: application/pdf\r\n\r\n${'%'.repeat(2_200_000)}\r\n--${boundary}--\r\n`;
  const bodies: [type: string, payload: string][] = [
    ['application/x-www-form-urlencoded', `a=${'b'.repeat(600_000)}`],
    ['application/x-www-form-urlencoded', '&a=b'.repeat(2_500)],
    [`multipart/form-data; boundary=${boundary}`, file],
  ];
  for (const [type, payload] of bodies) {
    const headers = { host: 'localhost', 'content-type': type };
    const { statusCode, body } = await portal.app.inject({ method: 'POST', url: '/sign-in', headers, payload });
    expect(statusCode).toBe(413);
    expect(body).toContain('That is too much to send at once');
  }
});

test('whoever asks for too much in a minute is told so in words, and others are not', async () => {
  const app = await behind({ perMinute: 5 });
  const ask = (remoteAddress: string) => app.inject({ url: '/sign-in', remoteAddress, headers: { host: 'localhost' } });
  for (let n = 0; n < 5; n += 1) expect((await ask('192.0.2.1')).statusCode).toBe(200);
  const { statusCode, body, headers } = await ask('192.0.2.1');
  expect(statusCode).toBe(429);
  expect(body).toContain('Wait a minute, and try again.');
  expect(headers['content-security-policy']).toContain("default-src 'self'");
  const other = await ask('192.0.2.2');
  expect(other.statusCode).toBe(200);
  // How much is left would tell how much others behind the same address ask for.
  for (const one of [headers, other.headers])
    expect(Object.keys(one).filter((name) => name.startsWith('x-ratelimit'))).toEqual([]);
  await app.close();
});

test('a server of one machine alone answers to no other name', async () => {
  const app = await behind({ hosts: ['localhost', '127.0.0.1', '[::1]'] });
  const status = async (host: string) => (await app.inject({ url: '/sign-in', headers: { host } })).statusCode;
  expect(await Promise.all(['localhost', 'localhost:3000', '127.0.0.1:3000', '[::1]:3000'].map(status))).toEqual([
    200, 200, 200, 200,
  ]);
  expect(await Promise.all(['elsewhere.example', 'localhost.elsewhere.example', '192.0.2.1'].map(status))).toEqual([
    421, 421, 421,
  ]);
  await app.close();
});
