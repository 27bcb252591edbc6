// @vitest-environment jsdom
/** What a stock Handlebars makes of an emitted template, read as its recipient would read it. */
import Handlebars from 'handlebars';
import { describe, expect, test } from 'vitest';
import type { Document, DocumentData, HeadingData } from '../../../../engine/contract/index.js';
import { renderTemplate } from '../../../../generator/emit/documents/handlebars.js';
import { sampleOf } from '../../../../generator/emit/documents/sample.js';
import { templateOf } from '../../../../generator/emit/documents/to-template.js';
import { markupFaults } from '../../../browser/inspect.js';
import { bundleWithDocuments, midWay, nineHeadings, refusal, update } from './written-by-hand.js';

const sample = (document: Document): DocumentData => sampleOf(bundleWithDocuments, document);
const render = (document: Document, data = sample(document)): string =>
  Handlebars.compile(templateOf(bundleWithDocuments, document), { strict: true })(data);
const page = (html: string) => new DOMParser().parseFromString(html, 'text/html');
const texts = (html: string, selector: string): string[] =>
  [...page(html).querySelectorAll(selector)].map((element) => (element.textContent ?? '').replace(/\s+/g, ' ').trim());

describe('a report of nine headings', () => {
  const html = render(midWay);

  test('has the nine headings, word for word as declared and in order', () => {
    expect(texts(html, 'h2')).toEqual([
      'Attendance record (incl session content covered)',
      'Sessions not attended and reasons where provided',
      'Engagement',
      'Review of risk',
      'What is owed & what was decided',
      'Concerns & positives re: capacity, motivation and context',
      'Barriers to {{attendance}} \\{and compliance}',
      '“Summary” <of all>',
      'A copy of full RIC risk assessment',
    ]);
  });

  test('has the ledger, a row for each session with what was covered', () => {
    const rows = texts(html, '.document-table-attendance tbody tr');
    expect(rows).toHaveLength(8);
    expect(rows[0]).toBe('Monday 5 January 2026 Attended Time out Phase one');
    expect(rows[3]).toBe('Monday 26 January 2026 Absent Phase one');
    expect(texts(html, '.document-table-absences thead th')).toEqual([
      ...['Day', 'Attendance', 'Session content', 'Phase', 'Reason'],
    ]);
  });

  test('draws one mark for each session, whose shapes are all there, and says what they mean', () => {
    const marks = [...page(html).querySelectorAll('.document-strip svg')];
    // Eight sessions, of which the fourth was missed and the last not recorded.
    expect(marks.map((mark) => mark.getAttribute('data-mark'))).toEqual([
      ...['full', 'full', 'full', 'empty', 'full', 'full', 'full', 'not-recorded'],
    ]);
    expect(marks[3]?.querySelector('title')?.textContent).toBe('Monday 26 January 2026: Absent');
    for (const mark of marks)
      expect(page(html).querySelector(mark.querySelector('use')?.getAttribute('href') ?? 'none')).not.toBeNull();
    expect(texts(html, '.document-key li[data-mark=empty]')).toEqual(['Not attended']);
    expect(html).not.toMatch(/style=|<style/);
  });

  test('has the table of concerns and positives, headed by its columns and rows', () => {
    expect(texts(html, '.document-table-narrative [scope=col]')).toEqual(['Concerns', 'Positives']);
    expect(texts(html, '.document-table-narrative [scope=row]')).toEqual(['Capacity', 'Motivation', 'Context']);
    expect(texts(html, '.document-table-narrative td')).toContain('Invented words: Motivation, Positives.');
  });

  test('says whose it is, of whom, for whom, of what time, and under which version', () => {
    expect(texts(html, '.document-provider, h1')).toEqual(['Example', 'Mid-way report']);
    expect(texts(html, '.document-particulars dd')).toEqual([
      'Sam Sample',
      'Alex Invented, referrer',
      'family court',
      'Example programme',
      'Monday 5 January 2026 to Friday 27 February 2026',
      'Friday 27 February 2026',
    ]);
    expect(texts(html, '.document-version')).toEqual(['Version of the programme: sample']);
  });

  test('ends with its statements and who wrote, reviewed, released and issued it', () => {
    expect(texts(html, '.document-statement')).toEqual(['There is no excuse.']);
    expect(texts(html, '.document-signatures dt')).toEqual([
      ...['Written by', 'Reviewed by', 'Released by', 'Issued by', 'Distribution'],
    ]);
    expect(texts(html, '.document-signatures dd')[2]).toBe(
      'Lee Pretend, partner support worker – Friday 27 February 2026',
    );
    expect(texts(html, '.document-contact div')).toEqual(['Telephone01632 960000']);
  });
});

