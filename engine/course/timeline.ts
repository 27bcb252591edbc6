/** The events of a case as what happened when: corrected ones gone, those that bring others followed by them. */
import { onlyTold } from '../case/her-side.js';
import type { Clock } from '../case/moment.js';
import type { Id } from '../contract/bundle.js';
import { changesCase, type Effect, type EventPick } from '../contract/course.js';
import type { CourseEvaluation } from '../contract/course-verdict.js';
import type { Answer, CaseEvent, Moment, SessionMark } from '../contract/event.js';
import { type Anchor, anchorOf } from './anchor.js';
import type { CompiledCourse } from './compiled-course.js';

/** Something that happened. `place` is its event's place in the case's list. */
export interface Happened {
  what: Id;
  at: Anchor;
  learned: Moment;
  place: number;
  id: string;
  about?: string;
  by: Id;
  values: Record<Id, Answer>;
}
/** What was said of a session: it is to be, it was held, it was not. */
export interface Mark extends SessionMark {
  place: number;
  /** When this was said to be so; of a held session, when it was. */
  at: Anchor;
  when: Anchor;
  until: Anchor | undefined;
}
/** A person's answer to a recommendation. */
export interface RuleAnswer {
  place: number;
  rule: Id;
  confirmed: boolean;
  effect: number;
  at: Anchor;
  by: Id;
  id: string;
}
export interface Timeline {
  events: readonly CaseEvent[];
  /** By when it happened; those of one moment in an order that recording does not change. */
  happened: Happened[];
  marks: Mark[];
  answers: RuleAnswer[];
  /** Places of the events that give facts their values, by when they happened. */
  facts: { place: number; start: number; at: Anchor }[];
  /** Every moment at which something happened, in order. */
  moments: number[];
  irregular: CourseEvaluation['irregular'];
  /** Ids of the events that had happened by then, corrected ones left out. */
  known: Set<string>;
}

/** Takes the events and the end of the "as of"; gives what had happened by then. */
export const timelineOf = (events: readonly CaseEvent[], end: number, course: CompiledCourse): Timeline => {
  const { clock } = course;
  const gone = correctedAway(events, course);
  const line: Timeline = {
    events,
    happened: [],
    marks: [],
    answers: [],
    facts: [],
    moments: [],
    irregular: [],
    known: new Set(),
  };
  const moments = new Set<number>();
  events.forEach((event, place) => {
    if (gone.has(place)) return;
    const at = timeOf(event, clock);
    if (at.start >= end) return;
    if (course.toldByHer(event, course.happenings.get(event.what ?? ''))) {
      line.irregular.push({ event: event.id, because: onlyTold, hers: true });
      return;
    }
    moments.add(at.start);
    line.known.add(event.id);
    take(line, event, place, at, course);
  });
  line.moments = [...moments].sort((a, b) => a - b);
  line.happened.sort(inOrder(course));
  line.answers.sort((a, b) => a.at.start - b.at.start || (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0));
  line.marks.sort((a, b) => a.at.start - b.at.start || a.place - b.place);
  line.facts.sort((a, b) => a.start - b.start || a.place - b.place);
  return line;
};

/** A session that was held or not held was so when it was, whenever that was entered. */
const timeOf = ({ happened, kind, session }: CaseEvent, clock: Clock): Anchor =>
  anchorOf(
    kind === 'session' && session && session.mark !== 'planned' ? (session.ends ?? session.on) : happened,
    clock,
  );

const take = (line: Timeline, event: CaseEvent, place: number, at: Anchor, course: CompiledCourse): void => {
  switch (event.kind) {
    case 'happened':
      takeHappened(line, event, place, at, course);
      return;
    case 'session':
      if (event.session) line.marks.push(markOf(event.session, place, at, course.clock));
      return;
    case 'confirmed':
    case 'refused':
      takeAnswer(line, event, place, at, course);
      return;
    default:
      line.facts.push({ place, start: at.start, at });
  }
};

const apart = (id: Id, { hers }: CompiledCourse): { hers?: true } => (hers.has(id) ? { hers: true } : {});

