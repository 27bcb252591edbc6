/** What a sentence may name. */
import type { Fact, Id } from '../../../engine/contract/index.js';

/** As much of a fact as a sentence is checked against. */
export type FactShape = Pick<Fact, 'id' | 'kind' | 'source' | 'called' | 'options' | 'bands' | 'number' | 'within'> & {
  /** Words that stand for several of its options: of a form `received: ['incomplete', 'complete']`. */
  groups?: Record<string, Id[]>;
};

/**
 * A criterion that declares a judgement, a consent or a document has both meanings: `is met` is of the criterion.
 * What an event is `called` is a clause after "when", in the past tense: "the participant was heard from". A ground that
 * declares what happens is an event and a rule; `rule` is then what the rule is called.
 */
export type Named =
  | { kind: 'fact'; fact: FactShape }
  | { kind: 'criterion'; id: Id; called: string }
  | { kind: 'both'; fact: FactShape; id: Id; called: string }
  | { kind: 'event'; id: Id; called: string; rule?: string }
  | { kind: 'duty'; id: Id; called: string }
  | { kind: 'rule'; id: Id; called: string };

/** The names that a sentence may use where it stands. */
export interface Scope {
  find(name: string): Named | undefined;
  /** All that `find` finds, for suggestions. */
  names: string[];
  /** What a name stands for that no sentence can name: "a person", "a page". Left out, nothing is known of that. */
  elsewhere?(name: string): string | undefined;
  /** False where only answers count: nothing can then be said of what happened, how long, duties or rules. */
  time?: false;
  /** One session is looked at, and `the session` is that one. */
  session?: true;
}

/** The day of the "as of": a date that every sentence may name. */
export const today: FactShape = { id: 'today', kind: 'date', source: 'form', called: 'today', options: [] };

/** Takes a name; gives what it stands for, `today` included. */
export const findNamed = (scope: Scope, name: string): Named | undefined =>
  name === today.id ? { kind: 'fact', fact: today } : scope.find(name);

/** The fact that a name stands for, if it stands for one. */
export const factOf = (named: Named | undefined): FactShape | undefined =>
  named?.kind === 'fact' || named?.kind === 'both' ? named.fact : undefined;
