/**
 * Whether a text that others will read says something of what is kept of a partner beside the case: what she is called, a
 * code word, numbers, addresses. What is in the case itself `post/search-hers.ts` looks for.
 */
import type { Reach } from './contract.js';

/** What is known of her, each as it was typed. */
export interface HerWords {
  /** Names, of persons and of places: found as words. */
  names: string[];
  /** Found by their digits. */
  numbers: string[];
  /** Found as they are, whatever stands between their letters. */
  texts: string[];
}

const plain = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
const digitsOf = (text: string): string => text.replace(/[^0-9]/g, '');

/** Words that say nothing of anybody in particular. */
const ordinary = new Set(
  'the and her his with for from she not has who are was you that this road street lane'.split(' '),
);

/** What she said of how to reach her. */
export const wordsOfReach = (reaches: readonly Reach[]): HerWords => ({
  names: reaches.flatMap(({ called, codeWord }) => [called, codeWord]),
  numbers: reaches.flatMap(({ number, through }) => [number, through]),
  texts: reaches.flatMap(({ email, address, through }) => [email, address, through]),
});

const partsOf = (name: string): string[] =>
  plain(name)
    .split(' ')
    .filter((part) => part.length > 2 && !ordinary.has(part));

/** The lines of an address and its postcode; each alone would be enough. */
const linesOf = (text: string): string[] =>
  [text, ...text.split(/[\n,;]/)].map(plain).filter((line) => line.length > 4 && !ordinary.has(line));

/** Each number in what was typed; to be found by its end, so that the code of a country does not hide it. */
const numbersOf = (text: string): { typed: string; end: string }[] =>
  [...text.matchAll(/[+(]?\d[\d\s().-]{5,}\d/g)]
    .map(([typed]) => ({ typed, end: digitsOf(typed).slice(-9) }))
    .filter(({ end }) => end.length > 5);

/** What of hers a text holds, as it was typed of her; nothing where it holds none. */
export const heldIn = (text: string, { names, numbers, texts }: HerWords): string[] => {
  const said = ` ${plain(text)} `;
  const digits = digitsOf(text);
  const close = said.replaceAll(' ', '');
  return [
    ...new Set([
      ...names.flatMap((name) => partsOf(name).filter((part) => said.includes(` ${part} `))),
      ...numbers.flatMap((one) => numbersOf(one).flatMap(({ typed, end }) => (digits.includes(end) ? [typed] : []))),
      ...texts.flatMap((one) => linesOf(one).filter((line) => close.includes(line.replaceAll(' ', '')))),
    ]),
  ];
};
