/**
 * What a definition says of time: sessions, happenings, facts derived from them, rules, duties, steps. A part of the
 * bundle: plain JSON, all names resolved, everything lowered to a few primitives.
 */
import type { Amount, CourseCondition, EventPick, Happening, Rate, Span, SpanUnit, Stage } from './course-condition.js';
import type { At, ClauseId, Id, Option, Origin } from './fact.js';

export * from './course-condition.js';

/**
 * A fact derived from what happened. `scope`: derived for each session, each happening of that id, or each entry of that
 * fact; only a condition in that scope names it. Numbers are ranges while something is not recorded.
 */
export interface DerivedFact {
  id: Id;
  called: string;
  kind: 'number' | 'yes-no' | 'choice' | 'date';
  options: Option[];
  unit?: SpanUnit;
  scope?: 'session' | Id;
  from: Derivation;
  /** Computed from what is hers. */
  hers: boolean;
  reads: string;
  origin: Origin;
}
export type Derivation =
  /**
   * `of`: `session`, or a happening. `per`: one for every so many of them, whole ones only. `plus`: numbers added to
   * it, bound to bound. */
  | { kind: 'count'; of: Id; where?: CourseCondition; window: Window; per?: number; plus?: Id[] }
  /** Of how many in a hundred `where` holds, of those such that `ofThose`: in percent, not rounded. */
  | { kind: 'share'; of: Id; where: CourseCondition; ofThose?: CourseCondition; window: Window }
  /** The trailing run: due sessions (or happenings) such that `where`, broken by the others and by `brokenBy`. */
  | { kind: 'run'; of: Id; where: CourseCondition; skips?: CourseCondition; brokenBy: Breaker[]; window: Window }
  | { kind: 'sum'; of: Id; field: Id; where?: CourseCondition; window: Window }
  /** How many different values. */
  | { kind: 'distinct'; of: Id; field: Id; where?: CourseCondition; window: Window }
  /** A value told with an event. */
  | { kind: 'value'; which: 'latest' | 'first'; of: Id; field: Id; where?: CourseCondition; window: Window }
  /** The day of an event. */
  | { kind: 'day'; which: 'latest' | 'first'; of: Id; where?: CourseCondition; window: Window }
  /** Completed units from one point to another, or to now. `paused`: time in these states does not count. */
  | { kind: 'elapsed'; since: Point; until?: Point; unit: SpanUnit; paused: Stage[] }
  /** Time in these states in all, in this stay. */
  | { kind: 'spent'; in: Stage[]; unit: 'days' | 'working-days' | 'weeks' }
  /** Places of a group: taken, or free of those it has. */
  | { kind: 'places'; groups: Id[]; which: 'taken' | 'free' }
  | { kind: 'whether'; condition: CourseCondition };
/** An event, or a fact that is a date. */
export type Point = { event: EventPick } | { fact: Id };
/** A session with this outcome, or an event. An event of a session breaks at that session; another where it happened. */
export type Breaker = { outcome: Id } | { event: Id };
/** Empty: this stay. Several limits hold together. */
export interface Window {
  /** Every stay, not this one only. */
  ever?: true;
  /** Sessions (or happenings) of these phases. */
  phases?: Id[];
  /** The most there were in any one of them. */
  anyOne?: 'phase' | 'week' | 'month' | 'year';
  /** Of the present one. */
  this?: 'phase' | 'week' | 'month' | 'year';
  /** Ending now. */
  last?: Span;
  /** The last so many sessions that were due, or since the first of them. */
  lastSessions?: number;
  /** From the latest of that event on, or from the start where it never happened. */
  since?: EventPick;
}

