/** What opens rules and duties: crossings, each with an identity, never a level that is looked at again and again. */
import { no, type Truth, unknown, yes } from '../condition/truth.js';
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
  const candidates: Candidate[] = [];
  const counts = new Map<Happened | undefined, number>();
  for (const happened of view.occurrences(trigger.event)) {
    if (happened.at.start < view.stay.from || !isAbout(sight, happened)) continue;
    const meant = trigger.where
      ? sight.reads.condition(trigger.where, whereSight(sight, happened))
      : found(yes, [happened.place]);
    if (meant.truth === no) continue;
    const reset = resets.findLast(({ at }) => at.start <= happened.at.start && at.day <= happened.at.day);
    const n = (counts.get(reset) ?? 0) + 1;
    if (meant.truth === yes) counts.set(reset, n);
    if (trigger.nth !== undefined && !(n === trigger.nth || (trigger.onwards && n > trigger.nth))) continue;
    const withIt = { ...meant, used: [happened.place, ...meant.used] };
    candidates.push({ key: `${happened.id} ${happened.what}`, at: happened.at, found: withIt, by: happened });
  }
  return candidates;
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

const ofAnswers = ({ fact, anyOf }: Extract<Trigger, { kind: 'given' }>, { view }: Sight): Candidate[] => {
  const { line, course } = view.of;
  return line.facts.flatMap(({ place, at }) => {
    const event = line.events[place];
    const answer = event?.values[fact];
    if (!event || at.start > view.point.ms || at.start < view.stay.from) return [];
    if (typeof answer !== 'string' || !anyOf.includes(answer)) return [];
    // Only what counts as an answer opens anything.
    const asked = course.bundle.facts.find(({ id }) => id === fact);
    if (!asked || course.folding.refusal(asked, event) !== undefined) return [];
    return [{ key: event.id, at, found: found(yes, [place]) }];
  });
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
 * stands as long as a condition holds, by how they are (`standing`).
 */
export const guardOf = (
  { onlyWhen, unless }: { onlyWhen?: CourseCondition; unless?: CourseCondition },
  before: Anchor | undefined,
  { fresh, standing }: { fresh: boolean; standing: boolean },
  sight: Sight,
): Found => {
  const acts = before && { actsBefore: before };
  const then = before && !standing ? { ...sight, asAt: before } : sight;
  const parts: Found[] = [];
  if (onlyWhen) parts.push(sight.reads.condition(onlyWhen, { ...then, ...acts }));
  if (unless) parts.push(denied(sight.reads.condition(unless, fresh ? { ...then, ...acts } : then), true));
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
  level: Truth;
  crossing?: { at: Anchor; key: string };
  crossings: number;
  occurrences: Map<string, Occurrence>;
  /** Runs count only from after this day: what was before has had its answer. */
  spentUntil?: number;
  /** Of this point. */
  perhaps?: Perhaps;
  /** Of what recurs: the stretches in which it was called for. */
  active: { from: Anchor; to?: Anchor; by?: Happened }[];
}

export const newMachine = (opening: Opening, subject: string | undefined): Machine => ({
  opening,
  ...(subject !== undefined && { subject }),
  level: no,
  crossings: 0,
  occurrences: new Map(),
  active: [],
});
