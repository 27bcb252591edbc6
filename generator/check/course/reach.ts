/** Numbers that are never reached, rules that are never first, and two ways of counting to the same thing that part. */
import {
  type At,
  type Course,
  type CourseCondition,
  type CourseRule,
  type DerivedFact,
  type Duty,
  type Id,
  spanInWords,
} from '../../../engine/contract/index.js';
import { boundsOf } from '../../language/constructs/amounts.js';
import type { Problem } from '../../problem/problem.js';
import { raiseFact } from './fact-problems.js';
import { raiseWhole } from './whole-problems.js';

type Report = (problem: Problem) => void;

/** How many sessions there can be at most: those that the total counts and those that it does not. */
const mostSessions = ({ sessions }: Course, phases: Id[] | undefined): number => {
  if (!sessions) return Number.POSITIVE_INFINITY;
  const all = sessions.phases;
  const most = (some: typeof all): number => some.reduce((sum, each) => sum + boundsOf(each.sessions).most, 0);
  if (phases) return most(all.filter(({ id }) => phases.includes(id)));
  const { most: total } = boundsOf(sessions.total);
  return total + most(all.filter(({ id }) => !sessions.totalCounts.includes(id)));
};

const canExtend = ({ rules, duties }: Course): boolean =>
  [...rules.flatMap(({ effects }) => effects), ...duties.flatMap(({ does }) => does)].some(
    ({ verb }) => verb === 'extend' || verb === 'restart',
  );

/** The most that a number can be, as far as the number of sessions says. */
const mostOf = ({ from }: DerivedFact, course: Course): number => {
  if (from.kind === 'distinct' && from.field === 'session.topic' && (course.sessions?.topics.length ?? 0) > 0)
    return course.sessions?.topics.length ?? 0;
  if (from.kind === 'share') return 100;
  if (from.kind === 'count' && from.plus) return Number.POSITIVE_INFINITY;
  const counts = (from.kind === 'count' || from.kind === 'run') && from.of === 'session' && !from.window.ever;
  if (!counts) return Number.POSITIVE_INFINITY;
  const most = Math.min(mostSessions(course, from.window.phases), from.window.lastSessions ?? Number.POSITIVE_INFINITY);
  return from.kind === 'count' ? Math.floor(most / (from.per ?? 1)) : most;
};

interface Threshold {
  fact: Id;
  n: number;
  at: At;
  reads: string;
}
const inCondition = (condition: CourseCondition | undefined, at: At): Threshold[] => {
  if (!condition) return [];
  if (condition.kind === 'all' || condition.kind === 'any')
    return condition.of.flatMap((each) => inCondition(each, at));
  if (condition.kind === 'lasted') return inCondition(condition.condition, at);
  if (condition.kind !== 'compares' || condition.negated) return [];
  const { fact, comparison, to, reads } = condition;
  const n = comparison === 'more-than' ? to + 1 : to;
  const asks = comparison === 'at-least' || comparison === 'more-than' || comparison === 'exactly';
  return asks ? [{ fact, n, at: condition.at ?? at, reads }] : [];
};
const ofOpening = ({ trigger, onlyWhen, origin }: CourseRule | Duty): Threshold[] => [
  ...(trigger.kind === 'reaches' ? [{ fact: trigger.fact, n: trigger.n, at: origin.at, reads: trigger.reads }] : []),
  ...('condition' in trigger ? inCondition(trigger.condition, origin.at) : []),
  ...inCondition(onlyWhen, origin.at),
];

const checkNeverReached = (course: Course, report: Report): void => {
  if (canExtend(course)) return;
  const facts = new Map(course.derived.map((fact) => [fact.id, fact]));
  const all = [
    ...[...course.rules, ...course.duties].flatMap(ofOpening),
    ...course.steps.flatMap(({ needs }) => needs.flatMap(({ condition, at }) => inCondition(condition, at))),
  ];
  for (const { fact, n, at, reads } of all) {
    const found = facts.get(fact);
    const most = found ? mostOf(found, course) : Number.POSITIVE_INFINITY;
    if (n > most) report(raiseWhole('rule/never-reached', at, { reads, n, most }));
  }
};

