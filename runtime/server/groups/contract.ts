/**
 * Groups as they are run: what staff made of the groups or the meeting times that a definition declares, who has a place,
 * and when nothing is held. Of a man's own sessions his case alone speaks; what is kept here is the timetable. Days are
 * "2026-03-02", times "18:00".
 */
import type { Id } from '../../../engine/contract/index.js';
import type { OpenCase, Recorded } from '../cases/contract.js';
import type { Append, StoredCase, Viewpoint } from '../store/contract.js';

/** When and where a group meets. */
export interface Met {
  /** From 1, Monday, to 7; at least one. */
  days: readonly number[];
  from?: string;
  to?: string;
  venue?: string;
  everyWeeks: number;
  /** The day from which it is so, and weeks are counted; the group's first where it is absent. */
  since?: string;
}

/** A group that meets. Its id is the `group` of the sessions in its members' cases. */
export interface Group extends Met {
  id: Id;
  name: string;
  /** The group of the definition that it is one of. */
  declared?: Id;
  site?: Id;
  /** The day of its first session, whenever and wherever it meets now. */
  first: string;
  /** How it met before, the earliest first; `until`: the first day on which that was so no more. */
  before?: readonly (Met & { until: string })[];
  /** Who usually leads it. */
  facilitators?: readonly string[];
  /** Places as staff said; absent where the definition's are meant. */
  places?: number;
  kind?: Id;
  /** The last day on which it meets. */
  last?: string;
  /** Counts what was changed of it; absent where nothing was. */
  edition?: number;
}

/** Somebody's place: from a day, and up to the day before `until`. */
export interface Place {
  group: Id;
  ref: string;
  from: string;
  until?: string;
}
/** A place with whose it is, as far as his case is in sight. */
export interface Seat extends Place {
  name: string;
  stage: string;
  /** His passage is over, so that the place is free again. */
  over: boolean;
  /** Sessions credited, and of how many. */
  credited?: number;
  sessions?: number;
}

/** Nothing is held on a day: everywhere, at one site, or of one group. */
export interface Closure {
  id: string;
  day: string;
  because: string;
  site?: Id;
  group?: Id;
}

/** What is said of a session as a whole. */
export interface SessionNote {
  group: Id;
  day: string;
  topic?: Id;
  facilitators: readonly string[];
  /** Why it was not held. */
  cancelled?: string;
  /** Of how many people it is recorded who was there. */
  marked: number;
  /** Counts the changes, from 1; 0 where nothing was said. */
  edition: number;
  by?: string;
  at?: string;
}

/** Somebody who is to come to a session to make up for one that he missed. */
export interface CatchUp {
  group: Id;
  day: string;
  ref: string;
  /** The key of the session missed. */
  about: string;
}

/** All groups of a programme that are in sight, with who has a place in them. */
export interface Timetable {
  groups: Group[];
  seats: Seat[];
  closures: Closure[];
}
/** One group with what was said of its sessions. */
export interface OpenGroup extends Timetable {
  group: Group;
  notes: SessionNote[];
  catchUps: CatchUp[];
}

/** Keeps groups. Every call is one transaction; of another programme, or of another site, there is nothing. */
export interface GroupStore {
  all(view: Viewpoint): Promise<Timetable>;
  /** The names of all groups in sight as they are now, by their ids; those that have ended among them. */
  names(view: Viewpoint): Promise<ReadonlyMap<Id, string>>;
  /** `alone`: of places those in this group alone are wanted. */
  open(view: Viewpoint, id: Id, alone?: 'alone'): Promise<OpenGroup | undefined>;
  /** Kept once for a key. Of two with one id the second gets another: what is given back is what was kept. */
  add(view: Viewpoint, group: Group, key: string): Promise<Group>;
  /** Runs writes by themselves, where no case has to be told. */
  write(view: Viewpoint, write: Write): Promise<void>;
  writes: Writes;
}

/** Something to be written in a transaction that may be another's, as that of an append. */
export type Write = (db: Parameters<NonNullable<Append['alongside']>>[0]) => Promise<void>;
export interface Writes {
  /** Puts a group in the place of what it was, one edition before. Throws `Overtaken` where somebody else changed it since. */
  change(view: Viewpoint, group: Group): Write;
  place(view: Viewpoint, place: Place): Write;
  /** Ends somebody's place in a group: `until` is the first day on which he is not there. */
  leave(view: Viewpoint, place: { group: Id; ref: string; until: string }): Write;
  close(view: Viewpoint, closure: Closure): Write;
  reopen(view: Viewpoint, id: string): Write;
  /** Says something of a session, once more. Throws `Overtaken` where somebody else said that edition before. */
  note(view: Viewpoint, note: SessionNote): Write;
  bookCatchUp(view: Viewpoint, booked: CatchUp): Write;
}

/** What is to be recorded in one case, which stood so when that was worked out. */
export interface Told {
  stored: StoredCase;
  events: Recorded[];
}

/** How it came out that several cases were told something. */
export type Done =
  | { kind: 'done'; cases: OpenCase[] }
  /** A sentence for the person; nothing was kept. */
  | { kind: 'refused'; because: string };

/** Somebody else was faster; nothing was kept. */
export class Overtaken extends Error {}
