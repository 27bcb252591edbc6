/** Coming in by a code, by a password and a second step, and what happens when it goes wrong. */
import { createHmac } from 'node:crypto';
import { expect, test } from 'vitest';
import { cookieLine } from '../../../runtime/server/access/csrf.js';
import { openPeople } from '../../../runtime/server/people/people.js';
import { Browser, portalOfPeople, secret } from './portal-of-people.js';

const portal = await portalOfPeople();
const { app, at, now, people, latest, signIn, idOf, codes } = portal;

const demonstrator = (name: string, role: string, more: { site?: string; programme?: string } = {}) => ({
  name,
  email: `${name.toLowerCase()}@example.org`,
  grants: [{ programme: more.programme ?? 'river', role, ...(more.site ? { site: more.site } : {}) }],
});
await people.demonstrate([
  demonstrator('Fay', 'facilitator'),
  demonstrator('Sue', 'support-worker'),
  { name: 'Ada', email: 'ada@example.org', grants: [], administers: true },
]);

/** What an app that was given this address shows now, as RFC 6238 says. */
const codeOfApp = (address: string): string => {
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
  const coded = (new URL(address).searchParams.get('secret') ?? '').replace(/=+$/, '');
  const bits = [...coded].map((letter) => letters.indexOf(letter).toString(2).padStart(5, '0')).join('');
  const key = Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000)));
  const digest = createHmac('sha1', key).update(counter).digest();
  const offset = (digest[19] ?? 0) & 15;
  return String((digest.readUInt32BE(offset) & 0x7fffffff) % 1_000_000).padStart(6, '0');
};

test('whoever is not signed in is sent to sign in, and comes back to the page that was asked for', async () => {
  const browser = new Browser(app);
  const asked = await browser.get('/river/cases/7K3Q-9F2M');
  expect(asked.statusCode).toBe(303);
  expect(asked.headers.location).toBe('/sign-in?next=%2Friver%2Fcases%2F7K3Q-9F2M');
  const form = await browser.get(String(asked.headers.location));
  expect(form.payload).toContain('name="next" value="/river/cases/7K3Q-9F2M"');
  await browser.send('/sign-in', { email: 'Fay@Example.org', next: '/river/cases/7K3Q-9F2M' });
  expect(browser.page).toContain('fay@example.org');
  const done = await browser.post('/sign-in/code', { code: latest('fay@example.org') });
  expect([done.statusCode, done.headers.location]).toEqual([303, '/river/cases/7K3Q-9F2M']);
  expect((await browser.get('/river/cases/7K3Q-9F2M')).statusCode).toBe(200);
});

test('the session is a cookie that no script reads and no other site sends', async () => {
  const browser = new Browser(app);
  await browser.get('/sign-in');
  await browser.send('/sign-in', { email: 'fay@example.org' });
  const done = await browser.post('/sign-in/code', { code: latest('fay@example.org') });
  const session = done.cookies.find(({ name }) => name === 'rubric.session_token');
  expect(session).toMatchObject({ httpOnly: true, sameSite: 'Lax', path: '/' });
});

test('an address that nobody knows is answered just as one that somebody has', async () => {
  const answers = await Promise.all(
    ['fay@example.org', 'nobody-knows@example.org'].map(async (email) => {
      const browser = new Browser(app);
      await browser.get('/sign-in');
      const sent = await browser.post('/sign-in', { email });
      await browser.get('/sign-in/code');
      const wrong = await browser.post('/sign-in/code', { code: '000000' });
      const plain = (page: string) => page.replaceAll(email, 'X').replace(/value="[^"]*"/g, '');
      return [sent.statusCode, sent.headers.location, wrong.statusCode, plain(wrong.payload)];
    }),
  );
  expect(answers[0]).toEqual(answers[1]);
});

test('the fifth wrong code locks the address for a quarter of an hour, and the page says until when', async () => {
  at('2026-03-02T10:00:00Z');
  const browser = new Browser(app);
  const email = 'locked@example.org';
  await browser.get('/sign-in');
  await browser.send('/sign-in', { email });
  for (let n = 1; n < 5; n += 1)
    expect((await browser.post('/sign-in/code', { code: '000000' })).payload).toContain('That is not the code we sent');
  // 10:00 and a quarter of an hour.
  const fifth = await browser.post('/sign-in/code', { code: '000000' });
  expect(fifth.payload).toContain('You can try again at 10:15am.');
  const right = await browser.post('/sign-in/code', { code: latest(email) });
  expect(right.statusCode).toBe(422);
  expect(right.payload).toContain('You can try again at 10:15am.');
  at('2026-03-02T10:15:01Z');
  await browser.get('/sign-in');
  await browser.send('/sign-in', { email });
  expect((await browser.post('/sign-in/code', { code: latest(email) })).statusCode).toBe(303);
});

