/**
 * What the store keeps and gives. Everything is asked for from a viewpoint: the database itself is told whose eyes these
 * are, and refuses what they may not see. Instants are ISO 8601 in UTC, days are "2026-03-02".
 */
import type { Kysely } from 'kysely';
import type { Bundle, CaseEvent, Id } from '../../../engine/contract/index.js';
import type { SignOff } from './sign-off-store.js';

/** Whose eyes something is read with. */
export interface Viewpoint {
  /** The address of the programme, which is whose store this is: one programme never sees another's. */
  programme: string;
  /** The person's id; `system` for what the server does by itself. */
  person: string;
  /** The role the person acts in, of those that the programme declares. */
  role: Id;
  side: 'inside' | 'outside';
  /** Whether the partner's side may be read; asked of the database by another of its roles. */
  seesHers: boolean;
  /** The sites whose cases may be seen. */
  sites: 'all' | readonly Id[];
}

/** How far a stream has come; `hers` only for those who may know that there is one. */
export interface Version {
  his: number;
  hers?: number;
}

/** A case as it lies in the store, as far as the viewpoint may read it. */
export interface StoredCase {
  programme: string;
  /** The reference that people are given, "7K3Q-9F2M": random, so that none can be guessed from another. */
  ref: string;
  /** What he is called in lists. */
  name: string;
  site?: Id;
  /** The instant it was begun. */
  began: string;
  /** The form it began with, and the person who sent that, if from outside. */
  form: Id;
  referrer?: string;
  /** The digest of the definition it is decided by. */
  definition: string;
  version: Version;
  /** Both sides in one order for those who may see both; else his side alone. */
  events: readonly CaseEvent[];
  /** Made from a scenario, to show what the portal does. */
  demonstration: boolean;
}

/** Something done: all of it is kept, or none. */
export interface Append {
  ref: string;
  /** Given by whoever asks, so that asking twice does it once. */
  key: string;
  /** What the asker had before him; nothing is appended where more has come since. Left out: whatever there is. */
  expected?: Version;
  events: readonly CaseEvent[];
  /** The case as the asker has just read it from the same viewpoint: what of it is as it was need not be read again. */
  read?: StoredCase;
  /**
   * What is kept with them, of another feature: done in the same transaction once they are appended, so that there is
   * never the one without the other. Not done where they were appended before, or nothing was. It is given the case as it
   * then stands; what it throws undoes everything.
   */
  alongside?(db: Kysely<unknown>, now: StoredCase): Promise<void>;
}
export type Appended =
  /** `repeated`: that key was done before, and this is how the case stands. */
  | { kind: 'appended' | 'repeated'; case: StoredCase }
  /** Others were faster: nothing was kept, and this is what they did. */
  | { kind: 'overtaken'; case: StoredCase }
  /** Nothing was kept, since another case that was to be added to with it was overtaken or is not there. */
  | { kind: 'undone'; case: StoredCase };

export interface NewCase {
  form: Id;
  name: string;
  site?: Id;
  referrer?: string;
  bundle: Bundle;
  demonstration?: boolean;
  key: string;
  events: readonly CaseEvent[];
  /** As of `Append`. */
  alongside?: Append['alongside'];
}

/** How a case stands, kept beside it so that lists need not work it out. Made from his side alone. */
export interface Standing {
  /** The local day it was worked out for. */
  asOf: string;
  /** `referred`, `on-programme`, …; `referred` where the definition says nothing of time. */
  stage: string;
  since: string;
  phase?: Id;
  outcome: string;
  closed: boolean;
  group?: Id;
  /** Sessions credited, and of how many. */
  credited?: number;
  sessions?: number;
  /** What is owed, recommended, or to be found out. */
  work: WorkItem[];
}
/** Something that waits for a person. */
export interface WorkItem {
  kind: 'duty' | 'recommendation' | 'document' | 'near-miss' | 'review' | 'decision';
  /** The duty, rule or document; of a decision the role that has to sign for it, or `decision`. */
  of: Id;
  subject?: string;
  words: string;
  whyDue?: string;
  /** A day or an instant; absent where none is stated. */
  due?: string;
  state: string;
  force?: string;
  by: readonly Id[];
  /** The roles that alone may see it; absent where everybody inside may. */
  seenBy?: readonly Id[];
}

/** A line of a list of cases, but for how the case stands. */
export interface CaseName extends Omit<StoredCase, 'events' | 'version'> {
  changed: string;
}
/** A line of a list of cases. */
export interface CaseLine extends CaseName {
  standing: Standing;
}
export interface CaseQuery {
  /** Of these alone. */
  refs?: readonly string[];
  search?: string;
  stages?: readonly string[];
  site?: Id;
  group?: Id;
  referrer?: string;
  /** Cases that are over too. Default: no. */
  closed?: boolean;
  /** `false`: what waits in each is not read, and stands in no line. */
  work?: false;
  /** Default: by name. `began`: the latest first. */
  sort?: 'name' | 'due' | 'began' | 'stage';
  /** From 1. */
  page?: number;
  /** Lines a page; 50 unless told. */
  size?: number;
}