const isPlain = ({ onlyWhen, unless, until, forEach }: CourseRule): boolean =>
  !onlyWhen && !unless && until.length === 0 && forEach === undefined;

const checkNeverFirst = ({ rules }: Course, report: Report): void => {
  const reaching = rules.flatMap((rule) => (rule.trigger.kind === 'reaches' ? [{ rule, ...rule.trigger }] : []));
  for (const later of reaching) {
    const closes = later.rule.effects.some(({ verb }) => verb === 'close' || verb === 'suspend');
    const earlier = reaching.find(
      ({ rule, fact, n }) =>
        fact === later.fact &&
        n < later.n &&
        isPlain(rule) &&
        rule.force === 'must' &&
        !rule.either &&
        rule.effects.some(({ verb }) => verb === 'close'),
    );
    if (!earlier || !closes) continue;
    const related = [{ at: earlier.rule.origin.at, message: `“${earlier.rule.id}” is declared here.` }];
    const particulars = { id: later.rule.id, earlier: earlier.rule.id, n: later.n, first: earlier.n };
    report(raiseWhole('rule/never-first', later.rule.origin.at, particulars, related));
  }
};

/** By the calendar since the start, or by the sessions that he had. */
const anchorOf = (id: Id, facts: Map<Id, DerivedFact>): 'calendar' | 'sessions' | undefined => {
  const from = facts.get(id)?.from;
  if (from?.kind === 'elapsed' && !from.until && 'event' in from.since && from.since.event.event === 'started')
    return 'calendar';
  return from?.kind === 'count' && from.of === 'session' ? 'sessions' : undefined;
};

const doing = (each: CourseRule | Duty): string[] =>
  ('does' in each ? each.does : each.effects)
    .filter(({ verb, object }) => (verb === 'issue' || verb === 'send' || verb === 'offer') && object !== undefined)
    .map(({ verb, object }) => `${verb} ${object}`);

const checkAnchors = (course: Course, report: Report): void => {
  const facts = new Map(course.derived.map((fact) => [fact.id, fact]));
  const seen = new Map<string, { each: CourseRule | Duty; anchor: string; n: number }>();
  for (const each of [...course.duties, ...course.rules]) {
    const [threshold] = ofOpening(each);
    const anchor = threshold && anchorOf(threshold.fact, facts);
    if (!threshold || !anchor) continue;
    for (const does of doing(each)) {
      const other = seen.get(does);
      if (!other) seen.set(does, { each, anchor, n: threshold.n });
      else if (other.anchor !== anchor) {
        const related = [{ at: other.each.origin.at, message: `“${other.each.id}” is declared here.` }];
        report(raiseWhole('duty/anchors-part', each.origin.at, { id: each.id, other: other.each.id, does }, related));
      }
    }
  }
};

/** What begins a stay is counted over all of them, or there is never more than one. */
const beginnings = new Set(['restarted', 'returned']);
const checkOneStay = (course: Course, report: Report): void => {
  for (const { id, from, origin } of course.derived)
    if (from.kind === 'count' && beginnings.has(from.of) && !from.window.ever)
      report(raiseFact('fact/of-one-stay', origin.at, { id, event: from.of }));
};

/** Nothing has happened in the last so long where nothing could have; a guard of whatever kind is taken to see to that. */
const checkFirstDay = ({ rules, duties }: Course, report: Report): void => {
  for (const { id, trigger, onlyWhen, unless, origin } of [...rules, ...duties]) {
    if (trigger.kind !== 'while' || onlyWhen || unless) continue;
    const { condition } = trigger;
    if (condition.kind !== 'happened' || !condition.negated || condition.within?.kind !== 'last') continue;
    const { event, within, reads } = condition;
    const at = condition.at ?? origin.at;
    report(raiseWhole('rule/from-the-first-day', at, { id, reads, event, span: spanInWords(within.span) }));
  }
};

/** Checks thresholds against the programme and against one another. */
export const checkReach = (course: Course, report: Report): void => {
  checkNeverReached(course, report);
  checkNeverFirst(course, report);
  checkAnchors(course, report);
  checkOneStay(course, report);
  checkFirstDay(course, report);
};
