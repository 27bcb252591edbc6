/** What staff do with groups. Whatever concerns somebody's sessions is recorded in his case, all together or not at all. */
import { randomBytes } from 'node:crypto';
import type { Bundle, Id } from '../../../engine/contract/index.js';
import { localDay } from '../../../engine/document/words/dates.js';
import type { Actor } from '../access/actor.js';
import type { Cases, Recorded, RecordOutcome } from '../cases/contract.js';
import type { Append, CaseLine, CaseStore, StoredCase } from '../store/contract.js';
import { type Changing, changing, type Together } from './changing.js';
import type { Closure, Done, Group, GroupStore, Timetable, Told } from './contract.js';
import {
  closed,
  inTurn,
  isTaken,
  later,
  leftOut,
  type Moment,
  opened,
  placesTold,
  planned,
  plannedAhead,
  seatedMeetings,
  sitsOn,
  takenBeside,
  takenIn,
  unplanned,
} from './plan.js';
import { covers, hasEnded, meetingOn, meetingsFrom } from './timetable.js';

export interface GroupsOf {
  groups: GroupStore;
  cases: Cases;
  store: CaseStore;
  /** The definition in force. Throws where there is none. */
  bundle(programme: string): Bundle;
  now(): string;
}

export interface Placing {
  group: Id;
  ref: string;
  from: string;
  key: string;
}

/** What the pages of groups and registers do. */
export interface Groups extends GroupStore, Changing, Together {
  /** Accepted, or on the programme, and without a place; whoever waits longest comes first. */
  waiting(actor: Actor, timetable: Timetable): Promise<CaseLine[]>;
  /** Gives somebody a place from a day on; he leaves whatever group he was in that day. */
  seat(actor: Actor, placing: Placing): Promise<Done>;
  takeOut(actor: Actor, placing: Placing): Promise<Done>;
  closeDay(actor: Actor, closure: Omit<Closure, 'id'>, key: string): Promise<Done>;
  reopenDay(actor: Actor, id: string, key: string): Promise<Done>;
  /**
   * Plans sessions ahead for everybody with a place, as many as there are always to be. Once a day for a programme; asked for
   * again it does nothing. Gives how many cases were told of more.
   */
  planAhead(actor: Actor): Promise<number>;
}

const gone: Done = { kind: 'refused', because: 'There is no such group, or no such case, any more.' };
const busy: Done = { kind: 'refused', because: 'Others were changing these cases at the same time. Try once more.' };
const stagesOfWaiting = ['accepted', 'waiting-for-place'];
const stagesOfPlaced = ['on-programme', 'suspended', 'on-leave'];

