/** What is checked of a course as a whole, once it is lowered: who may see what, and what can never come about. */
import type { Clause, Course, CourseRule, Duty, Id } from '../../../engine/contract/index.js';
import type { WrittenDefinition } from '../../language/definition.js';
import { firstOf, hersPaths, readBy } from '../../lower/course/labels.js';
import { collect, nothing } from '../../lower/course/walk.js';
import type { Problem } from '../../problem/problem.js';
import type { Declarations } from '../declarations.js';
import { raiseFact } from './fact-problems.js';
import { checkLeads } from './leads.js';
import type { CourseNames } from './names.js';
import { checkReach } from './reach.js';
import type { CourseResolver } from './resolve-course.js';
import { raiseWhole } from './whole-problems.js';

type Report = (problem: Problem) => void;

const ofHisPlace = new Set('close suspend resume keep refuse complete restart move extend transfer'.split(' '));
/** What ends or suspends his place, so that a person has to confirm it. */
const endings = new Set(['close', 'suspend', 'transfer']);

interface Checking {
  course: Course;
  definition: WrittenDefinition;
  declarations: Declarations;
  names: CourseNames;
  report: Report;
}

/** That what the partner says decides nothing of his place, and reaches nobody who does not support her. */
const checkHers = ({ course, declarations, names: { people }, report }: Checking): void => {
  const paths = hersPaths(course, declarations);
  for (const rule of course.rules) {
    const path = firstOf(readBy(rule), paths);
    if (path && rule.effects.some(({ verb }) => ofHisPlace.has(verb)))
      report(raiseWhole('rule/hers', rule.origin.at, { what: `the rule “${rule.id}”`, path }));
  }
  const needs = [
    ...course.steps.flatMap((step) =>
      step.needs.map(({ condition, at }) => ({ what: `the step “${step.id}”`, condition, at })),
    ),
    ...course.returns.flatMap(({ id, when, needs: needed, origin }) =>
      [when, needed].map((condition) => ({ what: `“${id}” under “returns”`, condition, at: origin.at })),
    ),
    ...(course.sessions?.phases ?? []).map(({ id, needs: condition, origin }) => ({
      what: `the phase “${id}”`,
      condition,
      at: origin.at,
    })),
  ];
  for (const { what, condition, at } of needs) {
    const path = firstOf(collect(condition, nothing()), paths);
    if (path) report(raiseWhole('rule/hers', at, { what, path }));
  }
  const supports = (role: Id): boolean => people.isHer(role) || people.supporters.has(role);
  const tell = (what: string, { by, origin }: Pick<Duty, 'by' | 'origin'>, path: Id[]): void => {
    const others = by.filter((role) => !supports(role)).map(people.called);
    report(raiseWhole('duty/hers', origin.at, { what, path, others, known: [...people.supporters] }));
  };
  for (const duty of course.duties) {
    const path = firstOf(readBy(duty), paths);
    if (path && (duty.by.length === 0 || !duty.by.every(supports))) tell(`the duty “${duty.id}”`, duty, path);
  }
  // A recommendation of hers is shown only to those who support her; nobody else may be given it.
  for (const rule of course.rules) {
    const path = firstOf(readBy(rule), paths);
    const given = { by: [...rule.by, ...rule.confirmedBy], origin: rule.origin };
    const ofHisOwn = rule.effects.some(({ verb }) => ofHisPlace.has(verb));
    if (path && !ofHisOwn && !given.by.every(supports)) tell(`the rule “${rule.id}”`, given, path);
  }
};

const checkConfirmed = ({ course, report }: Checking): void => {
  for (const { id, effects, confirmedBy, force, origin } of course.rules) {
    const ending = effects.find(({ verb }) => endings.has(verb));
    if (ending && confirmedBy.length === 0 && force !== 'block' && force !== 'warn')
      report(raiseWhole('rule/no-confirmer', origin.at, { id, says: ending.says }));
  }
};

const rank: Record<string, number> = { block: 3, must: 3, should: 2, may: 1, warn: 1, tells: 0 };

/** A rule or a duty that is stronger than each of its clauses; a `reading` explains it. */
const checkForces = ({ course, report }: Checking, clauses: Clause[]): void => {
  const forces = new Map(clauses.map(({ id, force }) => [id, force]));
  for (const each of [...course.rules, ...course.duties] as (CourseRule | Duty)[]) {
    if (each.origin.reading || each.origin.clauses.length === 0) continue;
    const strongest = Math.max(...each.origin.clauses.map((id) => rank[forces.get(id) ?? 'must'] ?? 3));
    const [clause] = each.origin.clauses;
    if (clause && (rank[each.force] ?? 0) > strongest)
      report(
        raiseWhole('rule/force', each.origin.at, {
          id: each.id,
          force: each.force,
          clause,
          says: forces.get(clause) ?? 'must',
        }),
      );
  }
};

const checkUnusedFacts = ({ names, report }: Checking, used: ReadonlySet<Id>): void => {
  for (const { named, written } of names.derived.values())
    if (!used.has(named.id) && !written.clause && !written.ours)
      report(raiseFact('fact/unused', named.idAt, { id: named.id }));
};

/** Takes a lowered course with what it was made from; reports what is wrong in it as a whole. */
export const checkCourse = (
  checking: Omit<Checking, 'names'>,
  { names, resolver }: { names: CourseNames; resolver: CourseResolver },
  clauses: Clause[],
): void => {
  const whole: Checking = { ...checking, names };
  checkHers(whole);
  checkConfirmed(whole);
  checkForces(whole, clauses);
  checkLeads(whole.course, whole.definition, whole.report);
  checkReach(whole.course, whole.report);
  checkUnusedFacts(whole, resolver.uses.facts);
};
