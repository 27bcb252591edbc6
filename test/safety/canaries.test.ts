import { expect, test } from 'vitest';
import { searchHouse } from './canaries.js';

/** Where several people of one programme are told the same things, and another programme has other fields. */
const folders = (process.env.SAFETY ?? 'definitions/my-time definitions/harbour examples/tollbeck-clear-road').split(
  ' ',
);

test.each(folders)(
  'Nothing that is planted on her side in %s reaches anybody who may not see it',
  { timeout: 600_000 },
  async (folder) => {
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
  },
);
