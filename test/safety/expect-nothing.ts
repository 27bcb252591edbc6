import { expect } from 'vitest';
import { searchHouse } from './canaries.js';

/** Plants words in every field of her side of a definition, and holds that nobody who may not see it is given one of them. */
export const expectNothingOfHers = async (folder: string): Promise<void> => {
  const { leaks, faults, notAsked, planted, seen, counts } = await searchHouse(folder);
  console.info(
    `${folder}: ${Object.entries(counts)
      .map(([what, n]) => `${n} ${what}`)
      .join(', ')}; those who support her read ${seen.size} of the fields.`,
  );
  expect(leaks.slice(0, 20)).toEqual([]);
  expect([...new Set(faults)].slice(0, 20)).toEqual([]);
  expect(notAsked).toEqual([]);
  // It is there to be found.
  expect(planted.length).toBeGreaterThan(20);
  expect(seen.size).toBeGreaterThan(10);
};
