/** A group that is changed or ended: its past stays, what is planned after it moves, and whoever was in it goes somewhere. */
import type { Bundle, Id } from '../../../engine/contract/index.js';
import type { Actor } from '../access/actor.js';
import type { StoredCase } from '../store/contract.js';
import {
  type Done,
  type Group,
  type GroupStore,
  type Met,
  type OpenGroup,
  Overtaken,
  type Seat,
  type Timetable,
  type Told,
  type Write,
} from './contract.js';
import {
  dayAfter,
  inTurn,
  isTaken,
  later,
  type Moment,
  placesTold,
  planned,
  plannedAhead,
  replanned,
  seatedMeetings,
  takenBeside,
  unplanned,
} from './plan.js';
import { meetingsFrom } from './timetable.js';

/** What a group is to be from a day on. Its id, its site and its first day stay. */
export interface Change {
  group: Id;
  to: Pick<Group, 'name' | 'places' | 'facilitators'> & Omit<Met, 'since'>;
  /** The day from which it meets so. */
  from: string;
  /** The edition that was looked at. */
  edition: number;
  key: string;
}
export interface Ending {
  group: Id;
  /** The last day on which it meets. */
  last: string;
  /** Where its members go, by the references of their cases; nowhere is an empty text, and then they wait. */
  goes: ReadonlyMap<string, Id | ''>;
  edition: number;
  key: string;
}

/** What pages of groups and registers are given as well: how several cases are told something at once. */
export interface Together {
  /** Records of several cases at once, with what is kept of the group besides. */
  recordTogether(
    actor: Actor,
    told: readonly Told[],
    key: string,
    write?: Write,
  ): Promise<Done | { kind: 'overtaken' }>;
  moment(bundle: Bundle): Moment;
  bundle(programme: string): Bundle;
}

/** What it takes to tell cases of it. */
export interface Telling extends Together {
  groups: GroupStore;
  storedOf(actor: Actor, refs: readonly string[]): Promise<StoredCase[]>;
  /** What those who wait are told of places. */
  tellWaiting(
    actor: Actor,
    bundle: Bundle,
    after: Timetable,
    but: ReadonlySet<string>,
    at: Moment,
    day: string,
  ): Promise<Told[]>;
  /** Tries again where others added to the cases meanwhile. */
  insist(work: () => Promise<Done | { kind: 'overtaken' }>): Promise<Done>;
}

export interface Changing {
  change(actor: Actor, change: Change): Promise<Done>;
  end(actor: Actor, ending: Ending): Promise<Done>;
}

/** The first day from which a group can meet otherwise: what is recorded of it stays as it is. */
export const changeableFrom = ({ group, notes }: Pick<OpenGroup, 'group' | 'notes'>, today: string): string => {
  const recorded = notes
    .filter(({ marked, cancelled }) => marked > 0 || cancelled !== undefined)
    .map(({ day }) => dayAfter(day));
  return [today, group.since ?? today, ...recorded].sort().at(-1) ?? today;
};

const isSameMet = (one: Met, other: Met): boolean =>
  one.days.join() === other.days.join() &&
  one.from === other.from &&
  one.to === other.to &&
  one.venue === other.venue &&
  one.everyWeeks === other.everyWeeks;

const metOf = ({ days, from, to, venue, everyWeeks, since }: Met): Met => ({
  days,
  everyWeeks,
  ...(from !== undefined && { from }),
  ...(to !== undefined && { to }),
  ...(venue !== undefined && { venue }),
  ...(since !== undefined && { since }),
});

/** The group with a change in it; how it met up to that day is kept. */
export const changed = (group: Group, { to, from }: Pick<Change, 'to' | 'from'>): Group => {
  const { id, declared, site, first, kind, last, before = [], since = first } = group;
  const isSame = isSameMet(group, to);
  // Where nothing was held yet it never met otherwise.
  const isFresh = isSame || from <= since;
  const met = isFresh ? before : [...before, { ...metOf(group), until: from }];
  return {
    id,
    name: to.name,
    ...(declared !== undefined && { declared }),
    ...(site !== undefined && { site }),
    first,
    ...metOf({ ...to, since: isFresh ? since : from }),
    ...(met.length > 0 && { before: met }),
    ...(kind !== undefined && { kind }),
    ...(to.places !== undefined && { places: to.places }),
    ...(to.facilitators !== undefined && { facilitators: to.facilitators }),
    ...(last !== undefined && { last }),
    edition: (group.edition ?? 0) + 1,
  };
};

