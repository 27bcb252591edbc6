import { expect, test } from 'vitest';
import { finishBody } from '../../../runtime/documents/finish-body.js';
import { pageOf } from '../../../runtime/documents/page.js';
import { plainText } from '../../../runtime/documents/plain-text.js';
import { strikeWithheld } from '../../../runtime/documents/withheld.js';
import { markupFaults } from '../../browser/inspect.js';
import { about, attached, body, bodyWith } from './body-by-hand.js';

test('A page stands alone: valid, without a script, with nothing to be fetched', async () => {
  const page = pageOf(finishBody(body, undefined), about);
  expect(await markupFaults(page)).toEqual([]);
  expect(page).not.toMatch(/<script|<link|\bsrc=|url\(/);
  expect(page).toContain('<html lang="en-GB">');
  expect(page).toContain('<title>Mid-way report – Sam Reed</title>');
});

test('Printed pages have the person and the title at their head, the version and the page at their foot', () => {
  const page = pageOf(body, about);
  expect(page).toContain('@top-left { content: "Sam Reed · Mid-way report"');
  expect(page).toContain('@bottom-left { content: "Example Trust · Definition 0123456789"');
  expect(page).toContain('@bottom-right { content: "Page " counter(page) " of " counter(pages)');
  expect(page).toContain('@top-right { content: ""');
  expect(pageOf(body, { ...about, draft: true })).toContain('@top-right { content: "Draft"');
});

test('A name can end neither the words in the stylesheet, nor the stylesheet, nor an attribute', () => {
  const page = pageOf('<article></article>', { ...about, person: '"; } </style><b>\\A "Sam\nReed"' });
  expect(page.match(/<\/style>/g)).toHaveLength(1);
  expect(page).not.toContain('<b>');
  expect(page).toContain(
    '@top-left { content: "\\22 ; } \\3c /style\\3e \\3c b\\3e \\5c A \\22 Sam Reed\\22  · Mid-way report"',
  );
});

test('Each cell carries the heading of its column, for screens on which a table is a list', () => {
  const finished = finishBody(body, undefined);
  expect(finished).toContain('<th scope="row">Week 4</th><td data-label="Attendance">Absent</td>');
  expect(finished).toContain('<td data-label="Concerns">Comes late.</td><td data-label="Positives">Comes.</td>');
});

const tableOf = (kind: string, rows: string): string =>
  `<table class="document-table document-table-${kind}"><thead><tr><th scope="col">Day</th><th scope="col">Topic</th>` +
  `<th scope="col">Reason</th></tr></thead><tbody>${rows}</tbody></table>`;

test('A column in which nothing stands is left out, with its heading, and one in which anything does is kept', () => {
  const row = (day: string, reason: string) => `<tr><th scope="row">${day}</th><td></td><td>${reason}</td></tr>`;
  expect(plainText(finishBody(tableOf('absences', row('Monday', 'Ill') + row('Tuesday', '')), undefined))).toBe(
    'Day\tReason\nMonday\tIll\nTuesday',
  );
});

test('A table that its author filled in keeps its columns, and says in which cells nothing was written', () => {
  const rows = '<tr><th scope="row">Capacity</th><td></td><td>Reads well.</td></tr>';
  expect(plainText(finishBody(tableOf('narrative', rows), undefined))).toBe(
    'Day\tTopic\tReason\nCapacity\tNothing written\tReads well.',
  );
});

test('A role that stands alone has a capital, and after a name it has none', () => {
  const signed = '<dd><span class="document-role">key worker</span> – Monday</dd><dd>Jo Hart, key worker</dd>';
  expect(plainText(finishBody(signed, undefined))).toBe('Key worker – Monday\nJo Hart, key worker');
});

const strip = (...marks: string[]): string =>
  `<div class="document-strip">${marks.map((mark) => `<svg data-mark="${mark}"><title>Day</title></svg>`).join('')}</div>` +
  '<ul class="document-key"><li data-mark="full">Attended</li><li data-mark="empty">Not attended</li></ul>';

test('The key of a strip says what those marks mean that are in it, and no others', () => {
  expect(plainText(finishBody(strip('full', 'full'), undefined))).toBe('Attended');
  expect(plainText(finishBody(strip('empty', 'full'), undefined))).toBe('Attended\nNot attended');
});

test('In what is struck out the strip stays as the recipient has it: marks cannot be struck out', () => {
  const row = (day: string) => `<table><tbody><tr><td>${day}</td></tr></tbody></table>`;
  const { body: struck } = strikeWithheld(strip('full') + row('Monday'), strip('full', 'empty') + row('Tuesday'));
  expect(struck.replace(/<table.*/, '')).toBe(strip('full'));
  expect(struck).toContain('<del class="document-withheld">Tuesday</del>');
});

test('What lacks is said in place of the mark of a draft, or at the head of a document that went out without it', () => {
  const lacking = 'Draft: not written yet: Engagement';
  expect(finishBody(body, lacking)).toContain('<p class="document-draft">Draft: not written yet: Engagement.</p>');
  expect(finishBody(body, lacking)).not.toContain('This has not been issued');
  const issued = '<article class="document"><h1>Report</h1></article>';
  expect(finishBody(issued, lacking)).toBe(
    '<article class="document"><p class="document-draft">Draft: not written yet: Engagement.</p><h1>Report</h1></article>',
  );
});

test('Plain text has a line for each paragraph and a tab between cells, and nothing of the head', () => {
  const lines = plainText(pageOf(body, about)).split('\n');
  expect(lines.slice(0, 6)).toEqual([
    'Example Trust',
    'Mid-way report',
    'Draft. This has not been issued.',
    'About',
    'Sam Reed',
    'For',
  ]);
  expect(lines).toContain('26 sessions were due. He attended 22 and missed 4.');
  expect(lines).toContain('Week 1\tAttended\tTime out');
  expect(lines.join(' ')).not.toContain('font');
});

test('What only those see who support her is struck out and marked once; all else is as the recipient reads it', () => {
  const { body: struck, withholds } = strikeWithheld(body, bodyWith(attached));
  expect(withholds).toBe(true);
  expect(struck).toContain('<p class="document-none">Not attached.</p>');
  expect(struck).toContain(
    '<dt><span class="rubric-hers document-withheld__word">Withheld</span> <del class="document-withheld">Score</del></dt>' +
      '<dd><del class="document-withheld">14, high</del></dd>',
  );
  expect(struck.match(/<del/g)).toHaveLength(2);
});

test('Where both copies are the same, nothing is struck out', () => {
  expect(strikeWithheld(body, body)).toEqual({ body, withholds: false });
});

test('Of a list and a table, the entries that the recipient does not see are struck out where they would stand', () => {
  const table = (rows: string[]) =>
    `<table><tbody>${rows.map((row) => `<tr><td>${row}</td></tr>`).join('')}</tbody></table>`;
  const { body: rows } = strikeWithheld(table(['one', 'three']), table(['one', 'two', 'three']));
  expect(rows.replace(/<span.*?<\/span> /g, '')).toBe(
    table(['one', '<del class="document-withheld">two</del>', 'three']),
  );
  const { body: list } = strikeWithheld(
    '<ol><li><p>Monday</p></li></ol>',
    '<ol><li><p>Monday</p></li><li><p>Tuesday</p></li></ol>',
  );
  expect(list.replace(/<span.*?<\/span> /g, '')).toBe(
    '<ol><li><p>Monday</p></li><li><p><del class="document-withheld">Tuesday</del></p></li></ol>',
  );
});

test('Of a sentence that says otherwise, both are read: the one of the copy, and the one struck out', () => {
  const { body: both } = strikeWithheld('<p>1 concern.</p>', '<p>2 concerns.</p>');
  expect(both).toBe(
    '<p>1 concern. <span class="rubric-hers document-withheld__word">Withheld</span> <del class="document-withheld">2 concerns.</del></p>',
  );
});
