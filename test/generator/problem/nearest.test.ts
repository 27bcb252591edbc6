import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nearest } from '../../../generator/problem/nearest.js';

const known = [
  'date-of-birth',
  'referral-date',
  'referral-source',
  'child-proceedings',
  'violence-proceedings',
  'partner-known',
  'substance-misuse',
  'sex',
  'adult',
  'man',
  'woman',
  'criteria',
];

test.each([
  ['a letter left out', 'date-of-brth', 'date-of-birth'],
  ['two letters swapped', 'adlut', 'adult'],
  ['parts in another order', 'birth-date-of', 'date-of-birth'],
  ['parts swapped', 'proceedings-child', 'child-proceedings'],
  ['a missing hyphen', 'partnerknown', 'partner-known'],
  ['a hyphen too many', 'referral-so-urce', 'referral-source'],
  ['underscores', 'date_of_birth', 'date-of-birth'],
  ['capitals', 'Date-of-Birth', 'date-of-birth'],
  ['spaces', 'date of birth', 'date-of-birth'],
  ['a plural', 'referral-sources', 'referral-source'],
  ['a singular', 'child-proceeding', 'child-proceedings'],
  ['a part left out', 'has-substance-misuse', 'substance-misuse'],
  ['the other of two that are near', 'violence-procedings', 'violence-proceedings'],
  ['a short word', 'sax', 'sex'],
  ['a plural in -ies', 'criterias', 'criteria'],
])('%s', (_, word, meant) => {
  expect(nearest(word, known)).toBe(meant);
});

test('what resembles nothing has nothing near it', () => {
  expect(nearest('motivation', known)).toBeUndefined();
  expect(nearest('no', ['yes', 'full'])).toBeUndefined();
  expect(nearest('', known)).toBeUndefined();
  expect(nearest('adult', [])).toBeUndefined();
  expect(nearest('x'.repeat(1_000_000), known)).toBeUndefined();
});

test('a lower limit allows fewer slips', () => {
  // "refarral-dote" has two wrong letters.
  expect(nearest('refarral-dote', known)).toBe('referral-date');
  expect(nearest('refarral-dote', known, 1)).toBeUndefined();
});

test('a word that is known is nearest to itself', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.stringMatching(/^[a-z]{1,6}(-[a-z]{1,6}){0,2}$/), { minLength: 1 }), (words) => {
      for (const word of words) expect(nearest(word, words)).toBe(word);
    }),
  );
});

test('one slip in a longer word is always found', () => {
  const slip = fc.record({
    word: fc.constantFrom(...known.filter(({ length }) => length > 9)),
    at: fc.nat(),
    put: fc.constantFrom('', 'q', 'qz'),
  });
  fc.assert(
    fc.property(slip, ({ word, at, put }) => {
      const i = at % word.length;
      expect(nearest(word.slice(0, i) + put + word.slice(i + 1), known)).toBe(word);
    }),
  );
});
