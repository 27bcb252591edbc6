/** What happened to a case. A case is an append-only list of these; nothing in one is ever overwritten. */
import type { Id } from './bundle.js';

/** A day "2026-03-02", or an instant with its zone "2026-03-02T17:30:00Z". The precision that was recorded is kept. */
export type Moment = string;

/**
 * What was answered: a value of the fact's kind (see `Fact`), `not-known`, `not-applicable`, or null to take an
 * earlier answer back.
 */
export type Answer = string | number | string[] | EntryAnswers[] | null;
/** One entry (one child, one agency), by the local ids of its questions; `key` tells it from the others for good. */
export interface EntryAnswers {
  [question: Id]: string | number | string[] | null;
}

/**
 * What kind of act this is. The first five fill facts; the same words as `FactSource`, as acts. `happened`: something in
 * the life of the case (`what`). `session`: a session was planned, recorded or cancelled. `confirmed`, `refused`: a
 * person's answer to a rule's recommendation.
 */
export type EventKind =
  | 'answered'
  | 'judged'
  | 'consented'
  | 'signed'
  | 'scored'
  | 'happened'
  | 'session'
  | 'confirmed'
  | 'refused';
/** The acts that give facts their values. */
export type FactAct = Exclude<EventKind, 'happened' | 'session' | 'confirmed' | 'refused'>;

export interface CaseEvent {
  id: string;
  kind: EventKind;
  /** Of leave or a suspension that is approved ahead, the day on which it begins: until then it counts for nothing. */
  happened: Moment;
  /** When the service came to know; as `happened` where nothing else was said. */
  learned: Moment;
  recorded: Moment;
  by: { role: Id; name?: string };
  /** Who told whoever recorded it, where that is somebody else. */
  toldBy?: Id;
  values: Record<Id, Answer>;
  /** A judgement's reason. */
  reason?: string;
  /** The id of the event that this one corrects. */
  supersedes?: string;
  /** Of `happened`: which happening. Its questions are in `values` by their names within it. */
  what?: Id;
  /** Which session (its key) or entry (its key) it is about. */
  about?: string;
  /** Of `session`. */
  session?: SessionMark;
  /** Of `confirmed` and `refused`: the rule, and which of its effects was picked. */
  rule?: Id;
  effect?: number;
}

/**
 * Of one session. `planned` says that it is to be held; `held` with an outcome, who was there; `cancelled` that it was
 * not held, by the provider's doing or as a closure day. Sessions without a key are told apart by when they were.
 */
export interface SessionMark {
  mark: 'planned' | 'held' | 'cancelled' | 'closure-day';
  /** When it begins, and ends: a day, or instants. Of `planned` it may lie ahead. */
  on: Moment;
  ends?: Moment;
  key?: string;
  outcome?: Id;
  kind?: Id;
  phase?: Id;
  topic?: Id;
  group?: Id;
  facilitators?: number;
}
