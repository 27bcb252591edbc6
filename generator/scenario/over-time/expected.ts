/** What is expected of a case over time. What is not named may be anything; `none` is said where there is to be none. */
import type {
  At,
  DutyState,
  Id,
  Moment,
  RecommendationState,
  Stage,
  StepName,
} from '../../../engine/contract/index.js';

export type None = 'none';

/** Of a number its least and most, null where it has none; of anything else the word, the day, yes or no. */
export type ExpectedValue =
  | { kind: 'number'; least: number; most: number | null }
  | { kind: 'word'; word: string }
  | { kind: 'yes-no'; yes: boolean }
  | { kind: 'unknown' };

export interface ExpectedFact {
  id: Id;
  /** The session or entry that it is of. */
  subject?: string;
  value: ExpectedValue;
  at: At;
}

/** Of one rule (and subject): the latest time it was raised, or with several states every time, in order. */
export interface ExpectedRecommendation {
  rule: Id;
  subject?: string;
  states: RecommendationState[] | None;
  at: At;
}

/** Of one duty (and subject): the one due on `due`, or else the latest; with several, every one in order. */
export interface ExpectedDuty {
  duty: Id;
  subject?: string;
  each: { state?: DutyState; due?: Moment | None; left?: number }[] | None;
  at: At;
}

export interface ExpectedStep {
  step: StepName;
  verdict: 'met' | 'not-met' | 'unknown' | None;
  at: At;
}

/** Of one session, by its key or day: what each of these of it is. A trait: yes, no, or unknown. */
export interface ExpectedSession {
  session: string;
  traits: { name: string; word: string }[] | None;
  at: At;
}

/**
 * Of a report or a message as one recipient sees it, at the time of the expectation: to the first of its recipients
 * where `to` is absent. Texts are looked for in its plain text; white space does not count.
 */
export interface ExpectedDocument {
  kind: 'report' | 'message';
  document: Id;
  to?: Id;
  /** Of a document that there is one of for each entry: the entry's key. */
  entry?: string;
  /** The ids of exactly those headings that stand in it, in order. */
  headings?: Id[];
  says: string[];
  neverSays: string[];
  at: At;
}

export interface ExpectedOverTime {
  state?: Stage;
  phase?: Id | None;
  ending?: Id | None;
  plannedEnd?: Moment | None;
  stay?: number;
  facts: ExpectedFact[];
  /** Exactly these are open. */
  open?: Id[];
  recommendations: ExpectedRecommendation[];
  duties: ExpectedDuty[];
  steps: ExpectedStep[];
  ledger: ExpectedSession[];
  documents: ExpectedDocument[];
  next?: Moment | None;
  /** Exactly these rules. */
  nextMiss?: Id[];
  /** Exactly these sessions, facts and judgements. */
  toFindOut?: string[];
  returning?: Id | 'unknown' | None;
  /** Exactly these rules are to be looked at again. */
  toReview?: Id[];
}
