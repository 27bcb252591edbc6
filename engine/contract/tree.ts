/** What a condition is made into before it is decided (see `formula.ts`). */
import type { At, Leaf } from './bundle.js';
import type { Quantity } from './regions.js';

export interface Constant {
  kind: 'constant';
  value: boolean;
}
export interface Literal {
  kind: 'literal';
  leaf: Leaf;
  key: string;
  negated: boolean;
  at?: At;
  quantity: Quantity;
}
/** Not yet parted into blocks. */
export type Tree = Constant | Literal | { kind: 'all' | 'any'; of: Tree[] };

/**
 * Quantities that occur more than once. `table` gives the value for every way in which each is in one of its regions
 * or unknown (see `placeIn`): 0 surely false, 1 surely true, 2 neither. Without a table it is too large for that, and
 * counts by plain three-valued logic.
 */
export interface Block {
  kind: 'block';
  of: Tree;
  quantities: Quantity[];
  table?: Uint8Array;
}
export type Formula = Constant | Literal | Block | { kind: 'all' | 'any'; of: Formula[] };

/** The literals of a tree, in order. */
export const literalsOf = (tree: Tree): Literal[] => {
  if (tree.kind === 'literal') return [tree];
  return tree.kind === 'constant' ? [] : tree.of.flatMap(literalsOf);
};
