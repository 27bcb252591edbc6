/** The three values, as numbers so that a case can be worked through without allocating. */
export type Truth = 0 | 1 | 2;
export const no = 0;
export const yes = 1;
export const unknown = 2;

/** Takes a truth and whether to turn it over. */
export const turned = (truth: Truth, negated: boolean): Truth =>
  truth === unknown || !negated ? truth : truth === yes ? no : yes;

/** In the words of a verdict. */
export const verdictWord = (truth: Truth): 'met' | 'not-met' | 'unknown' =>
  truth === yes ? 'met' : truth === no ? 'not-met' : 'unknown';

/** The truth of every leaf of a leaf table, by its number. */
export type Truths = Uint8Array;

export interface Node {
  value(truths: Truths): Truth;
  /** Of a node that is unknown: adds the numbers of leaves on quantities that could still change it. */
  relevant(truths: Truths, into: Set<number>): void;
}
