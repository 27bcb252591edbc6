import type { Condition } from '../../engine/contract/index.js';

/** Joins conditions, with `reads` as its English if given; one alone stays itself. */
export const joined = (kind: 'all' | 'any', of: Condition[], reads?: string): Condition => {
  const [only] = of;
  if (only && of.length === 1) return only;
  return { kind, of, reads: reads ?? of.map((part) => part.reads).join(kind === 'all' ? ', and ' : ', or ') };
};
