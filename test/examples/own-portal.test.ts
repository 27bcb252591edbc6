/** The worked example of a portal of one's own: started on what was built, and used as people would. */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { HtmlValidate } from 'html-validate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { compile } from '../../generator/index.js';
import { builtFiles, writeFiles } from '../../runtime/bundle-files/built-files.js';
import { definitionTexts } from '../../runtime/bundle-files/definition-texts.js';
import { findDefinitions } from '../../runtime/definition/find-definitions.js';
import { describeScenarios } from '../../runtime/scenario/describe-scenarios.js';

const example = join('examples', 'own-portal');
const folder = mkdtempSync(join(tmpdir(), 'rubric-own-portal-'));
const running: ChildProcess[] = [];
afterAll(() => {
  for (const each of running) each.kill();
  rmSync(folder, { recursive: true, force: true });
});

/** Builds a definition, starts the portal on it, and gives its address. */
const started = async (definition: string): Promise<string> => {
  const { bundle, problems } = compile(await definitionTexts(definition));
  if (bundle === undefined) throw new Error(problems.map(({ message }) => message).join('\n'));
  const built = join(folder, definition.replaceAll('/', '-'));
  await writeFiles(built, await builtFiles(bundle));
  const portal = spawn(process.execPath, [join(example, 'portal', 'portal.mjs'), built, '0'], { cwd: process.cwd() });
  running.push(portal);
  return new Promise((resolve, reject) => {
    let said = '';
    portal.stdout.on('data', (chunk: Buffer) => resolve(String(chunk).trim().replace(/\/$/, '')));
    portal.stderr.on('data', (chunk: Buffer) => {
      said += String(chunk);
    });
    portal.on('exit', () => reject(new Error(said)));
  });
};

const words = (html: string): string =>
  html
    .replace(/<style>[\s\S]*?<\/style>/, '')
    .replace(/<[^>]*>/g, ' ')
    .replace(/&amp;/g, '&')
    .replace(/\s+/g, ' ');
const get = async (url: string): Promise<string> => (await fetch(url)).text();
const post = async (url: string, values: Record<string, string>) => {
  const response = await fetch(url, { method: 'POST', body: new URLSearchParams(values), redirect: 'manual' });
  return { to: response.headers.get('location'), html: await response.text() };
};

describeScenarios(example);

