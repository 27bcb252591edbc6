import { expect, test } from 'vitest';
import { finishBody } from '../../../runtime/documents/finish-body.js';
import { pageOf } from '../../../runtime/documents/page.js';
import { toWord } from '../../../runtime/documents/to-word.js';
import { strikeWithheld } from '../../../runtime/documents/withheld.js';
import { about, attached, body, bodyWith } from './body-by-hand.js';
import { partsOf } from './zip.js';

const wordOf = async (html: string): Promise<Record<string, string>> => partsOf(await toWord(html));
const words = (xml: string): string =>
  xml
    .replace(/<w:tab\/>/g, '\t')
    .replace(/<\/w:p>/g, '\n')
    .replace(/<[^>]*>/g, '')
    .replaceAll('&amp;', '&');
/** The paragraphs of a style, as words. */
const styled = (xml: string, style: string): string[] =>
  (xml.match(/<w:p>.*?<\/w:p>/gs) ?? [])
    .filter((paragraph) => paragraph.includes(`<w:pStyle w:val="${style}"/>`))
    .map((paragraph) => words(paragraph).trim());

const parts = await wordOf(pageOf(finishBody(body, undefined), about));
const written = parts['word/document.xml'] ?? '';

test('Headings are headings, so that Word can list them and a screen reader can go from one to the next', () => {
  expect(styled(written, 'Heading1')).toEqual(['Mid-way report']);
  expect(styled(written, 'Heading2')).toEqual([
    'Attendance record (incl session content covered)',
    'Engagement',
    'Concerns & positives',
    'What was recorded',
    'A copy of the risk assessment',
  ]);
});

test('Each table repeats its heading on every page, and no row is torn apart', () => {
  const tables = written.match(/<w:tbl>.*?<\/w:tbl>/gs) ?? [];
  const rows = tables.map((table) => table.match(/<w:tr>.*?<\/w:tr>/gs) ?? []);
  expect(rows.map(({ length }) => length)).toEqual([27, 3]);
  for (const [head = '', ...others] of rows) {
    expect(head).toContain('<w:tblHeader/>');
    expect(others.filter((row) => row.includes('<w:tblHeader/>'))).toEqual([]);
    expect([head, ...others].every((row) => row.includes('<w:cantSplit/>'))).toBe(true);
  }
  expect(
    words(tables[1] ?? '')
      .split('\n')
      .filter(Boolean),
  ).toEqual([...['Concerns', 'Positives', 'Capacity', 'None.', 'Reads well.', 'Motivation', 'Comes late.', 'Comes.']]);
});

test('An attendance strip is a line of signs, with a line below that says what they mean', async () => {
  const mark = (name: string): string => `<svg data-mark="${name}"><title>Monday: ${name}</title></svg>`;
  const { 'word/document.xml': strip = '' } = await wordOf(
    `<body><main><svg class="document-marks"></svg><div class="document-strip">${['full', 'empty', 'not-recorded'].map(mark).join('')}</div>` +
      '<ul class="document-key"><li data-mark="full">Attended</li><li data-mark="empty">Not attended</li></ul></main></body>',
  );
  expect(words(strip).trim().split(/\s*\n/)).toEqual(['■ □ ⊡', '■ Attended    □ Not attended']);
});

test('Terms stand before their values, each further value on a line of its own', () => {
  expect(styled(written, 'Term').slice(0, 4)).toEqual([
    'About\tSam Reed',
    'For\treferring agency (North & East)',
    'court',
    'Period\tMonday 5 January 2026 to Monday 20 April 2026',
  ]);
});

test('Lists are lists: bullets, and numbers that begin at one', () => {
  const listed = (written.match(/<w:p>(?:(?!<\/w:p>).)*<w:numPr>.*?<\/w:p>/gs) ?? []).map((one) => words(one).trim());
  expect(listed).toEqual(['His phone number', 'His address', 'Monday 2 February 2026', 'Monday 9 February 2026']);
  expect(new Set(written.match(/<w:numId w:val="\d+"\/>/g)).size).toBe(2);
});

test('What is bold is bold, and nothing else in its line', () => {
  expect(written).toMatch(/<w:r><w:rPr><w:b\/><w:bCs\/><\/w:rPr><w:t[^>]*>attended 22<\/w:t><\/w:r>/);
  expect(written).toContain('<w:r><w:t xml:space="preserve">26 sessions were due. He </w:t></w:r>');
});

test('The person stands at the head of each page, the version and the page at its foot', () => {
  expect(words(parts['word/header1.xml'] ?? '')).toContain('Sam Reed · Mid-way report');
  const foot = parts['word/footer1.xml'] ?? '';
  expect(words(foot)).toContain('Example Trust · Definition 0123456789');
  expect(foot.match(/<w:instrText[^>]*>[^<]*/g)?.map((one) => one.replace(/<[^>]*>/g, '').trim())).toEqual([
    'PAGE',
    'NUMPAGES',
  ]);
});

test('Its properties name it and its author, and its language is British English', () => {
  const core = parts['docProps/core.xml'] ?? '';
  expect(core).toContain('<dc:title>Mid-way report – Sam Reed</dc:title>');
  expect(core).toContain('<dc:creator>Example Trust</dc:creator>');
  expect(parts['word/styles.xml']).toContain('<w:lang w:val="en-GB"/>');
});

test('A draft says so on every page, and what lacks in a box at its head', async () => {
  const draft = await wordOf(pageOf(finishBody(body, 'Draft: not written yet: Engagement'), { ...about, draft: true }));
  expect(words(draft['word/header1.xml'] ?? '')).toContain('Draft');
  expect(words(parts['word/header1.xml'] ?? '')).not.toContain('Draft');
  expect(draft['word/document.xml']).toMatch(/<w:pBdr>.*Draft: not written yet: Engagement\./s);
});

test('What is struck out is struck out in the file as well', async () => {
  const struck = strikeWithheld(body, bodyWith(attached)).body;
  const xml = (await wordOf(pageOf(struck, about)))['word/document.xml'] ?? '';
  expect(xml).toMatch(/<w:strike\/>(?:(?!<\/w:r>).)*14, high/s);
  expect(xml).not.toMatch(/<w:strike\/>(?:(?!<\/w:r>).)*Not attached/s);
});

test('Signs that XML cannot write do not break the file', async () => {
  const odd = body.replace('He speaks when he is asked.', 'A bell \u0007 and a smile \u{1f642} &lt;tag&gt;');
  const xml = (await wordOf(pageOf(odd, about)))['word/document.xml'] ?? '';
  expect(xml).toContain('A bell · and a smile \u{1f642} &lt;tag&gt;');
});
