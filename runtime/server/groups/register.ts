/** A register saved: what it says of everybody goes into their cases in one transaction, or nothing of it does. */
import type { Happening, Id } from '../../../engine/contract/index.js';
import type { Actor } from '../access/actor.js';
import type { OpenCase } from '../cases/contract.js';
import type { CaseStore, StoredCase } from '../store/contract.js';
import { type OpenGroup, Overtaken, type SessionNote, type Told, type Write } from './contract.js';
import {
  type Entry,
  entryAt,
  eventsOf,
  isSameEntry,
  notHeld,
  type RecordedEntry,
  recordedOf,
  type Turning,
} from './entry.js';
import type { Groups } from './groups.js';
import { meantBy } from './meanwhile.js';
import { dayAfter, type Moment, noteOf, planned, plannedAhead, sitsOn } from './plan.js';
import { valuesOfRecord } from './record-values.js';
import { type Meeting, markOf, meetingsFrom } from './timetable.js';

/** Whose part of a register is to be saved. */
export interface Part {
  entry: Entry;
  /** Which events stood when he who fills it in saw them; another stamp means that somebody recorded something since. */
  seen: string;
}
export interface Saving {
  actor: Actor;
  group: Id;
  meeting: Meeting;
  /** What is to be said of the session as a whole, and the edition that it follows. */
  note: Pick<SessionNote, 'topic' | 'facilitators' | 'cancelled' | 'edition'>;
  parts: ReadonlyMap<string, Part>;
  /** Happenings about a session that are filled in. */
  records: readonly Happening[];
  key: string;
}
export type Saved =
  | { kind: 'saved'; cases: OpenCase[] }
  /** Somebody else recorded other things meanwhile, of these people or of the session. Nothing was kept. */
  | { kind: 'conflict'; refs: string[]; note: boolean }
  | { kind: 'refused'; because: string };

/** What turns parts of a register of this meeting into events. */
export const turningOf = (
  { group }: Pick<OpenGroup, 'group'>,
  meeting: Meeting,
  note: Pick<SessionNote, 'topic' | 'facilitators'>,
  records: readonly Happening[],
  at: Moment,
): Turning => ({
  mark: markOf(group, meeting, note),
  key: meeting.key,
  day: meeting.day,
  ...at,
  valuesOf: (what, texts) => valuesOfRecord(records, what, texts),
});

const tries = 4;

/** Registers of one group are saved one after the other: those of two days at once would overtake each other. */
const turns = new Map<string, Promise<unknown>>();

/** Takes what somebody filled in; saves it unless others recorded something else of the same people since. */
export const saveRegister = async (groups: Groups, store: CaseStore, saving: Saving): Promise<Saved> => {
  const of = `${saving.actor.programme} ${saving.group}`;
  const before = turns.get(of);
  const saved = (async () => {
    await before?.catch(() => undefined);
    return saveInTurn(groups, store, saving);
  })();
  turns.set(of, saved);
  try {
    return await saved;
  } finally {
    if (turns.get(of) === saved) turns.delete(of);
  }
};

/** Of what others do to the same people meanwhile, by other forms or by another server, nothing is lost either. */
const saveInTurn = async (groups: Groups, store: CaseStore, saving: Saving): Promise<Saved> => {
  for (let n = 0; n < tries; n += 1) {
    const done = await saveOnce(groups, store, saving).catch((fault: unknown) => {
      if (fault instanceof Overtaken) return undefined;
      throw fault;
    });
    if (done) return done;
  }
  return { kind: 'refused', because: 'Others were changing these cases at the same time. Save it once more.' };
};

