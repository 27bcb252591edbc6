/** What a register says of one person at one session, read off his case and turned into events of it. */
import type { Answer, CaseEvent, Id, Moment, SessionMark } from '../../../engine/contract/index.js';
import type { Recorded } from '../cases/contract.js';

/** That the session was not held for him, though it was for others. */
export const notHeld = 'not-held';

/** As a register has it; an empty text is nothing said. */
export interface Entry {
  /** An outcome of the definition, or `notHeld`. */
  presence: Id;
  /** Why he was not there, in free words. */
  why: string;
  /** Whether he was in touch about it: beforehand, which is notice, or since. */
  contact: '' | 'before' | 'since';
  /** The day on which he was, where that is known. */
  contactOn: string;
  /** What the definition has recorded of a session, by the happening and its question. */
  records: Record<Id, Record<Id, string>>;
  /** The key of a session that he missed and made up for at this one. */
  caughtUp: string;
  /** Why this one counts as his own as well, in free words. */
  both: string;
}

export const nothingSaid: Entry = {
  presence: '',
  why: '',
  contact: '',
  contactOn: '',
  records: {},
  caughtUp: '',
  both: '',
};

/** What an event said that no longer stands, because it was corrected. */
export interface Before {
  presence: Id;
  why: string;
  by: CaseEvent['by'];
  recorded: Moment;
}

/** What a case has of one session. */
export interface RecordedEntry {
  entry: Entry;
  /** Events that stand, by what they say of him. */
  held?: CaseEvent;
  contact?: CaseEvent;
  records: Record<Id, CaseEvent>;
  caughtUp?: CaseEvent;
  /** Was said and corrected since, the earliest first. */
  before: Before[];
  /** Says which events stand, to tell whether others recorded something meanwhile. */
  stamp: string;
}

const inForce = (events: readonly CaseEvent[]): { stands: CaseEvent[]; gone: CaseEvent[] } => {
  const corrected = new Set(events.flatMap(({ supersedes }) => supersedes ?? []));
  return {
    stands: events.filter(({ id }) => !corrected.has(id)),
    gone: events.filter(({ id }) => corrected.has(id)),
  };
};

const presenceOf = ({ session }: CaseEvent): Id =>
  session?.mark === 'cancelled' ? notHeld : session?.mark === 'held' ? (session.outcome ?? '') : '';

const isOfRegister = ({ kind, session }: CaseEvent, key: string): boolean =>
  kind === 'session' && session?.key === key && (session.mark === 'held' || session.mark === 'cancelled');

/** Takes the events of a case, a session's key and its day; gives what stands recorded of it. */
export const recordedOf = (events: readonly CaseEvent[], key: string, day: string): RecordedEntry => {
  const { stands, gone } = inForce(events);
  const held = stands.findLast((event) => isOfRegister(event, key));
  const ofSession = stands.filter(({ kind, about }) => kind === 'happened' && about === key);
  const contact = ofSession.findLast(({ what }) => what === heard);
  const caughtUp = stands.findLast(
    ({ kind, what, happened }) => kind === 'happened' && what === 'caught-up' && happened.slice(0, 10) === day,
  );
  const presence = held ? presenceOf(held) : '';
  const records = Object.fromEntries(
    ofSession.flatMap((event) => (event.what === undefined || isFixed(event.what) ? [] : [[event.what, event]])),
  );
  const standing = [held, contact, caughtUp, ...Object.values(records)].flatMap((event) => event?.id ?? []);
  return {
    entry: {
      presence,
      why: held?.reason ?? '',
      contact: contact ? (isSince(contact.happened, day, held?.session?.on) ? 'since' : 'before') : '',
      contactOn: contact?.happened.length === 10 ? contact.happened : '',
      records: Object.fromEntries(Object.entries(records).map(([what, { values }]) => [what, textsOf(values)])),
      caughtUp: caughtUp?.about ?? '',
      both: caughtUp?.reason ?? '',
    },
    ...(held && { held }),
    ...(contact && { contact }),
    ...(caughtUp && { caughtUp }),
    records,
    before: gone
      .filter((event) => isOfRegister(event, key) && (presenceOf(event) !== presence || event.reason !== held?.reason))
      .map((event) => ({
        presence: presenceOf(event),
        why: event.reason ?? '',
        by: event.by,
        recorded: event.recorded,
      })),
    stamp: standing.join(' '),
  };
};

/** Of the session's own day it is since where it has a time that is not before the session. */
const isSince = (happened: Moment, day: string, on: Moment = day): boolean =>
  happened.length === 10 ? happened > day : on.length === 10 || happened >= on;

/** What stood when somebody saw it, by the stamp of then. */
export const entryAt = (events: readonly CaseEvent[], stamp: string, key: string, day: string): Entry => {
  const seen = new Set(stamp.split(' '));
  return recordedOf(
    events.filter(({ id }) => seen.has(id)),
    key,
    day,
  ).entry;
};

const heard = 'heard-from-participant';
const isFixed = (what: Id): boolean => what === heard || what === 'caught-up' || what === 'catch-up-booked';
const textsOf = (values: CaseEvent['values']): Record<Id, string> =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, value === null ? '' : String(value)]));

