/**
 * Groups as they are run: what staff made of the groups or the meeting times that a definition declares, who has a place,
 * and when nothing is held. Of a man's own sessions his case alone speaks; what is kept here is the timetable. Days are
 * "2026-03-02", times "18:00".
 */
import type { Id } from '../../../engine/contract/index.js';
import type { Actor } from '../access/actor.js';
import type { Viewpoint } from '../store/contract.js';

/** A group that meets. Its id is the `group` of the sessions in its members' cases. */
export interface Group {
  id: Id;
  name: string;
  /** The group of the definition that it is one of. */
  declared?: Id;
  site?: Id;
  /** From 1, Monday, to 7; at least one. */
  days: readonly number[];
  from?: string;
  to?: string;
  venue?: string;
  first: string;
  everyWeeks: number;
  /** Places as staff said; absent where the definition's are meant. */
  places?: number;
  kind?: Id;
  /** The last day on which it meets. */
  last?: string;
}

/** Somebody's place: from a day, and up to the day before `until`. */
export interface Place {
  group: Id;
  ref: string;
  from: string;
  until?: string;
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

/** Keeps groups. Every call is one transaction; of another programme, or of another site, there is nothing. */
export interface GroupStore {
  all(view: Viewpoint): Promise<Group[]>;
  find(view: Viewpoint, id: Id): Promise<Group | undefined>;
  /** Kept once for a key. */
  add(view: Viewpoint, group: Group, key: string): Promise<Group>;
  end(view: Viewpoint, id: Id, last: string): Promise<void>;
  places(view: Viewpoint): Promise<Place[]>;
  place(view: Viewpoint, place: Place): Promise<void>;
  /** Ends somebody's place in a group: `until` is the first day on which he is not there. */
  leave(view: Viewpoint, group: Id, ref: string, until: string): Promise<void>;
  closures(view: Viewpoint): Promise<Closure[]>;
  close(view: Viewpoint, closure: Closure): Promise<void>;
  reopen(view: Viewpoint, id: string): Promise<void>;
  notes(view: Viewpoint, group: Id): Promise<SessionNote[]>;
  /** Replaces what was said, with the next edition. */
  note(view: Viewpoint, note: SessionNote): Promise<void>;
  catchUps(view: Viewpoint, group: Id): Promise<CatchUp[]>;
  bookCatchUp(view: Viewpoint, booked: CatchUp): Promise<void>;
}

/** All of one group that its pages need. */
export interface OpenGroup {
  group: Group;
  places: readonly Place[];
  notes: readonly SessionNote[];
  catchUps: readonly CatchUp[];
  closures: readonly Closure[];
  actor: Actor;
}
