import { expect, vi } from 'vitest';
import { searchHouse } from './canaries.js';

/** What is printed of a page hangs on that page alone: the same one is printed once, however many people fetch it. */
const printed = vi.hoisted(() => new Map<string, unknown>());
const once = vi.hoisted(() => <T>(what: string, print: (html: string) => Promise<T>) => (html: string): Promise<T> => {
  const made = (printed.get(what + html) as Promise<T> | undefined) ?? print(html);
  printed.set(what + html, made);
  return made;
});
vi.mock('../../runtime/documents/to-pdf.js', async (original) => {
  const real = await original<typeof import('../../runtime/documents/to-pdf.js')>();
  return { ...real, toPdf: once('pdf', real.toPdf) };
});
vi.mock('../../runtime/documents/to-word.js', async (original) => {
  const real = await original<typeof import('../../runtime/documents/to-word.js')>();
  return { ...real, toWord: once('word', real.toWord) };
});

/** Plants words in every field of her side of a definition, and holds that nobody who may not see it is given one of them. */
export const expectNothingOfHers = async (folder: string): Promise<void> => {
  const { leaks, unlike, faults, notAsked, planted, seen, inFiles, counts } = await searchHouse(folder);
  console.info(
    `${folder}: ${Object.entries(counts)
      .map(([what, n]) => `${n} ${what}`)
      .join(', ')}; those who support her read ${seen.size} of the fields. ${JSON.stringify(inFiles)}`,
  );
  expect(leaks.slice(0, 20)).toEqual([]);
  expect(unlike.slice(0, 20)).toEqual([]);
  expect([...new Set(faults)].slice(0, 20)).toEqual([]);
  expect(notAsked).toEqual([]);
  // It is there to be found.
  expect(planted.length).toBeGreaterThan(20);
  expect(seen.size).toBeGreaterThan(10);
  // Where something of hers went out, it was read in the files as well.
  expect(Object.entries(inFiles).filter(([, found]) => found === 0)).toEqual([]);
};
