import { existsSync } from 'node:fs';
import { readFile, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { plainText } from '../../../runtime/documents/plain-text.js';
import { type Ran, rubric } from '../cli/run-main.js';
import { writeReporting } from './reporting-programme.js';
import { partsOf } from './zip.js';

let definition = '';
let folder = '';
beforeAll(async () => {
  definition = await writeReporting();
  folder = dirname(definition);
});
afterAll(() => rm(folder, { recursive: true }));

const before = process.env.CHROMIUM_PATH;
afterEach(() => {
  if (before === undefined) delete process.env.CHROMIUM_PATH;
  else process.env.CHROMIUM_PATH = before;
});

const place = (name: string): string => join(folder, name);
/** Writes a document of the case that is named, as of Monday 26 January 2026 if nothing else is said. */
const report = (name: string, out: string, more: string[] = [], file = 'case.yaml'): Promise<Ran> =>
  rubric([
    ...['report', definition, place(`cases/${file}`), name, '--out', place(out)],
    ...(more.includes('--as-of') ? [] : ['--as-of', '2026-01-26']),
    ...more,
  ]);
const pageAt = async (out: string): Promise<string> => plainText(await readFile(place(out), 'utf8'));

test('A report is written as a page, and what its author has not written is said in it and on the terminal', async () => {
  expect(await report('mid-way', 'draft.html')).toEqual({
    code: 0,
    out: `Mid-way report: written to ${place('draft.html')}.\n`,
    err: 'Draft: not written yet: “Engagement”; not reviewed yet.\n',
  });
  const text = await pageAt('draft.html');
  expect(text).toContain('Draft: not written yet: “Engagement”; not reviewed yet.');
  expect(text).toContain('3 sessions were due: 2 attended, 1 missed.');
  expect(text).toMatch(/Monday 19 January 2026\tAbsent.*\tHis car broke down\./);
  expect(text).not.toMatch(/Ann|07700|He comes to her work|He drinks at home/);
});

test('What is written and reviewed lacks nothing, and is a draft only until it is issued', async () => {
  const { code, err } = await report('mid-way', 'written.html', ['--as-of', '2026-01-31'], 'written.yaml');
  expect({ code, err }).toEqual({ code: 0, err: '' });
  const text = await pageAt('written.html');
  expect(text).toContain('He speaks when he is asked.');
  expect(text).toContain('Draft. This has not been issued.');
});

test('A message is written too, and one that is for each of several is for the one there is', async () => {
  expect((await report('acknowledgement', 'letter.html')).code).toBe(0);
  expect(await pageAt('letter.html')).toContain('Thank you. We have received your referral of Sam Reed.');
  expect((await report('partner-update', 'update.html')).code).toBe(0);
  expect(await pageAt('update.html')).toContain('Monday 12 January 2026');
});

test('The ending of the file says what is written: a Word file, or a tagged PDF', async () => {
  expect((await report('mid-way', 'copy.docx')).code).toBe(0);
  const word = partsOf(await readFile(place('copy.docx')))['word/document.xml'] ?? '';
  expect(word).toContain('His car broke down.');
  expect((await report('mid-way', 'copy.pdf')).code).toBe(0);
  expect((await readFile(place('copy.pdf'))).toString('latin1')).toContain('/StructTreeRoot');
}, 60_000);

test('Without a Chromium there is no PDF, and it says how to print one and how to get one', async () => {
  process.env.CHROMIUM_PATH = 'none';
  const { code, out, err } = await report('mid-way', 'none.pdf');
  expect({ code, out }).toEqual({ code: 1, out: '' });
  expect(err).toContain(`“${place('none.pdf')}” was not written.`);
  expect(err).toContain('choose “Save as PDF”');
  expect(err).toContain('CHROMIUM_PATH');
  expect(existsSync(place('none.pdf'))).toBe(false);
});

test.each([
  ['mid-wya', 'x.html', [], '“mid-wya” is no report and no message of Evening Programme. Did you mean “mid-way”?'],
  ['letters', 'x.html', [], 'There are acknowledgement, partner-update and mid-way.'],
  ['mid-way', 'x.odt', [], 'x.odt” should end in .html, .docx or .pdf: that says what to write.'],
  [
    'mid-way',
    'x.html',
    ['--to', 'court'],
    'Mid-way report does not go to “court”. It goes to referrer and participant.',
  ],
  ['mid-way', 'x.html', ['--for', 'ann'], 'Mid-way report is one for the whole case. Leave out --for.'],
  ['partner-update', 'x.html', ['--for', 'eve'], 'There is no “eve”. Say --for ann (Ann Reed).'],
  ['mid-way', 'x.html', ['--as-of', 'soon'], '“soon” is no time.'],
  ['mid-way', 'nowhere/x.html', [], 'There is no file or folder “'],
])('What was asked wrongly is said in a sentence: %s %s %j', async (name, out, more, sentence) => {
  const ran = await report(name, out, more);
  expect(ran.code).toBe(2);
  expect(ran.out).toBe('');
  expect(ran.err).toContain(sentence);
  expect(ran.err).not.toMatch(/\n {4}at /);
});

test('A case that is not there, or that cannot be read, is said as it is when a case is decided', async () => {
  expect((await report('mid-way', 'x.html', [], 'none.yaml')).err).toContain('There is no file or folder');
  const { code, err } = await rubric([
    ...['report', definition, join(definition, 'clauses.yaml'), 'mid-way'],
    ...['--as-of', '2026-01-26', '--out', place('x.html')],
  ]);
  expect(code).toBe(1);
  expect(err).toContain('clauses');
  expect(existsSync(place('x.html'))).toBe(false);
});
