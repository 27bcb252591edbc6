/**
 * Cases as the pages use them: opened with the definition they are decided by, looked at for one viewer, and added to. No
 * rule stands here: what may happen next is the engine's to say.
 */
import type { Bundle, CaseEvent, EvaluationFor, Id } from '../../../engine/index.js';
import type { Actor } from '../access/actor.js';
import type { Append, NewCase, StoredCase } from '../store/contract.js';

/** A case before one viewer. */
export interface OpenCase {
  stored: StoredCase;
  /** The whole definition it is decided by. For the engine's functions that take a whole bundle; never for a page. */
  whole: Bundle;
  /** Bundle and events without what this viewer may not see. Pages are made of these. */
  bundle: Bundle;
  events: readonly CaseEvent[];
  /** As of now, without an outlook. */
  evaluation: EvaluationFor;
  actor: Actor;
  /** The present instant, and the local day of the programme. */
  now: string;
  today: string;
}

/** What somebody recorded, before the server adds who and when. */
export type Recorded = Omit<CaseEvent, 'id' | 'recorded' | 'by'> & { by?: { role: Id } };

export type RecordOutcome =
  | { kind: 'recorded'; case: OpenCase }
  /** Others were faster; nothing was kept, and this is the case with what they did. */
  | { kind: 'overtaken'; case: OpenCase }
  /** The engine does not take it: a sentence for the person, and nothing was kept. */
  | { kind: 'refused'; because: string; case: OpenCase };

export interface Cases {
  /** Undefined where there is no such case, or not for this actor. Inside people only. Reading it is put on record. */
  open(actor: Actor, ref: string): Promise<OpenCase | undefined>;
  /** The same of several, read at once; in the order in which they were asked for. */
  openAll(actor: Actor, refs: readonly string[]): Promise<(OpenCase | undefined)[]>;
  /** The same of a case that was read just now, for somebody who may see what was read. */
  before(actor: Actor, stored: StoredCase): Promise<OpenCase>;
  /** As it was on a day, of what had been recorded by now. */
  asOf(found: OpenCase, day: string): EvaluationFor;
  begin(actor: Actor, made: Omit<NewCase, 'bundle'>): Promise<StoredCase>;
  /** `by` may name another role that spoke (a referrer on the telephone); whoever records is put on record all the same. */
  record(
    actor: Actor,
    ref: string,
    done: Omit<Append, 'ref' | 'events'> & { events: Recorded[] },
  ): Promise<RecordOutcome | undefined>;
  /** The same for several cases at once: all, or none. `stored`: as this actor read it just now, where he did. */
  recordAll(
    actor: Actor,
    done: (Omit<Append, 'events'> & { events: Recorded[]; stored?: StoredCase })[],
  ): Promise<{ kind: 'recorded' | 'overtaken' | 'refused'; cases: (RecordOutcome | undefined)[] }>;
  /** What the case would come to with these added; nothing is kept. */
  preview(found: OpenCase, events: Recorded[], asOf?: string): EvaluationFor;
}
