import { expect, test } from 'vitest';
import { merged } from '../../../runtime/server/post/two-authors.js';
import type { PaperText } from '../../../runtime/server/store/document-store.js';

const kept = (name: string, version: number, text: string, by_name = 'Fay'): PaperText => ({
  name,
  version,
  text,
  by_name,
  at: '2026-03-02T09:00:00Z',
});
const now = { texts: { engagement: 'Second.', risk: 'Low.' } };
const all = [kept('engagement', 2, 'First.'), kept('risk', 2, 'Low.'), kept('engagement', 3, 'Second.', 'Ola')];

test('what only I changed is taken', () => {
  expect(merged(now, all, { version: 3, texts: { engagement: 'Second.', risk: 'High.' } })).toEqual({
    texts: { engagement: 'Second.', risk: 'High.' },
    changed: ['risk'],
    both: [],
  });
});

test('a page that was opened before takes nothing back that others changed since', () => {
  expect(merged(now, all, { version: 2, texts: { engagement: 'First.', risk: 'High.' } })).toEqual({
    texts: { engagement: 'Second.', risk: 'High.' },
    changed: ['risk'],
    both: [],
  });
});

test('where both of us wrote, theirs stays and mine is told', () => {
  expect(merged(now, all, { version: 2, texts: { engagement: 'Mine.' } })).toEqual({
    texts: now.texts,
    changed: [],
    both: [{ name: 'engagement', theirs: 'Second.', by: 'Ola' }],
  });
});

test('the same words by both are no matter', () => {
  expect(merged(now, all, { version: 2, texts: { engagement: 'Second.' } }).both).toEqual([]);
});

test('once I have seen theirs, mine takes its place', () => {
  expect(merged(now, all, { version: 3, texts: { engagement: 'Mine.' } }).changed).toEqual(['engagement']);
});
