/**
 * Every route of the server's own table, asked with every verb it has, by everybody there is, with what no form of ours
 * sends. Nothing breaks, nothing of the inside comes out, and what is refused has changed nothing.
 */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { routeOf } from '../safety/crawl.js';
import { type FilledPortal, filledPortal, tablesOf } from './filled-portal.js';

const folder = process.env.SOAK ? 'definitions/harbour' : 'definitions/my-time';
const rounds = Number(process.env.ROUNDS ?? (process.env.SOAK ? 20 : 1));
const filled = await filledPortal(folder, '2026-11-20T10:00:00Z');
/** Who was there when, how often somebody guessed, and what was being typed when a visit ended, are kept of refused requests too. */
const stands = await tablesOf(filled.portal.folder, /\.(audit|visit|attempt|kept_form)$/);

const long = 'x'.repeat(2_000);
const odd = [
  ...['', ' ', '0', '-1', '1e999', 'NaN', 'null', 'undefined', 'true', '[]', '{}', '2026-02-30', '9999-12-31', '25:61'],
  ...['__proto__', 'constructor', 'toString', 'hasOwnProperty', '\u0000', 'a\u0000b', '\ud800', '%', '%00', '%c0%af'],
  ...['../../etc/passwd', '..%2f..', "' or 1=1 --", '"; drop table rubric.case_file; --', '<script>alert(1)</script>'],
  ...['مرحبا', '𝒜𝓁𝒾𝒸𝑒', 'e\u0301'.repeat(50), '\u202eabc', '\r\nset-cookie: a=b', long],
];
const oddText = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...odd) },
  fc.string({ unit: 'binary', maxLength: 40 }),
);

const names = fc.oneof(
  fc.constantFrom(
    ...['act', 'key', 'version', 'edition', 'what', 'day', 'on', 'from', 'until', 'group', 'ref', 'because', 'reason'],
    ...['name', 'email', 'code', 'password', 'role', 'site', 'programme', 'text', 'narrative', 'note', 'choice', 'to'],
    ...['root[full-name]', 'root[partners][0][called]', 'root[partners][][called]', 'people[x][mark]', 'people[]'],
    ...[
      'values[reason]',
      'values[day][year]',
      '__proto__[polluted]',
      'constructor[prototype][polluted]',
      'a[b][c][d][e]',
    ],
    ...['day[day]', 'day[month]', 'day[year]', 'root', '_page', 'next', 'page', 'size', 'sort', 'q', 'stage', 'of'],
  ),
  oddText,
);
const pairs = fc.array(fc.tuple(names, oddText), { maxLength: 12 });
const wellFormed = (text: string): string => Buffer.from(text, 'utf8').toString('utf8');
const encoded = (list: readonly (readonly [string, string])[]): string =>
  list
    .map(([name, value]) => `${encodeURIComponent(wellFormed(name))}=${encodeURIComponent(wellFormed(value))}`)
    .join('&');

const boundary = 'between';
const file = (bytes: number): string =>
  `--${boundary}\r\nContent-Disposition: form-data; name="root[file]"; filename="../${'f'.repeat(99)}.pdf"\r\nContent-Type: application/pdf\r\n\r\n${'%'.repeat(bytes)}\r\n--${boundary}--\r\n`;