test('a heading that does not stand leaves nothing of itself', () => {
  const data = sample(midWay);
  const html = render(midWay, {
    ...data,
    headings: { ...data.headings, 'risk-review': { ...data.headings['risk-review'], stands: false, says: [] } },
  });
  expect(texts(html, 'h2')).toHaveLength(8);
  expect(html).not.toMatch(/risk-review|Review of risk|Assessments of risk/);
});

test('a report that nobody has issued says that it is a draft, and what is yet to be done', () => {
  const nobody = { name: '', role: '', on: '' };
  const html = render(midWay, { ...sample(midWay), written: nobody, reviewed: nobody, issued: nobody, released: [] });
  expect(texts(html, '.document-draft')).toEqual(['Draft. This has not been issued.']);
  expect(texts(html, '.document-not-known dd')).toEqual(['Not written yet', 'Not reviewed yet', 'Not issued yet']);
  expect(texts(render(midWay), '.document-draft')).toEqual([]);
});

test('a report that went out says of what was not done that it was not, and no more that it is to come', () => {
  const data = sample(midWay);
  const nobody = { name: '', role: '', on: '' };
  const unwritten = { ...data.headings.engagement?.narrative, written: false, paragraphs: [] };
  const engagement = { ...data.headings.engagement, stands: true, says: [], narrative: unwritten } as HeadingData;
  const html = render(midWay, { ...data, reviewed: nobody, headings: { ...data.headings, engagement } });
  expect(texts(html, '.document-not-known dd')).toEqual(['Not reviewed']);
  expect(texts(html, '[aria-labelledby=heading-engagement] p')).toEqual(['Nothing was written.']);
});

test('what is not released, and what there is not, reads “Not attached.”, whatever else the data holds', () => {
  const data = sample(midWay);
  const withheld = (rows: { label: string; value: string }[]) =>
    render(midWay, {
      ...data,
      headings: {
        ...data.headings,
        ric: {
          stands: true,
          says: [],
          attachment: { title: 'RIC risk assessment', attached: false, rows, fileName: rows.length > 0 ? 'a.pdf' : '' },
        },
      },
    });
  expect(texts(withheld([]), '[aria-labelledby=heading-ric]')).toEqual([
    'A copy of full RIC risk assessment Not attached.',
  ]);
  expect(withheld([{ label: 'Her fear', value: 'High' }])).toBe(withheld([]));
  const ric = { stands: false, says: [], attachment: { title: '', attached: true, rows: [], fileName: 'hers.pdf' } };
  expect(render(midWay, { ...data, headings: { ...data.headings, ric } })).toBe(withheld([]));
});

test('what somebody typed is never markup', () => {
  const data = sample(midWay);
  const html = render(midWay, {
    ...data,
    person: { ...data.person, name: '<img src=x onerror="alert(1)"> & {{day}}' },
  });
  expect(page(html).querySelector('img')).toBeNull();
  expect(texts(html, '.document-particulars dd')[0]).toBe('<img src=x onerror="alert(1)"> & {{day}}');
});

test('a message is a letter: its subject as heading, its paragraphs, who sent it, and no heading besides', () => {
  const html = render(refusal);
  expect(texts(html, 'h1, h2, h3')).toEqual(['Your referral of Jo Invented']);
  expect(texts(html, '.document-heading > p')).toEqual([
    'We cannot offer Jo Invented a place.',
    'You may ask us why.',
    'An invented decision',
    'An invented paragraph, as its author would write it.',
    'And a second one, after it.',
  ]);
  expect(texts(html, '.document-signatures dt')).toEqual(['Written by', 'Sent by']);
});

test.each([midWay, refusal, update])('$id is valid markup, with nothing left to fill in', async (document) => {
  const html = render(document);
  expect(await markupFaults(html)).toEqual([]);
  const words = nineHeadings.reduce(
    (text, { heading = '' }) => text.replaceAll(heading, ''),
    page(html).body.innerHTML,
  );
  expect(words).not.toMatch(/\{\{|\}\}|undefined|\[object/);
});

describe('our own rendering', () => {
  test('gives what a stock Handlebars gives', () => {
    for (const document of [midWay, refusal, update])
      expect(renderTemplate(templateOf(bundleWithDocuments, document), sample(document))).toBe(render(document));
  });

  test('refuses a template that prints what there is not, or calls for a helper', () => {
    expect(() => renderTemplate('{{person.age}}', sample(midWay))).toThrow(/age/);
    expect(() => renderTemplate('{{lookup person "name"}}', sample(midWay))).toThrow(/lookup/);
    expect(() => renderTemplate('{{#each', sample(midWay))).toThrow();
  });
});