export const runGroups = (of: GroupsOf): Groups => {
  const { groups, cases, store } = of;
  const moment = ({ programme }: Bundle): Moment => {
    const now = of.now();
    return { now, today: localDay(now, programme.timeZone) };
  };

  const recordTogether: Groups['recordTogether'] = async (actor, told, key, write) => {
    const changed = told.filter(({ events }) => events.length > 0);
    if (changed.length === 0) {
      if (write) await groups.write(actor, write);
      return { kind: 'done', cases: [] };
    }
    const done = await cases.recordAll(
      actor,
      changed.map(({ stored, events }, i) => ({
        ref: stored.ref,
        key: `${key} ${stored.ref}`,
        expected: stored.version,
        events,
        stored,
        ...(i === 0 && write && { alongside: write as NonNullable<Append['alongside']> }),
      })),
    );
    if (done.kind === 'recorded') return { kind: 'done', cases: done.cases.flatMap((one) => one?.case ?? []) };
    if (done.kind === 'overtaken') return { kind: 'overtaken' };
    return { kind: 'refused', because: becauseOf(done.cases) };
  };

  /** What is worked out from cases as they stand is worked out again where others added to them meanwhile. */
  const insist = async (work: () => Promise<Done | { kind: 'overtaken' }>): Promise<Done> => {
    for (let tries = 0; tries < 4; tries += 1) {
      const done = await work();
      if (done.kind !== 'overtaken') return done;
    }
    return busy;
  };

  const storedOf = async (actor: Actor, refs: readonly string[]): Promise<StoredCase[]> =>
    (await store.openAll(actor, [...new Set(refs)])).flatMap((one) => one ?? []);

  const waiting = async (actor: Actor, { seats }: Timetable): Promise<CaseLine[]> => {
    const { lines } = await store.list(actor, {
      stages: [...stagesOfWaiting, ...stagesOfPlaced],
      size: 500,
      sort: 'began',
      work: false,
    });
    const { today } = moment(of.bundle(actor.programme));
    const placed = new Set(seats.filter((seat) => isTaken(seat, today)).map(({ ref }) => ref));
    return lines
      .filter(({ ref }) => !placed.has(ref))
      .sort((a, b) => (a.standing.since < b.standing.since ? -1 : a.standing.since > b.standing.since ? 1 : 0));
  };

  /** Those who wait hear of places that were taken or have become free. */
  const tellWaiting = async (
    actor: Actor,
    bundle: Bundle,
    after: Timetable,
    but: ReadonlySet<string>,
    at: Moment,
    day: string,
  ): Promise<Told[]> => {
    if (!bundle.course?.groups.length) return [];
    const lines = (await waiting(actor, after)).filter(
      ({ ref, standing }) => !but.has(ref) && stagesOfWaiting.includes(standing.stage),
    );
    const stored = await storedOf(
      actor,
      lines.map(({ ref }) => ref),
    );
    return stored
      .filter(({ definition }) => definition === bundle.digest)
      .map((one) => ({
        stored: one,
        events: placesTold(one.events, bundle, (declared) => takenIn(after, declared, day), at),
      }));
  };

  const seat: Groups['seat'] = (actor, { group: id, ref, from, key }) =>
    insist(async () => {
      const bundle = of.bundle(actor.programme);
      const [found, stored] = await Promise.all([groups.open(actor, id), store.open(actor, ref)]);
      if (!found || !stored) return gone;
      const at = moment(bundle);
      const { group, seats } = found;
      if (group.last !== undefined && from > group.last)
        return { kind: 'refused', because: `${group.name} meets no more from that day on.` };
      const left = seats.filter(
        (one) => one.ref === ref && one.group !== id && (one.until === undefined || one.until > from),
      );
      const meetings = meetingsFrom(group, from, plannedAhead, { bundle, closures: found.closures });
      const others = takenBeside(found, group, later(from, at), ref);
      const after: Timetable = {
        ...found,
        seats: [
          ...seats.filter((one) => one.ref !== ref),
          { group: id, ref, from, name: stored.name, stage: '', over: false },
        ],
      };
      const events = [
        ...(stored.definition === bundle.digest ? placesTold(stored.events, bundle, others, at) : []),
        ...left.flatMap((one) => unplanned(stored.events, one.group, from, at)),
        ...planned(stored.events, group, meetings, at),
      ];
      return recordTogether(
        actor,
        [{ stored, events }, ...(await tellWaiting(actor, bundle, after, new Set([ref]), at, later(from, at)))],
        key,
        inTurn([
          ...left.map((one) => groups.writes.leave(actor, { group: one.group, ref, until: from })),
          groups.writes.place(actor, { group: id, ref, from }),
        ]),
      );
    });

  const takeOut: Groups['takeOut'] = (actor, { group: id, ref, from, key }) =>
    insist(async () => {
      const bundle = of.bundle(actor.programme);
      const [found, stored] = await Promise.all([groups.open(actor, id), store.open(actor, ref)]);
      if (!found || !stored) return gone;
      const at = moment(bundle);
      const after: Timetable = {
        ...found,
        seats: found.seats.map((one) => (one.group === id && one.ref === ref ? { ...one, until: from } : one)),
      };
      return recordTogether(
        actor,
        [
          { stored, events: unplanned(stored.events, id, from, at) },
          ...(await tellWaiting(actor, bundle, after, new Set([ref]), at, later(from, at))),
        ],
        key,
        groups.writes.leave(actor, { group: id, ref, until: from }),
      );
    });

  /** What each member of each group that a closure covers is to be told. */
  const toldOf = async (
    actor: Actor,
    timetable: Timetable,
    closure: Closure,
    tell: (stored: StoredCase, group: Group) => Recorded[],
  ): Promise<Told[]> => {
    const affected = timetable.groups.filter((group) => covers(closure, group));
    const told = await Promise.all(
      affected.map(async (group) => {
        const there = timetable.seats.filter((one) => one.group === group.id && !one.over && sitsOn(one, closure.day));
        const stored = await storedOf(
          actor,
          there.map(({ ref }) => ref),
        );
        return stored.map((one): Told => ({ stored: one, events: tell(one, group) }));
      }),
    );
    return joined(told.flat());
  };

  const closeDay: Groups['closeDay'] = (actor, made, key) => {
    const closure: Closure = { ...made, id: randomBytes(12).toString('base64url') };
    return insist(async () => {
      const bundle = of.bundle(actor.programme);
      const at = moment(bundle);
      const timetable = await groups.all(actor);
      const [before, after] = [timetable.closures, [...timetable.closures, closure]];
      const told = await toldOf(actor, timetable, closure, (stored, group) => {
        const meeting = meetingOn(group, closure.day, { bundle, closures: before });
        if (!meeting || meeting.closed !== undefined) return [];
        const ahead = meetingsFrom(group, at.today, plannedAhead, { bundle, closures: after });
        const events = closed(stored.events, group, meeting, { because: closure.because, ...at });
        return events.length === 0 ? [] : [...events, ...planned(stored.events, group, ahead, at)];
      });
      return recordTogether(actor, told, key, groups.writes.close(actor, closure));
    });
  };

  const reopenDay: Groups['reopenDay'] = (actor, id, key) =>
    insist(async () => {
      const bundle = of.bundle(actor.programme);
      const timetable = await groups.all(actor);
      const closure = timetable.closures.find((one) => one.id === id);
      if (!closure) return gone;
      const told = await toldOf(actor, timetable, closure, (stored, group) =>
        opened(stored.events, group, closure.day, moment(bundle)),
      );
      return recordTogether(actor, told, key, groups.writes.reopen(actor, id));
    });

  const aheadOf = new Map<string, string>();
  const planAhead: Groups['planAhead'] = async (actor) => {
    const bundle = of.bundle(actor.programme);
    const at = moment(bundle);
    if (aheadOf.get(actor.programme) === at.today) return 0;
    const timetable = await groups.all(actor);
    let more = 0;
    for (const group of timetable.groups.filter((one) => !hasEnded(one, at.today))) {
      const done = await insist(async () => {
        const told = await aheadIn(actor, timetable, group, at);
        more += told.filter(({ events }) => events.length > 0).length;
        return recordTogether(actor, told, `ahead ${randomBytes(9).toString('base64url')}`);
      });
      if (done.kind === 'refused') return more;
    }
    aheadOf.set(actor.programme, at.today);
    return more;
  };

  /** What is still to be planned of everybody who has a place in a group. */
  const aheadIn = async (actor: Actor, { seats, closures }: Timetable, group: Group, at: Moment): Promise<Told[]> => {
    const there = seats.filter((seat) => seat.group === group.id && isTaken(seat, at.today));
    const stored = await storedOf(
      actor,
      there.map(({ ref }) => ref),
    );
    return stored.map((one): Told => {
      const meetings = there
        .filter(({ ref }) => ref === one.ref)
        .flatMap((seat) => {
          const times = { bundle: of.bundle(actor.programme), closures };
          return [...leftOut(one.events, group, seat, at, times), ...seatedMeetings(group, seat, at, times)];
        });
      return { stored: one, events: planned(one.events, group, meetings, at) };
    });
  };

  return {
    ...groups,
    planAhead,
    ...changing({ groups, bundle: of.bundle, moment, recordTogether, storedOf, tellWaiting, insist }),
    waiting,
    seat,
    takeOut,
    closeDay,
    reopenDay,
    recordTogether,
    moment,
    bundle: of.bundle,
  };
};

/** One entry for each case, with all that it is told. */
const joined = (told: readonly Told[]): Told[] => {
  const byRef = new Map<string, Told>();
  for (const one of told) {
    const known = byRef.get(one.stored.ref);
    if (known) known.events.push(...one.events);
    else byRef.set(one.stored.ref, { stored: one.stored, events: [...one.events] });
  }
  return [...byRef.values()];
};

/** Why it was refused: the reason of the case that has one of its own. */
const becauseOf = (outcomes: readonly (RecordOutcome | undefined)[]): string => {
  const reasons = outcomes.flatMap((one) =>
    one?.kind === 'refused' ? [{ name: one.case.stored.name, because: one.because }] : [],
  );
  const own = reasons.find(({ because }) => !because.startsWith('Nothing was recorded')) ?? reasons[0];
  return own ? `${own.name}: ${own.because}` : gone.kind === 'refused' ? gone.because : '';
};
