import { afterAll, beforeAll, expect, test } from 'vitest';
import { type appForTests as App, appForTests, beginCase, get, post, whoYouAre, wordsOf } from './app-for-tests.js';

let app: Awaited<ReturnType<typeof App>>;
beforeAll(async () => {
  app = await appForTests();
});
afterAll(() => app.close());

const form = { 'content-type': 'application/x-www-form-urlencoded' };
const nobody = `/gardening/cases/${'A'.repeat(24)}`;

test('Every answer carries a policy under which a page loads and sends only here, and no script stands in a page', async () => {
  const at = await beginCase(app);
  for (const url of [
    '/',
    '/gardening',
    `${at}/forms/application/pages/garden`,
    `${at}/decision`,
    '/none/at/all',
    '/assets/none',
  ]) {
    const { headers, body } = await get(app, url);
    const policy = String(headers['content-security-policy']);
    expect(policy).toContain("default-src 'self'");
    expect(policy).toContain("form-action 'self'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).toContain("base-uri 'none'");
    expect(policy).not.toContain('unsafe');
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers['x-frame-options']).toBe('DENY');
    expect(body).not.toMatch(/<script(?![^>]*\ssrc=)/);
    expect(body).not.toMatch(/\sstyle=|<style|\son[a-z]+="/);
  }
});

test('Pages of a case are kept by nothing on the way', async () => {
  expect((await get(app, '/')).headers['cache-control']).toBe('no-store');
});

test('Addresses that lead nowhere are answered with a page and a sentence', async () => {
  const at = await beginCase(app);
  const wrong = [
    '/nothing',
    '/gardening/forms/nothing',
    '/gardening/forms/constructor',
    `${nobody}/forms/application`,
    `${nobody}/decision`,
    '/gardening/cases/short/decision',
    `${at}/forms/nothing`,
    `${at}/forms/application/pages/nothing`,
    `${at}/forms/application/pages/__proto__`,
    `${at}/judgements/nothing`,
    `${at}/judgements/full-name`,
    `${at.replace('gardening', 'nothing')}/decision`,
    '/live/nothing',
    '/assets/../package.json',
    '/assets/%2e%2e/%2e%2e/package.json',
    `/${'x'.repeat(500)}`,
    '/gardening/%00',
  ];
  for (const url of wrong) {
    const { statusCode, body, headers } = await get(app, url);
    expect([400, 403, 404, 414]).toContain(statusCode);
    expect(headers['content-type']).toContain('text/html');
    expect(wordsOf(body)).toContain('Choose a programme');
    expect(body).not.toMatch(/node_modules|\.ts:|\.js:\d| at \w+ \(/);
  }
});

test('A case of one programme is not to be had at the address of another', async () => {
  const at = await beginCase(app);
  expect((await get(app, at.replace('/gardening/', '/other/'))).statusCode).toBe(404);
});

test('A form sent from another site is refused, by either header', async () => {
  const send = (headers: Record<string, string>) =>
    app.inject({ method: 'POST', url: '/gardening/forms/application', headers: { ...form, ...headers }, payload: '' });
  expect((await send({ 'sec-fetch-site': 'cross-site' })).statusCode).toBe(403);
  expect((await send({ 'sec-fetch-site': 'same-site' })).statusCode).toBe(403);
  expect((await send({ origin: 'https://elsewhere.example' })).statusCode).toBe(403);
  expect((await send({ origin: 'null' })).statusCode).toBe(403);
  const refused = await send({ origin: 'https://elsewhere.example' });
  expect(wordsOf(refused.body)).toContain('This page takes answers only from its own forms.');
  expect((await send({ 'sec-fetch-site': 'same-origin' })).statusCode).toBe(303);
  expect((await send({ origin: 'http://localhost:80' })).statusCode).toBe(303);
});

test('On one machine the server answers to no other name', async () => {
  const guarded = await appForTests({ hosts: ['localhost'] });
  const ask = (host: string) => guarded.inject({ method: 'GET', url: '/', headers: { host } });
  expect((await ask('localhost:3000')).statusCode).toBe(200);
  expect((await ask('elsewhere.example')).statusCode).toBe(421);
  await guarded.close();
});

test('What is typed is shown as text, whatever it is', async () => {
  const at = await beginCase(app);
  const typed = '"><script>alert(1)</script><img src=x onerror=alert(2)>&amp;{{x}}';
  await post(app, `${at}/forms/application/pages/who-you-are`, { ...whoYouAre, 'root[full-name]': typed });
  const pages = ['/forms/application/pages/who-you-are', '/forms/application/check'];
  for (const page of pages) {
    const { body } = await get(app, `${at}${page}`);
    expect(body).not.toContain('<script>alert');
    expect(body).not.toContain('<img src=x');
    expect(body).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
  }
});

test('Names in brackets that reach for a prototype, run deep or are many do no harm', async () => {
  const at = await beginCase(app);
  const url = `${at}/forms/application/pages/who-you-are`;
  const send = (payload: string) =>
    app.inject({ method: 'POST', url, headers: { ...form, 'sec-fetch-site': 'same-origin' }, payload });
  expect(
    (await send('root[__proto__][polluted]=1&__proto__[polluted]=1&constructor[prototype][polluted]=1')).statusCode,
  ).toBeLessThan(400);
  expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  expect((await send(`root${'[a]'.repeat(40)}=1`)).statusCode).toBe(413);
  expect((await send(Array.from({ length: 3_000 }, (_one, n) => `a${n}=1`).join('&'))).statusCode).toBe(413);
  expect((await send(`root[full-name]=${'x'.repeat(600_000)}`)).statusCode).toBe(413);
  expect((await send('root=text')).statusCode).toBeLessThan(400);
  expect((await send('root[full-name][x]=1&root[date-of-birth]=nonsense&seen[]=a&do[]=b')).statusCode).toBeLessThan(
    400,
  );
  expect((await send('%E0%A4%A&=&&=')).statusCode).toBeLessThan(500);
});

test('A body of another kind is refused with a sentence', async () => {
  const send = (contentType: string, payload: string) =>
    app.inject({
      method: 'POST',
      url: '/gardening/forms/application',
      headers: { 'content-type': contentType },
      payload,
    });
  expect((await send('application/json', '{}')).statusCode).toBe(415);
  expect((await send('text/xml', '<a/>')).statusCode).toBe(415);
  expect((await send('multipart/form-data', 'nonsense')).statusCode).toBeLessThan(500);
  expect((await send('multipart/form-data; boundary=x', 'nonsense')).statusCode).toBeLessThan(500);
});

const parts = (fields: Record<string, string>, file: { field: string; name: string; text: string }): string =>
  [
    ...Object.entries(fields).map(
      ([name, value]) => `--cut\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
    ),
    `--cut\r\ncontent-disposition: form-data; name="${file.field}"; filename="${file.name}"\r\ncontent-type: text/plain\r\n\r\n${file.text}\r\n`,
    '--cut--\r\n',
  ].join('');

test('A file is kept with its name, also when the page is saved again without it; one too large is refused', async () => {
  const at = await beginCase(app);
  const url = `${at}/forms/application/pages/garden`;
  const send = (payload: string) =>
    app.inject({
      method: 'POST',
      url,
      headers: { 'content-type': 'multipart/form-data; boundary=cut', 'sec-fetch-site': 'same-origin' },
      payload,
    });
  const fields = { 'root[poisons-used]': 'no' };
  const sent = await send(parts(fields, { field: 'root[plan]', name: 'my plan.txt', text: 'beds' }));
  expect(sent.headers.location).toBe(`${at}/forms/application/pages/family`);
  const shown = async (): Promise<string> => wordsOf((await get(app, `${at}/forms/application/check`)).body);
  expect(await shown()).toContain('A plan of the garden my plan.txt');
  await send(parts(fields, { field: 'root[plan]', name: '', text: '' }));
  expect(await shown()).toContain('A plan of the garden my plan.txt');
  const large = await send(parts(fields, { field: 'root[plan]', name: 'a.txt', text: 'x'.repeat(2_200_000) }));
  expect(large.statusCode).toBe(413);
  expect(wordsOf(large.body)).toContain('smaller file');
});

test('Who asks too often is told to wait', async () => {
  const slow = await appForTests({ perMinute: 3 });
  const asked = [];
  for (let n = 0; n < 4; n += 1) asked.push(await get(slow, '/'));
  expect(asked.map((one) => one.statusCode)).toEqual([200, 200, 200, 429]);
  expect(wordsOf(asked[3]?.body ?? '')).toContain('Wait a minute');
  await slow.close();
});

test('Past two thousand cases the one that was not touched for longest makes room', async () => {
  const { draftsInMemory } = await import('../../../runtime/server/drafts.js');
  const drafts = draftsInMemory(2);
  const [first, second] = [
    await drafts.create('gardening', 'application'),
    await drafts.create('gardening', 'application'),
  ];
  await drafts.save(first);
  await drafts.create('gardening', 'application');
  expect(await drafts.find(first.id)).toBeDefined();
  expect(await drafts.find(second.id)).toBeUndefined();
});
