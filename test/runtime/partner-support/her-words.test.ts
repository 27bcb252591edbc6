import { expect, test } from 'vitest';
import { nothingSaid } from '../../../runtime/server/partner-support/contract.js';
import { hersInReach } from '../../../runtime/server/partner-support/her-words.js';
import { foundIn } from '../../../runtime/server/post/search-hers.js';

const hers = hersInReach([
  {
    ...nothingSaid,
    called: 'Renée',
    number: '07700 900111',
    email: 'bluebell@example.org',
    address: '12 Orchard Rise\nWetherby',
    through: 'Maud Marsh, 0113 496 0000',
    codeWord: 'marigold',
  },
]);
const found = (text: string): string[] => foundIn(text, hers).map(({ words }) => words);

test('a name is found without its accents, as a word of its own', () => {
  expect(found('Please ask RENEE about Monday.')).toEqual(['RENEE']);
  expect(found('He was renegotiating his hours.')).toEqual([]);
});

test('a number is found however it is written', () => {
  expect(found('Ring +44 7700-900 111 first.')).toEqual(['+44 7700-900 111']);
  expect(found('01134960000 is the one.')).toEqual(['01134960000']);
});

test('a code word, an e-mail address, a street and whoever she is reached through are found', () => {
  expect(found('Say Marigold.')).toEqual(['Marigold']);
  expect(found('Write to bluebell@example.org')).toEqual(['bluebell@example.org']);
  expect(found('He was seen in Orchard Rise with Maud Marsh.')).toEqual(['Orchard Rise', 'Maud Marsh']);
});

test('words that could be of anybody hold nothing of hers', () => {
  expect(found('Please look at how he attends and takes part.')).toEqual([]);
});