const overtaken: Done = {
  kind: 'refused',
  because:
    'Somebody else changed this group while you did. What you typed is kept here; look at it, and save it again.',
};
const gone: Done = { kind: 'refused', because: 'There is no such group any more.' };

export const changing = (of: Telling): Changing => {
  const { groups } = of;

  /** Opens a group of the edition that was looked at. */
  const opened = async (actor: Actor, id: Id, edition: number): Promise<OpenGroup | Done> => {
    const found = await groups.open(actor, id);
    if (!found) return gone;
    return (found.group.edition ?? 0) === edition ? found : overtaken;
  };

  const told = (work: () => Promise<Done | { kind: 'overtaken' }>): Promise<Done> =>
    of.insist(work).catch((fault: unknown) => {
      if (fault instanceof Overtaken) return overtaken;
      throw fault;
    });

  const change: Changing['change'] = (actor, { group: id, key, edition, ...wanted }) =>
    told(async () => {
      const found = await opened(actor, id, edition);
      if ('kind' in found) return found;
      const bundle = of.bundle(actor.programme);
      const at = of.moment(bundle);
      const group = changed(found.group, wanted);
      const isMoved = !isSameMet(found.group, group);
      const seats = isMoved ? found.seats.filter((seat) => seat.group === id && isTaken(seat, at.today)) : [];
      const stored = await of.storedOf(
        actor,
        seats.map(({ ref }) => ref),
      );
      const times = { bundle, closures: found.closures };
      const all = stored.map((one): Told => {
        const seat = seats.find(({ ref }) => ref === one.ref) as Seat;
        const meetings = seatedMeetings(group, seat, at, times);
        return { stored: one, events: replanned(one.events, group, meetings, { ...at, from: wanted.from }) };
      });
      return of.recordTogether(actor, all, key, groups.writes.change(actor, group));
    });

  const end: Changing['end'] = (actor, { group: id, last, goes, edition, key }) =>
    told(async () => {
      const found = await opened(actor, id, edition);
      if ('kind' in found) return found;
      const bundle = of.bundle(actor.programme);
      const at = of.moment(bundle);
      const until = dayAfter(last);
      const leaving = stillThere(found, last, at.today);
      const stored = await of.storedOf(
        actor,
        leaving.map(({ ref }) => ref),
      );
      const group: Group = { ...found.group, last, edition: edition + 1 };
      const moves = stored.map((one) => ({
        stored: one,
        to: found.groups.find((each) => each.id === goes.get(one.ref)),
      }));
      const after: Timetable = { ...found, seats: seatsAfter(found, leaving, moves, until) };
      const all = moves.map(({ stored: one, to }): Told => {
        const meetings = to ? meetingsFrom(to, until, plannedAhead, { bundle, closures: found.closures }) : [];
        return {
          stored: one,
          events: [
            ...(to && one.definition === bundle.digest
              ? placesTold(one.events, bundle, takenBeside(after, to, later(until, at), one.ref), at)
              : []),
            ...unplanned(one.events, id, until, at),
            ...(to ? planned(one.events, to, meetings, at) : []),
          ],
        };
      });
      const refs = new Set(stored.map(({ ref }) => ref));
      const waiting = await of.tellWaiting(actor, bundle, after, refs, at, later(until, at));
      return of.recordTogether(
        actor,
        [...all, ...waiting],
        key,
        inTurn([
          groups.writes.change(actor, group),
          ...leaving.map(({ ref }) => groups.writes.leave(actor, { group: id, ref, until })),
          ...moves.flatMap(({ stored: { ref }, to }) =>
            to ? [groups.writes.place(actor, { group: to.id, ref, from: until })] : [],
          ),
        ]),
      );
    });

  return { change, end };
};

/** Whoever has a place beyond a day. */
export const stillThere = ({ group, seats }: OpenGroup, last: string, today: string): Seat[] =>
  seats.filter(
    (seat) =>
      seat.group === group.id && isTaken(seat, today) && (seat.until === undefined || seat.until > dayAfter(last)),
  );

const seatsAfter = (
  { group, seats }: OpenGroup,
  leaving: readonly Seat[],
  moves: readonly { stored: StoredCase; to: Group | undefined }[],
  until: string,
): Seat[] => [
  ...seats.map((seat) => (leaving.includes(seat) ? { ...seat, until: seat.from > until ? seat.from : until } : seat)),
  ...moves.flatMap(({ stored: { ref, name }, to }): Seat[] =>
    to && to.id !== group.id ? [{ group: to.id, ref, name, from: until, stage: '', over: false }] : [],
  ),
];