const saveOnce = async (groups: Groups, store: CaseStore, saving: Saving): Promise<Saved | undefined> => {
  const { actor, group: id, meeting, note, records, key } = saving;
  const [found, stored] = await Promise.all([
    groups.open(actor, id, 'alone'),
    store.openAll(actor, [...saving.parts.keys()]),
  ]);
  if (!found || stored.includes(undefined))
    return { kind: 'refused', because: 'There is no such group, or no such case, any more.' };
  const cases = stored.flatMap((one) => one ?? []);
  const bundle = groups.bundle(actor.programme);
  const at = groups.moment(bundle);
  const was = new Map(cases.map((one) => [one.ref, recordedOf(one.events, meeting.key, meeting.day)]));
  const parts = new Map(
    cases.flatMap((one): [string, Part][] => {
      const [part, before] = [saving.parts.get(one.ref), was.get(one.ref)];
      return part && before ? [[one.ref, asMeant(part, one, before, meeting)]] : [];
    }),
  );
  const current = noteOf(found.notes, id, meeting.day);
  const refs = cases.map(({ ref }) => ref).filter((ref) => isOvertaken(parts.get(ref), was.get(ref)));
  const isNoteOvertaken = note.edition !== current.edition && !isSameNote(note, current);
  if (refs.length > 0 || isNoteOvertaken) return { kind: 'conflict', refs, note: isNoteOvertaken };
  const turning = turningOf(found, meeting, note, records, at);
  const times = { bundle, closures: found.closures };
  let ahead: Meeting[] | undefined;
  const before: Before = {
    found,
    at,
    turning,
    // The same for everybody in the group.
    ahead: () => (ahead ??= meetingsFrom(found.group, dayAfter(at.today), plannedAhead, times)),
  };
  const told = cases.map((one) => toldOf(one, parts.get(one.ref), was.get(one.ref), before));
  const done = await groups.recordTogether(
    actor,
    told,
    key,
    writesOf(groups, { ...saving, parts }, { found, current, told, at }),
  );
  if (done.kind === 'overtaken') return undefined;
  return done.kind === 'refused' ? done : { kind: 'saved', cases: done.cases };
};

/** What somebody left as he saw it follows whatever others recorded of it since. */
const asMeant = (part: Part, stored: StoredCase, was: RecordedEntry, { key, day }: Meeting): Part => {
  if (part.seen === was.stamp) return part;
  const { entry, isContested } = meantBy(part.entry, entryAt(stored.events, part.seen, key, day), was.entry);
  return isContested ? part : { entry, seen: was.stamp };
};

const isOvertaken = (part: Part | undefined, was: RecordedEntry | undefined): boolean =>
  part !== undefined && was !== undefined && part.seen !== was.stamp && !isSameEntry(part.entry, was.entry);

/** Whether two notes say the same of a session. */
export const isSameNote = (
  one: Pick<SessionNote, 'topic' | 'facilitators' | 'cancelled'>,
  other: Pick<SessionNote, 'topic' | 'facilitators' | 'cancelled'>,
): boolean =>
  one.topic === other.topic &&
  one.cancelled === other.cancelled &&
  one.facilitators.join('\n') === other.facilitators.join('\n');

interface Before {
  found: OpenGroup;
  at: Moment;
  turning: Turning;
  ahead(): readonly Meeting[];
}

/** What is new of somebody; and with it his next sessions, so that there are always some planned ahead. */
const toldOf = (
  stored: StoredCase,
  part: Part | undefined,
  was: RecordedEntry | undefined,
  { found, at, turning, ahead }: Before,
): Told => {
  const events = part && was ? eventsOf(part.entry, was, turning) : [];
  const { group, seats } = found;
  const sits = seats.some(
    (one) => one.group === group.id && one.ref === stored.ref && one.until === undefined && !one.over,
  );
  if (events.length === 0 || !sits) return { stored, events };
  return { stored, events: [...events, ...planned(stored.events, group, ahead(), at)] };
};

interface Writing {
  found: OpenGroup;
  current: SessionNote;
  told: readonly Told[];
  at: Moment;
}

/** What is kept of the session as a whole, and the seats of whoever came without one. */
const writesOf = (
  groups: Groups,
  { actor, group, meeting: { day }, note, parts }: Saving,
  { found: { seats, catchUps }, current, told, at: { now } }: Writing,
): Write => {
  const isHere = (ref: string): boolean =>
    seats.some((one) => one.group === group && one.ref === ref && sitsOn(one, day)) ||
    catchUps.some((one) => one.ref === ref && one.day === day);
  const guests = told.map(({ stored }) => stored.ref).filter((ref) => !isHere(ref) && isThere(parts.get(ref)));
  const marked = [...parts.values()].filter(({ entry }) => entry.presence !== '').length;
  const isSaid = !isSameNote(note, current) || told.some(({ events }) => events.length > 0);
  const said = { ...note, group, day, marked, edition: current.edition + 1, by: actor.name, at: now };
  return async (db) => {
    if (isSaid) await groups.writes.note(actor, said)(db);
    for (const ref of guests) {
      await groups.writes.place(actor, { group, ref, from: day })(db);
      await groups.writes.leave(actor, { group, ref, until: dayAfter(day) })(db);
    }
  };
};

const isThere = (part: Part | undefined): boolean =>
  part !== undefined && part.entry.presence !== '' && part.entry.presence !== notHeld;
