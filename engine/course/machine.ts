/** What opens rules and duties: crossings, each with an identity, never a level that is looked at again and again. */
import { no, unknown, yes } from '../condition/truth.js';
import type { Id } from '../contract/bundle.js';
import type { CourseCondition, CourseRule, Duty, Trigger } from '../contract/course.js';
import type { Lacking } from '../contract/course-verdict.js';
import type { Anchor, Point } from './anchor.js';
import { isAbout, type Sight } from './sight.js';
import type { Happened } from './timeline.js';
import { compared, denied, type Found, found, joined } from './truths.js';

export type Opening = Pick<CourseRule | Duty, 'id' | 'trigger' | 'onlyWhen' | 'unless' | 'until' | 'forEach'>;

/** Something that may open it: what it is told apart by, when it was, and how sure it is. */
export interface Candidate {
  key: string;
  at: Anchor;
  found: Found;
  by?: Happened;
}

/**
 * Takes a trigger of single occurrences and from where it is looked at; gives each that there has been in this stay. Of
 * the n-th, those before it are counted since the event that starts the count again.
 */
export const candidatesOf = (trigger: Extract<Trigger, { kind: 'on' | 'given' }>, sight: Sight): Candidate[] =>
  trigger.kind === 'on' ? ofEvents(trigger, sight) : ofAnswers(trigger, sight);

const ofEvents = (trigger: Extract<Trigger, { kind: 'on' }>, sight: Sight): Candidate[] => {
  const { view } = sight;
  const resets = trigger.since === undefined ? [] : view.occurrences(trigger.since);
  const resetOf = ({ start, day }: Anchor): Happened | undefined =>
    resets.findLast(({ at }) => at.start <= start && at.day <= day);
  const counts = new Map<Happened | undefined, number>();
  const happened = view
    .occurrences(trigger.event)
    .filter((each) => each.at.start >= view.stay.from && isAbout(sight, each));
  const known = happened.flatMap((each): Candidate[] => {
    const meant = trigger.where
      ? sight.reads.condition(trigger.where, whereSight(sight, each))
      : found(yes, [each.place]);
    if (meant.truth === no) return [];
    const reset = resetOf(each.at);
    const n = (counts.get(reset) ?? 0) + 1;
    if (meant.truth === yes) counts.set(reset, n);
    if (!isNth(trigger, n)) return [];
    const withIt = { ...meant, used: [each.place, ...meant.used] };
    return [{ key: `${each.id} ${each.what}`, at: each.at, found: withIt, by: each }];
  });
  return [...known, ...unrecorded(trigger, happened, sight)];
};

const isNth = ({ nth, onwards, again }: Extract<Trigger, { kind: 'on' }>, n: number): boolean =>
  nth === undefined || n === nth || (onwards === true && n > nth) || (again === true && n % nth === 0);

/** Sessions that nobody recorded and that may have brought it; of the n-th, where one of them may be that. */
const unrecorded = (
  trigger: Extract<Trigger, { kind: 'on' }>,
  happened: readonly Happened[],
  sight: Sight,
): Candidate[] => {
  const { view, scope } = sight;
  const sessions = view
    .perhaps(trigger.event)
    .filter(({ when, key }) => when.start >= view.stay.from && (scope.kind !== 'session' || scope.session.key === key));
  return sessions.flatMap(({ key, when, used }, before): Candidate[] => {
    const sure = happened.filter(({ at }) => at.start < when.start).length;
    const mayBe = Array.from({ length: before + 1 }, (_, more) => sure + more + 1).some((n) => isNth(trigger, n));
    const lacks = [{ kind: 'session' as const, of: key }];
    return mayBe ? [{ key: `${key} perhaps`, at: when, found: found(unknown, used, lacks) }] : [];
  });
};

/** What came of a session is looked at as that session. */
export const whereSight = (sight: Sight, happened: Happened): Sight => {
  const session = happened.about === undefined ? undefined : sight.view.ledger.byKey.get(happened.about);
  const { source } = sight.view.course.happenings.get(happened.what) ?? {};
  return {
    ...sight,
    scope: session && source === 'session' ? { kind: 'session', session } : { kind: 'happening', happened },
  };
};

/** The latest answers, as long as they say so: one that was given otherwise since opens nothing any more. */
const ofAnswers = ({ fact, anyOf }: Extract<Trigger, { kind: 'given' }>, { view }: Sight): Candidate[] => {
  const { line, course } = view.of;
  const asked = course.bundle.facts.find(({ id }) => id === fact);
  const given = line.facts.flatMap(({ place, at }) => {
    const event = line.events[place];
    const answer = event?.values[fact];
    if (!event || answer === undefined || at.start > view.point.ms || at.start < view.stay.from) return [];
    // Only what counts as an answer opens anything.
    if (!asked || course.folding.refusal(asked, event) !== undefined) return [];
    return [
      { key: event.id, at, found: found(yes, [place]), says: typeof answer === 'string' && anyOf.includes(answer) },
    ];
  });
  const otherwise = given.findLastIndex(({ says }) => !says);
  return given.slice(otherwise + 1);
};

