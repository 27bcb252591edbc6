/** What a checked sentence becomes: the contract's conditions, with the names of criteria still in them. */
import type { Id, Leaf } from '../../../engine/contract/index.js';

export type SentenceLeaf = { negated: boolean } & Exclude<Leaf, { kind: 'some-entry' }>;
/** The criterion is met, or with `negated` not met; to be written out before it reaches the bundle. */
export interface CriterionLeaf {
  kind: 'criterion';
  id: Id;
  negated: boolean;
}
/** `reads` is English for the middle of a sentence: no capital, no full stop. */
export type LoweredSentence = { reads: string } & (
  | { kind: 'all'; of: LoweredSentence[] }
  | { kind: 'any'; of: LoweredSentence[] }
  | SentenceLeaf
  | CriterionLeaf
);

/** The facts (without `today`) and the criteria that a condition names, each once, in order. */
export interface Uses {
  facts: Id[];
  criteria: Id[];
}

/** Takes a lowered sentence; gives what it names. */
export const usesOf = (lowered: LoweredSentence): Uses => {
  const facts = new Set<Id>();
  const criteria = new Set<Id>();
  const visit = (part: LoweredSentence): void => {
    if (part.kind === 'all' || part.kind === 'any') for (const inner of part.of) visit(inner);
    else if (part.kind === 'criterion') criteria.add(part.id);
    else {
      facts.add(part.fact);
      if ('than' in part && 'fact' in part.than) facts.add(part.than.fact);
    }
  };
  visit(lowered);
  facts.delete('today');
  return { facts: [...facts], criteria: [...criteria] };
};

/** Several conditions as one; one alone stays itself. `reads` is of the whole. */
export const joined = (kind: 'all' | 'any', of: LoweredSentence[], reads: string): LoweredSentence => {
  const [only] = of;
  return only && of.length === 1 ? { ...only, reads } : { kind, of, reads };
};