test('twenty tries at once are no more than five', async () => {
  const email = 'at-once@example.org';
  const browser = new Browser(app);
  await browser.get('/sign-in');
  await browser.send('/sign-in', { email });
  const answers = await Promise.all(
    Array.from({ length: 20 }, (_, n) => browser.post('/sign-in/code', { code: String(100_000 + n) })),
  );
  expect(answers.filter(({ payload }) => payload.includes('That is not the code we sent')).length).toBeLessThanOrEqual(
    5,
  );
});

test('a code is too old after ten minutes of the server’s clock', async () => {
  at('2026-03-02T11:00:00Z');
  const browser = new Browser(app);
  await browser.get('/sign-in');
  await browser.send('/sign-in', { email: 'fay@example.org' });
  at('2026-03-02T11:10:01Z');
  expect((await browser.post('/sign-in/code', { code: latest('fay@example.org') })).payload).toContain(
    'older than 10 minutes',
  );
});

test('no more than five codes are sent to an address in a quarter of an hour', async () => {
  at('2026-03-02T12:00:00Z');
  const browser = new Browser(app);
  const email = 'often@example.org';
  await browser.get('/sign-in');
  for (let n = 0; n < 5; n += 1) expect((await browser.post('/sign-in', { email })).statusCode).toBe(303);
  const sixth = await browser.post('/sign-in', { email });
  expect(sixth.payload).toContain('ask for another one at 12:15pm.');
  expect(codes.filter((each) => each.email === email)).toHaveLength(5);
});

test('what was typed stays, with its fault beside it and at the head', async () => {
  const browser = new Browser(app);
  await browser.get('/sign-in');
  const answer = await browser.post('/sign-in', { email: 'not an address' });
  expect(answer.statusCode).toBe(422);
  expect(answer.payload).toContain('value="not an address"');
  expect(answer.payload).toContain('href="#field-email"');
  expect(answer.payload).toContain('<title>Error: Sign in');
});

test('nobody is sent to another server after signing in', async () => {
  for (const next of ['//elsewhere.example', 'https://elsewhere.example', '/\\elsewhere.example']) {
    const browser = new Browser(app);
    const page = await browser.get(`/sign-in?next=${encodeURIComponent(next)}`);
    expect(page.payload).not.toContain('name="next"');
  }
});

test('a password alone lets nobody in: a code is asked for as well', async () => {
  at('2026-03-02T13:00:00Z');
  const browser = await signIn('fay@example.org');
  await browser.get('/sign-in/set-up');
  const weak = await browser.post('/sign-in/set-up/password', { password: 'too short' });
  expect(weak.payload).toContain('at least 12 characters');
  const set = await browser.post('/sign-in/set-up/password', { password: 'three words in a row' });
  expect(set.headers.location).toBe('/sign-in/set-up?done=password');
  expect((await browser.get('/river/today')).statusCode).toBe(200);
  const before = codes.length;

  const other = new Browser(app);
  await other.get('/sign-in/password');
  const wrong = await other.post('/sign-in/password', { email: 'fay@example.org', password: 'three words in a raw' });
  expect(wrong.payload).toContain('The e-mail address or the password is not right.');
  const right = await other.post('/sign-in/password', { email: 'fay@example.org', password: 'three words in a row' });
  expect(right.headers.location).toBe('/sign-in/second-step');
  expect(codes.length).toBe(before + 1);
  expect((await other.get('/river/today')).statusCode).toBe(303);
  await other.get('/sign-in/second-step');
  const done = await other.post('/sign-in/second-step', { code: latest('fay@example.org') });
  expect([done.statusCode, done.headers.location]).toEqual([303, '/sign-in/on']);
  expect((await other.get('/river/today')).statusCode).toBe(200);
});

test('a new password signs its person out everywhere else, at once', async () => {
  const [here, elsewhere] = [await signIn('fay@example.org'), await signIn('fay@example.org')];
  expect((await elsewhere.get('/river/today')).statusCode).toBe(200);
  await here.get('/sign-in/set-up');
  const wrong = await here.post('/sign-in/set-up/password', { was: 'three words', password: 'four words in a row' });
  expect(wrong.payload).toContain('That is not your password.');
  const password = { was: 'three words in a row', password: 'four words in a row' };
  expect((await here.post('/sign-in/set-up/password', password)).statusCode).toBe(303);
  expect((await here.get('/river/today')).statusCode).toBe(200);
  expect((await elsewhere.get('/river/today')).statusCode).toBe(303);
});

