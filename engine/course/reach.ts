/** What a rule or a duty can be changed by, so that at a point at which nothing of that has changed it is left alone. */
import type { Id } from '../contract/bundle.js';
import type { CourseRule, Duty } from '../contract/course.js';
import { isAlike } from './alike.js';
import type { CompiledCourse } from './compiled-course.js';
import type { Ledger } from './ledger.js';
import type { Timeline } from './timeline.js';

export interface Reach {
  /** Happenings. Whatever changes the state of the case or answers changes everything. */
  happenings: ReadonlySet<Id>;
  /** Whether it can be changed by sessions, or only by the one that it is looked at for. */
  sessions: 'none' | 'own' | 'any';
  /** Duties that it reads: what they can be changed by, it can be changed by too. */
  duties: readonly Id[];
  /** It reads what may change at any point: rules, answers, forms. */
  always: boolean;
}

interface Reaches {
  of: Map<CourseRule | Duty, Reach>;
  /** Whether derived facts read how rules or duties stand, so that they may change within a point. */
  factsReadOpenings: boolean;
}
const kept = new WeakMap<CompiledCourse, Reaches>();
/** Worked out once for each course. */
export const reachesOf = (course: CompiledCourse): Reaches => {
  const known = kept.get(course);
  if (known) return known;
  const openings = [...course.course.rules, ...course.course.duties];
  const of = new Map(openings.map((opening) => [opening, reachOf(opening, course)]));
  const made = { of, factsReadOpenings: readsOpenings(course) };
  kept.set(course, made);
  return made;
};

/** Takes a rule or a duty, gives its reach: by every name that its conditions, and the facts they name, have in them. */
const reachOf = (opening: CourseRule | Duty, course: CompiledCourse): Reach => {
  const { trigger, onlyWhen, unless, until, forEach } = opening;
  const own =
    'effects' in opening ? opening.effects.map(({ doneBy }) => doneBy) : [opening.metBy, opening.from, opening.due];
  const happenings = namesIn([trigger, onlyWhen, unless, until, own], course);
  const names = [...happenings];
  const read = names.flatMap((name) => course.duties.get(name) ?? []);
  const all = [opening, ...read];
  const isOwn = forEach === 'session' && read.length === 0 && !names.some((name) => isOfManySessions(name, course));
  const isAny =
    all.some((each) => each.forEach === 'session' || ('due' in each && 'session' in each.due)) ||
    names.some((name) => isOfSessions(name, course));
  const isOfEntries = all.some((each) => each.forEach !== undefined && each.forEach !== 'session');
  return {
    happenings,
    sessions: isOwn ? 'own' : isAny ? 'any' : 'none',
    duties: read.map(({ id }) => id),
    always: isOfEntries || names.some((name) => mayChangeAnyTime(name, course)),
  };
};

/** Names that sessions have a say in: all that begin so, the events they bring, and the phases they are in. */
const isOfSessions = (name: Id, { phases, meetings, sessions }: CompiledCourse): boolean =>
  name.startsWith('session') ||
  name === 'phase' ||
  (name === 'stage' && (sessions?.phases.some(({ beforeStart }) => beforeStart) ?? false)) ||
  phases.has(name) ||
  meetings.has(name);

const isOfManySessions = (name: Id, course: CompiledCourse): boolean => {
  const derived = course.derived.get(name);
  if (derived) return derived.scope !== 'session';
  return name !== 'session' && !name.startsWith('session.') && isOfSessions(name, course);
};

const readsOpenings = (course: CompiledCourse): boolean =>
  course.course.derived.some(({ from }) =>
    [...namesIn(from, course)].some((name) => course.rules.has(name) || course.duties.has(name)),
  );

/** All the words there are in it, so that no kind of condition can be forgotten; those that are no names do no harm. */
const namesIn = (written: unknown, course: CompiledCourse): Set<Id> => {
  const names = new Set<Id>();
  const look = (each: unknown): void => {
    if (typeof each === 'string') add(each);
    else if (typeof each === 'object' && each !== null) for (const part of Object.values(each)) look(part);
  };
  const add = (name: Id): void => {
    if (names.has(name)) return;
    names.add(name);
    const from = course.derived.get(name)?.from;
    look(from);
    // Each session moves a window of the last so many of them.
    if (from && 'window' in from && from.window.lastSessions !== undefined) names.add('session');
    look(course.happenings.get(name)?.anyOf);
    const duty = course.duties.get(name);
    if (duty) look([duty.trigger, duty.onlyWhen, duty.unless, duty.until, duty.metBy, duty.from, duty.due]);
    if (groups.has(name)) names.add(`${name}-places-taken`);
    // Whatever is broken by contact is broken by these.
    if (contacts.has(name)) for (const each of contacts) names.add(each);
  };
  const groups = new Set(course.course.groups.map(({ id }) => id));
  look(written);
  return names;
};

const mayChangeAnyTime = (name: Id, { rules, table, forms }: CompiledCourse): boolean =>
  rules.has(name) || table.numbers.has(name) || forms.has(name) || name === 'planned-end';

/** What changed at a moment. */
export interface Changed {
  /** The state of the case or answers may have, so that nothing is left alone. */
  everything: boolean;
  sessions: boolean;
  happenings: Set<Id>;
}
export const everything: Changed = { everything: true, sessions: true, happenings: new Set() };
export const nothing: Changed = { everything: false, sessions: false, happenings: new Set() };

/** Takes what happened, gives what changed at each moment at which something did. */
export const changesOf = (line: Timeline, course: CompiledCourse): Map<number, Changed> => {
  const changes = new Map<number, Changed>();
  const at = (ms: number): Changed => {
    const known = changes.get(ms) ?? { everything: false, sessions: false, happenings: new Set() };
    changes.set(ms, known);
    return known;
  };
  for (const { what, at: when } of line.happened) {
    const change = at(when.start);
    change.happenings.add(what);
    if (contacts.has(what)) change.sessions = true;
    else if (!isPlain(what, course)) change.everything = true;
  }
  for (const each of [...line.answers, ...line.facts]) at(each.at.start).everything = true;
  // What is said to be about a session is about it once there is one.
  const isAbout = [...line.happened, ...line.answers].some(({ place }) => line.events[place]?.about !== undefined);
  for (const mark of line.marks) at(mark.at.start).sessions = true;
  if (isAbout) for (const change of changes.values()) change.everything ||= change.sessions;
  return changes;
};

/** What is linked with sessions, and changes nothing else. */
const contacts: ReadonlySet<Id> = new Set(['heard-from-participant', 'caught-up', 'catch-up-booked']);
const plainSources: readonly unknown[] = ['record', 'message', 'report', 'duty', 'act'];
/** Of the others some are linked with sessions, or change how the case stands. */
const isPlain = (what: Id, course: CompiledCourse): boolean =>
  plainSources.includes(course.happenings.get(what)?.source) &&
  !course.isOfLife(what) &&
  !course.meetings.has(what) &&
  !course.sessions?.credits.some(({ event }) => event === what);

/** The sessions that are not as they were, by their keys. */
export const sessionsChanged = (before: Ledger, now: Ledger): Set<string> =>
  new Set(
    now.sessions.flatMap((session) => {
      const was = before.byKey.get(session.key);
      return isAlike(was, session) ? [] : [session.key];
    }),
  );
