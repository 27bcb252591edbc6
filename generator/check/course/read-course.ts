/** The sections about time: what they declare, and everything in them read once so that each fault is told. */
import type { At, CourseCondition, Id } from '../../../engine/contract/index.js';
import type { WrittenCondition } from '../../language/constructs/condition.js';
import type { ClauseFinder } from '../../language/constructs/origin.js';
import type { WrittenDefinition } from '../../language/definition.js';
import type { Scope } from '../../language/sentence/scope.js';
import { type CourseParts, lowerCourse } from '../../lower/course/course.js';
import { lowerDocuments } from '../../lower/documents/documents.js';
import type { Problem } from '../../problem/problem.js';
import { raiseCriterion } from '../criterion-problems.js';
import type { Declarations } from '../declarations.js';
import { deciders, herAmong, judgement, keepApart } from '../declare.js';
import { raiseNames } from '../name-problems.js';
import type { Resolved } from '../resolve.js';
import { type CourseNames, hasCourse, namesOf } from './names.js';
import { type CourseResolver, courseResolver } from './resolve-course.js';
import { courseScopes } from './scopes.js';

type Report = (problem: Problem) => void;

/** Takes a definition and what else it declares; adds the judgements of its rules to that, and gives its names. */
export const declareCourse = (
  definition: WrittenDefinition,
  declarations: Declarations,
  free: (id: Id, at: At) => boolean,
  clauses: ClauseFinder,
  report: Report,
): CourseNames | undefined => {
  if (!hasCourse(definition)) return undefined;
  const names = namesOf(definition, declarations, free, herAmong(definition), clauses, report);
  const by = deciders(definition);
  for (const { id, idAt, asks, judgedBy, looksAt, written } of names.plain.asks) {
    const asked = {
      ...written,
      ...(judgedBy && { 'judged-by': judgedBy }),
      ...(looksAt && { 'looks-at': looksAt }),
    };
    if (!judgedBy && by.length === 0) report(raiseCriterion('criterion/no-judge', idAt, { id }));
    const declared = judgement(id, idAt, asks, asked, by);
    keepApart(declared, names.people);
    if (free(id, idAt)) declarations.facts.set(id, declared);
  }
  return names;
};

/** What the judgements of rules rest on: something that there is, and nothing that the partner says. */
const checkLooksAt = ({ plain, derived }: CourseNames, { facts, broken }: Declarations, report: Report): void => {
  for (const { id, looksAt } of plain.asks)
    for (const { value, at } of looksAt ?? [])
      if (facts.get(value)?.fact.hers) report(raiseCriterion('criterion/looks-at-hers', at, { id, fact: value }));
      else if (!facts.has(value) && !derived.has(value) && !broken.has(value))
        report(raiseNames('name/no-such-fact', at, { name: value, known: [...facts.keys(), ...derived.keys()] }));
};

interface Reading {
  definition: WrittenDefinition;
  declarations: Declarations;
  names: CourseNames;
  /** All that a sentence outside the sections about time may name. */
  everything: Scope;
  resolveIn: (written: WrittenCondition, scope?: Scope) => Resolved | undefined;
  clauses: ClauseFinder;
  report: Report;
}

/** What several editions of a report share is told once. */
const once = (report: Report): Report => {
  const told = new Set<string>();
  return (problem) => {
    const { at, code, message } = problem;
    const key = `${code} ${at.file} ${at.line} ${at.column} ${message}`;
    if (!told.has(key)) report(problem);
    told.add(key);
  };
};

/** Reads all of it, criteria not yet written out, and reports what is wrong; gives what it takes to lower it. */
export const readCourse = ({ everything, resolveIn, ...parts }: Reading) => {
  const { names, declarations, report } = parts;
  const resolver: CourseResolver = courseResolver(
    courseScopes(names, declarations, everything),
    resolveIn,
    declarations,
    report,
  );
  checkLooksAt(names, declarations, report);
  const whole: CourseParts = {
    ...parts,
    report: once(report),
    resolver,
    // Nothing of this is kept: criteria may go round, and are written out once it is known that they do not.
    condition: (written, scope) => resolver.condition(written, scope)?.condition as CourseCondition | undefined,
    met: (id) => ({ kind: 'answered', fact: id, negated: false, reads: id }),
  };
  lowerDocuments(whole, lowerCourse(whole));
  return { names, resolver };
};