export interface SessionOutcome {
  id: Id;
  label: string;
  /** `present`, `credited`, `absence`, and whatever else the provider names; an absent trait is no. */
  traits: Record<Id, boolean>;
}
export interface Phase {
  id: Id;
  label: string;
  kind: Id;
  sessions: Amount;
  about?: string;
  /** Attended before the start of the programme. */
  beforeStart: boolean;
  every?: Rate;
  needs?: CourseCondition;
  origin: Origin;
}
export interface Topic {
  id: Id;
  title: string;
  bestAfter?: Id;
  phase?: Id;
  origin: Origin;
}
export interface SessionKind {
  id: Id;
  label: string;
  mayReplace: Id[];
  /** The phases that alone may have it; where others have it too, the document says two things. */
  onlyIn?: Id[];
  onlyWhen?: CourseCondition;
  origin: Origin;
}
export interface Sessions {
  total: Amount;
  /** Whether `total` counts what comes before the start. */
  totalCounts: Id[];
  length?: Span | 'not-stated';
  rate?: Rate | 'not-stated';
  /** How long the whole takes, from the start. */
  lasts?: Span;
  /** States whose time moves the planned end. */
  endMovesWith: Stage[];
  order: 'sequential' | 'any' | 'not-stated';
  entry: 'rolling' | 'at-the-start' | 'not-stated';
  outcomes: SessionOutcome[];
  kinds: SessionKind[];
  phases: Phase[];
  topics: Topic[];
  /** A catch-up credits the week of the session missed. */
  catchUp?: {
    within?: Span;
    atMost?: number;
    beforeNext: boolean;
    /** A session that he attends as his own may make up for one that he missed as well. */
    inOwn?: boolean;
    reads: string;
    origin: Origin;
  };
  /** Events that credit so many sessions without attendance. */
  credits: { event: Id; sessions: number; origin: Origin }[];
  origin: Origin;
}
export interface Group {
  id: Id;
  label: string;
  places: Amount;
  /** Groups or programmes that share the places. */
  pool: Id[];
  thresholds: { at: number; says: string }[];
  staffing?: { facilitators: Amount; force: Force; usually?: string };
  openUntil?: Amount;
  origin: Origin;
}

export type Force = 'block' | 'must' | 'should' | 'may' | 'warn';
/**
 * What opens a rule or a duty. `while`: a condition becomes true; it stands while that holds. `reaches`: the moment a
 * number first gets there (its least); stands while it is there. `on`: each event, or the n-th since `since` (or the
 * start); `onwards`: and every later one; `again`: and every so many after it. `given`: each answer or judgement that gives
 * the fact one of these.
 * `becomes`: a condition becomes true; stands until done. `missed`: each time a duty is missed.
 */
export type Trigger =
  | { kind: 'while' | 'becomes'; condition: CourseCondition; reads: string }
  | { kind: 'reaches'; fact: Id; n: number; stands: boolean; reads: string }
  | {
      kind: 'on';
      event: Id;
      where?: CourseCondition;
      nth?: number;
      onwards?: true;
      again?: true;
      since?: Id;
      reads: string;
    }
  | { kind: 'given'; fact: Id; anyOf: Id[]; reads: string }
  | { kind: 'missed'; duty: Id; reads: string };

/** What a rule does when a person has confirmed it, or what a duty asks for. `doneBy`: the events that show it done. */
export interface Effect {
  verb:
    | 'close'
    | 'suspend'
    | 'resume'
    | 'complete'
    | 'restart'
    | 'move'
    | 'extend'
    | 'transfer'
    | 'keep'
    | 'refuse'
    | 'refer-back'
    | 'send'
    | 'issue'
    | 'offer'
    | 'contact'
    | 'ask'
    | 'forward'
    | 'hold'
    | 'record'
    | 'do';
  /** The ending of `close`, the phase of `move`, what is offered, sent, asked. */
  object?: Id;
  to?: Id;
  span?: Span;
  /** The words as written. */
  says: string;
  doneBy: Id[];
}

/** What changes the case itself once a person has confirmed it. */
export const changesCase: ReadonlySet<Effect['verb']> = new Set<Effect['verb']>([
  'close',
  'suspend',
  'resume',
  'complete',
  'restart',
  'move',
  'extend',
  'transfer',
]);