/** Takes a trigger that is a level, gives whether it is there. */
export const levelOf = (trigger: Extract<Trigger, { kind: 'while' | 'becomes' | 'reaches' }>, sight: Sight): Found => {
  if (trigger.kind !== 'reaches') return sight.reads.condition(trigger.condition, sight);
  const { fact, n, reads } = trigger;
  const value = sight.reads.value(fact, sight);
  if (!value)
    return sight.reads.condition(
      { kind: 'compares', fact, comparison: 'at-least', to: n, negated: false, reads },
      sight,
    );
  if (value.kind === 'none') return found(no, value.used, [], value.wakes);
  // What is no number counts as not told.
  if (value.kind !== 'number') return found(unknown, value.used, value.lacks, value.wakes);
  const truth = compared('at-least', value, trigger.n);
  const wakes = value.least < trigger.n ? Math.min(value.wakes, value.wakesAt?.(trigger.n) ?? never) : value.wakes;
  return found(truth, value.used, value.lacks, wakes);
};
const never = Number.POSITIVE_INFINITY;

/**
 * Whether it may be raised: `onlyWhen` and not `unless`. What opens it once is judged by how things were then; what
 * stands as long as a condition holds, by how they are (`standing`). An exception of which nobody knows leaves a rule
 * open to question; nobody is excused a duty by it (`excuses`).
 */
export const guardOf = (
  { onlyWhen, unless }: { onlyWhen?: CourseCondition; unless?: CourseCondition },
  before: Anchor | undefined,
  { fresh, standing, excuses }: { fresh: boolean; standing: boolean; excuses: boolean },
  sight: Sight,
): Found => {
  const acts = before && { actsBefore: before };
  const then = before && !standing ? { ...sight, asAt: before } : sight;
  const parts: Found[] = [];
  if (onlyWhen) parts.push(sight.reads.condition(onlyWhen, { ...then, ...acts }));
  if (unless) {
    const exception = denied(sight.reads.condition(unless, fresh ? { ...then, ...acts } : then), true);
    parts.push(exception.truth === unknown && !excuses ? { ...exception, truth: yes } : exception);
  }
  return joined('all', parts);
};

/** One opening of a rule or a duty. */
export interface Occurrence {
  of: Id;
  key: string;
  subject?: string;
  /** When its trigger came about. */
  crossed: Anchor;
  by?: Happened;
  /** When it was raised: then its guards held too. Milliseconds. */
  raised: number;
  used: readonly number[];
  state: 'open' | 'confirmed' | 'refused' | 'lapsed';
  ended?: Anchor;
  endedBy?: Id;
  /** The case was over when it was raised. */
  late: boolean;
  /** It lapsed with the case, and is not raised again. */
  final?: true;
}

/** What may stand, were something known. */
export interface Perhaps {
  subject?: string;
  at: Point;
  lacks: readonly Lacking[];
  used: readonly number[];
}

/** One rule or duty, of one subject, between points. */
export interface Machine {
  opening: Opening;
  subject?: string;
  crossing?: { at: Anchor; key: string };
  /** What was open to question for a while: its time begins when the answer came. */
  wondered: Set<string>;
  /** When a number may first have been reached, while that is not known. */
  possible?: Anchor;
  /** While it is not known whether it was crossed: there was a time at which it may have been raised. */
  couldBe?: true;
  /** Of what opens once: every crossing there has been. */
  crossed: Candidate[];
  crossings: number;
  occurrences: Map<string, Occurrence>;
  /** When it may next change by itself (milliseconds); before it was ever looked at: at once. */
  wakes: number;
  /** Runs count only from after this day: what was before has had its answer. */
  spentUntil?: number;
  /** Of this point. */
  perhaps?: Perhaps;
  /** Of what is open: what would tell whether it still holds. */
  doubt?: readonly Lacking[];
  /** Of what recurs: the stretches in which it was called for. */
  active: { from: Anchor; to?: Anchor; by?: Happened }[];
}

export const newMachine = (opening: Opening, subject: string | undefined): Machine => ({
  opening,
  ...(subject !== undefined && { subject }),
  crossings: 0,
  crossed: [],
  wondered: new Set(),
  wakes: Number.NEGATIVE_INFINITY,
  occurrences: new Map(),
  active: [],
});
