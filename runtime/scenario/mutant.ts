import type { Bundle, Id } from '../../engine/contract/index.js';

/** A bundle in which one thing of one rule is another; its digest and its emitted rules are those of the original. */
export interface Mutant {
  /** The criterion, the role that is consulted, or what is declared over time. */
  criterion: Id;
  /** In English: what was changed to what. */
  change: string;
  bundle: Bundle;
}
