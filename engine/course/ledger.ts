/** The sessions of a case as they stand at a point: which were due, who was there, what was caught up. */
import { no, type Truth, unknown, yes } from '../condition/truth.js';
import type { Id } from '../contract/bundle.js';
import type { NotDue } from '../contract/course-verdict.js';
import type { Anchor, Point } from './anchor.js';
import { dueAfter } from './calendar/due.js';
import type { CompiledCourse } from './compiled-course.js';
import { awayOn, type Life, stayAt } from './life.js';
import type { Sitting } from './sittings.js';
import type { Happened, Mark } from './timeline.js';

/** One session. `outcome` is what was recorded of that day and is never overwritten by what came after. */
export interface Session {
  key: string;
  when: Anchor;
  /** Milliseconds: from then on it is over. */
  over: number;
  kind?: Id;
  phase?: Id;
  topic?: Id;
  outcome?: Id;
  planned: boolean;
  /** Somebody said who was there, or that it was not held. */
  recorded: boolean;
  /** Two records disagree. */
  disputed: boolean;
  notDue?: NotDue;
  caughtUp?: Anchor;
  booked?: Anchor;
  /** Heard about it, or on its day. */
  contact: boolean;
  /** Given without a session. */
  credit: boolean;
  stay: number;
  /** Places of its events. */
  used: number[];
}

export interface Ledger {
  sessions: Session[];
  byKey: ReadonlyMap<string, Session>;
  /** When the next planned session that is not recorded is over: milliseconds. */
  wakes: number;
}

/** What a ledger is made of, up to the point. */
export interface Told {
  sittings: readonly Sitting[];
  happened: readonly Happened[];
  life: Life;
  point: Point;
}

/** Takes what was told by a point, gives the sessions in their order, each in its phase. */
export const ledgerOf = (told: Told, course: CompiledCourse): Ledger => {
  const sessions: Session[] = [];
  let wakes = Number.POSITIVE_INFINITY;
  for (const sitting of told.sittings) {
    const session = sessionOf(sitting, told, course);
    if (!session) continue;
    if (!session.recorded && session.over > told.point.ms) wakes = Math.min(wakes, session.over);
    sessions.push(session);
  }
  const byKey = new Map(sessions.map((session) => [session.key, session]));
  linkContacts(sessions, byKey, told, course);
  sessions.push(...creditsOf(told, course));
  sessions.sort((a, b) => a.when.start - b.when.start);
  return { sessions, byKey, wakes };
};

const sessionOf = ({ key, marks }: Sitting, { life, point }: Told, course: CompiledCourse): Session | undefined => {
  const known = marks.filter(({ at }) => at.start <= point.ms);
  const [first] = known;
  if (!first) return undefined;
  const said = known.filter(({ mark }) => mark !== 'planned');
  const results = new Set(said.map(({ mark, outcome }) => (mark === 'held' ? (outcome ?? '') : mark)));
  const [result] = results;
  const when = known.find(({ when: at }) => at.precise)?.when ?? first.when;
  const ends = known.find(({ until }) => until !== undefined)?.until;
  const over = ends ? ends.start : when.precise ? when.end : when.end - 1;
  const held = said.length > 0;
  const session: Session = {
    key,
    when,
    over,
    planned: known.some(({ mark }) => mark === 'planned'),
    recorded: held,
    disputed: results.size > 1,
    contact: false,
    credit: false,
    stay: stayAt(life.stays, when.start),
    used: known.map(({ place }) => place),
  };
  for (const part of ['kind', 'phase', 'topic'] as const) {
    const value = latestOf(known, part);
    if (value !== undefined) session[part] = value;
  }
  if (results.size === 1 && result !== undefined && course.outcomes.has(result)) session.outcome = result;
  const notDue = results.size === 1 && isNotHeld(result) ? result : notDueBecause(session, life, point, course);
  if (notDue !== undefined) session.notDue = notDue;
  return session;
};

const isNotHeld = (result: string | undefined): result is 'cancelled' | 'closure-day' =>
  result === 'cancelled' || result === 'closure-day';

const latestOf = (marks: readonly Mark[], part: 'kind' | 'phase' | 'topic'): Id | undefined =>
  marks.findLast((mark) => mark[part] !== undefined)?.[part];

const notDueBecause = (
  { when, stay, over, recorded, phase, kind }: Session,
  life: Life,
  point: Point,
  course: CompiledCourse,
): NotDue | undefined => {
  const passage = life.stays[stay];
  const isBefore = passage?.started !== undefined && when.day < passage.started.day;
  if (isBefore && !isBeforeStart(phase, kind, course)) return 'before-start';
  if (passage?.ended !== undefined && when.day > passage.ended.day) return 'after-end';
  const away = awayOn(life.away, when.day);
  if (away) return away;
  return !recorded && over > point.ms ? 'not-yet' : undefined;
};