/** Whose work of a day is asked for. */
export interface DayAsked {
  /** For any of these roles. */
  roles: readonly Id[];
  /** The local day; and the last one on which what is due stands on a pile. */
  today: string;
  until: string;
  timeZone: string;
}
/** The piles of a day's work: each thing lies on one. */
export type PileName =
  | 'answers'
  | 'decisions'
  | 'overdue'
  | 'today'
  | 'soon'
  | 'reports'
  | 'find-out'
  | 'review'
  /** To be done, with no time stated. */
  | 'no-day';
/** The pile of the reports and messages, whenever they are due, as the database has it. */
export type KeptPile = 'documents';
export interface Pile {
  id: PileName;
  /** What lies on top: the earliest, by name where they are due at the same time. */
  waiting: { line: Pick<CaseName, 'programme' | 'ref' | 'name' | 'demonstration'>; item: WorkItem }[];
  /** How many lie on it. They are counted no further than somebody would get through: `isMore` says that there are more. */
  all: number;
  isMore: boolean;
}

/**
 * Works out the standing of a case, of which it is given his side alone, by the definition that decides it, as of now. It is
 * called within the transaction that appends, so it asks nobody. `signed`: what those signed who decide together.
 */
export type Project = (found: StoredCase, bundle: Bundle, now: string, signed: readonly SignOff[]) => Standing;

/** Cases and their events. Every call is one transaction. Unknown cases and those out of sight are both `undefined`. */
export interface CaseStore {
  /** From outside it is the asker's own. Throws where it would be out of sight for whoever begins it. */
  begin(view: Viewpoint, made: NewCase): Promise<StoredCase>;
  open(view: Viewpoint, ref: string): Promise<StoredCase | undefined>;
  /** Several at once, in the order that they were asked for. */
  openAll(view: Viewpoint, refs: readonly string[]): Promise<(StoredCase | undefined)[]>;
  /** Throws a RangeError for an event that corrects another which the asker does not see. */
  append(view: Viewpoint, done: Append): Promise<Appended | undefined>;
  /** All of these cases, or none: one that was overtaken leaves the others undone. In the order that they were given. */
  appendAll(view: Viewpoint, done: readonly Append[]): Promise<(Appended | undefined)[]>;
  /** Calls him otherwise in lists, or gives the case to another site; `null`: to none. False where there is no such case. */
  describe(view: Viewpoint, ref: string, as: { name?: string; site?: Id | null }): Promise<boolean>;
  list(view: Viewpoint, query: CaseQuery): Promise<{ lines: CaseLine[]; all: number }>;
  /** The lines of such a list, without how the cases stand. */
  names(view: Viewpoint, query: CaseQuery): Promise<CaseName[]>;
  /**
   * What waits for any of these roles, or else for that of the viewpoint, as far as the role of the viewpoint may see it; the
   * earliest first; of all cases in sight. `pile`: what lies on that one, and nothing else is read.
   */
  work(
    view: Viewpoint,
    until?: string,
    roles?: readonly Id[],
    pile?: KeptPile,
  ): Promise<{ line: CaseName; item: WorkItem }[]>;
  /** What waits on a day, as far as the role of the viewpoint may see it, by the piles that it lies on; of all cases in sight. */
  day(view: Viewpoint, asked: DayAsked): Promise<Pile[]>;
  /** The definition of that digest, kept when the first case began under it. */
  definition(programme: string, digest: string): Promise<Bundle | undefined>;
  /** Puts it on record with the change, and works out how the case stands by it. Undefined where there is no such case. */
  move(view: Viewpoint & { name: string }, wanted: Move): Promise<'moved' | 'overtaken' | undefined>;
  /** The latest first. */
  moves(view: Viewpoint, ref: string): Promise<Moved[]>;
  /** Works out again how a case stands, in a transaction under way in which something beside it has changed. */
  stand(db: Kysely<unknown>, view: Viewpoint, ref: string): Promise<void>;
  /** Works all standings out again; gives how many differed from what was kept. */
  rebuild(view: Viewpoint): Promise<{ cases: number; differed: number }>;
  /** Works out again what was worked out for an earlier day than this; gives how many. For the start, and once a day. */
  refresh(view: Viewpoint, today: string): Promise<number>;
  /**
   * Empties an event for good, on both sides, and says why on record. The row stays, so the chain still verifies; whoever
   * reads the case finds no such event. False where there is nothing to empty. For retention, and for administrators.
   */
  erase(view: Viewpoint, ref: string, event: string, because: string): Promise<boolean>;
}

/** A case is to be decided by another version of its definition from now on. */
export interface Move {
  ref: string;
  key: string;
  /** The definition that it was decided by when that was asked for. */
  was: string;
  bundle: Bundle;
  because: string;
  /** What the asker had before him. */
  expected: Version;
}
export interface Moved {
  /** Digests. */
  was: string;
  definition: string;
  because: string;
  name: string;
  role: Id;
  at: string;
}

/** A row that was altered outside of the store. */
export interface Tampered {
  programme: string;
  ref: string;
  stream: 'his' | 'hers';
  number: number;
  because: string;
}
