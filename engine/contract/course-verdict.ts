/** What the engine answers about time: how a case stands, what is recommended, what is due, and what comes next. */

import type { Conflict, Effect, Force, Stage, StepName } from './course.js';
import type { Answer, Moment } from './event.js';
import type { At, ClauseId, Id } from './fact.js';

/** Why something over time is not known: what is not recorded, answered or judged, or when its time is up. */
export interface Lacking {
  kind: 'session' | 'fact' | 'judgement' | 'not-yet' | 'count';
  /** The session's key, or the fact. */
  of: string;
  /** Of `not-yet`: when. */
  until?: Moment;
  /** In `toFindOut`: only what is hers asks for it. */
  hers?: true;
}

/** A node of an explanation. */
export interface CourseWhy {
  reads: string;
  verdict: 'met' | 'not-met' | 'unknown';
  at?: At;
  joins?: 'all' | 'any';
  of?: CourseWhy[];
  /** What was found: "3", "between 2 and 4", "2026-03-02". */
  found?: string;
  /** Ids of the events it rests on. */
  used?: string[];
  lacks?: Lacking[];
}

/** Why a session was not due. */
export type NotDue = 'cancelled' | 'closure-day' | 'suspended' | 'on-leave' | 'before-start' | 'after-end' | 'not-yet';

/** One session of this case. Traits of a session that is not recorded, or of which two records disagree, are not known. */
export interface LedgerEntry {
  key: string;
  on: Moment;
  kind?: Id;
  phase?: Id;
  topic?: Id;
  planned: boolean;
  recorded: boolean;
  /** Two records disagree. */
  disputed: boolean;
  outcome?: Id;
  notDue?: NotDue;
  present?: boolean;
  credited?: boolean;
  absence?: boolean;
  /** Yes/no facts of a session, by id: true, false or not known. */
  traits: Record<Id, boolean | null>;
  caughtUp?: Moment;
  catchUpBooked?: Moment;
  /** Contact about it, or on its day. */
  contact: boolean;
  /** A credit that was given without a session. */
  credit: boolean;
  stay: number;
  events: string[];
}

/** A derived fact now; of a number, its least and most. */
export interface CourseFact {
  id: Id;
  /** The session or entry that it is of. */
  subject?: string;
  value: Answer | boolean;
  /** Where it is a range. */
  least?: number;
  most?: number | null;
  used: string[];
  lacks: Lacking[];
  hers: boolean;
}

/**
 * `open`: stands, nobody has answered it; it stands until it surely does not, and `lacks` says what would tell. `confirmed`: a person confirmed it, or did it. `refused`: a person said no, and
 * nothing later speaks for it. `lapsed`: its ground is gone. `perhaps`: it may stand; `lacks` says what to find out.
 */
export type RecommendationState = 'open' | 'confirmed' | 'refused' | 'lapsed' | 'perhaps';
export interface Recommendation {
  rule: Id;
  subject?: string;
  force: Force;
  effects: Effect[];
  either: boolean;
  /** When it was raised. */
  since: Moment;
  state: RecommendationState;
  /** When it was answered or lapsed, by whom. */
  ended?: Moment;
  by?: Id;
  words: string;
  reads: string;
  clauses: ClauseId[];
  confirmedBy: Id[];
  /** Events it rests on. */
  used: string[];
  lacks: Lacking[];
  why: CourseWhy[];
  /** Rules that at the same time say the opposite, and whether that is settled. */
  conflicts: Conflict[];
  hers: boolean;
  at: At;
}

export type DutyState = 'open' | 'met' | 'met-late' | 'missed' | 'lapsed' | 'perhaps-missed';
export interface DutyVerdict {
  id: Id;
  subject?: string;
  /** The event that opened it, if one did. */
  openedBy?: string;
  opened: Moment;
  /** A day (its end), or an instant; absent where no time is stated. */
  due?: Moment;
  /** Where the anchor is a day and the time counts hours: the latest it may be. */
  dueAtTheLatest?: Moment;
  /** Rests on working days past the end of the table. */
  provisional: boolean;
  state: DutyState;
  met?: Moment;
  metBy?: string[];
  /** Of those done so many times: how many are still to do. */
  left: number;
  force: Force;
  by: Id[];
  does: Effect[];
  words: string;
  reads: string;
  /** Why this date, in words. */
  whyDue: string;
  clauses: ClauseId[];
  hers: boolean;
  at: At;
}

/** A step that the state of the case allows, and how what it needs stands. */
export interface NextStep {
  step: StepName;
  verdict: 'met' | 'not-met' | 'unknown';
  by: Id[];
  needs: { id: Id; words: string; verdict: 'met' | 'not-met' | 'unknown'; why: CourseWhy; clauses: ClauseId[] }[];
  /** Standing rules that refuse it. */
  refusedBy: Id[];
  lacks: Lacking[];
}

/** The next moment at which something changes by itself, and what. */
export interface NextChange {
  at: Moment;
  changes: Change[];
}
export interface Change {
  kind: 'recommendation' | 'duty' | 'session' | 'fact';
  id: Id;
  subject?: string;
  from: string;
  to: string;
  /** Of something that is hers, or rests on it. */
  hers?: true;
}

/** Something acted upon whose ground was corrected away since. */
export interface ToReview {
  event: string;
  rule: Id;
  by: Id;
  because: string;
  /** Of a rule that is hers. */
  hers?: true;
}

/** What a case's time comes to. In an evaluation only where the definition says something of time. */
export interface CourseEvaluation {
  /** `referred`, `on-programme`, `suspended`, … */
  state: Stage;
  stateSince: Moment;
  phase?: Id;
  /** How it ended: what `close` was given. */
  ending?: Id;
  /** From 1; somebody who comes back has another. */
  stay: number;
  plannedEnd?: string;
  ledger: LedgerEntry[];
  facts: CourseFact[];
  recommendations: Recommendation[];
  duties: DutyVerdict[];
  steps: NextStep[];
  /** Steps of an appeal that can be lodged now; absent where there are none at all. */
  appeals?: Id[];
  /** Of what is not hers: as if there were nothing of hers. */
  next?: NextChange;
  /** Of what is hers alone. */
  nextOfHers?: NextChange;
  /** What missing the next session would cause. */
  nextMiss?: { on: Moment; changes: Change[] };
  /** Which way back applies, once he has left. */
  returning?: { return?: Id; verdict: 'met' | 'not-met' | 'unknown'; words: string; lacks: Lacking[] };
  /** What could settle a recommendation that must be made. */
  toFindOut: Lacking[];
  toReview: ToReview[];
  /** Acts recorded although a step's need or a rule refused them. */
  irregular: { event: string; because: string; hers?: true }[];
  warnings: string[];
}