test('over TLS every cookie is for TLS only', async () => {
  const overTls = openPeople({
    store: portal.store,
    library: portal.library,
    now,
    secret,
    url: 'https://rubric.example',
    sendCode: async () => {},
    sendInvitation: async () => {},
  });
  const { cookies } = await overTls.signIn.known('fay@example.org');
  expect(cookies.length).toBeGreaterThan(0);
  for (const line of cookies) expect(line).toMatch(/^__Secure-rubric\..*; Secure/);
  expect(cookieLine('rubric.form', 'x', true)).toBe('rubric.form=x; Path=/; HttpOnly; SameSite=Lax; Secure');
});

test('after 30 idle minutes it is signed out; up to then each request counts', async () => {
  at('2026-03-02T14:00:00Z');
  const browser = await signIn('fay@example.org');
  at('2026-03-02T14:29:00Z');
  expect((await browser.get('/river/today')).statusCode).toBe(200);
  at('2026-03-02T14:58:00Z');
  expect((await browser.get('/river/today')).statusCode).toBe(200);
  at('2026-03-02T15:28:01Z');
  expect((await browser.get('/river/today')).statusCode).toBe(303);
});

test('nobody stays for more than twelve hours without signing in again', async () => {
  at('2026-03-03T08:00:00Z');
  const browser = await signIn('fay@example.org');
  for (let minutes = 20; minutes <= 720; minutes += 20) {
    at(new Date(Date.parse('2026-03-03T08:00:00Z') + minutes * 60_000).toISOString());
    expect((await browser.get('/river/today')).statusCode).toBe(200);
  }
  at('2026-03-03T20:00:01Z');
  expect((await browser.get('/river/today')).statusCode).toBe(303);
});

test('what was being typed when the visit ended is back in its form after signing in, and for nobody else', async () => {
  at('2026-03-04T09:00:00Z');
  const browser = await signIn('fay@example.org');
  await browser.get('/river/notes');
  at('2026-03-04T10:00:00Z');
  const typed = {
    key: 'k1',
    title: 'He rang',
    'root[words]': 'He rang & said "no" <b>',
    kind: 'visit',
    tick: 'yes',
    way: 'b',
  };
  const late = await browser.post('/river/notes/send', typed);
  expect([late.statusCode, late.headers.location]).toEqual([303, '/sign-in?next=%2Friver%2Fnotes']);
  expect(portal.sent).toEqual([]);
  const rows = await portal.ask<{ sealed: string }>('owner', 'select sealed from rubric.kept_form');
  expect(rows).toHaveLength(1);
  expect(rows[0]?.sealed).not.toContain('rang');

  const kept = browser.cookies.get('rubric.kept') ?? '';
  const sue = await signIn('sue@example.org');
  sue.cookies.set('rubric.kept', kept);
  expect((await sue.get('/river/notes')).payload).not.toContain('He rang');

  await signIn('fay@example.org', browser);
  const page = (await browser.get('/river/notes')).payload;
  expect(page).toContain('What you had typed is back in the form below');
  // What differs from the page as it came is marked, for a script that knows it as it came.
  expect(page).toContain('<input name="title" value="He rang" data-kept="">');
  expect(page).toContain('He rang &amp; said "no" &lt;b&gt;</textarea>');
  expect(page).toContain('<option value="visit" selected="">');
  expect(page).toContain('name="tick" value="yes" checked=""');
  expect(page).toContain('name="way" value="b" checked="" data-kept=""');
  expect(page).toContain('name="way" value="a">');
  expect(page).toContain('value="k1"');
  // Another time he had added an entry, which the page as it comes has no place for.
  at('2026-03-04T11:00:00Z');
  await browser.post('/river/notes/send', { ...typed, 'root[partners][0][name]': 'Ann Hidden' });
  await signIn('fay@example.org', browser);
  const inPart = (await browser.get('/river/notes')).payload;
  expect(inPart).toContain('Not all of what you had typed is back in the form below');
  expect(inPart).not.toContain('Ann Hidden');
  expect((await browser.get('/sign-in/kept')).payload).toContain('Ann Hidden');
  await browser.get('/river/notes');
  const sent = await browser.post('/river/notes/send', typed);
  expect(sent.statusCode).toBe(303);
  expect(portal.sent).toHaveLength(1);
  expect(portal.sent[0]).toMatchObject({ title: 'He rang' });
  expect(Object.keys(portal.sent[0] as object)).not.toContain('_csrf');
  expect((await browser.get('/river/notes')).payload).not.toContain('He rang');
});