/** A body, with the type that it says it has. Where `form`, a proof is put in before it. */
const body = fc.oneof(
  {
    weight: 8,
    arbitrary: pairs.map((list) => ({ form: true, type: 'application/x-www-form-urlencoded', text: encoded(list) })),
  },
  fc.constantFrom(
    { form: true, type: 'application/x-www-form-urlencoded', text: `act=save&text=${'y'.repeat(600_000)}` },
    { form: true, type: 'application/x-www-form-urlencoded', text: '&a=b'.repeat(2_500) },
    { form: true, type: 'application/x-www-form-urlencoded', text: `a${'[b]'.repeat(60)}=1` },
    { form: true, type: 'application/x-www-form-urlencoded', text: 'a=%E0%A4%A&%=%&=&&==' },
    { form: false, type: `multipart/form-data; boundary=${boundary}`, text: file(100) },
    { form: false, type: `multipart/form-data; boundary=${boundary}`, text: file(2_200_000) },
    { form: false, type: `multipart/form-data; boundary=${boundary}`, text: `--${boundary}\r\ncut off` },
    { form: false, type: 'multipart/form-data', text: 'no boundary' },
    { form: false, type: 'application/json', text: '{"a":1}' },
    { form: false, type: 'text/plain', text: 'words' },
    { form: false, type: 'application/xml', text: '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>' },
    { form: false, type: 'no type at all', text: 'words' },
  ),
);

const garbage = fc.constantFrom(
  ...[
    'rubric.form=',
    '=;;=',
    `better-auth.session_token=${'z'.repeat(200)}.forged`,
    '__proto__=1; rubric.form=%',
    'a'.repeat(4_000),
  ],
);

interface Asked {
  places: string[];
  isReal: boolean[];
  query: [string, string][];
  sent: { form: boolean; type: string; text: string };
  cookies: 'own' | 'garbage';
  garbage: string;
  proof: 'own' | 'wrong';
}
const anything: fc.Arbitrary<Asked> = fc.record({
  places: fc.array(oddText, { minLength: 6, maxLength: 6 }),
  isReal: fc.array(
    fc.integer({ min: 0, max: 9 }).map((n) => n < 7),
    { minLength: 6, maxLength: 6 },
  ),
  query: pairs,
  sent: body,
  cookies: fc.integer({ min: 0, max: 9 }).map((n) => (n < 9 ? 'own' : 'garbage')),
  garbage,
  proof: fc.integer({ min: 0, max: 9 }).map((n) => (n < 8 ? 'own' : 'wrong')),
});

/** What stands in a blank of an address when it is a real one. */
const realIn = ({ programme, refs, bundle }: FilledPortal, n: number): Record<string, readonly string[]> => ({
  programme: [programme],
  ref: refs,
  what: (bundle.course?.happenings ?? []).map(({ id }) => id),
  document: (bundle.documents ?? []).map(({ id }) => id),
  form: bundle.forms.map(({ id }) => id),
  group: ['monday', 'group-1'],
  day: ['2026-11-16', '2026-11-23'],
  slug: [programme],
  definition: [programme],
  n: [`${n}`],
});

const addressOf = (url: string, { places, isReal, query }: Asked, round: number): string => {
  const real = realIn(filled, round);
  const path = url
    .split('/')
    .map((part, n) => {
      const name = /^:([A-Za-z]+)/.exec(part)?.[1];
      if (name === undefined && part !== '*') return part;
      const known = real[name ?? ''] ?? [];
      const isKnown = known.length > 0 && (name === 'programme' || isReal[n % 6]);
      return encodeURIComponent(wellFormed((isKnown ? known[round % known.length] : places[n % 6]) ?? ''));
    })
    .join('/');
  return query.length > 0 ? `${path}?${encoded(query)}` : path;
};

