/** What a definition says of time, from the ground up: spans, states, happenings, and conditions on them. */
import type { At, Id, Leaf, Option, Origin } from './fact.js';

/** Hours are elapsed hours, also across a clock change; the others count days of the calendar, the first excluded. */
export type SpanUnit = 'hours' | 'days' | 'working-days' | 'weeks' | 'months' | 'years';
export interface Span {
  n: number;
  unit: SpanUnit;
}

/** A number as a document gives it. Nothing is filled in: `not-stated` and `for-a-person` are values. */
export type Amount =
  | { kind: 'exactly' | 'at-least' | 'at-most' | 'about'; n: number }
  | { kind: 'range'; from: number; to: number }
  | { kind: 'one-of'; of: number[] }
  | { kind: 'for-a-person'; role?: Id }
  | { kind: 'not-stated' };
/** The most that an amount comes to; undefined where it is open upwards, for a person to say, or not stated. */
export const mostOf = (amount: Amount): number | undefined => {
  switch (amount.kind) {
    case 'exactly':
    case 'at-most':
    case 'about':
      return amount.n;
    case 'range':
      return amount.to;
    case 'one-of':
      return Math.max(...amount.of);
    default:
      return undefined;
  }
};
/** "At most 1 each week". */
export interface Rate {
  amount: Amount;
  each: Span;
}

/** The states of a case; fixed for every programme. */
export const stages = [
  'referred',
  'awaiting-assessment',
  'in-assessment',
  'suitable-not-ready',
  'declined',
  'accepted',
  'waiting-for-place',
  'on-programme',
  'on-leave',
  'suspended',
  'completed',
  'closed',
  'transferred',
] as const;
export type Stage = (typeof stages)[number];

/** What can happen to a case and is recorded as it does: `CaseEvent.what` names one. */
export interface Happening {
  id: Id;
  /** As a clause after "when": "the participant was heard from". */
  called: string;
  /** Where it comes from: part of every case, of sessions, or brought by something declared; `any` is one of several. */
  source:
    | 'life'
    | 'session'
    | 'record'
    | 'form'
    | 'appointment'
    | 'contact'
    | 'message'
    | 'report'
    | 'duty'
    | 'act'
    | 'appeal'
    | 'any';
  /** Of `any`: the happenings that it is each one of; it is not recorded itself. */
  anyOf?: Id[];
  /** Who may record it; empty: anybody inside. */
  by: Id[];
  /** What each one is of: nothing but the case, one session, or one entry of these (`partners`). */
  about?: 'session' | Id;
  /** Its questions, as facts `<id>.<question>`, told with it in `values`. */
  fields: Field[];
  /** The state it brings, if any. */
  brings?: Stage;
  /** What the partner says, or what is recorded by whoever supports her alone. */
  hers: boolean;
  origin: Origin;
}
/** A question of a happening: `<happening>.<question>`. Values as of a fact of that kind. */
export interface Field {
  id: Id;
  /** Its name within the happening. */
  name: Id;
  kind: 'yes-no' | 'choice' | 'choices' | 'number' | 'date' | 'date-time' | 'text' | 'long-text';
  ask: string;
  called: string;
  options: Option[];
  /** Of a `number`: what it counts. */
  unit?: string;
  required: boolean;
  /** Hers, though what it is told with is not. */
  hers?: true;
}

/**
 * A condition over time. A leaf names an answer, a derived fact, a fact of what is looked at (`session.absence`,
 * `incident.severity`), or one of the built-in facts: `stage`, `phase`, `decision`, `ending`, `planned-end`, and of each
 * form and phase its own state.
 */
export type CourseCondition = { reads: string; at?: At; guard?: true } & (
  | { kind: 'all' | 'any'; of: CourseCondition[] }
  | Leaf
  | CourseLeaf
);
export type CourseLeaf = { negated: boolean } & (LeafHappened | LeafLasted | LeafDuty | LeafRule);
/** Of all events of a kind, or the n-th of this stay (from 1), or the latest. */
export interface EventPick {
  event: Id;
  which?: number | 'latest';
}
/** Whether something was recorded to have happened; never unknown, but where a time limit has not yet passed. */
export interface LeafHappened {
  kind: 'happened';
  event: Id;
  /** Of its own questions: `incident.severity is high`. */
  where?: CourseCondition;
  within?: When;
}
/**
 * `last`: in the last so long. `since`, `before`: after, before the latest of that event in this stay; since one that
 * never happened is since the start; `before` with `span`: at least so long before. `within`: at most so long after that event (in the scope of a session: after the
 * session); not known until the time is up. `by`: by a clock time so many days after it.
 */
export type When =
  | { kind: 'last'; span: Span }
  | { kind: 'since'; of: EventPick }
  | { kind: 'before'; of: EventPick | 'session'; span?: Span }
  | { kind: 'within'; span: Span; of: EventPick | 'session' }
  | { kind: 'by'; time: string; span: Span; of: EventPick | 'session' };
/** A condition has held without a break for at least so long; `more`: for longer than that, of days from the day after. */
export interface LeafLasted {
  kind: 'lasted';
  condition: CourseCondition;
  span: Span;
  more?: true;
}
/** A duty (in the scope of an entry: that entry's) is open, was missed, or has been met, in this stay. */
export interface LeafDuty {
  kind: 'duty';
  duty: Id;
  is: 'open' | 'missed' | 'met';
}
/** A rule's recommendation stands, or was confirmed or refused in this stay. */
export interface LeafRule {
  kind: 'rule';
  rule: Id;
  is: 'standing' | 'confirmed' | 'refused';
}
