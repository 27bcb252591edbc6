/** What the partner told must reach no page once it was sent: not by an old tab, and not by an edit of the definition. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { afterEach, expect, test } from 'vitest';
import { compile } from '../../../generator/index.js';
import type { Library } from '../../../runtime/definition/library.js';
import {
  appForTests,
  beginCase,
  definitions,
  get,
  post,
  sendApplication,
  whoYouAre,
  wordsOf,
} from './app-for-tests.js';

let app: FastifyInstance;
afterEach(() => app.close());

/** The programme with its definition in hand: `edit` saves it with other words in it. */
const opened = async (): Promise<{ edit(...changes: [string, string][]): void }> => {
  const read = async (file: string) => ({
    file,
    content: await readFile(join(definitions, 'gardening', file), 'utf8'),
  });
  const clauses = await read('clauses.yaml');
  let { content } = await read('programme.yaml');
  const loaded = () => {
    const texts = [clauses, { file: 'programme.yaml', content }];
    const { bundle, problems } = compile(texts);
    if (!bundle) throw new Error(JSON.stringify(problems));
    return { bundle, problems, texts, stale: false, edition: 1 };
  };
  let now = loaded();
  const definition = { folder: '', loaded: () => now, subscribe: () => () => undefined, close: async () => undefined };
  const library: Library = {
    folder: '',
    all: async () => [{ slug: 'gardening', definition }],
    find: (slug) => (slug === 'gardening' ? definition : undefined),
    close: async () => undefined,
  };
  app = await appForTests({ library });
  return {
    edit(...changes) {
      for (const [from, to] of changes) {
        expect(content).toContain(from);
        content = content.replaceAll(from, to);
      }
      now = loaded();
    },
  };
};

/** Sends the form as an applicant with so many partners. */
const sendWith = async (at: string, partners: Record<string, string>): Promise<void> => {
  const page = (name: string) => `${at}/forms/application/pages/${name}`;
  await post(app, page('who-you-are'), whoYouAre);
  await post(app, page('garden'), { 'root[poisons-used]': 'no', 'root[experience]': '4' });
  await post(app, page('family'), {
    'root[partner-known]': 'yes',
    'root[children][0][age]': '7',
    'root[children][0][at-school]': 'no',
    ...partners,
  });
  await post(app, page('confirmation'), { 'root[signed-by-hand]': 'Sam Reed' });
  const sent = await post(app, `${at}/forms/application/check`);
  expect(sent.headers.location).toBe(`${at}/decision`);
};

const everyPage = async (at: string, form = 'application'): Promise<string> => {
  const names = ['who-you-are', 'garden', 'family', 'poisons', 'confirmation', 'partners-page'];
  const pages = names.map((name) => `/forms/${form}/pages/${name}`);
  const others = [`/forms/${form}`, `/forms/${form}/check`, '/judgements', '/judgements/keen', '/decision'];
  const shown = await Promise.all([...others, ...pages].map((page) => get(app, `${at}${page}`)));
  // Some of these are no page under a given definition, and say so.
  for (const { statusCode } of shown) expect([200, 404]).toContain(statusCode);
  return shown.map(({ body }) => body).join('\n');
};

const two = {
  'root[partners][0][name]': 'Ann Onymous',
  'root[partners][0][phone]': '07700 900 982',
  'root[partners][1][name]': 'Bea Onymous',
};

/** Her questions, declared to be anybody's. */
const nobodys: [string, string][] = [
  ['each: partner', 'each: child'],
  ['            about: partner\n', '            about: participant\n'],
  ['name: Her name', 'name: { ask: Her name, about: participant }'],
  [
    'ask: A number that is safe for her, type: phone',
    'ask: A number that is safe for her, type: phone, about: participant',
  ],
];

test('A tab from before the sending puts nothing of hers back, whichever of its buttons is pressed', async () => {
  await opened();
  const at = await beginCase(app);
  await sendApplication(app, at);
  const family = `${at}/forms/application/pages/family`;
  const stale = {
    'root[partner-known]': 'yes',
    'root[partners][0][phone]': '07700 900 111',
    'root[partners][0][name]': 'Ann Onymous',
  };
  for (const deed of ['add:children', 'add:partners', 'remove:partners:0', 'clear:partners:0:name', 'continue']) {
    await post(app, family, { ...stale, 'root[children][0][age]': deed === 'continue' ? 'seven' : '7', do: deed });
    const shown = await everyPage(at);
    expect(shown, deed).not.toContain('07700');
    expect(shown, deed).not.toContain('Onymous');
  }
  await post(app, family, { ...stale, seen: 'partner-known' });
  expect(await everyPage(at)).not.toContain('07700');
});

test('What was typed before the sending and never taken is not shown after it', async () => {
  const { edit } = await opened();
  const at = await beginCase(app);
  await post(app, `${at}/forms/application/pages/family`, {
    'root[partner-known]': 'yes',
    'root[partners][0][phone]': '07700 900 982',
    do: 'add:partners',
  });
  // The page falls away before the form is sent, and comes back after it.
  const there = 'heading: Family\n';
  const gone = 'heading: Family\n        only-when: experience is at least 50\n';
  edit([there, gone]);
  const page = (name: string) => `${at}/forms/application/pages/${name}`;
  await post(app, page('who-you-are'), whoYouAre);
  await post(app, page('garden'), { 'root[poisons-used]': 'no', 'root[experience]': '4' });
  await post(app, page('confirmation'), { 'root[signed-by-hand]': 'Sam Reed' });
  expect((await post(app, `${at}/forms/application/check`)).headers.location).toBe(`${at}/decision`);
  edit([gone, there]);
  expect(await everyPage(at)).not.toContain('07700');
});

