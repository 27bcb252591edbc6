/** Sessions planned in a member's case, and places told to it: which events bring his case to where the timetable is. */

import type { Group as DeclaredGroup } from '../../../engine/contract/course.js';
import { type Bundle, type CaseEvent, dayNumber, dayText, type Id } from '../../../engine/contract/index.js';
import type { Recorded } from '../cases/contract.js';
import type { Group, Seat, SessionNote, Timetable, Write } from './contract.js';
import { hasEnded, keyOf, type Meeting, markOf, meetingsBetween, meetingsFrom, type Times } from './timetable.js';

/** How many sessions ahead are planned in a case; more are as those are recorded. */
export const plannedAhead = 8;

/** The present instant and local day. */
export interface Moment {
  now: string;
  today: string;
}

/** Events that were not corrected since. */
export const standingIn = (events: readonly CaseEvent[]): CaseEvent[] => {
  const corrected = new Set(events.flatMap(({ supersedes }) => supersedes ?? []));
  return events.filter(({ id }) => !corrected.has(id));
};

/** Plans each of these meetings that his case does not know of. Closed days are none. */
export const planned = (
  events: readonly CaseEvent[],
  group: Group,
  meetings: readonly Meeting[],
  { now, today }: Moment,
): Recorded[] => {
  const known = new Set(standingIn(events).flatMap(({ session }) => session?.key ?? []));
  return meetings
    .filter(({ key, closed }) => closed === undefined && !known.has(key))
    .map((meeting) => ({
      kind: 'session',
      happened: today,
      learned: now,
      values: {},
      session: { mark: 'planned', ...markOf(group, meeting) },
    }));
};

/** Takes back what was planned for him in a group from a day on and did not come to anything. */
export const unplanned = (events: readonly CaseEvent[], group: Id, from: string, { now }: Moment): Recorded[] => {
  const stands = standingIn(events);
  const recorded = new Set(stands.flatMap(({ session }) => (session?.mark === 'held' ? (session.key ?? []) : [])));
  return stands
    .filter(({ session }) => session?.mark === 'planned' && session.group === group)
    .filter(({ session }) => (session?.key ?? '').slice(0, 10) >= from && !recorded.has(session?.key ?? ''))
    .map(({ id, happened }) => ({ kind: 'answered', happened, learned: now, values: {}, supersedes: id }));
};

/**
 * Brings what is planned for him in a group, from a day on, to when it meets now: a session of the same day gets its new
 * times in the place of the old one, what is not held any more is taken back. What came to anything stays.
 */
export const replanned = (
  events: readonly CaseEvent[],
  group: Group,
  meetings: readonly Meeting[],
  at: Moment & { from: string },
): Recorded[] => {
  const stands = standingIn(events);
  const done = new Set(stands.flatMap(({ session }) => (session?.mark === 'planned' ? [] : (session?.key ?? []))));
  const wanted = new Map(
    meetings.filter(({ closed, day }) => closed === undefined && day >= at.from).map((one) => [one.key, one]),
  );
  const ahead = stands.filter(
    ({ session }) =>
      session?.mark === 'planned' &&
      session.group === group.id &&
      (session.key ?? '').slice(0, 10) >= at.from &&
      !done.has(session.key ?? ''),
  );
  return [
    ...ahead.flatMap(({ id, happened, session }): Recorded[] => {
      const meeting = wanted.get(session?.key ?? '');
      if (!meeting) return [{ kind: 'answered', happened, learned: at.now, values: {}, supersedes: id }];
      if (meeting.on === session?.on && meeting.ends === session.ends) return [];
      return planned([], group, [meeting], at).map((one) => ({ ...one, supersedes: id }));
    }),
    ...planned(events, group, [...wanted.values()], at),
  ];
};

/** That nothing is held on a day, said of his session; nothing where it is known, or where he was there all the same. */
export const closed = (
  events: readonly CaseEvent[],
  group: Group,
  meeting: Meeting,
  { because, now, today }: Moment & { because: string },
): Recorded[] => {
  const ofIt = standingIn(events).filter(({ session }) => session?.key === meeting.key);
  if (ofIt.some(({ session }) => session?.mark !== 'planned')) return [];
  const { ends: _, ...mark } = markOf(group, meeting);
  return [
    {
      kind: 'session',
      happened: today,
      learned: now,
      values: {},
      reason: because,
      session: { mark: 'closure-day', ...mark },
    },
  ];
};

/** Takes back that a day was closed. */
export const opened = (events: readonly CaseEvent[], group: Group, day: string, { now }: Moment): Recorded[] =>
  standingIn(events)
    .filter(({ session }) => session?.mark === 'closure-day' && session.key === keyOf(group, day))
    .map(({ id, happened }) => ({ kind: 'answered', happened, learned: now, values: {}, supersedes: id }));

/** Whether somebody sits in a group on a day. */
export const sitsOn = ({ from, until }: Pick<Seat, 'from' | 'until'>, day: string): boolean =>
  from <= day && (until === undefined || until > day);

