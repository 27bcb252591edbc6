import { inflateSync } from 'node:zlib';
import { afterEach, expect, test } from 'vitest';
import { hasChromium } from '../../../runtime/documents/chromium.js';
import { finishBody } from '../../../runtime/documents/finish-body.js';
import { pageOf } from '../../../runtime/documents/page.js';
import { toPdf } from '../../../runtime/documents/to-pdf.js';
import { about, body } from './body-by-hand.js';

const before = process.env.CHROMIUM_PATH;
afterEach(() => {
  if (before === undefined) delete process.env.CHROMIUM_PATH;
  else process.env.CHROMIUM_PATH = before;
});

const html = pageOf(finishBody(body, undefined), about);

/** The file, and whatever of it is packed, unpacked. */
const insideOf = (pdf: Buffer): string => {
  const raw = pdf.toString('latin1');
  const packed = [...raw.matchAll(/stream\r?\n([\s\S]*?)\r?\nendstream/g)].map(([, bytes = '']) => {
    try {
      return inflateSync(Buffer.from(bytes, 'latin1')).toString('latin1');
    } catch {
      return '';
    }
  });
  return [raw, ...packed].join('\n');
};

const code = (hex: string): number => Number.parseInt(hex, 16);

/** Text in a PDF is written in the numbers of its fonts; this is what they stand for. */
const letters = (inside: string): Map<number, string> => {
  const map = new Map<number, string>();
  for (const [, table = ''] of inside.matchAll(/beginbfchar([\s\S]*?)endbfchar/g))
    for (const [, from = '', to = ''] of table.matchAll(/<(\w+)> <(\w+)>/g))
      map.set(code(from), String.fromCharCode(code(to)));
  for (const [, table = ''] of inside.matchAll(/beginbfrange([\s\S]*?)endbfrange/g)) {
    for (const [, from = '', last = '', to = ''] of table.matchAll(/<(\w+)> <(\w+)> <(\w+)>/g))
      for (let n = code(from); n <= code(last); n += 1) map.set(n, String.fromCharCode(code(to) + n - code(from)));
  }
  return map;
};

/** All that is written on its pages, without white space. */
const textOf = (inside: string): string => {
  const map = letters(inside);
  return [...inside.matchAll(/<([0-9A-F]+)> Tj/g)]
    .flatMap(([, hex = '']) => hex.match(/.{4}/g) ?? [])
    .map((one) => map.get(code(one)) ?? '?')
    .join('')
    .replace(/\s+/g, '');
};

test('The PDF is tagged, has an outline and a language, is A4, and says what it is', async () => {
  const pdf = await toPdf(html);
  if (pdf === 'no-chromium') throw new Error('There is no Chromium to print with.');
  expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
  const inside = insideOf(pdf);
  expect(inside).toContain('/StructTreeRoot');
  expect(inside).toMatch(/\/MarkInfo\s*<<[^>]*\/Marked true/);
  expect(inside).toMatch(/\/Lang\s*\(en-GB\)/);
  expect(inside).toContain('/Outlines');
  // 595 by 842 points are 210 by 297 millimetres.
  expect(inside).toMatch(/\/MediaBox\s*\[0 0 59[45][.\d]* 84[12][.\d]*\]/);
  for (const tag of ['/H1', '/H2', '/Table', '/TH', '/TD', '/L', '/LI', '/P']) expect(inside).toContain(`/S ${tag}\n`);
  expect([...inside.matchAll(/\/Title \(([^\n]*)\)/g)].map(([, title]) => title)).toEqual(
    expect.arrayContaining(['Engagement', 'Mid-way report']),
  );
}, 60_000);

test('It holds the text of the document, and on each page the person, the version and the number of the page', async () => {
  const pdf = await toPdf(html);
  if (pdf === 'no-chromium') throw new Error('There is no Chromium to print with.');
  const text = textOf(insideOf(pdf));
  expect(text).toContain('Hespeakswhenheisasked.');
  expect(text).toContain('referringagency(North&East)');
  expect(text.match(/SamReed·Mid-wayreport/g)?.length).toBeGreaterThan(1);
  expect(text).toMatch(/Page1of\d/);
  expect(text).toMatch(/Page2of\d/);
  expect(text).toContain('ExampleTrust·Definition0123456789');
}, 60_000);

test('Where no Chromium is to be used, none is, and nothing is printed', async () => {
  process.env.CHROMIUM_PATH = 'none';
  expect(await hasChromium()).toBe(false);
  expect(await toPdf(html)).toBe('no-chromium');
});

test('A page that would fetch something or run something is printed without either', async () => {
  const asked = '<img src="http://127.0.0.1:9/x.png" alt="nothing"><script>document.title = "run"</script>';
  const pdf = await toPdf(html.replace('</main>', `${asked}</main>`));
  if (pdf === 'no-chromium') throw new Error('There is no Chromium to print with.');
  expect(insideOf(pdf)).not.toContain('(run)');
}, 60_000);