test('A form under another name, sent or not, shows nothing of what was hers', async () => {
  const { edit } = await opened();
  const at = await beginCase(app);
  await sendApplication(app, at);
  edit(['  application:\n', '  registration:\n'], ['on: application', 'on: registration']);
  const shown = await everyPage(at, 'registration');
  expect(shown).toContain('Who you are');
  expect(shown).not.toContain('07700');
  expect(shown).not.toContain('Onymous');
  expect((await post(app, `${at}/forms/registration/check`)).headers.location).toBe(`${at}/decision`);
  expect(await everyPage(at, 'registration')).not.toContain('07700');
});

test('Her questions stay kept apart when they are asked elsewhere, or are called nobody’s', async () => {
  const { edit } = await opened();
  const at = await beginCase(app);
  await sendApplication(app, at);
  edit(...nobodys);
  expect(await everyPage(at)).not.toMatch(/07700|Onymous/);
  expect(wordsOf((await get(app, `${at}/forms/application/check`)).body)).toContain('Partners Kept apart');

  // And asked by a form that was never sent, of everybody.
  edit(
    [
      '      family:\n',
      '  more:\n    title: More\n    from: referrer\n    clause: GT-002\n    pages:\n      family:\n',
    ],
    [
      '      poisons:\n',
      '  rest:\n    title: The rest\n    from: referrer\n    clause: GT-002\n    pages:\n      poisons:\n',
    ],
  );
  const elsewhere = await everyPage(at, 'more');
  expect(elsewhere).toContain('Does a partner live there?');
  expect(elsewhere).not.toMatch(/07700|Onymous/);
  await post(app, `${at}/forms/more/pages/family`, { 'root[partners][0][phone]': '07700 900 111', do: 'add:children' });
  expect(await everyPage(at, 'more')).not.toMatch(/07700|Onymous/);
});

test('An answer of hers is not shown by its id either, when nothing of that name is asked any more', async () => {
  const { edit } = await opened();
  const sent = await beginCase(app);
  const unsent = await beginCase(app);
  await sendApplication(app, sent);
  await post(app, `${unsent}/forms/application/pages/family`, {
    'root[partner-known]': 'yes',
    'root[partners][0][phone]': '07700 900 982',
    seen: 'partner-known partners partners.0.name partners.0.phone children',
  });
  edit(['          partners:\n', '          companions:\n']);
  expect(await everyPage(sent)).not.toMatch(/07700|Onymous/);
  expect(await everyPage(unsent)).not.toMatch(/07700|Onymous/);
});

test('Required questions asked of her since the sending are no faults, and count nobody', async () => {
  const { edit } = await opened();
  const none = await beginCase(app);
  const some = await beginCase(app);
  await sendWith(none, {});
  await sendWith(some, two);
  edit([
    '              name: Her name\n',
    '              name: Her name\n              age: { ask: Her age, type: number, required: yes }\n',
  ]);
  for (const at of [none, some]) {
    const tried = await post(app, `${at}/forms/application/check`);
    expect(tried.headers.location).toBe(`${at}/decision`);
  }
  const list = async (at: string) => wordsOf((await get(app, `${at}/forms/application`)).body);
  expect(await list(some)).toBe(await list(none));
  expect(await list(some)).toContain('Family Completed');
});

test('A page that asks only of her is completed once sent, whether or not anything was entered on it', async () => {
  const { edit } = await opened();
  edit([
    '          children:\n            each: child',
    '      hers:\n        heading: About her\n        asks:\n          her-number: { ask: Her number, type: phone, about: partner }\n      children-page:\n        heading: Children\n        asks:\n          children:\n            each: child',
  ]);
  const lists: string[] = [];
  for (const entered of [undefined, '', '07700 900 982']) {
    const at = await beginCase(app);
    if (entered !== undefined) {
      await post(app, `${at}/forms/application/pages/hers`, { 'root[her-number]': entered });
    }
    await sendWith(at, {});
    expect(await everyPage(at)).not.toContain('07700');
    lists.push(wordsOf((await get(app, `${at}/forms/application`)).body));
  }
  expect(lists[0]).toContain('About her Completed');
  expect(new Set(lists).size).toBe(1);
});

test('A judgement that looks at what were her entries shows neither them nor their number', async () => {
  const { edit } = await opened();
  const none = await beginCase(app);
  const some = await beginCase(app);
  await sendWith(none, {});
  await sendWith(some, two);
  edit(...nobodys, [
    'judged-by: service-lead, clause: GT-005',
    'judged-by: service-lead, looks-at: [partners, experience], clause: GT-005',
  ]);
  const page = async (at: string) => wordsOf((await get(app, `${at}/judgements/keen`)).body);
  expect(await page(none)).toContain('Partners Kept apart Years of experience 4');
  expect(await page(some)).toBe(await page(none));
});

test('A decision for an earlier day does not say that something of hers was recorded later', async () => {
  await opened();
  const begun = await post(app, '/gardening/forms/for-the-partner');
  const hers = String(begun.headers.location);
  await post(app, `${hers}/pages/you`, { 'root[her-wish]': 'A quiet word' });
  await post(app, `${hers}/check`);
  const decision = hers.replace('/forms/for-the-partner', '/decision');
  await post(app, decision, { 'day[day]': '1', 'day[month]': '3', 'day[year]': '2026' });
  const words = wordsOf((await get(app, decision)).body);
  expect(words).toContain('Decided for Sunday 1 March 2026.');
  expect(words).not.toContain('Something was recorded');
});
