/** What a definition says of time, made ready to run. Done once for each bundle. */

import type { Folding } from '../case/fold.js';
import { herSideOf } from '../case/her-side.js';
import type { Clock } from '../case/moment.js';
import type { Normaliser } from '../case/offered.js';
import type { FactTable } from '../case/record.js';
import { type LeafReader, leafReader } from '../condition/leaf.js';
import { leafTable, programOf, truthsOf } from '../condition/program.js';
import type { Bundle, Form, Id, Leaf, LeafSomeEntry } from '../contract/bundle.js';
import type {
  Course,
  CourseCondition,
  CourseRule,
  DerivedFact,
  Duty,
  Happening,
  Phase,
  SessionOutcome,
  Sessions,
} from '../contract/course.js';
import type { CaseEvent } from '../contract/event.js';
import { today } from '../contract/regions.js';
import { isOneOf, kindsOf } from '../contract/roles.js';
import type { Calendar } from './calendar/calendar.js';
import { workingDaysOf } from './calendar/working-days.js';
import { hersIn, toldByHer } from './kept-apart.js';

/** A meeting that is recorded as a happening and is a session all the same: "assessment-attended". */
export interface Meeting {
  phase?: Id;
  kind: Id;
  outcome?: Id;
}

export interface CompiledCourse {
  bundle: Bundle;
  course: Course;
  clock: Clock;
  folding: Folding;
  normalise: Normaliser;
  table: FactTable;
  calendar: Calendar;
  happenings: ReadonlyMap<Id, Happening>;
  derived: ReadonlyMap<Id, DerivedFact>;
  rules: ReadonlyMap<Id, CourseRule>;
  duties: ReadonlyMap<Id, Duty>;
  phases: ReadonlyMap<Id, Phase>;
  forms: ReadonlyMap<Id, Form>;
  outcomes: ReadonlyMap<Id, SessionOutcome>;
  sessions: Sessions | undefined;
  meetings: ReadonlyMap<Id, Meeting>;
  /** Happenings that a rule's effect brings: what a rule did before. */
  acts: ReadonlySet<Id>;
  /** How far on in the life of a case a happening comes, of those of one moment. */
  rank(happening: Id): number;
  /** Whether a happening is of the life of a case, which may change how it stands. */
  isOfLife(happening: Id): boolean;
  isInside(role: Id): boolean;
  /** Whether the same answers may come to something else on another day. */
  readsTheDay: boolean;
  /** Names of what is hers, or rests on it. */
  hers: ReadonlySet<Id>;
  /** Whether what is recorded was told by her, and is of something that is not hers. */
  toldByHer(event: CaseEvent, what?: Happening): boolean;
  /** Whether what an event says of a fact was told by her and is not hers, so that it counts for nothing. */
  isSetAside(fact: Id, event: CaseEvent): boolean;
  /** Why a role may not record it, or nothing. */
  mayRecord(happening: Id, role: Id): string | undefined;
  mayConfirm(rule: CourseRule, role: Id): string | undefined;
  /** Reads a leaf about answers. */
  readerOf(leaf: Leaf): LeafReader;
}

const lifeOrder = [
  'returned',
  'restarted',
  'referral-received',
  'suitable-not-ready',
  'declined',
  'accepted',
  'decision-made',
  'invited',
  'waiting-for-place',
  'started',
  'moved-on',
  'leave-started',
  'leave-ended',
  'suspended',
  'resumed',
  'transferred',
  'completed',
  'closed',
];

