/** The handbook as a page: its links, its blocks, and what is not on it. */
import { expect, test } from 'vitest';
import { presentHandbook, runsOf } from '../../../runtime/portal/handbook/presenter.js';
import { appForTests, get, wordsOf } from '../server/app-for-tests.js';
import { bundleOf } from '../studio/made-by-hand.js';

test('E-mail addresses and telephone numbers are links, and a number does not break at the end of a line', () => {
  expect(runsOf('Ring 01632 960110 or write to a.b@example.org.')).toEqual([
    { words: 'Ring ' },
    { words: '01632\u00a0960110', href: 'tel:01632960110' },
    { words: ' or write to ' },
    { words: 'a.b@example.org', href: 'mailto:a.b@example.org' },
    { words: '.' },
  ]);
});

test.each(['There are 30 sessions.', 'From 2004 to 2012.', '0 to 36'])('“%s” has no link', (words) => {
  expect(runsOf(words)).toEqual([{ words }]);
});

test('Each block of the page has a name that stays, by which a live change is marked', () => {
  const { sections, version } = presentHandbook(bundleOf({ clauses: ['EX-001'] }));
  const names = sections.flatMap(({ blocks }) => blocks.map(({ name }) => name));
  expect(new Set(names).size).toBe(names.length);
  expect(names[0]).toBe('about.0');
  expect(version.length).toBeLessThanOrEqual(10);
});

test('The page has the sections of the handbook and links to each, and no clause’s number', async () => {
  const app = await appForTests();
  const { statusCode, body } = await get(app, '/gardening/handbook');
  expect(statusCode).toBe(200);
  const anchors = [...body.matchAll(/<section [^>]*id="([a-z-]+)"/g)].map(([, id]) => id);
  expect(anchors.length).toBeGreaterThan(3);
  for (const anchor of anchors) expect(body).toContain(`href="#${anchor}"`);
  expect(wordsOf(body)).not.toMatch(/\b[A-Z]{2}-\d{3}\b|undefined/);
  await app.close();
});

test('A programme that is not there has no handbook', async () => {
  const app = await appForTests();
  expect((await get(app, '/nowhere/handbook')).statusCode).toBe(404);
  await app.close();
});
