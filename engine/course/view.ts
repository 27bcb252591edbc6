/** A case as it stands at one point: what had happened by then, and what follows from it. Worked out as it is asked for. */
import type { CaseRecord } from '../case/record.js';
import { unknown, yes } from '../condition/truth.js';
import type { Id } from '../contract/bundle.js';
import { dayNumber, dayText } from '../contract/calendar.js';
import type { Answer, EntryAnswers } from '../contract/event.js';
import { type Anchor, anchorOf, type Point } from './anchor.js';
import { dayAfter, isDaySpan } from './calendar/calendar.js';
import type { Case, Resumption } from './case.js';
import type { CompiledCourse } from './compiled-course.js';
import { type Ledger, ledgerOf, type Session, traitOf } from './ledger.js';
import { type Away, type Life, lifeOf, type Stay } from './life.js';
import { type Phases, placeInPhases } from './phases.js';
import { recordAt } from './records.js';
import { bringsOf } from './session-events.js';
import { type Happened, inOrder, type Timeline } from './timeline.js';

export interface View {
  of: Case;
  course: CompiledCourse;
  point: Point;
  life: Life;
  ledger: Ledger;
  phases: Phases;
  stay: Stay;
  resumption: Resumption | undefined;
  /** All of one kind, in order, those of earlier stays among them; sessions by what came of them. */
  occurrences(what: Id): readonly Happened[];
  /** Sessions of which it is not known whether they brought it: nobody recorded them. */
  perhaps(what: Id): readonly Session[];
  /** Answers in force. */
  record(): CaseRecord;
  /** The entries of a repeated question: their keys and their answers. */
  entries(fact: Id): { key: string; record: CaseRecord }[];
  /** When an entry was first named, or anything was recorded about it. */
  knownSince(fact: Id, key: string): Anchor | undefined;
  /** What has been worked out at this point, by name. */
  memo: Map<string, unknown>;
}

/** How the case stands at a point, its sessions and its phases: what of a view does not hang on the list of events. */
export type Stood = Pick<View, 'life' | 'ledger' | 'stay' | 'resumption' | 'phases'>;

/**
 * Takes a case and a point, gives the view; of an earlier one, where neither sessions nor the state of the case have
 * changed since, these are kept. Throws nothing: what is not known is unknown.
 */
export const viewOf = (of: Case, point: Point, same?: Stood): View => {
  const { course, line } = of;
  const { life, ledger, stay, resumption, phases } = same ?? standOf(of, point);
  const bySessions = new Map<Id, readonly Happened[]>();
  const byWhat = new Map<Id, readonly Happened[]>();
  const told = (what: Id): readonly Happened[] => {
    const known = byWhat.get(what);
    if (known) return known;
    const found = upTo(sortedOf(line).byKind.get(what) ?? none, point.ms);
    byWhat.set(what, found);
    return found;
  };
  let record: CaseRecord | undefined;
  const ofRecord = (): CaseRecord => {
    record ??= recordAt(of, point);
    return record;
  };
  return {
    of,
    course,
    point,
    life,
    ledger,
    phases,
    stay,
    resumption,
    occurrences: function occurrences(what): readonly Happened[] {
      const known = bySessions.get(what);
      if (known) return known;
      const members = course.happenings.get(what)?.anyOf;
      if (members) {
        const all = inOneOrder(members.flatMap(occurrences), course);
        bySessions.set(what, all);
        return all;
      }
      const brings = bringsOf(what, course);
      if (!brings) return told(what);
      const found = ledger.sessions
        .filter((session) => brings(session) === yes)
        .map((session) => asHappened(what, session, told(what)));
      bySessions.set(what, found);
      return found;
    },
    perhaps: (what) => {
      const brings = (course.happenings.get(what)?.anyOf ?? [what]).flatMap((each) => bringsOf(each, course) ?? []);
      return ledger.sessions.filter(
        (session) => !brings.some((by) => by(session) === yes) && brings.some((by) => by(session) === unknown),
      );
    },
    record: ofRecord,
    entries: (fact) => entriesOf(ofRecord(), fact, course),
    knownSince: (fact, key) => knownSince(of, point.ms, fact, key),
    memo: new Map(),
  };
};

const none: readonly Happened[] = [];

const standOf = (of: Case, point: Point): Stood => {
  const { course } = of;
  const happened = upTo(of.line.happened, point.ms);
  const life = lifeOf(happened, of.firstForm, { now: point.ms, leaveOver: (leave) => leaveOver(leave, course) });
  const ledger = ledgerOf({ sittings: of.sittings, happened, life, point }, course);
  const stay = life.stays.at(-1) ?? { from: Number.NEGATIVE_INFINITY };
  const resumption = of.resumptions.get(stay.from);
  const phases = placeInPhases(ledger, life, course, {
    continues: resumption?.continues ?? false,
    from: resumption?.from,
  });
  assess(life, ledger, course);
  return { life, ledger, stay, resumption, phases };
};

