/** All that a definition declares and a sentence can name: facts, and criteria. One namespace. */
import type { At, Fact, Id, Role } from '../../engine/contract/index.js';
import type { WrittenCondition } from '../language/constructs/condition.js';
import type { WrittenCriterion } from '../language/constructs/criteria.js';
import type { ClauseRef, WrittenOrigin } from '../language/constructs/origin.js';

/** A fact without what rests on conditions, and those conditions as they were written. */
export interface DeclaredFact {
  fact: Omit<Fact, 'origin' | 'onlyWhen' | 'required'>;
  idAt: At;
  /** Its own, its groups' and its page's. */
  onlyWhen: WrittenCondition[];
  required: { kind: 'always' | 'as-known' } | { kind: 'when'; condition: WrittenCondition };
  optionsOnlyWhen: Map<Id, WrittenCondition>;
  written: WrittenOrigin;
  /** Of what it stands in: nearest first. */
  inherited: ClauseRef[][];
  /** It, or a group that it stands in, says where it comes from. */
  spokenFor: boolean;
  /** The form that asks it, and its place there. */
  form?: { id: Id; page: Id; afterDecision: boolean; place: number };
}

export interface DeclaredCriterion {
  id: Id;
  idAt: At;
  role: Role;
  decides: boolean;
  section: 'criteria' | 'eligibility' | 'exclusions';
  written: WrittenCriterion;
  /** The fact that it declares. */
  fact?: Id;
  /** Of a judgement: the answers that let him in. */
  mustBe: Id[];
}

export interface Declarations {
  facts: Map<Id, DeclaredFact>;
  criteria: Map<Id, DeclaredCriterion>;
  /** Names that were declared but could not be read: nothing more is said of them. */
  broken: Set<string>;
  /** A whole form or page could not be read, so that a name may be one of its. */
  incomplete: boolean;
}
