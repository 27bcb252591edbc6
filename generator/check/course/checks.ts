/** What is checked of a course as a whole, once it is lowered: who may see what, and what can never come about. */
import type { Clause, Course, CourseRule, Duty, Id } from '../../../engine/contract/index.js';
import type { WrittenDefinition } from '../../language/definition.js';
import type { Paths } from '../../lower/information/seeds.js';
import type { Problem } from '../../problem/problem.js';
import type { Declarations } from '../declarations.js';
import { checkIssued } from '../documents/check-documents.js';
import { raiseFact } from './fact-problems.js';
import { checkHers } from './hers.js';
import { checkLeads } from './leads.js';
import type { CourseNames } from './names.js';
import { checkReach } from './reach.js';
import type { CourseResolver } from './resolve-course.js';
import { raiseWhole } from './whole-problems.js';

type Report = (problem: Problem) => void;

/** What ends or suspends his place, so that a person has to confirm it. */
const endings = new Set(['close', 'suspend', 'transfer']);

interface Checking {
  course: Course;
  definition: WrittenDefinition;
  declarations: Declarations;
  names: CourseNames;
  report: Report;
}

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
    // That whoever is appealed to answers follows from the step, however freely somebody may take it.
    if (each.origin.reading || each.origin.clauses.length === 0 || each.chapter === 'appeals') continue;
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

/** Takes a lowered course with what it was made from, and all that is hers; reports what is wrong in it as a whole. */
export const checkCourse = (
  checking: Omit<Checking, 'names'>,
  { names, resolver }: { names: CourseNames; resolver: CourseResolver },
  clauses: Clause[],
  paths: Paths = new Map(),
): void => {
  const whole: Checking = { ...checking, names };
  checkHers(whole, paths);
  checkConfirmed(whole);
  checkForces(whole, clauses);
  checkLeads(whole.course, whole.definition, whole.report);
  checkReach(whole.course, whole.report);
  checkIssued({ ...whole, documents: names.documents, called: names.people.called });
  checkUnusedFacts(whole, resolver.uses.facts);
};
