/** What is computed from what the partner says is hers, however far it is carried. */
import type { Course, CourseRule, DerivedFact, Duty, Effect, Happening, Id } from '../../../engine/contract/index.js';
import type { Declarations } from '../../check/declarations.js';
import { collect, inDerivation, inTrigger, type NamedIn, nothing } from './walk.js';

/** What a rule or a duty goes by: what opens and ends it, whom it is for, when it is due, and what shows it done. */
export const readBy = (opening: CourseRule | Duty): NamedIn => {
  const found = inTrigger(opening.trigger, nothing());
  collect(opening.onlyWhen, found);
  collect(opening.unless, found);
  if (opening.forEach !== undefined && opening.forEach !== 'session') found.facts.add(opening.forEach);
  for (const event of opening.until) found.events.add(event);
  if ('due' in opening)
    for (const each of [opening.due, opening.from]) {
      if ('fact' in each && each.fact !== undefined) found.facts.add(each.fact);
      if ('event' in each && each.event !== undefined) found.events.add(each.event);
    }
  for (const event of answeredBy(opening)) found.events.add(event);
  return found;
};

/** The events that answer a recommendation or meet a duty. */
const answeredBy = (opening: CourseRule | Duty): Id[] => {
  if ('metBy' in opening) return opening.metBy;
  const { effects, either } = opening;
  return (either ? effects : effects.slice(0, 1)).flatMap(({ doneBy }) => doneBy);
};

/** Whom or what there is a derived fact for each of. */
const scopeOf = ({ scope }: DerivedFact, isEvent: (id: Id) => boolean): NamedIn => {
  const found = nothing();
  if (scope !== undefined && scope !== 'session') (isEvent(scope) ? found.events : found.facts).add(scope);
  return found;
};

/** Records are made for other reasons too; what else shows that something was done shows that it was asked for. */
const shownBy = (opening: CourseRule | Duty, happenings: ReadonlyMap<Id, Happening>): Id[] =>
  ('does' in opening ? opening.does : opening.effects)
    .filter(({ verb }) => showing.has(verb))
    .flatMap(({ doneBy }) => doneBy)
    .filter((id) => happenings.has(id));
const showing = new Set<Effect['verb']>(['send', 'issue', 'offer', 'ask', 'forward', 'hold', 'do']);

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
  const happenings = new Map(course.happenings.map((each) => [each.id, each]));
  // A form that is hers is also a name for how far it is.
  for (const { id, source, hers } of course.happenings)
    if (hers && source === 'form') {
      const form = id.replace(/-(received|complete)$/, '');
      paths.set(`fact ${form}`, [form]);
    }
  const openings = [
    ...course.rules.map((rule) => ({ key: `rule ${rule.id}`, opening: rule })),
    ...course.duties.map((duty) => ({ key: `duty ${duty.id}`, opening: duty })),
  ];
  const asked = (opening: CourseRule | Duty): NamedIn => ({
    ...nothing(),
    ...('metBy' in opening ? { duties: new Set([opening.id]) } : { rules: new Set([opening.id]) }),
  });
  const things: [string, Id, NamedIn][] = [
    ...course.derived.flatMap((fact): [string, Id, NamedIn][] => [
      [`fact ${fact.id}`, fact.id, inDerivation(fact)],
      [`fact ${fact.id}`, fact.id, scopeOf(fact, (id) => happenings.has(id))],
    ]),
    ...openings.map(({ key, opening }): [string, Id, NamedIn] => [key, opening.id, readBy(opening)]),
    ...openings.flatMap(({ opening }) =>
      shownBy(opening, happenings).map((id): [string, Id, NamedIn] => [`event ${id}`, id, asked(opening)]),
    ),
    ...course.happenings.flatMap(({ id, anyOf }): [string, Id, NamedIn][] =>
      anyOf ? [[`event ${id}`, id, { ...nothing(), events: new Set(anyOf) }]] : [],
    ),
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
export const labelled = (course: Course, declarations: Declarations): Course => {
  const paths = hersPaths(course, declarations);
  const label = <T extends { id: Id; hers: boolean }>(kind: string, all: T[]): T[] =>
    all.map((each) => ({ ...each, hers: each.hers || paths.has(`${kind} ${each.id}`) }));
  return {
    ...course,
    happenings: label('event', course.happenings),
    derived: label('fact', course.derived),
    rules: label('rule', course.rules),
    duties: label('duty', course.duties),
  };
};
