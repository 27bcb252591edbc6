/** What a bundle says of time, changed in one thing. */
import type {
  Bundle,
  Course,
  CourseCondition,
  CourseRule,
  DerivedFact,
  Duty,
  Id,
  Return,
  Sessions,
  Step,
  Trigger,
  Window,
} from '../../engine/contract/index.js';
import type { Mutant } from './mutant.js';
import { type Known, otherOptions } from './mutate-condition.js';
import {
  type Changed,
  courseMutants,
  knownOverTime,
  numberMutants,
  replaced,
  shorter,
  spanMutants,
} from './mutate-course-condition.js';

/** Takes a bundle; gives every bundle that differs from it in one thing of what it says of time. */
export const mutateCourse = (bundle: Bundle): Mutant[] => {
  const { course } = bundle;
  if (course === undefined) return [];
  const known = knownOverTime(bundle);
  const as = (criterion: Id, change: string, more: Partial<Course>): Mutant => ({
    criterion,
    change,
    bundle: { ...bundle, course: { ...course, ...more } },
  });
  const each = <K extends 'derived' | 'rules' | 'duties' | 'steps' | 'returns'>(
    key: K,
    change: (one: Course[K][number], known: Known) => Changed<Course[K][number]>[],
  ): Mutant[] =>
    course[key].flatMap((one, index) =>
      change(one, known).map(({ change: words, to }) =>
        as(one.id, words, { [key]: replaced<Course[K][number]>(course[key], index, to) }),
      ),
    );
  const { sessions } = course;
  return [
    ...each('derived', ofDerived),
    ...each('rules', ofOpening),
    ...each('duties', ofDuty),
    ...each('steps', ofStep),
    ...each('returns', ofReturn),
    ...(sessions === undefined ? [] : ofSessions(sessions, known)).map(({ change, to }) =>
      as('sessions', change, { sessions: to }),
    ),
  ];
};

/** The changes of one part of something, each within the whole. */
const within = <T, P>(changes: Changed<P>[], whole: (part: P) => T): Changed<T>[] =>
  changes.map(({ change, to }) => ({ change, to: whole(to) }));

const inCondition = (condition: CourseCondition | undefined, known: Known): Changed<CourseCondition>[] =>
  condition === undefined ? [] : courseMutants(condition, known);

const ofDerived = (fact: DerivedFact, known: Known): Changed<DerivedFact>[] =>
  within(ofDerivation(fact.from, known), (from) => ({ ...fact, from }));

const ofDerivation = (from: DerivedFact['from'], known: Known): Changed<DerivedFact['from']>[] => {
  switch (from.kind) {
    case 'places':
    case 'spent':
      return [];
    case 'whether':
      return within(inCondition(from.condition, known), (condition) => ({ ...from, condition }));
    case 'elapsed':
      return within(
        shorter(from.paused, (stage) => `pausing while ${stage}`),
        (paused) => ({ ...from, paused }),
      );
    case 'run':
      return [
        ...within(inCondition(from.where, known), (where) => ({ ...from, where })),
        ...within(inCondition(from.skips, known), (skips) => ({ ...from, skips })),
        ...within(
          shorter(from.brokenBy, (one) => ('event' in one ? one.event : one.outcome)),
          (brokenBy) => ({ ...from, brokenBy }),
        ),
        ...within(ofWindow(from.window), (window) => ({ ...from, window })),
      ];
    case 'count':
      return [
        ...within(from.per === undefined ? [] : numberMutants(from.per, 1), (per) => ({ ...from, per })),
        ...within(
          shorter(from.plus ?? [], (plus) => `adding ${plus}`),
          (plus) => ({ ...from, plus }),
        ),
        ...within(inCondition(from.where, known), (where) => ({ ...from, where })),
        ...within(ofWindow(from.window), (window) => ({ ...from, window })),
      ];
    case 'share':
      return [
        ...within(inCondition(from.ofThose, known), (ofThose) => ({ ...from, ofThose })),
        ...within(inCondition(from.where, known), (where) => ({ ...from, where })),
        ...within(ofWindow(from.window), (window) => ({ ...from, window })),
      ];
    default:
      return [
        ...within(inCondition(from.where, known), (where) => ({ ...from, where })),
        ...within(ofWindow(from.window), (window) => ({ ...from, window })),
      ];
  }
};

const ofWindow = (window: Window): Changed<Window>[] => [
  ...within(window.last === undefined ? [] : spanMutants(window.last), (last) => ({ ...window, last })),
  ...within(window.lastSessions === undefined ? [] : numberMutants(window.lastSessions, 1), (lastSessions) => ({
    ...window,
    lastSessions,
  })),
  ...within(
    shorter(window.phases ?? [], (phase) => phase).filter(({ to }) => to.length > 0),
    (phases) => ({ ...window, phases }),
  ),
];