/** What a person's part of a register is turned into events with. */
export interface Turning {
  /** What all sessions of this meeting have in common. */
  mark: Omit<SessionMark, 'mark'>;
  key: string;
  day: string;
  now: Moment;
  today: string;
  /** A happening's values as their kinds have them. */
  valuesOf(what: Id, texts: Record<Id, string>): Record<Id, Answer>;
}

/** Takes what is to be and what stands; gives the events that bring the one about, none where nothing is new. */
export const eventsOf = (entry: Entry, was: RecordedEntry, turning: Turning): Recorded[] => [
  ...presenceEvents(entry, was, turning),
  ...contactEvents(entry, was, turning),
  ...recordEvents(entry, was, turning),
  ...caughtUpEvents(entry, was, turning),
];

/** Taken back, as if it had never been said. */
const undone = ({ id, happened }: CaseEvent, { now, today }: Turning): Recorded => ({
  kind: 'answered',
  // A session that was to come is cancelled and held after all before it was: that is said today.
  happened: happened.slice(0, 10) > today ? today : happened,
  learned: now,
  values: {},
  supersedes: id,
});

const presenceEvents = ({ presence, why }: Entry, { entry, held }: RecordedEntry, turning: Turning): Recorded[] => {
  const { mark, now } = turning;
  if (presence === '') return held ? [undone(held, turning)] : [];
  const isSame = entry.presence === presence && entry.why === why && isSameMark(held?.session, mark);
  if (held && isSame) return [];
  return [
    {
      kind: 'session',
      happened: mark.on,
      learned: now,
      values: {},
      session: presence === notHeld ? { mark: 'cancelled', ...mark } : heldMark(mark, presence),
      ...(why !== '' && { reason: why }),
      ...(held && { supersedes: held.id }),
    },
  ];
};

/** Who was there is known while it still goes on, so that its end is left to what was planned. */
const heldMark = ({ ends: _, ...mark }: Turning['mark'], outcome: Id): SessionMark => ({
  mark: 'held',
  outcome,
  ...mark,
});

/** What it was about belongs to what is recorded of him; who else led it does not make it another record. */
const isSameMark = (was: SessionMark | undefined, { topic }: Turning['mark']): boolean =>
  was?.mark !== 'held' || was.topic === topic;

const contactEvents = (entry: Entry, { entry: was, contact }: RecordedEntry, turning: Turning): Recorded[] => {
  const { now, today, day, key, mark } = turning;
  if (entry.contact === '') return contact ? [undone(contact, turning)] : [];
  if (contact && was.contact === entry.contact && was.contactOn === entry.contactOn) return [];
  const usual = entry.contact === 'before' && day < today ? day : today;
  const on = entry.contactOn === '' ? usual : entry.contactOn;
  const isLaterThatDay = entry.contact === 'since' && on === day;
  return [
    {
      kind: 'happened',
      what: heard,
      happened: isLaterThatDay ? (today === day ? now : (mark.ends ?? mark.on)) : on,
      learned: now,
      values: {},
      about: key,
      ...(contact && { supersedes: contact.id }),
    },
  ];
};

const recordEvents = (entry: Entry, was: RecordedEntry, turning: Turning): Recorded[] =>
  Object.entries(entry.records).flatMap(([what, texts]): Recorded[] => {
    const event = was.records[what];
    const said = Object.fromEntries(Object.entries(texts).filter(([, text]) => text !== ''));
    if (Object.keys(said).length === 0) return event ? [undone(event, turning)] : [];
    if (event && isSameTexts(said, was.entry.records[what] ?? {})) return [];
    return [
      {
        kind: 'happened',
        what,
        happened: turning.today,
        learned: turning.now,
        values: turning.valuesOf(what, said),
        about: turning.key,
        ...(event && { supersedes: event.id }),
      },
    ];
  });

const isSameTexts = (one: Record<Id, string>, other: Record<Id, string>): boolean =>
  [...new Set([...Object.keys(one), ...Object.keys(other)])].every((name) => (one[name] ?? '') === (other[name] ?? ''));

const caughtUpEvents = (
  { caughtUp, both }: Entry,
  { entry, caughtUp: event }: RecordedEntry,
  turning: Turning,
): Recorded[] => {
  if (caughtUp === entry.caughtUp && (caughtUp === '' || both === entry.both)) return [];
  if (caughtUp === '') return event ? [undone(event, turning)] : [];
  return [
    {
      kind: 'happened',
      what: 'caught-up',
      happened: turning.day,
      learned: turning.now,
      values: {},
      about: caughtUp,
      ...(both !== '' && { reason: both }),
      ...(event && { supersedes: event.id }),
    },
  ];
};

/** Whether two entries say the same of somebody. */
export const isSameEntry = (one: Entry, other: Entry): boolean =>
  one.presence === other.presence &&
  one.why === other.why &&
  one.contact === other.contact &&
  one.contactOn === other.contactOn &&
  one.caughtUp === other.caughtUp &&
  (one.caughtUp === '' || one.both === other.both) &&
  [...new Set([...Object.keys(one.records), ...Object.keys(other.records)])].every((what) =>
    isSameTexts(
      Object.fromEntries(Object.entries(one.records[what] ?? {}).filter(([, text]) => text !== '')),
      other.records[what] ?? {},
    ),
  );