interface Opening {
  id: Id;
  /** The section it was written in. */
  chapter: string;
  /** What it is declared under: a rule with grounds or steps. */
  within?: Id;
  trigger: Trigger;
  /** Not raised unless this holds, and gone when it ceases to. */
  onlyWhen?: CourseCondition;
  unless?: CourseCondition;
  /** Over once one of these has happened. */
  until: Id[];
  /** One for each session, or each entry of this fact. */
  forEach?: 'session' | Id;
  force: Force;
  by: Id[];
  words: string;
  reads: string;
  hers: boolean;
  origin: Origin;
}
/** Another rule that says the opposite, and of whom. Once settled, the one that is not in force yields. */
export interface Conflict {
  rule: Id;
  witness: string;
  settled: boolean;
  yields: boolean;
}
/** A recommendation that a person confirms or refuses; with `block`, an act that is refused while it stands. */
export interface CourseRule extends Opening {
  effects: Effect[];
  /** A person picks one of the effects. */
  either: boolean;
  confirmedBy: Id[];
  /** Clauses that contradict this one, and how that was settled. */
  conflicts: Conflict[];
}
export interface Duty extends Opening {
  does: Effect[];
  /** Any of these meets it; so many times. */
  metBy: Id[];
  times: number;
  /** From when its time counts. */
  from:
    | { kind: 'happened' | 'learned' | 'period-end' }
    | { kind: 'event'; event: Id; which: 'first' | 'latest' }
    | { kind: 'fact'; fact: Id };
  due: DutyDue;
  recurs?: Recurrence;
  /** Time in these states moves the due time. */
  freezesIn: Stage[];
}
/**
 * `before`: an event, a session's number among those credited or held, or a day that is a fact; `span`: so long before it.
 * `weekday`: the first Monday (1) to Sunday (7) after the day from which it counts.
 */
export type DutyDue =
  | { kind: 'within'; span: Span; time?: string }
  | { kind: 'weekday'; weekday: number; time?: string }
  | { kind: 'at-once'; time?: string }
  | { kind: 'before'; event?: Id; session?: number; fact?: Id; span?: Span }
  | { kind: 'not-stated' };
/**
 * `every`: one in each window, counted from when it opened. `after-last`: so long after the last one done. `calendar`: one
 * for each calendar month (week, year), opened at its end. `not-stated`: kept open, never late.
 */
export type Recurrence =
  | { kind: 'every' | 'after-last'; span: Span }
  | { kind: 'calendar'; period: 'week' | 'month' | 'year' }
  | { kind: 'not-stated' };

/** The steps of a case. The life of a case is fixed; a definition says only what each step needs, and who takes it. */
export const stepNames = [
  'assess',
  'accept',
  'decline',
  'invite',
  'start',
  'attend',
  'suspend',
  'resume',
  'leave',
  'transfer',
  'complete',
  'close',
  'return',
] as const;
export type StepName = (typeof stepNames)[number];
export interface Step {
  id: StepName;
  /** Each with its name, so that what is missing can be listed one by one. */
  needs: { id: Id; words: string; condition: CourseCondition; clauses: ClauseId[]; at: At }[];
  by: Id[];
  /** Of leave: how long at most. */
  atMost?: Span;
  reads: string;
  origin: Origin;
}

/** Somebody who comes back: the first that holds applies. */
export interface Return {
  id: Id;
  when?: CourseCondition;
  needs?: CourseCondition;
  /** Where he starts: `again`, `where-he-left`, or a phase. */
  starts: 'again' | 'where-he-left' | Id;
  /** Derived facts that go on from the stay before. */
  keeps: Id[];
  refuses: boolean;
  words: string;
  reads: string;
  origin: Origin;
}

export interface AppealStep {
  id: Id;
  title: string;
  from: Id[];
  to: Id;
  /** The happenings that can be appealed against. */
  against: Id[];
  inWriting: boolean;
  saying?: string;
  /** How long after what is appealed against; of a later step, after the answer to the one before. */
  lodgedWithin?: Span;
  /** The duty to answer it. */
  duty: Id;
  /** What shows that it was answered; `<step>-answered` where nothing is said. */
  answeredBy?: Id[];
  after?: Id;
  origin: Origin;
}

export interface Holiday {
  day: string;
  title: string;
}
export interface WorkingDays {
  id: string;
  label: string;
  holidays: Holiday[];
  /** Days after this are taken to be working days from Monday to Friday, and a result says so. */
  knownUntil: string;
  knownFrom: string;
}

export interface Course {
  workingDays?: WorkingDays;
  sessions?: Sessions;
  groups: Group[];
  happenings: Happening[];
  /** In an order in which each names only those before it. */
  derived: DerivedFact[];
  rules: CourseRule[];
  duties: Duty[];
  steps: Step[];
  returns: Return[];
  appeals: AppealStep[];
}