const markOf = (mark: SessionMark, place: number, at: Anchor, clock: Clock): Mark => ({
  ...mark,
  place,
  at,
  when: anchorOf(mark.on, clock),
  until: mark.ends === undefined ? undefined : anchorOf(mark.ends, clock),
});

const takeHappened = (line: Timeline, event: CaseEvent, place: number, at: Anchor, course: CompiledCourse): void => {
  const what = event.what ?? '';
  const because = course.mayRecord(what, event.by.role);
  if (because !== undefined) {
    line.irregular.push({ event: event.id, because, ...apart(what, course) });
    return;
  }
  line.happened.push(happenedOf(event, what, place, at, event.values));
  const meeting = course.meetings.get(what);
  if (meeting) {
    const { phase, kind, outcome } = meeting;
    const said = { on: event.happened, mark: outcome ? 'held' : 'cancelled' } as const;
    line.marks.push(
      markOf({ ...said, ...(outcome && { outcome }), ...(phase && { phase }), kind }, place, at, course.clock),
    );
  }
};

const happenedOf = (event: CaseEvent, what: Id, place: number, at: Anchor, values: Record<Id, Answer>): Happened => ({
  what,
  at,
  learned: event.learned,
  place,
  id: event.id,
  ...(event.about !== undefined && { about: event.about }),
  by: event.by.role,
  values,
});

/** What a person confirms is done thereby, where it changes how the case stands. */
const takeAnswer = (line: Timeline, event: CaseEvent, place: number, at: Anchor, course: CompiledCourse): void => {
  const rule = course.rules.get(event.rule ?? '');
  if (!rule) {
    line.irregular.push({ event: event.id, because: `There is no rule “${event.rule ?? ''}”.` });
    return;
  }
  const because = course.mayConfirm(rule, event.by.role);
  if (because !== undefined) {
    line.irregular.push({ event: event.id, because, ...apart(rule.id, course) });
    return;
  }
  const confirmed = event.kind === 'confirmed';
  const effect = event.effect ?? 0;
  line.answers.push({ place, rule: rule.id, confirmed, effect, at, by: event.by.role, id: event.id });
  if (!confirmed) return;
  const done = rule.either ? rule.effects.slice(effect, effect + 1) : rule.effects;
  for (const each of done) {
    const [what] = each.doneBy;
    if (what !== undefined && changesCase.has(each.verb))
      line.happened.push(happenedOf(event, what, place, at, valuesOf(each)));
  }
};

const valuesOf = ({ verb, object, span }: Effect): Record<Id, Answer> => {
  if (verb === 'close' && object !== undefined) return { as: object };
  if (verb === 'move' && object !== undefined) return { to: object };
  return span ? { n: span.n, unit: span.unit } : {};
};

/** Inside, people correct one another; somebody outside only himself; and what is hers undoes nothing of his. */
const correctedAway = (events: readonly CaseEvent[], course: CompiledCourse): Set<number> => {
  const places = new Map(events.map((event, place) => [event.id, place]));
  const gone = new Set<number>();
  const { isOnlyHers } = course.folding;
  for (const event of events) {
    const { supersedes, by, id } = event;
    const place = supersedes === undefined || supersedes === id ? undefined : places.get(supersedes);
    if (place === undefined) continue;
    const corrected = events[place];
    if (!corrected || (isOnlyHers(event) && !isOnlyHers(corrected))) continue;
    if (corrected.by.role === by.role || course.isInside(by.role)) gone.add(place);
  }
  return gone;
};

/** By time; then as one thing follows another in the life of a case; then by what is said, never by who came first. */
export const inOrder =
  ({ rank }: CompiledCourse) =>
  (a: Happened, b: Happened): number =>
    a.at.start - b.at.start ||
    rank(a.what) - rank(b.what) ||
    (a.what < b.what ? -1 : a.what > b.what ? 1 : 0) ||
    (a.id < b.id ? -1 : 1);

/** Takes what happened of one kind, in order; gives the one that is meant. */
export const picked = (all: readonly Happened[], { which }: EventPick): Happened | undefined =>
  typeof which === 'number' ? all[which - 1] : all.at(-1);
