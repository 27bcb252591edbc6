/** What the engine answers. Plain JSON; ids throughout, words only where a person is meant to read them. */
import type { At, ClauseId, Id, Role } from './bundle.js';
import type { CourseEvaluation } from './course-verdict.js';
import type { Answer, Moment } from './event.js';

export type Verdict = 'met' | 'not-met' | 'unknown' | 'not-applicable';
export type Outcome = 'excluded' | 'not-eligible' | 'not-enough-information' | 'needs-judgement' | 'eligible';

/**
 * Why a fact has no value: nobody answered; "not known" was answered; a consent, signature or score is not recorded;
 * a judgement has not been made; its day has not come.
 */
export type Cause = 'unanswered' | 'not-known' | 'not-yet-recorded' | 'awaiting-judgement';

/** A fact that could still change the outcome it is listed under, and who could supply it. */
export interface Missing {
  fact: Id;
  cause: Cause;
  /** Roles. */
  from: Id[];
  /** Too large to be worked out exactly: it may turn out not to matter. */
  maybe?: true;
}

/** A node of an explanation: the condition in English, how it came out, and for a leaf the facts it saw. */
export interface Why {
  reads: string;
  verdict: 'met' | 'not-met' | 'unknown';
  at?: At;
  /** Here because a question is asked only when this holds. */
  guard?: true;
  /** Whether all of the parts or any of them must hold. */
  joins?: 'all' | 'any';
  of?: Why[];
  saw?: Saw[];
}
export interface Saw {
  fact: Id;
  /** Absent where there is none. */
  value?: Answer;
  cause?: Cause;
  /** The event that gave it. */
  event?: string;
}

export interface CriterionVerdict {
  id: Id;
  role: Role;
  verdict: Verdict;
  /** Ids of facts that could still change this verdict, in the order they are asked; empty where it is settled. */
  missing: Id[];
  missingWhy: Missing[];
  why: { applies?: Why; test: Why };
  /** Facts that a judgement rests on and that changed after it was made. */
  stale: Id[];
}

/** One ground of the outcome. */
export interface Reason {
  criterion: Id;
  role: Role;
  verdict: Verdict;
  words: string;
  clauses: ClauseId[];
}

export interface DecisionVerdict {
  outcome: Outcome;
  /** No completion of what is missing could change the outcome. */
  settled: boolean;
  /** Every ground of this outcome, not the first only. */
  reasons: Reason[];
  /** Facts that could still change the outcome. */
  missing: Missing[];
  /** Roles to be consulted, and whether that is called for. */
  consulting: {
    role: Id;
    verdict: 'met' | 'not-met' | 'unknown';
    reads: string;
    missing: Missing[];
  }[];
}

export interface Evaluation extends Partial<CourseEvaluation> {
  asOf: Moment;
  criteria: CriterionVerdict[];
  decision: DecisionVerdict;
  /** Answers that fit no question or option, and so count as unanswered. */
  unusable: {
    fact: Id;
    event: string;
    value: Answer;
    because: string /** It is hers, or was told by her. */;
    hers?: true;
  }[];
  /** Judgements made before something that they rest on changed, and what did. */
  stale?: { judgement: Id; changed: Id[] }[];
}

/** An evaluation confirmed by the emitted rules on json-rules-engine, or a refusal to decide. */
export type Decided =
  | { decided: true; evaluation: Evaluation }
  | {
      decided: false;
      because: string;
      differences: { of: Id; engine: string; rules: string }[];
    };