test('it takes nothing of Rubric but the files that were built', () => {
  const sources = readdirSync(join(example, 'portal')).map((name) =>
    readFileSync(join(example, 'portal', name), 'utf8'),
  );
  const imported = sources.flatMap((text) => [...text.matchAll(/from '([^'.][^']*)'/g)].map(([, name]) => name));
  expect([...new Set(imported)].sort()).toEqual([
    'ajv',
    'handlebars',
    'json-rules-engine',
    'node:fs',
    'node:http',
    'node:path',
    'node:url',
  ]);
  const local = sources.flatMap((text) => [...text.matchAll(/from '(\.[^']*)'/g)].map(([, name]) => name));
  expect(local.filter((name) => !name?.startsWith('./'))).toEqual([]);
});

describe('on its own programme', () => {
  let portal = '';
  beforeAll(async () => {
    portal = await started(example);
  });
  const referral = { 'full-name': 'Sam <Example>', 'date-of-birth': '1990-05-01', source: 'court', 'weeks-free': '20' };

  test('the form of the schema asks what it asks at first, and more once an answer opens it', async () => {
    const first = await get(`${portal}/forms/referral`);
    expect(words(first)).toContain('Full name of the client');
    expect(words(first)).not.toContain('Name of the agency');
    const { html } = await post(`${portal}/forms/referral`, { source: 'agency', 'weeks-free': '60' });
    expect(words(html)).toContain('Name of the agency');
    expect(html).toContain('<a href="#full-name">Enter the full name of the client</a>');
    expect(html).toContain('<a href="#agency-name">Enter the name of the agency</a>');
    expect(words(html)).toMatch(/must be between 0 and 52/);
    expect((await get(`${portal}/cases`)).match(/<li>/g)).toBeNull();
  });

  test('the referrer learns that it came, and the rules decide for staff alone', async () => {
    const { to } = await post(`${portal}/forms/referral`, {
      ...referral,
      'agency-name': 'typed before and hidden now',
    });
    expect(to).toBe('/received');
    expect(words(await get(`${portal}${to}`))).not.toMatch(/eligible|Not known|must/i);
    const before = words(await get(`${portal}/cases/0`));
    expect(before).toContain('Where the decision stands Not known yet');
    expect(before).toContain('The date of birth is at least 18 years before today. Met');
    await post(`${portal}/cases/0/judged`, { motivated: 'yes' });
    expect(words(await get(`${portal}/cases/0`))).toContain('Where the decision stands Eligible');
  });

  test('a boy is not eligible, in the words of the definition', async () => {
    await post(`${portal}/forms/referral`, { ...referral, 'date-of-birth': '2024-05-01' });
    const said = words(await get(`${portal}/cases/1`));
    expect(said).toContain('Where the decision stands Not eligible');
    expect(said).toContain('He must be 18 or over. Not met, which counts against him');
  });

  test('the report is a draft until its author has written what it asks', async () => {
    await post(`${portal}/cases/0/sessions`, { day: '2026-01-05', attended: 'yes', topic: 'Time out' });
    await post(`${portal}/cases/0/sessions`, { day: '2026-01-12' });
    const draft = words(await get(`${portal}/cases/0/reports/half-way`));
    expect(draft).toContain('Draft. This has not been issued.');
    expect(draft).toContain('Engagement Not written yet.');
    const { html: refused } = await post(`${portal}/cases/0/reports/half-way`, { engagement: '  ' });
    expect(words(refused)).toContain('Write something under “Engagement”');
    expect(words(refused)).toContain('Draft. This has not been issued.');
  });

  test('the report has its headings in order, the register, the table and the answers in words, and nothing invented', async () => {
    const { html } = await post(`${portal}/cases/0/reports/half-way`, {
      engagement: 'He takes part.\n\nHe <b>listens</b>.',
      'strengths-capacity-concerns': 'He tires.',
    });
    expect([...html.matchAll(/<h2[^>]*>([^<]*)/g)].map(([, heading]) => heading)).toEqual([
      ...['Attendance', 'Sessions not attended', 'What we were told', 'Engagement', 'Concerns &amp; positives'],
    ]);
    const said = words(html);
    expect(said).toContain('2 sessions held: 1 attended, 1 missed.');
    expect(said).toContain('Monday 5 January 2026 Attended Time out');
    expect(said).toContain('1 session not attended.');
    expect(said).toContain('A court');
    expect(html).toContain('<p>He &lt;b&gt;listens&lt;/b&gt;.</p>');
    expect(said).toContain('Capacity He tires.');
    expect(said).toContain('Attendance is no guarantee that anything has changed.');
    expect(said).toContain('Issued by A key worker, key worker');
    expect(said).not.toMatch(/Draft|Invented|invented|Sample|Madeup|Fictional/);
    expect(said).toContain('Sam &lt;Example&gt;');
  });

  test('a message has its subject and its words with the blanks filled in', async () => {
    const said = words((await post(`${portal}/cases/1/messages/refusal`, { message: 'You are too young.' })).html);
    expect(said).toContain('Your referral of Sam &lt;Example&gt;');
    expect(said).toContain('We cannot offer Sam &lt;Example&gt; a place.');
    expect(said).toContain('You are too young.');
  });

  test('each of its pages is valid markup', async () => {
    for (const path of ['/', '/cases', '/cases/0', '/cases/0/reports/half-way', '/cases/0/messages/refusal'])
      expect([path, await faultsOf(await get(`${portal}${path}`))]).toEqual([path, []]);
  });

  test('what is not there is not found', async () => {
    for (const path of ['/nothing', '/forms/none', '/cases/99', '/cases/0/reports/none', '/cases/0/reports/../../x'])
      expect([path, (await fetch(`${portal}${path}`)).status]).toEqual([path, 404]);
  });
});

const validator = new HtmlValidate({
  extends: ['html-validate:recommended'],
  rules: { 'long-title': 'off', 'no-trailing-whitespace': 'off', 'valid-id': 'off', 'form-dup-name': 'off' },
});

const faultsOf = async (html: string): Promise<string[]> =>
  (await validator.validateString(html)).results.flatMap(({ messages }) => messages.map(({ message }) => message));

const others = [...(await findDefinitions('definitions')), ...(await findDefinitions('examples'))];
test.each(others)(
  'it serves every form of %s as valid markup, and takes an empty one for incomplete',
  async (definition) => {
    const portal = await started(definition);
    const home = await get(`${portal}/`);
    const forms = [...home.matchAll(/href="(\/forms\/[^"]+)"/g)].map(([, path]) => path ?? '');
    expect(forms.length).toBeGreaterThan(0);
    for (const path of forms) {
      const { html } = await post(`${portal}${path}`, {});
      expect(html).toMatch(/There is a problem|^$/);
      const report = await validator.validateString(await get(`${portal}${path}`));
      expect([path, report.results.flatMap(({ messages }) => messages.map(({ message }) => message))]).toEqual([
        path,
        [],
      ]);
    }
  },
);
