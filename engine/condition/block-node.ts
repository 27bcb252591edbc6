/** A block is looked up in its table; which of its quantities still matter is worked out when it is asked, and kept. */
import { placeIn, stepsOf } from '../contract/block.js';
import type { Quantity } from '../contract/regions.js';
import type { Block } from '../contract/tree.js';
import { type Node, type Truth, type Truths, unknown } from './truth.js';

/**
 * Takes a block with its table, the numbers of each quantity's leaves, and the block by plain three-valued logic, which
 * stands in should leaves come out in a way that no region has: the emitted rules then do not confirm it.
 */
export const blockNode = (block: Block, table: Uint8Array, numbers: number[][], plain: Node): Node => {
  const regions = block.quantities.map(regionFinder);
  const found = new Int32Array(block.quantities.length);
  const kept = new Map<number, number[]>();
  const place = (truths: Truths): number => {
    for (let i = 0; i < found.length; i += 1) {
      const region = regions[i]?.(truths, numbers[i] ?? []) ?? -1;
      if (region < 0) return -1;
      found[i] = region;
    }
    return placeIn(block.quantities, found);
  };
  return {
    value: (truths) => {
      const at = place(truths);
      return at < 0 ? plain.value(truths) : ((table[at] ?? unknown) as Truth);
    },
    relevant: (truths, into) => {
      const at = place(truths);
      if (at < 0) return plain.relevant(truths, into);
      const matter = kept.get(at) ?? stillMattering(block.quantities, table, at, found);
      kept.set(at, matter);
      for (const quantity of matter) for (const number of numbers[quantity] ?? []) into.add(number);
    },
  };
};

/** Finds the region of a quantity by the truths of its leaves: how many there are where unknown, -1 where none fits. */
const regionFinder = (quantity: Quantity): ((truths: Truths, numbers: number[]) => number) => {
  const regions = quantity.regions.map((region) => region.holds.map(Number));
  return (truths, numbers) => {
    if (truths[numbers[0] ?? -1] === unknown) return regions.length;
    return regions.findIndex((holds) => numbers.every((number, i) => truths[number] === holds[i]));
  };
};

/** The unknown quantities of which two completions, otherwise alike, come out differently. */
const stillMattering = (
  quantities: readonly Quantity[],
  table: Uint8Array,
  place: number,
  regions: ArrayLike<number>,
): number[] => {
  const free = quantities.flatMap((quantity, i) => (regions[i] === quantity.regions.length ? [i] : []));
  const steps = stepsOf(quantities);
  return free.filter((quantity) => {
    const others = free.filter((other) => other !== quantity);
    return anyPlace(place, others, quantities, steps, (at) => table[at] === unknown);
  });
};

/** Whether some completion of these unknown quantities is at a place such as asked for. */
const anyPlace = (
  place: number,
  [first, ...rest]: number[],
  quantities: readonly Quantity[],
  steps: number[],
  such: (place: number) => boolean,
): boolean => {
  if (first === undefined) return such(place);
  const regions = quantities[first]?.regions.length ?? 0;
  for (let back = 1; back <= regions; back += 1) {
    if (anyPlace(place - back * (steps[first] ?? 0), rest, quantities, steps, such)) return true;
  }
  return false;
};
