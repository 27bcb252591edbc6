/** A part of a condition whose quantities occur more than once, worked out for every way in which they can be known. */
import { mostAssignments, type Quantity } from './regions.js';
import { type Block, type Constant, literalsOf, type Tree } from './tree.js';

/** Takes a tree, gives its block, or a constant where every completion agrees. */
export const blockOf = (tree: Tree): Block | Constant => {
  const quantities = [...new Map(literalsOf(tree).map(({ quantity }) => [quantity.key, quantity])).values()];
  const size = quantities.reduce((product, quantity) => product * (quantity.regions.length + 1), 1);
  if (size > mostAssignments) return { kind: 'block', of: tree, quantities };
  const table = tableOf(tree, quantities, size);
  const overall = table[size - 1];
  if (overall === 0 || overall === 1) return { kind: 'constant', value: overall === 1 };
  return { kind: 'block', of: tree, quantities, table };
};

/**
 * The place in a block's table of one way to be known: for each quantity the number of its region, or, where it is
 * unknown, how many regions it has.
 */
export const placeIn = (quantities: readonly Quantity[], regions: ArrayLike<number>): number => {
  let place = 0;
  for (let i = quantities.length - 1; i >= 0; i -= 1) {
    const quantity = quantities[i];
    place = place * ((quantity?.regions.length ?? 0) + 1) + (regions[i] ?? 0);
  }
  return place;
};

const tableOf = (tree: Tree, quantities: Quantity[], size: number): Uint8Array => {
  const table = new Uint8Array(size);
  const holds = predicateOf(tree, quantities);
  const digits = new Uint16Array(quantities.length);
  const steps = stepsOf(quantities);
  for (let place = 0; place < size; place += 1) {
    const free = quantities.findIndex((quantity, i) => digits[i] === quantity.regions.length);
    table[place] = free < 0 ? Number(holds(digits)) : agreed(table, place, steps[free] ?? 1, quantities[free]);
    count(digits, quantities);
  }
  return table;
};

/** How far apart in the table two neighbouring regions of each quantity lie. */
export const stepsOf = (quantities: readonly Quantity[]): number[] => {
  let step = 1;
  return quantities.map((quantity) => {
    const own = step;
    step *= quantity.regions.length + 1;
    return own;
  });
};

/** With one quantity unknown: what its regions, all of lower places, agree on. */
const agreed = (table: Uint8Array, place: number, step: number, quantity: Quantity | undefined): number => {
  const regions = quantity?.regions.length ?? 0;
  const first = table[place - step * regions] ?? 2;
  for (let region = 1; region < regions; region += 1) {
    if (table[place - step * (regions - region)] !== first) return 2;
  }
  return first;
};

const count = (digits: Uint16Array, quantities: Quantity[]): void => {
  for (let i = 0; i < digits.length; i += 1) {
    const digit = (digits[i] ?? 0) + 1;
    if (digit <= (quantities[i]?.regions.length ?? 0)) {
      digits[i] = digit;
      return;
    }
    digits[i] = 0;
  }
};

/** Takes a tree, gives whether it holds where each quantity is in the region of that number. */
const predicateOf = (tree: Tree, quantities: Quantity[]): ((regions: ArrayLike<number>) => boolean) => {
  if (tree.kind === 'constant') return () => tree.value;
  if (tree.kind === 'literal') {
    const which = quantities.indexOf(tree.quantity);
    const place = tree.quantity.keys.indexOf(tree.key);
    const holds = tree.quantity.regions.map((region) => region.holds[place] !== tree.negated);
    return (regions) => holds[regions[which] ?? 0] ?? false;
  }
  const parts = tree.of.map((part) => predicateOf(part, quantities));
  return tree.kind === 'all'
    ? (regions) => parts.every((part) => part(regions))
    : (regions) => parts.some((part) => part(regions));
};