/** What no answer shows: where sources lie, what a fault looked like, the words of the database. */
const inside = [
  /\bat (?:async )?[\w.<>]+ \(?(?:file:|\/|node:)/,
  /node_modules|\.tsx?:\d+|\.js:\d+:\d+/,
  /\b(?:TypeError|RangeError|ReferenceError|SyntaxError|DatabaseError|ZodError)\b/,
  /syntax error at or near|violates \w+(?: \w+)? constraint|relation "|row-level security|permission denied for|\bselect \S+ from\b/i,
  /Cannot read propert|is not a function|is not iterable|undefined \(reading/,
  /\[object Object\]/,
];

const differing = (one: Record<string, string>, other: Record<string, string>): string[] =>
  Object.keys(one).filter((name) => one[name] !== other[name]);

/** Routes that end the visit, make somebody another, or never answer. */
const leaves = /^\/(sign-out|live|assets|favicon|working-as)|\/live\b/;

const proofs = new Map<string, { field: string; cookie: string }>();
const proofOf = async ({
  who,
  visitor,
}: FilledPortal['people'][number]): Promise<{ field: string; cookie: string }> => {
  const known = proofs.get(who);
  if (known) return known;
  for (const url of [`/${filled.programme}/today`, '/', '/sign-in', `/${filled.programme}`]) {
    const { html } = await visitor.look(url);
    const field = /name="_csrf" value="([^"]*)"/.exec(html)?.[1];
    if (field !== undefined) {
      const found = { field, cookie: visitor.cookie() };
      proofs.set(who, found);
      return found;
    }
  }
  throw new Error(`There is no form for ${who} anywhere.`);
};

test('no request breaks anything, shows anything of the inside, or is kept although it was refused', {
  timeout: rounds * 300_000,
}, async () => {
  const { portal, routes, people } = filled;
  const asked = routes.filter(({ method, url }) => method !== 'HEAD' && !leaves.test(url));
  const wanted = asked.length * people.length * rounds;
  const samples = fc.sample(anything, { numRuns: wanted, seed: Number(process.env.FUZZ_SEED ?? 5) });
  const wrong: string[] = [];
  const counts: Record<string, number> = {};
  let before = await stands();
  let n = 0;
  for (let round = 0; round < rounds; round += 1)
    for (const { method, url } of asked)
      for (const person of people) {
        const sample = samples[n] as Asked;
        n += 1;
        const proof = await proofOf(person);
        const { sent } = sample;
        const isSending = method !== 'GET';
        const proven = sent.form ? `_csrf=${encodeURIComponent(sample.proof === 'own' ? proof.field : 'wrong')}&` : '';
        const address = addressOf(url, sample, n);
        const answer = await portal.app.inject({
          method: method as 'GET',
          url: address,
          headers: {
            host: 'localhost',
            cookie: sample.cookies === 'own' ? proof.cookie : sample.garbage,
            ...(isSending && {
              'content-type': sent.type,
              origin: 'http://localhost',
              'sec-fetch-site': 'same-origin',
            }),
          },
          ...(isSending && { payload: proven + sent.text }),
        });
        const { statusCode: status } = answer;
        counts[status] = (counts[status] ?? 0) + 1;
        const what = `${method} ${url} as ${person.who}: ${status} (${address.slice(0, 120)}; ${sent.type.slice(0, 20)} ${sent.text.slice(0, 200)})`;
        if (status >= 500) wrong.push(what);
        const isText = /html|text|json/.test(String(answer.headers['content-type'] ?? ''));
        const shown = isText && status >= 400 ? inside.filter((one) => one.test(answer.body)) : [];
        if (shown.length > 0) wrong.push(`${what} shows ${shown.join(' ')}`);
        if (!isSending && status < 400) continue;
        const after = await stands();
        const changed = status >= 400 ? differing(before, after) : [];
        if (changed.length > 0) wrong.push(`${what} changed ${changed.join(', ')}`);
        before = after;
      }
  console.info(
    `${folder}: ${n} requests of ${asked.length} routes by ${people.length} people: ${JSON.stringify(counts)}`,
  );
  expect(wrong.map((one) => one.replace(/\s+/g, ' '))).toEqual([]);
  expect(portal.faults).toEqual([]);
  expect(({} as Record<string, unknown>).polluted).toBeUndefined();
});

interface Form {
  page: string;
  action: string;
  route: string;
  fields: [string, string][];
}

