/** What is computed from what the partner says is hers, however far it is carried. */
import type { Course, CourseRule, Duty, Id } from '../../../engine/contract/index.js';
import type { People } from '../../check/course/happenings.js';
import type { Declarations } from '../../check/declarations.js';
import { collect, inDerivation, inTrigger, type NamedIn, nothing } from './walk.js';

/** What a rule or a duty goes by. */
export const readBy = (opening: CourseRule | Duty): NamedIn => {
  const found = inTrigger(opening.trigger, nothing());
  collect(opening.onlyWhen, found);
  collect(opening.unless, found);
  for (const event of opening.until) found.events.add(event);
  if ('due' in opening)
    for (const each of [opening.due, opening.from]) {
      if ('fact' in each && each.fact !== undefined) found.facts.add(each.fact);
      if ('event' in each && each.event !== undefined) found.events.add(each.event);
    }
  return found;
};

/** Why something is hers: what it reads, what that reads, and so on to what she said. */
export type HersPaths = Map<string, Id[]>;

/** Takes a course and the facts of the definition; gives, for all that is hers by what it reads, the way to it. */
export const hersPaths = (course: Course, declarations: Declarations): HersPaths => {
  const paths: HersPaths = new Map();
  for (const { fact } of declarations.facts.values()) if (fact.hers) paths.set(`fact ${fact.id}`, [fact.id]);
  const said = new Set(course.happenings.flatMap(({ id, hers, anyOf }) => (hers && !anyOf ? [id] : [])));
  for (const { id, hers, fields, anyOf } of course.happenings)
    if (hers) {
      paths.set(`event ${id}`, [id, ...(anyOf ?? []).filter((each) => said.has(each)).slice(0, 1)]);
      for (const field of fields) paths.set(`fact ${field.id}`, [field.id]);
    }
  const things: [string, Id, NamedIn][] = [
    ...course.derived.map((fact): [string, Id, NamedIn] => [`fact ${fact.id}`, fact.id, inDerivation(fact)]),
    ...course.rules.map((rule): [string, Id, NamedIn] => [`rule ${rule.id}`, rule.id, readBy(rule)]),
    ...course.duties.map((duty): [string, Id, NamedIn] => [`duty ${duty.id}`, duty.id, readBy(duty)]),
  ];
  for (let found = true; found; ) {
    found = false;
    for (const [key, id, named] of things) {
      if (paths.has(key)) continue;
      const path = firstOf(named, paths);
      if (!path) continue;
      paths.set(key, [id, ...path]);
      found = true;
    }
  }
  return paths;
};

/** The first way to something of hers among what is named. */
export const firstOf = (named: NamedIn, paths: HersPaths): Id[] | undefined => {
  const keys = [
    ...[...named.facts].map((id) => `fact ${id}`),
    ...[...named.events].map((id) => `event ${id}`),
    ...[...named.duties].map((id) => `duty ${id}`),
    ...[...named.rules].map((id) => `rule ${id}`),
  ];
  const key = keys.find((each) => paths.has(each));
  return key === undefined ? undefined : paths.get(key);
};

/** Gives the course with everything labelled that is hers. */
export const labelled = (course: Course, declarations: Declarations, people: People): Course => {
  const paths = hersPaths(course, declarations);
  const aboutHer = (each: Id | undefined): boolean => {
    const role = each === undefined ? undefined : declarations.facts.get(each)?.fact.each;
    return role !== undefined && people.isHer(role);
  };
  return {
    ...course,
    derived: course.derived.map((fact) => ({ ...fact, hers: paths.has(`fact ${fact.id}`) || aboutHer(fact.scope) })),
    rules: course.rules.map((rule) => ({ ...rule, hers: paths.has(`rule ${rule.id}`) || aboutHer(rule.forEach) })),
    duties: course.duties.map((duty) => ({ ...duty, hers: paths.has(`duty ${duty.id}`) || aboutHer(duty.forEach) })),
  };
};