/** Takes a bundle that says something of time, and how its answers are folded; gives its course ready to run. */
export const compileCourse = (
  bundle: Bundle,
  course: Course,
  { folding, normalise }: { folding: Folding; normalise: Normaliser },
): CompiledCourse => {
  const readers = new WeakMap<Leaf, LeafReader>();
  const leaves = leafTable(folding.table, new Map(bundle.facts.map((fact) => [fact.id, fact])));
  const readEntries = (leaf: LeafSomeEntry) => {
    const own = leafTable(leaves.facts, leaves.byId);
    const program = programOf(leaf.where, own);
    return { read: (entry: Parameters<typeof truthsOf>[1]) => program.value(truthsOf(own, entry)), lacks: () => {} };
  };
  const people = new Map(bundle.people.map((person) => [person.id, person]));
  const kinds = kindsOf(bundle.people);
  const isInside = (role: Id): boolean => people.get(role)?.side === 'inside';
  const happenings = new Map(course.happenings.map((each) => [each.id, each]));
  const ranks = new Map(lifeOrder.map((id, i) => [id, i]));
  const { told } = herSideOf(bundle.people);
  const called = (role: Id): string => people.get(role)?.called ?? role;
  return {
    bundle,
    course,
    clock: folding.clock,
    folding,
    normalise,
    table: folding.table,
    calendar: { clock: folding.clock, working: workingDaysOf(course.workingDays) },
    happenings,
    derived: new Map(course.derived.map((each) => [each.id, each])),
    rules: new Map(course.rules.map((each) => [each.id, each])),
    duties: new Map(course.duties.map((each) => [each.id, each])),
    phases: new Map((course.sessions?.phases ?? []).map((each) => [each.id, each])),
    forms: new Map(bundle.forms.map((each) => [each.id, each])),
    outcomes: new Map((course.sessions?.outcomes ?? []).map((each) => [each.id, each])),
    sessions: course.sessions,
    meetings: meetingsOf(course),
    acts: new Set(course.rules.flatMap(({ effects }) => effects.flatMap(({ doneBy }) => doneBy))),
    rank: (id) => ranks.get(id) ?? lifeOrder.length,
    isOfLife: (id) => ranks.has(id),
    isInside,
    readsTheDay: answersReadTheDay(bundle),
    hers: hersIn(bundle, course),
    toldByHer: toldByHer(bundle.people),
    isSetAside: (fact, event) => told(event) && !folding.table.facts[folding.table.numbers.get(fact) ?? -1]?.hers,
    mayRecord: (id, role) => {
      const happening = happenings.get(id);
      if (!happening) return `Nothing called “${id}” can be recorded.`;
      if (happening.anyOf) return `“${id}” is one of several things that happen; one of those is recorded.`;
      const may = happening.by.length === 0 ? isInside(role) : isOneOf(role, happening.by, kinds);
      return may ? undefined : `It is not for the ${called(role)} to record “${id}”.`;
    },
    mayConfirm: (rule, role) => {
      // Of what is hers nobody else is told, so that nobody else can answer it.
      const named = rule.confirmedBy.length === 0 && rule.hers ? rule.by : rule.confirmedBy;
      const may = named.length === 0 ? isInside(role) : isOneOf(role, named, kinds);
      return may ? undefined : `It is not for the ${called(role)} to answer “${rule.id}”.`;
    },
    readerOf: (leaf) => {
      const known = readers.get(leaf);
      if (known) return known;
      const made = leafReader(leaf, folding.table, readEntries);
      readers.set(leaf, made);
      return made;
    },
  };
};

/** Meetings of phases before the start are recorded either way. */
const meetingsOf = ({ sessions, happenings }: Course): Map<Id, Meeting> => {
  const meetings = new Map<Id, Meeting>();
  const known = new Set(happenings.map(({ id }) => id));
  const present = sessions?.outcomes.find(({ traits }) => traits.present && traits.credited)?.id;
  const missed = sessions?.outcomes.find(({ traits }) => traits.absence && !traits.present)?.id;
  for (const { id, kind } of sessions?.phases.filter(({ beforeStart }) => beforeStart) ?? []) {
    for (const name of new Set([id, kind])) {
      const meeting = { phase: id, kind };
      if (known.has(`${name}-attended`) && present) meetings.set(`${name}-attended`, { ...meeting, outcome: present });
      if (known.has(`${name}-missed`) && missed) meetings.set(`${name}-missed`, { ...meeting, outcome: missed });
      if (known.has(`${name}-cancelled`)) meetings.set(`${name}-cancelled`, meeting);
    }
  }
  return meetings;
};

/** What lapses, and what is asked or offered by what day it is. */
const answersReadTheDay = ({ facts, forms }: Pick<Bundle, 'facts' | 'forms'>): boolean =>
  facts.some(({ lapsesAfter }) => lapsesAfter) || JSON.stringify([facts, forms]).includes(JSON.stringify(today));

/** Whether a condition reads what day it is. */
export const readsToday = (condition: CourseCondition): boolean => {
  if ('of' in condition && Array.isArray(condition.of)) return (condition.of as CourseCondition[]).some(readsToday);
  if (!('fact' in condition)) return false;
  return condition.fact === today || ('than' in condition && 'fact' in condition.than && condition.than.fact === today);
};
