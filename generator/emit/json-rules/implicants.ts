/**
 * The least that must be known of a block's quantities for it to come out one way, whatever the others turn out to be:
 * for each quantity a set of its regions, or nothing where it may stay unknown.
 */
import type { Block, Quantity, Tree } from '../../../engine/contract/index.js';

/** Of each quantity, by its place in the block: the regions it must be known to be in. */
export type Implicant = (readonly number[] | undefined)[];

/**
 * Takes a block that has a table and whether it is to hold or not, gives what forces that and is not found by plain
 * three-valued logic.
 */
export const implicantsBeyondLogic = (block: Block, table: Uint8Array, holds: boolean): Implicant[] => {
  const { quantities } = block;
  const wanted = holds ? 1 : 0;
  const sizes = quantities.map((quantity) => quantity.regions.length);
  const plain = plainValue(block.of, quantities);
  const found: Implicant[] = [];
  const digits = sizes.map(() => 0);
  for (let place = 0; place < table.length; place += 1) {
    if (table[place] === wanted && isLeast(table, place, digits, sizes, wanted) && plain(digits) !== wanted) {
      found.push(digits.map((digit, i) => (digit === sizes[i] ? undefined : [digit])));
    }
    count(digits, sizes);
  }
  return merged(found, quantities.length);
};

/** Whether no quantity that is known could as well be unknown. */
const isLeast = (table: Uint8Array, place: number, digits: number[], sizes: number[], wanted: number): boolean => {
  let step = 1;
  return sizes.every((size, i) => {
    const freed = place + (size - (digits[i] ?? 0)) * step;
    step *= size + 1;
    return digits[i] === size || table[freed] !== wanted;
  });
};

const count = (digits: number[], sizes: number[]): void => {
  for (let i = 0; i < digits.length; i += 1) {
    const digit = (digits[i] ?? 0) + 1;
    digits[i] = digit <= (sizes[i] ?? 0) ? digit : 0;
    if (digits[i] !== 0) return;
  }
};

/** By plain three-valued logic: 0 no, 1 yes, 2 unknown. */
const plainValue = (tree: Tree, quantities: readonly Quantity[]): ((digits: readonly number[]) => number) => {
  if (tree.kind === 'constant') return () => (tree.value ? 1 : 0);
  if (tree.kind === 'literal') {
    const which = quantities.findIndex(({ key }) => key === tree.quantity.key);
    const at = tree.quantity.keys.indexOf(tree.key);
    const values = tree.quantity.regions.map((region) => (region.holds[at] !== tree.negated ? 1 : 0));
    return (digits) => values[digits[which] ?? -1] ?? 2;
  }
  const parts = tree.of.map((part) => plainValue(part, quantities));
  const decides = tree.kind === 'any' ? 1 : 0;
  return (digits) => {
    const values = parts.map((part) => part(digits));
    if (values.includes(decides)) return decides;
    return values.includes(2) ? 2 : 1 - decides;
  };
};

/** Those that differ in one quantity only are one, with the regions of both. */
const merged = (implicants: Implicant[], quantities: number): Implicant[] => {
  let now = implicants;
  for (let before = Number.POSITIVE_INFINITY; now.length < before; ) {
    before = now.length;
    for (let which = 0; which < quantities; which += 1) now = mergedIn(which, now);
  }
  return now;
};

const mergedIn = (which: number, implicants: Implicant[]): Implicant[] => {
  const groups = new Map<string, Implicant>();
  for (const implicant of implicants) {
    const own = implicant[which];
    const key = implicant.map((regions, i) => (i === which ? (own ? '*' : '') : (regions?.join(' ') ?? ''))).join(',');
    const alike = groups.get(key);
    const regions = alike?.[which];
    if (!alike) groups.set(key, implicant);
    else if (own && regions) {
      const both = [...new Set([...regions, ...own])].sort((a, b) => a - b);
      groups.set(
        key,
        alike.map((each, i) => (i === which ? both : each)),
      );
    }
  }
  return [...groups.values()];
};
