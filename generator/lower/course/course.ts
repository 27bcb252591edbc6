/** All that a definition says of time, put together: what the bundle has as `course`. */
import type { Course, CourseCondition, DerivedFact, Duty, Happening, Id } from '../../../engine/contract/index.js';
import { raiseFact } from '../../check/course/fact-problems.js';
import type { CourseNames } from '../../check/course/names.js';
import type { CourseResolver } from '../../check/course/resolve-course.js';
import type { Declarations } from '../../check/declarations.js';
import { type ClauseFinder, originOf } from '../../language/constructs/origin.js';
import { lowerClauses } from '../../language/constructs/said.js';
import type { WrittenDefinition } from '../../language/definition.js';
import type { Problem } from '../../problem/problem.js';
import { dutiesOfAppeals, lowerAppeals } from './appeals.js';
import { dutiesOfAppointments } from './appointments.js';
import { lowerCompletion } from './completion.js';
import type { CourseContext } from './context.js';
import { lowerDuties } from './duties.js';
import { lowerDerived } from './facts.js';
import { derivedOfGroups, lowerGroups } from './groups.js';
import type { Lowering } from './lowering.js';
import { inOrder } from './order.js';
import { lowerPathway } from './pathway.js';
import { lowerReturns } from './returns.js';
import { lowerRules } from './rules.js';
import { lowerSessions } from './sessions.js';
import { lowerWorkingDays } from './working-days.js';

export interface CourseParts {
  definition: WrittenDefinition;
  declarations: Declarations;
  names: CourseNames;
  resolver: CourseResolver;
  clauses: ClauseFinder;
  report: (problem: Problem) => void;
  /** How a condition that resolves is written out. */
  condition: CourseContext['condition'];
  /** That a criterion is met. */
  met: (id: Id) => CourseCondition | undefined;
}

/** How the sections over time of one definition are lowered. */
export const loweringOf = (parts: CourseParts): Lowering => {
  const { definition, declarations, names, resolver, clauses, report } = parts;
  const texts = new Map(lowerClauses(definition.clauses ?? []).map(({ id, says }) => [id, says]));
  const judgements = [...declarations.facts.values()].filter(({ fact }) => fact.source === 'judgement');
  return {
    report,
    condition: parts.condition,
    isCriterion: (name) => declarations.criteria.has(name),
    criterionMet: (name, at) => {
      const met = parts.met(name);
      resolver.uses.criteria.add(name);
      return met && { ...met, at };
    },
    event: (written) => resolver.event(written)?.event,
    derived: (written) => {
      if (names.derived.has(written.value) || names.builtIn.has(written.value)) {
        resolver.uses.facts.add(written.value);
        return written.value;
      }
      if (!declarations.broken.has(written.value))
        report(raiseFact('fact/none-such', written.at, { name: written.value, known: [...names.derived.keys()] }));
      return undefined;
    },
    called: names.people.called,
    clauses,
    origin: (written, at, inherited = []) => originOf(written, at, clauses, inherited),
    words: (own, origin, otherwise) => own ?? texts.get(origin.clauses[0] ?? '') ?? otherwise,
    names,
    resolver,
    effectNames: { ...names, judgements: judgements.map(({ fact }) => fact.id) },
  };
};

/** Of the events that rules and duties may bring, those that something is done by. */
const happeningsIn = (names: CourseNames, { rules, duties }: Pick<Course, 'rules' | 'duties'>): Happening[] => {
  const brought = new Set([
    ...rules.flatMap(({ effects }) => effects.flatMap(({ doneBy }) => doneBy)),
    ...duties.flatMap(({ metBy }) => metBy),
  ]);
  return [...names.happenings.values()].filter(
    ({ source, id }) => source !== 'act' || !id.endsWith('-done') || brought.has(id),
  );
};

/**
 * Takes a definition with its names; gives its course. What is not understood is left out, and was reported to `report`
 * or when it was resolved.
 */
export const lowerCourse = (parts: CourseParts): Course => {
  const { definition, names } = parts;
  const lowering = loweringOf(parts);
  const { sessions, groups, appointments, pathway, completion, returns, appeals, programme } = definition;
  const workingDays = lowerWorkingDays(definition['working-days'], programme['working-days']?.value);
  const derived: DerivedFact[] = [...(groups ? derivedOfGroups(groups, lowering) : []), ...lowerDerived(lowering)];
  const rules = lowerRules(lowering);
  const duties: Duty[] = [
    ...(appointments ? dutiesOfAppointments(appointments, lowering) : []),
    ...lowerDuties(lowering),
    ...(appeals ? dutiesOfAppeals(appeals, lowering) : []),
  ];
  return {
    ...(workingDays && { workingDays }),
    // The engine reads the register by outcomes, which a definition need not list.
    sessions: lowerSessions(sessions ?? { at: programme.at }, lowering),
    groups: groups ? lowerGroups(groups, lowering) : [],
    happenings: happeningsIn(names, { rules, duties }),
    derived: inOrder(derived, parts.report),
    rules,
    duties,
    steps: [
      ...(pathway ? lowerPathway(pathway, lowering) : []),
      ...(completion ? [lowerCompletion(completion, lowering)] : []),
    ],
    returns: returns ? lowerReturns(returns, lowering) : [],
    appeals: appeals ? lowerAppeals(appeals, lowering) : [],
  };
};