/** Where phases come before the start, whatever is held before it belongs to them. */
const isBeforeStart = (phase: Id | undefined, kind: Id | undefined, { sessions }: CompiledCourse): boolean =>
  (sessions?.phases ?? []).some(
    (each) =>
      each.beforeStart && (phase === undefined || phase === each.id) && (kind === undefined || kind === each.kind),
  );

/** What was heard about sessions, and what was caught up of them. */
const linkContacts = (
  sessions: Session[],
  byKey: ReadonlyMap<string, Session>,
  { happened }: Told,
  course: CompiledCourse,
): void => {
  for (const each of happened) {
    const { what, about, at, place } = each;
    const isCatchUp = what === 'caught-up' || what === 'catch-up-booked';
    if (!isCatchUp && what !== 'heard-from-participant') continue;
    const of = about === undefined ? undefined : byKey.get(about);
    if (!isCatchUp) {
      for (const session of of ? [of] : sessions.filter(({ when }) => when.day === at.day)) {
        session.contact = true;
        session.used.push(place);
      }
      continue;
    }
    const missed = of ?? oldestMissed(sessions, at, course);
    if (!missed) continue;
    missed.contact = true;
    missed.used.push(place);
    if (what === 'catch-up-booked') missed.booked ??= at;
    else if (isInTime(sessions, missed, at, course)) missed.caughtUp ??= at;
  }
};

const oldestMissed = (sessions: readonly Session[], at: Anchor, course: CompiledCourse): Session | undefined =>
  sessions.find((session) => session.when.day <= at.day && !session.caughtUp && absenceOf(session, course) === yes);

/** Whether a catch-up comes within what the definition says of catch-ups. */
const isInTime = (sessions: readonly Session[], missed: Session, at: Anchor, course: CompiledCourse): boolean => {
  const limits = course.sessions?.catchUp;
  if (!limits) return true;
  const { within, atMost, beforeNext } = limits;
  if (within && at.start >= dueAfter(course.calendar, missed.when, within).latestEndsAt) return false;
  const done = sessions.filter(({ caughtUp, stay }) => caughtUp !== undefined && stay === missed.stay).length;
  if (atMost !== undefined && done >= atMost) return false;
  const next = sessions.find(({ when, notDue }) => when.start > missed.when.start && !notDue);
  if (!beforeNext || !next) return true;
  return at.precise && next.when.precise ? at.start < next.when.start : at.day <= next.when.day;
};

/** Credits without a session: so many at a time, by an event that gives them. */
const creditsOf = ({ happened, life }: Told, course: CompiledCourse): Session[] =>
  happened.flatMap(({ what, at, values, place, id }) => {
    const declared = course.sessions?.credits.find(({ event }) => event === what)?.sessions ?? 0;
    const told = what === 'credited' && typeof values.sessions === 'number' ? values.sessions : declared;
    return Array.from({ length: Math.max(0, Math.floor(told)) }, (_, n) => ({
      key: `${id} ${n + 1}`,
      when: at,
      over: at.start,
      planned: false,
      recorded: true,
      disputed: false,
      contact: false,
      credit: true,
      stay: stayAt(life.stays, at.start),
      used: [place],
    }));
  });

/** Whether a session could have been missed. */
export const isDue = ({ notDue, credit }: Session): boolean => notDue === undefined && !credit;

/** Whether it is to be reckoned with: due, or not due and somebody was there or it was credited all the same. */
export const isReckoned = (session: Session, course: CompiledCourse): boolean =>
  session.notDue === undefined || session.caughtUp !== undefined || recordedTrait(session, 'present', course) === yes;

/** A trait of a session; `absence` only of one that was due. */
export const traitOf = (session: Session, trait: Id, course: CompiledCourse): Truth => {
  if (trait === 'absence') return absenceOf(session, course);
  if (trait === 'credited') return creditedOf(session, course);
  return recordedTrait(session, trait, course);
};

const recordedTrait = (session: Session, trait: Id, { outcomes }: CompiledCourse): Truth => {
  const outcome = session.outcome === undefined ? undefined : outcomes.get(session.outcome);
  if (outcome) return outcome.traits[trait] ? yes : no;
  if (session.credit || !isDue(session)) return no;
  return unknown;
};

/** It stays on the record when it is caught up; what was not due cannot be missed. */
export const absenceOf = (session: Session, course: CompiledCourse): Truth =>
  isDue(session) ? recordedTrait(session, 'absence', course) : no;

export const creditedOf = (session: Session, course: CompiledCourse): Truth =>
  session.caughtUp || session.credit ? yes : recordedTrait(session, 'credited', course);