interface Sorted {
  length: number;
  byKind: Map<Id, Happened[]>;
  byMoment: Map<number, Happened[]>;
}
const sorted = new WeakMap<readonly Happened[], Sorted>();
/** All that ever happened, by its kind and by its moment. */
const sortedOf = ({ happened }: Timeline): Sorted => {
  const known = sorted.get(happened);
  if (known?.length === happened.length) return known;
  const found: Sorted = { length: happened.length, byKind: new Map(), byMoment: new Map() };
  for (const each of happened) {
    listIn(found.byKind, each.what).push(each);
    listIn(found.byMoment, each.at.start).push(each);
  }
  sorted.set(happened, found);
  return found;
};
const listIn = <K>(lists: Map<K, Happened[]>, key: K): Happened[] => {
  const list = lists.get(key) ?? [];
  lists.set(key, list);
  return list;
};

/** All that happened at one moment: milliseconds. */
export const happenedAt = (line: Timeline, ms: number): readonly Happened[] => sortedOf(line).byMoment.get(ms) ?? none;

/** Any of several events: each thing that was recorded once, in order of time. */
const inOneOrder = (all: readonly Happened[], course: CompiledCourse): readonly Happened[] => [
  ...new Map(all.toSorted(inOrder(course)).map((each) => [`${each.place} ${each.id}`, each])).values(),
];

/** Those that had happened by then; the list is in order. */
const upTo = (happened: readonly Happened[], ms: number): readonly Happened[] => {
  let end = happened.length;
  while (end > 0 && (happened[end - 1]?.at.start ?? 0) > ms) end -= 1;
  return end === happened.length ? happened : happened.slice(0, end);
};

/** What was told with it, where somebody recorded it by its name. */
const asHappened = (what: Id, { key, when, used }: Session, told: readonly Happened[]): Happened => ({
  what,
  at: when,
  learned: told.find(({ at }) => at.day === when.day)?.learned ?? when.moment,
  place: used[0] ?? -1,
  id: key,
  about: key,
  by: '',
  values: told.find(({ at }) => at.day === when.day)?.values ?? {},
});

const entriesOf = (record: CaseRecord, fact: Id, { table }: CompiledCourse): { key: string; record: CaseRecord }[] => {
  const number = table.numbers.get(fact);
  if (number === undefined) return [];
  const answers = record.answer[number];
  const keys = keysIn(answers);
  return (record.entries[number] ?? []).map((entry, i) => ({ key: keys[i] ?? String(i + 1), record: entry }));
};

/** The keys of entries: their own, or their number from 1. */
const keysIn = (answers: Answer | undefined): string[] =>
  Array.isArray(answers)
    ? answers.map((entry, i) => {
        const told = typeof entry === 'string' ? undefined : (entry as EntryAnswers).key;
        return typeof told === 'string' ? told : String(i + 1);
      })
    : [];

/** Whether a session or a happening belongs to the present stay, or to one that a fact goes on from. */
export const isOfThisStay = ({ stay, resumption }: View, start: number, fact: Id | undefined): boolean =>
  start >= stay.from || (fact !== undefined && (resumption?.keeps.has(fact) ?? false));

/** Whoever was at a session of a phase before the start is being assessed, however that was recorded. */
const assess = (life: Life, { sessions }: Ledger, course: CompiledCourse): void => {
  if (life.stage !== 'referred' && life.stage !== 'awaiting-assessment') return;
  const present = sessions.find(
    (session) =>
      session.stay === life.stays.length - 1 &&
      course.phases.get(session.phase ?? '')?.beforeStart &&
      traitOf(session, 'present', course) === yes,
  );
  if (!present) return;
  life.stage = 'in-assessment';
  life.since = present.when;
};

/** The first day after a leave that is limited, by the definition or by whoever approved it: whichever comes first. */
const leaveOver = ({ from, until }: Away, { course, clock, calendar }: CompiledCourse): Anchor | undefined => {
  const atMost = course.steps.find(({ id }) => id === 'leave')?.atMost;
  const days = [
    ...(atMost && isDaySpan(atMost) ? [dayAfter(calendar.working, from.day, atMost).day] : []),
    ...(until === undefined ? [] : [dayNumber(until) + 1]),
  ].filter((day) => day > from.day);
  return days.length === 0 ? undefined : anchorOf(dayText(Math.min(...days)), clock);
};

const knownSince = ({ line, course }: Case, ms: number, fact: Id, key: string): Anchor | undefined => {
  const told = upTo(line.happened, ms).find(
    ({ about, what }) => about === key && course.happenings.get(what)?.about === fact,
  )?.at;
  const listed = line.facts.find(({ place, start }) => {
    const event = line.events[place];
    return start <= ms && event && !course.isSetAside(fact, event) && keysIn(event.values[fact]).includes(key);
  })?.at;
  return told && listed ? (told.start < listed.start ? told : listed) : (told ?? listed);
};
