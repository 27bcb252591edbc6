/** A case as a document reads it: as of one moment, of one entry where it is for one, with nothing that it may not see. */
import { type CaseRecord, givenIn } from '../case/record.js';
import { yes } from '../condition/truth.js';
import type { Bundle, Fact, Id } from '../contract/bundle.js';
import type { Course, CourseCondition, Happening, Span } from '../contract/course.js';
import type { Answer, CaseEvent, Moment } from '../contract/event.js';
import type { Evaluation } from '../contract/verdict.js';
import type { Anchor } from '../course/anchor.js';
import { type Due, dueAfter } from '../course/calendar/due.js';
import type { Replay } from '../course/replay-state.js';
import { isAbout, type Sight } from '../course/sight.js';
import { sightOf, subjectsOf } from '../course/subjects.js';
import type { Happened } from '../course/timeline.js';
import type { Value } from '../course/value.js';
import { workings } from '../evaluate.js';

export interface Reading {
  bundle: Bundle;
  evaluation: Evaluation;
  /** The number of the day as of which it is read. */
  day: number;
  fact(id: Id): Fact | undefined;
  happening(id: Id): Happening | undefined;
  answer(id: Id): Answer | undefined;
  /** The same as it was given: also that somebody does not know. */
  given(id: Id): Answer | undefined;
  /** The event that gave a fact its answer. */
  giver(id: Id): CaseEvent | undefined;
  /** The latest events that gave a fact its answer about one entry after another, where it is given of each; in order. */
  giversOfEach(id: Id): readonly CaseEvent[];
  /** The value of a derived or a built-in fact; nothing of an answer. */
  value(id: Id): Value | undefined;
  holds(condition: CourseCondition | undefined): boolean;
  /** All that happened of one kind, in order, about the entry where the document is for one. */
  happened(what: Id): readonly Happened[];
  /** The place of its event among all events of the case: those of one moment are in that order. */
  placeOf(happened: Pick<Happened, 'id'>): number;
  /** The event that something was recorded with. */
  eventOf(happened: Pick<Happened, 'place'>): CaseEvent | undefined;
  /** The number of the local day of a moment. */
  dayOf(moment: Moment): number;
  /** By when something within a time from then is due. */
  dueAfter(from: Anchor, span: Span): Due;
  /** The first instant after a moment: milliseconds. */
  endOf(moment: Moment): number;
  /** Whether a fact goes on counting from the stay before. */
  goesOn(fact: Id): boolean;
  /** When the present stay began, and when the programme was begun in it: numbers of days. */
  stay: { begun: number | undefined; started: number | undefined };
}

const noCourse: Course = {
  groups: [],
  happenings: [],
  derived: [],
  rules: [],
  duties: [],
  steps: [],
  returns: [],
  appeals: [],
};
const withCourse = new WeakMap<Bundle, Bundle>();
/** One that says nothing of time, as one that says nothing in particular. */
const timed = (bundle: Bundle): Bundle => {
  if (bundle.course) return bundle;
  const made = withCourse.get(bundle) ?? { ...bundle, course: noCourse };
  withCourse.set(bundle, made);
  return made;
};

/** Takes what of a case may be read, and as of when; gives what a document may ask of it. */
export const readingOf = (
  of: Bundle,
  events: readonly CaseEvent[],
  asOf: Moment,
  { entry, order }: { entry: { of: Id; key: string } | undefined; order: ReadonlyMap<string, number> },
): Reading => {
  const bundle = timed(of);
  let seen: Replay | undefined;
  const { evaluation, record, compiled } = workings(bundle, events, asOf, {
    outlook: false,
    look: (replay) => {
      seen = replay;
    },
  });
  if (!seen) throw new Error('A case was not replayed.');
  const replay: Replay = seen;
  const { view } = replay;
  const sight = sightFor(replay, entry);
  const own = sight.scope.kind === 'entry' ? sight.scope.record : record;
  const numberOf = (id: Id): number => compiled.facts.numbers.get(id) ?? -1;
  const recordFor = (id: Id): CaseRecord => (factOf(bundle, id)?.within === entry?.of && entry ? own : record);
  return {
    bundle,
    evaluation,
    day: view.point.day,
    fact: (id) => factOf(bundle, id),
    happening: (id) => view.course.happenings.get(id),
    answer: (id) => recordFor(id).answer[numberOf(id)],
    given: (id) => {
      const fact = factOf(bundle, id);
      return fact && givenIn(recordFor(id), numberOf(id), fact);
    },
    giver: (id) => {
      const event = recordFor(id).event[numberOf(id)];
      return event === undefined ? undefined : view.of.line.events[view.of.places.get(event) ?? -1];
    },
    giversOfEach(id) {
      const { start, end } = view.course.clock;
      const { events: all } = view.of.line;
      const corrected = new Set(all.flatMap(({ supersedes }) => supersedes ?? []));
      const latest = new Map<string, CaseEvent>();
      for (const event of all) {
        const { about, happened, recorded, values } = event;
        if (about === undefined || !Object.hasOwn(values, id) || corrected.has(event.id)) continue;
        if (start(happened) >= end(asOf) || start(recorded) >= end(asOf)) continue;
        const before = latest.get(about);
        if (!before || start(before.happened) <= start(happened)) latest.set(about, event);
      }
      return [...latest.values()];
    },
    value: (id) => (isNamed(id, replay, entry?.of) ? sight.reads.value(id, sight) : undefined),
    holds: (condition) => condition === undefined || sight.reads.condition(condition, sight).truth === yes,
    happened: (what) => view.occurrences(what).filter((each) => isAbout(sight, each)),
    placeOf: ({ id }) => order.get(id) ?? -1,
    eventOf: ({ place }) => view.of.line.events[place],
    dayOf: (moment) => view.course.clock.dayNumber(view.course.clock.start(moment)),
    dueAfter: (from, span) => dueAfter(view.course.calendar, from, span),
    endOf: view.course.clock.end,
    goesOn: (fact) => view.resumption?.keeps.has(fact) ?? false,
    stay: { begun: view.stay.begun?.at.day, started: view.stay.started?.day },
  };
};

const factOf = ({ facts }: Bundle, id: Id): Fact | undefined => facts.find((fact) => fact.id === id);

/** Of a session, a happening or another entry nothing is shown by its name alone. */
const isNamed = (id: Id, { view: { course } }: Replay, of: Id | undefined): boolean => {
  const scope = course.derived.get(id)?.scope;
  return scope === undefined || scope === of;
};

const sightFor = (replay: Replay, entry: { of: Id; key: string } | undefined): Sight => {
  const sight = sightOf(replay, replay.view);
  if (!entry) return sight;
  const found = subjectsOf({ forEach: entry.of }, sight).find(({ subject }) => subject === entry.key);
  // One that nobody has listed has no answers of its own.
  return (
    found?.sight ?? { ...sight, scope: { kind: 'entry', of: entry.of, key: entry.key, record: replay.view.record() } }
  );
};