test('what was kept is gone after an hour', async () => {
  at('2026-03-04T12:00:00Z');
  const browser = await signIn('fay@example.org');
  await browser.get('/river/notes');
  at('2026-03-04T13:00:00Z');
  await browser.post('/river/notes/send', { title: 'Lost after an hour' });
  at('2026-03-04T14:00:01Z');
  await signIn('fay@example.org', browser);
  expect((await browser.get('/river/notes')).payload).not.toContain('Lost after an hour');
  expect(await portal.ask('owner', 'select 1 from rubric.kept_form')).toEqual([]);
});

test('a form that is not from a page of this visit is refused, and nothing is done', async () => {
  const browser = await signIn('fay@example.org');
  await browser.get('/river/notes');
  const before = portal.sent.length;
  expect((await browser.post('/river/notes/send', { title: 'x' }, true)).statusCode).toBe(403);
  const sue = await signIn('sue@example.org');
  await sue.get('/river/notes');
  expect((await browser.post('/river/notes/send', { ...sue.hidden(), title: 'x' })).statusCode).toBe(403);
  expect(portal.sent.length).toBe(before);
});

test('nothing is kept of a form without a proof, sent when the visit has ended', async () => {
  at('2026-03-04T15:00:00Z');
  const browser = await signIn('fay@example.org');
  await browser.get('/river/notes');
  at('2026-03-04T16:00:00Z');
  const sent = await browser.post('/river/notes/send', { _page: '/river/today', title: 'Planted' }, true);
  expect([sent.statusCode, sent.headers.location]).toEqual([303, '/sign-in?next=%2F']);
  expect(await portal.ask('owner', 'select 1 from rubric.kept_form')).toEqual([]);
});

test('a page of before signing in cannot be sent after it, by whoever planted it', async () => {
  const browser = new Browser(app);
  await browser.get('/sign-in');
  const planted = browser.hidden();
  await signIn('fay@example.org', browser);
  expect((await browser.post('/river/notes/send', { ...planted, title: 'x' })).statusCode).toBe(403);
});

test('signing out ends the session also for whoever has kept its cookie', async () => {
  const browser = await signIn('fay@example.org');
  const copy = new Browser(app);
  for (const [name, value] of browser.cookies) copy.cookies.set(name, value);
  await browser.get('/working-as');
  await browser.post('/sign-out', {});
  expect((await copy.get('/river/today')).statusCode).toBe(303);
});

test('whoever has left is out at once, and no code brings him back', async () => {
  await people.demonstrate([demonstrator('Gus', 'facilitator')]);
  const browser = await signIn('gus@example.org');
  expect((await browser.get('/river/today')).statusCode).toBe(200);
  const ada = { id: await idOf('ada@example.org'), name: 'Ada', email: 'ada@example.org', grants: [] };
  await people.grants.leave({ ...ada, administers: 'all' }, 'river', await idOf('gus@example.org'));
  expect((await browser.get('/river/today')).statusCode).toBe(303);
  const before = codes.length;
  const again = await signIn('gus@example.org');
  expect(codes.length).toBe(before);
  expect((await again.get('/river/today')).statusCode).toBe(303);
});

test('an app on a phone gives the second step, and a spare code works once', async () => {
  at('2026-03-05T09:00:00Z');
  const browser = await signIn('sue@example.org');
  await browser.get('/sign-in/set-up');
  await browser.post('/sign-in/set-up/password', { password: 'a horse and a staple' });
  await browser.get('/sign-in/set-up');
  await browser.send('/sign-in/set-up/app', { current: 'a horse and a staple' });
  const address = /href="(otpauth:[^"]*)"/.exec(browser.page)?.[1]?.replace(/&amp;/g, '&') ?? '';
  const spare = /rubric-figures">([A-Za-z0-9]{5}-[A-Za-z0-9]{5})</.exec(browser.page)?.[1] ?? '';
  expect(spare).not.toBe('');
  // The library's own clock: an app has no other.
  const code = codeOfApp(address);
  const confirmed = await browser.post('/sign-in/set-up/app/confirm', { code });
  expect(confirmed.headers.location).toBe('/sign-in/set-up?done=app');

  const enterWith = async (fields: Record<string, string>) => {
    const other = new Browser(app);
    await other.get('/sign-in/password');
    await other.send('/sign-in/password', { email: 'sue@example.org', password: 'a horse and a staple' });
    return other.post('/sign-in/second-step', fields);
  };
  expect((await enterWith({ way: 'app', code })).statusCode).toBe(303);
  expect((await enterWith({ way: 'spare', code: spare })).statusCode).toBe(303);
  expect((await enterWith({ way: 'spare', code: spare })).statusCode).toBe(422);
  expect(now()).toBe('2026-03-05T09:00:00Z');
});
