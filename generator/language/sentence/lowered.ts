/** What a checked sentence becomes: the contract's conditions, with the names of criteria still in them. */
import type { Id, Leaf, LeafDuty, LeafHappened, LeafRule, Span } from '../../../engine/contract/index.js';

export type SentenceLeaf = { negated: boolean } & Exclude<Leaf, { kind: 'some-entry' }>;
/** The criterion is met, or with `negated` not met; to be written out before it reaches the bundle. */
export interface CriterionLeaf {
  kind: 'criterion';
  id: Id;
  negated: boolean;
}
/** As the contract's `LeafLasted`, its condition still naming criteria. */
export interface LastedSentence {
  kind: 'lasted';
  condition: LoweredSentence;
  span: Span;
  more?: true;
}
/** Only where the scope allows sentences about time. `where` of what happened is never set here. */
export type TimeLeaf = { negated: boolean } & (LeafHappened | LeafDuty | LeafRule | LastedSentence);
/** `reads` is English for the middle of a sentence: no capital, no full stop. */
export type LoweredSentence = { reads: string } & (
  | { kind: 'all'; of: LoweredSentence[] }
  | { kind: 'any'; of: LoweredSentence[] }
  | SentenceLeaf
  | CriterionLeaf
  | TimeLeaf
);

/** The facts (without `today`), criteria, events, duties and rules that a condition names, each once, in order. */
export interface Uses {
  facts: Id[];
  criteria: Id[];
  events: Id[];
  duties: Id[];
  rules: Id[];
}
/** Uses of nothing, and of what is given. */
export const uses = (some: Partial<Uses> = {}): Uses => ({
  facts: [],
  criteria: [],
  events: [],
  duties: [],
  rules: [],
  ...some,
});

/** Takes a lowered sentence; gives what it names. */
export const usesOf = (lowered: LoweredSentence): Uses => {
  const found = uses();
  collect(lowered, found);
  const once = (ids: Id[]): Id[] => [...new Set(ids)];
  return {
    facts: once(found.facts).filter((id) => id !== 'today'),
    criteria: once(found.criteria),
    events: once(found.events),
    duties: once(found.duties),
    rules: once(found.rules),
  };
};

const collect = (part: LoweredSentence, found: Uses): void => {
  switch (part.kind) {
    case 'all':
    case 'any':
      for (const inner of part.of) collect(inner, found);
      return;
    case 'lasted':
      collect(part.condition, found);
      return;
    case 'criterion':
      found.criteria.push(part.id);
      return;
    case 'duty':
      found.duties.push(part.duty);
      return;
    case 'rule':
      found.rules.push(part.rule);
      return;
    case 'happened':
      found.events.push(part.event, ...eventsOf(part.within));
      return;
    default:
      found.facts.push(part.fact);
      if ('than' in part && 'fact' in part.than) found.facts.push(part.than.fact);
  }
};

const eventsOf = (within: LeafHappened['within']): Id[] =>
  within && 'of' in within && within.of !== 'session' ? [within.of.event] : [];

/** Several conditions as one; one alone stays itself. `reads` is of the whole. */
export const joined = (kind: 'all' | 'any', of: LoweredSentence[], reads: string): LoweredSentence => {
  const [only] = of;
  return only && of.length === 1 ? { ...only, reads } : { kind, of, reads };
};
