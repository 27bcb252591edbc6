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

/** What kind of act filled the facts; the same words as `FactSource`, as acts. */
export type EventKind = 'answered' | 'judged' | 'consented' | 'signed' | 'scored';

export interface CaseEvent {
  id: string;
  kind: EventKind;
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
}
