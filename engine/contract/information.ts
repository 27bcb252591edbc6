/**
 * Whose information something is, and who may see it. A label is a set of names: `hers`, and those that a definition
 * declares under `information`. Labels flow: what is computed from something carries its labels. A part of the bundle.
 */
import type { Id, Origin } from './fact.js';

/** Information that not everybody inside sees. */
export interface KeptApart {
  /** `hers`, or as the definition names it. */
  id: Id;
  called: string;
  /** Roles that may see it; a role that is a kind of one of them may too. Nobody outside, but by a document. */
  seenBy: Id[];
  origin?: Origin;
}

export interface Information {
  /** `hers` is always the first. */
  kept: KeptApart[];
  /**
   * What each labelled thing carries, by its key in the bundle's `map` (facts, fields and criteria by their names, else
   * `events/…`, `rules/…`, `duties/…`, `documents/…`), and the way to where it comes from. What is not here carries none.
   */
  labels: Record<string, Label[]>;
}
export interface Label {
  kept: Id;
  /** From the thing itself to what is kept apart, as names: `[missed-calls, partner-contacted]`. */
  path: Id[];
}