/** Somebody who came to one session without a place: he is there for that day alone. */
export const isGuest = ({ from, until }: Pick<Seat, 'from' | 'until'>): boolean => until === dayAfter(from);

/** The next day. */
export const dayAfter = (day: string): string => dayText(dayNumber(day) + 1);

/** Whether a place is taken now or will be: not given up, and not by somebody whose passage is over. */
export const isTaken = (seat: Seat, today: string): boolean =>
  !seat.over && !isGuest(seat) && (seat.until === undefined || (seat.until > today && seat.until > seat.from));

/** Places taken in one group. `but`: somebody not counted. */
export const takenAt = ({ seats }: Pick<Timetable, 'seats'>, group: Id, today: string, but?: string): number =>
  new Set(
    seats.filter((seat) => seat.group === group && isTaken(seat, today) && seat.ref !== but).map(({ ref }) => ref),
  ).size;

/** A group of the definition, and those with which it shares its places. */
type Declared = Pick<DeclaredGroup, 'id' | 'pool'>;

/**
 * Places taken in a group of the definition. Of several that were made of it each has its own places, and whoever is to have
 * one gets it where most are free: so those of the group that has fewest taken. Places that are shared with others are taken
 * from all of these, whichever of the groups it is in.
 */
export const takenIn = (
  { groups, seats }: Pick<Timetable, 'groups' | 'seats'>,
  { id: declared, pool }: Declared,
  today: string,
  but?: string,
): number => {
  const made = groups.filter((group) => group.declared === declared && !hasEnded(group, today));
  const taken = made.map(({ id }) => takenAt({ seats }, id, today, but));
  if (pool.length > 0) return taken.reduce((sum, each) => sum + each, 0);
  return taken.length === 0 ? 0 : Math.min(...taken);
};

/** The same for somebody who is given a place in one of them: of its kind that group alone counts, unless places are shared. */
export const takenBeside =
  (timetable: Timetable, to: Group, today: string, but: string) =>
  (declared: Declared): number =>
    declared.id === to.declared && declared.pool.length === 0
      ? takenAt(timetable, to.id, today, but)
      : takenIn(timetable, declared, today, but);

/** Tells a case how many places are taken, of each group of the definition of which it was told otherwise, or nothing. */
export const placesTold = (
  events: readonly CaseEvent[],
  { course }: Pick<Bundle, 'course'>,
  taken: (declared: Declared) => number,
  { now, today }: Moment,
): Recorded[] => {
  const stands = standingIn(events);
  return (course?.groups ?? []).flatMap((declared): Recorded[] => {
    const what = `${declared.id}-places-taken`;
    if (!course?.happenings.some((one) => one.id === what)) return [];
    const number = taken(declared);
    const told = stands.findLast((event) => event.kind === 'happened' && event.what === what);
    if (told?.values.number === number) return [];
    // Of two counts of one day nobody could say which is the later: the second is put in the place of the first.
    const again = told?.happened === today ? { supersedes: told.id } : {};
    return [{ kind: 'happened', what, happened: today, learned: now, values: { number }, ...again }];
  });
};

/** What was said of a session, or nothing. */
export const noteOf = (notes: readonly SessionNote[], group: Id, day: string): SessionNote =>
  notes.find((note) => note.day === day) ?? { group, day, facilitators: [], marked: 0, edition: 0 };

/** One write after the other, in one transaction. */
export const inTurn =
  (writes: readonly Write[]): Write =>
  async (db) => {
    for (const write of writes) await write(db);
  };

/** Places are told as they are from the day of a change on, also before that day has come. */
export const later = (from: string, { today }: Moment): string => (from > today ? from : today);

/** The sessions that are always to be planned ahead for somebody with a place: closed days among them are none of these. */
export const seatedMeetings = (group: Group, seat: Pick<Seat, 'from' | 'until'>, at: Moment, times: Times): Meeting[] =>
  meetingsFrom(group, later(seat.from, at), plannedAhead, times).filter(({ day }) => sitsOn(seat, day));

/**
 * Sessions up to yesterday that nobody planned for him since the first that was, as where nothing ran for longer than was
 * planned ahead: a day of which his case knows nothing would be missing from no list. What was taken back stays so.
 */
export const leftOut = (
  events: readonly CaseEvent[],
  group: Group,
  seat: Pick<Seat, 'from' | 'until'>,
  { today }: Moment,
  times: Times,
): Meeting[] => {
  const told = new Set(events.flatMap(({ session }) => (session?.group === group.id ? (session.key ?? []) : [])));
  const [first] = [...told]
    .map((key) => key.slice(0, 10))
    .filter((day) => day >= seat.from)
    .sort();
  if (first === undefined || first >= today) return [];
  return meetingsBetween(group, first, today, times).filter(
    ({ day, key }) => day < today && sitsOn(seat, day) && !told.has(key),
  );
};
