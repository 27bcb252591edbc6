/** All checks across a definition, in the order in which what they rest on becomes known. */
import type { Id } from '../../engine/contract/index.js';
import type { WrittenCondition } from '../language/constructs/condition.js';
import type { ClauseFinder } from '../language/constructs/origin.js';
import { lowerClauses } from '../language/constructs/said.js';
import type { WrittenDefinition } from '../language/definition.js';
import type { Scope } from '../language/sentence/scope.js';
import type { Problem } from '../problem/problem.js';
import { checkForce, checkOrigins, checkSaid } from './answers.js';
import { checkClauses, clauseFinder } from './clauses.js';
import type { CourseNames } from './course/names.js';
import { declareCourse, readCourse } from './course/read-course.js';
import type { CourseResolver } from './course/resolve-course.js';
import { checkCourseSections } from './course/sections.js';
import { checkCriteria, checkDecider, checkUnquantified } from './criteria.js';
import type { Declarations } from './declarations.js';
import { declare } from './declare.js';
import { checkKeeps } from './information/keeps.js';
import { checkPublicWords } from './information/words.js';
import { checkInstruments } from './instruments.js';
import { checkKeptApart } from './kept-apart.js';
import { checkPeople } from './people.js';
import { checkQuestions } from './questions.js';
import { entryScope, outerScope, type Resolved, resolver } from './resolve.js';
import {
  checkDeciding,
  checkLooksAt,
  checkOrder,
  checkPlaces,
  checkSites,
  checkUnused,
  conditionsOf,
  conditionsOfFact,
  factsOf,
} from './uses.js';

export interface Checked {
  definition: WrittenDefinition;
  declarations: Declarations;
  /** By form and page, what is asked there. */
  asked: Map<Id, Map<Id, Id[]>>;
  clauses: ClauseFinder;
  resolve: (written: WrittenCondition) => Resolved | undefined;
  /** Where it says anything of time. */
  course?: { names: CourseNames; resolver: CourseResolver };
  problems: Problem[];
}

/** What a name stands for that only the sections about time can name. */
const overTime = (named: CourseNames | undefined, name: string): string | undefined => {
  if (named?.derived.has(name) || named?.builtIn.has(name)) return 'worked out as the case goes on';
  if (named?.happenings.has(name)) return 'something that happens';
  if (named?.plain.rules.some(({ id }) => id === name)) return 'a rule';
  return named?.plain.duties.some(({ id }) => id === name) ? 'a duty' : undefined;
};

/** What a name stands for that no sentence can name. */
const elsewhere = (definition: WrittenDefinition, { facts }: Declarations) => {
  const kinds = new Map<string, string>();
  const add = (kind: string, named: { id: string }[] | undefined) => {
    for (const { id } of named ?? []) kinds.set(id, kind);
  };
  for (const { fact } of facts.values())
    if (fact.within) kinds.set(fact.id.slice(fact.within.length + 1), `asked of each entry of ${fact.within}`);
  add('a clause', definition.clauses);
  add('a site', definition.sites);
  for (const { value } of definition.forms ?? []) add('a page', value?.pages);
  add('a form', definition.forms);
  add('a role', [...(definition.people?.outside ?? []), ...(definition.people?.inside ?? [])]);
  return (name: string): string | undefined => kinds.get(name);
};

/**
 * Takes a definition as written, and whether all of it could be read; gives it with its names resolved, and every
 * problem found on the way. What nothing uses is told only where nothing else is wrong: it may be used there.
 */
export const check = (definition: WrittenDefinition, whole: boolean): Checked => {
  const problems: Problem[] = [];
  const report = (problem: Problem): void => void problems.push(problem);
  const clauses = clauseFinder(definition.clauses, report);
  const { declarations, asked, free } = declare(definition, report);
  const named = declareCourse(definition, declarations, free, clauses, report);
  const everything = outerScope(declarations, elsewhere(definition, declarations));
  // Who is eligible is decided by answers alone.
  const outer: Scope = {
    ...everything,
    time: false,
    elsewhere: (name) => overTime(named, name) ?? everything.elsewhere?.(name),
  };
  const resolveIn = resolver(outer, declarations, report);
  const resolve = (written: WrittenCondition) => resolveIn(written);
  const course =
    named && readCourse({ definition, declarations, names: named, everything, resolveIn, clauses, report });

  for (const declared of declarations.facts.values()) {
    const { within } = declared.fact;
    const scope = within ? entryScope(within, declarations, outer) : outer;
    for (const each of conditionsOfFact(declared)) resolveIn(each, scope);
  }
  for (const criterion of declarations.criteria.values()) conditionsOf(criterion).map(resolve);
  for (const { value } of definition.decision?.consulting ?? []) if (value?.kind === 'when') resolve(value.condition);
  for (const form of definition.forms ?? [])
    for (const page of form.value?.pages ?? []) if (page.value?.['only-when']) resolve(page.value['only-when']);

  checkQuestions(definition.forms ?? [], definition.sites ?? [], report);
  checkCriteria(declarations, report);
  checkDecider(definition, declarations, report);
  checkUnquantified(declarations, factsOf(resolve), report);
  checkInstruments(definition.instruments ?? [], report);
  checkPeople(definition, report);
  checkPlaces(definition, report);
  checkSites(definition, declarations, report);
  checkLooksAt(definition, declarations, report);
  checkOrder(declarations, resolve, report);
  checkDeciding(declarations, resolve, report);
  checkCourseSections(definition, [...declarations.criteria.keys(), ...declarations.broken], clauses, report);
  checkKeptApart(definition, declarations, resolve, report);
  checkKeeps(definition, declarations, named, report);
  checkPublicWords(definition, declarations, named, report);
  checkForce(declarations, lowerClauses(definition.clauses ?? []), clauses, report);
  checkOrigins(definition, declarations, report);
  checkClauses(definition, clauses);
  checkSaid(definition, clauses, report);
  if (whole && !problems.some((problem) => problem.severity === 'error'))
    checkUnused(definition, declarations, resolve, report, course?.resolver.uses);
  return { definition, declarations, asked, clauses, resolve, ...(course && { course }), problems };
};