/** Every form of the pages that somebody reaches by links: of each kind of page two. */
const formsOf = async ({ visitor }: FilledPortal['people'][number]): Promise<Form[]> => {
  const { routes, programme, refs } = filled;
  const queue = [
    ...['today', 'cases', 'groups', 'partner-support', 'my-referrals', 'refer', 'reports', 'messages', 'releases'].map(
      (page) => `/${programme}/${page}`,
    ),
    ...refs.map((ref) => `/${programme}/cases/${ref}`),
    ...['/administration', '/'],
  ];
  const known = new Set(queue);
  const counts = new Map<string, number>();
  const forms: Form[] = [];
  for (let page = queue.shift(); page !== undefined; page = queue.shift()) {
    const route = routeOf(routes, page.replace(/\?.*$/, ''));
    const before = counts.get(route) ?? 0;
    if (before >= 2 || leaves.test(page) || route.startsWith('/studio') || /documents\/.*\.|\/(pdf|word)$/.test(page))
      continue;
    counts.set(route, before + 1);
    const { document, status } = await visitor.look(page);
    if (status !== 200) continue;
    for (const form of document.querySelectorAll<HTMLFormElement>('#content form[method="post"]')) {
      const action = form.getAttribute('action') ?? page;
      const fields = [...form.querySelectorAll<HTMLInputElement>('input, textarea, select')].flatMap(
        ({ name, value, type }): [string, string][] => (name === '' || type === 'file' ? [] : [[name, value]]),
      );
      if (!leaves.test(action)) forms.push({ page, action, route, fields });
    }
    for (const link of document.querySelectorAll('#content a[href^="/"]')) {
      const href = (link.getAttribute('href') ?? '').replace(/#.*$/, '');
      if (!known.has(href)) queue.push(href);
      known.add(href);
    }
  }
  return forms;
};

test('every form that somebody is shown takes odd answers to one of its own questions without breaking', {
  timeout: rounds * 300_000,
}, async () => {
  const { portal, people } = filled;
  const wrong: string[] = [];
  const counts: Record<string, number> = {};
  let before = await stands();
  let n = 0;
  const places = new Set<string>();
  for (const person of people) {
    const forms = await formsOf(person);
    const [first] = fc.sample(fc.nat(), { numRuns: 1, seed: Number(process.env.FUZZ_SEED ?? 5) });
    for (let round = 0; round < rounds; round += 1)
      for (const { action, page, route, fields } of forms) {
        n += 1;
        places.add(route);
        const asked = fields.filter(([name]) => !name.startsWith('_'));
        const [chosen = 'act'] = asked[((first ?? 0) + n * 7) % Math.max(1, asked.length)] ?? [];
        const value = odd[((first ?? 0) + n) % odd.length] ?? '';
        const name = n % 5 === 0 ? `${chosen}[0][x]` : chosen;
        const sent = [
          ...fields.filter(([one]) => one !== chosen),
          [name, value],
          ...(n % 7 === 0 ? [[name, value]] : []),
        ];
        const answer = await portal.app.inject({
          method: 'POST',
          url: action,
          headers: {
            ...{ host: 'localhost', origin: 'http://localhost', 'sec-fetch-site': 'same-origin' },
            ...{ cookie: person.visitor.cookie(), 'content-type': 'application/x-www-form-urlencoded' },
          },
          payload: encoded(sent as [string, string][]),
        });
        const { statusCode: status } = answer;
        counts[status] = (counts[status] ?? 0) + 1;
        const what = `${action} on ${page} as ${person.who}: ${status} (${name}=${JSON.stringify(value.slice(0, 50))})`;
        if (status >= 500) wrong.push(what);
        const shown = status < 400 ? [] : inside.filter((one) => one.test(answer.body));
        if (shown.length > 0) wrong.push(`${what} shows ${shown.join(' ')}`);
        const after = await stands();
        const changed = status >= 400 ? differing(before, after) : [];
        if (changed.length > 0) wrong.push(`${what} changed ${changed.join(', ')}`);
        before = after;
      }
  }
  console.info(`${n} forms of ${places.size} kinds of pages: ${JSON.stringify(counts)}`);
  expect(wrong).toEqual([]);
  expect(portal.faults).toEqual([]);
});