const ofTrigger = (trigger: Trigger, known: Known): Changed<Trigger>[] => {
  switch (trigger.kind) {
    case 'while':
    case 'becomes':
      return within(courseMutants(trigger.condition, known), (condition) => ({ ...trigger, condition }));
    case 'reaches':
      return within(numberMutants(trigger.n, 1), (n) => ({ ...trigger, n }));
    case 'on':
      return [
        ...within(trigger.nth === undefined ? [] : numberMutants(trigger.nth, 1), (nth) => ({ ...trigger, nth })),
        ...within(inCondition(trigger.where, known), (where) => ({ ...trigger, where })),
      ];
    case 'given':
      return otherOptions(trigger.anyOf, known.get(trigger.fact)).map((anyOf) => ({
        change: `${trigger.fact} is ${anyOf.join(' or ')}`,
        to: { ...trigger, anyOf },
      }));
    case 'missed':
      return [];
  }
};

/** What opens a rule or a duty, and what closes it. */
const ofOpening = <T extends CourseRule | Duty>(one: T, known: Known): Changed<T>[] => [
  ...within(ofTrigger(one.trigger, known), (trigger): T => ({ ...one, trigger })),
  ...within(inCondition(one.onlyWhen, known), (onlyWhen): T => ({ ...one, onlyWhen })),
  ...within(inCondition(one.unless, known), (unless): T => ({ ...one, unless })),
  ...within(
    shorter(one.until, (event) => `until ${event}`),
    (until): T => ({ ...one, until }),
  ),
];

const ofDuty = (duty: Duty, known: Known): Changed<Duty>[] => [
  ...ofOpening(duty, known),
  ...within(ofDue(duty.due), (due) => ({ ...duty, due })),
  ...within(duty.times > 1 ? numberMutants(duty.times, 1) : [], (times) => ({ ...duty, times })),
  ...within(ofRecurrence(duty.recurs), (recurs) => ({ ...duty, recurs })),
  ...within(
    shorter(duty.freezesIn, (stage) => `pausing while ${stage}`),
    (freezesIn) => ({ ...duty, freezesIn }),
  ),
];

const ofDue = (due: Duty['due']): Changed<Duty['due']>[] => {
  if (due.kind === 'within') return within(spanMutants(due.span), (span) => ({ ...due, span }));
  if (due.kind === 'weekday') return [];
  if (due.kind === 'before' && due.span) return within(spanMutants(due.span), (span) => ({ ...due, span }));
  if (due.kind !== 'before' || due.session === undefined) return [];
  return within(numberMutants(due.session, 1), (session) => ({ ...due, session }));
};

const ofRecurrence = (recurs: Duty['recurs']): Changed<NonNullable<Duty['recurs']>>[] =>
  recurs?.kind === 'every' || recurs?.kind === 'after-last'
    ? within(
        spanMutants(recurs.span).filter(({ to }) => to.n > 0),
        (span) => ({ ...recurs, span }),
      )
    : [];

const ofStep = (step: Step, known: Known): Changed<Step>[] => [
  ...step.needs.flatMap((need, index) =>
    within(courseMutants(need.condition, known), (condition) => ({
      ...step,
      needs: replaced(step.needs, index, { ...need, condition }),
    })),
  ),
  ...within(step.atMost === undefined ? [] : spanMutants(step.atMost), (atMost) => ({ ...step, atMost })),
];

const ofReturn = (one: Return, known: Known): Changed<Return>[] => [
  ...within(inCondition(one.when, known), (when) => ({ ...one, when })),
  ...within(inCondition(one.needs, known), (needs) => ({ ...one, needs })),
];

const ofSessions = (sessions: Sessions, known: Known): Changed<Sessions>[] => {
  const { catchUp, credits, lasts, phases } = sessions;
  return [
    ...within(catchUp?.within === undefined ? [] : spanMutants(catchUp.within), (span) => ({
      ...sessions,
      ...(catchUp === undefined ? {} : { catchUp: { ...catchUp, within: span } }),
    })),
    ...within(catchUp?.atMost === undefined ? [] : numberMutants(catchUp.atMost, 0), (atMost) => ({
      ...sessions,
      ...(catchUp === undefined ? {} : { catchUp: { ...catchUp, atMost } }),
    })),
    ...credits.flatMap((credit, index) =>
      within(numberMutants(credit.sessions, 0), (n) => ({
        ...sessions,
        credits: replaced(credits, index, { ...credit, sessions: n }),
      })),
    ),
    ...within(lasts === undefined ? [] : spanMutants(lasts), (span) => ({ ...sessions, lasts: span })),
    ...phases.flatMap((phase, index) =>
      within(inCondition(phase.needs, known), (needs) => ({
        ...sessions,
        phases: replaced(phases, index, { ...phase, needs }),
      })),
    ),
  ];
};
