import { expect, test } from 'vitest';
import { answersOf } from '../../../runtime/scaffold/answers.js';
import { birthday, diaryFrom, sessionDay } from '../../../runtime/scaffold/days.js';
import { clausePrefix, fillIn, withParts } from '../../../runtime/scaffold/fill-in.js';
import { scaffoldFiles } from '../../../runtime/scaffold/origin.js';
import { type Complete, questions } from '../../../runtime/scaffold/questions.js';
import { slugOf } from '../../../runtime/scaffold/slug.js';

const usual = Object.fromEntries(questions.map((one) => [one.name, one.usual])) as Complete;
const comments = (content: string): string[] => content.split('\n').filter((line) => /^ *#(?! (if|end) )/.test(line));

test('What only some programmes have stands between two marks, and goes without a trace', () => {
  const content = 'a: 1\n# if partners\nb: 2\n# end partners\nc:\n  # if appeals\n  d: 3\n  # end appeals\n';
  expect(withParts(content, () => true)).toBe('a: 1\nb: 2\nc:\n  d: 3\n');
  expect(withParts(content, (part) => part === 'appeals')).toBe('a: 1\nc:\n  d: 3\n');
  expect(withParts(content, () => false)).toBe('a: 1\nc:\n');
});

test('Every comment of the scaffold stands in what is made of it', async () => {
  const scaffold = await scaffoldFiles();
  const made = fillIn(scaffold, answersOf({ ...usual, partners: 'yes', sessions: '30', every: '2 weeks' }));
  for (const [n, { file, content }] of scaffold.entries()) {
    if (file.endsWith('.yaml')) expect(comments(made[n]?.content ?? ''), file).toEqual(comments(content));
  }
});

test('Made from the usual answers and with partners, the scaffold comes out as it is, but for its marks', async () => {
  const scaffold = await scaffoldFiles();
  const made = fillIn(scaffold, answersOf({ ...usual, provider: 'Example X', partners: 'yes' }));
  const back = made.map(({ file, content }) => ({
    file,
    content: content
      .replace('provider: Example X', 'provider: Example Trust')
      .replace('@example-x.', '@example-trust.'),
  }));
  expect(back).toEqual(scaffold.map(({ file, content }) => ({ file, content: withParts(content, () => true) })));
});

test.each([
  ['Example Trust', 'ET'],
  ['Larch', 'LA'],
  ['The Steady Hands Company of Men', 'TSH'],
  ['Dún Laoghaire', 'DL'],
  ["O'Hara", 'OH'],
  ['Ж', 'EX'],
  ['7', 'EX'],
])('The clauses of %s are numbered after %s', (provider, prefix) => {
  expect(clausePrefix(provider)).toBe(prefix);
});

test.each([
  ['Steady Hands', 'steady-hands'],
  ["Men's Group: 2026", 'mens-group-2026'],
  ['1st Steps', 'st-steps'],
  ['Ж', 'programme'],
])('%s is written %s in addresses', (title, slug) => {
  expect(slugOf(title, 'programme')).toBe(slug);
});

test('The days of the scenarios follow from how far the sessions are apart', () => {
  // 12 January 2026 is the first session; three more are 21 days, 42 days and 3 months later.
  expect(sessionDay(4, { n: 1, unit: 'week' })).toBe('2026-02-02');
  expect(sessionDay(4, { n: 2, unit: 'week' })).toBe('2026-02-23');
  expect(sessionDay(4, { n: 1, unit: 'month' })).toBe('2026-04-12');
  expect(sessionDay(4, { n: 1, unit: 'week' }, 14)).toBe('2026-02-16');
  expect(diaryFrom({ n: 1, unit: 'month' })).toBe('monthly from 2026-01-12');
  expect(diaryFrom({ n: 3, unit: 'day' })).toBe('every 3 days from 2026-01-12');
  // They are referred on 5 January 2026.
  expect(birthday(18)).toBe('2008-01-05');
  expect(birthday(21, 1)).toBe('2005-01-06');
});
