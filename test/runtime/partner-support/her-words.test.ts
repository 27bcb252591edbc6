import { expect, test } from 'vitest';
import { nothingSaid } from '../../../runtime/server/partner-support/contract.js';
import { heldIn, wordsOfReach } from '../../../runtime/server/partner-support/her-words.js';

const words = wordsOfReach([
  {
    ...nothingSaid,
    called: 'Renée',
    number: '07700 900111',
    email: 'bluebell@example.org',
    address: '12 Orchard Rise\nWetherby',
    through: 'her sister Maud, 0113 496 0000',
    codeWord: 'marigold',
  },
]);

test('a name is found without its accents, as a word of its own', () => {
  expect(heldIn('Please ask RENEE about Monday.', words)).toEqual(['renee']);
  expect(heldIn('He was renegotiating his hours.', words)).toEqual([]);
});

test('a number is found however it is written', () => {
  expect(heldIn('Ring +44 7700-900 111 first.', words)).toEqual(['07700 900111']);
  expect(heldIn('01134960000 is the one.', words)).toEqual(['0113 496 0000']);
});

test('a code word, an e-mail address and a line of an address are found', () => {
  expect(heldIn('Say Marigold.', words)).toEqual(['marigold']);
  expect(heldIn('Write to bluebell @ example.org', words)).toEqual(['bluebell example org']);
  expect(heldIn('He was seen in Orchard Rise, number 12 – 12 Orchard  Rise.', words)).toEqual(['12 orchard rise']);
});

test('words that could be of anybody hold nothing of hers', () => {
  expect(heldIn('Please look at how he attends and takes part.', words)).toEqual([]);
});
