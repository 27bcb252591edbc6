/** What nothing leads to: a duty whose event nobody brings, a state that a case never gets into. */
import type { Course, CourseCondition, Id, Stage } from '../../../engine/contract/index.js';
import type { WrittenDefinition } from '../../language/definition.js';
import type { Problem } from '../../problem/problem.js';
import { plainDocuments } from '../documents/plain-documents.js';
import { raiseWhole } from './whole-problems.js';

type Report = (problem: Problem) => void;

/** Messages and reports that some rule or duty sends, or that somebody can ask for. */
const brought = (course: Course, definition: WrittenDefinition): Set<Id> => {
  const done = [...course.rules.flatMap(({ effects }) => effects), ...course.duties.flatMap(({ does }) => does)];
  const byThemselves = plainDocuments(definition).flatMap(({ goneOut, written }) =>
    written['on-request'] ? [goneOut] : [],
  );
  return new Set([...done.flatMap(({ doneBy }) => doneBy), ...byThemselves]);
};

const sourcesOfDocuments: ReadonlySet<string> = new Set(['message', 'report']);
const checkOpened = (course: Course, definition: WrittenDefinition, report: Report): void => {
  const events = brought(course, definition);
  const sources = new Map(course.happenings.map(({ id, source }) => [id, source]));
  for (const { id, trigger, origin } of [...course.duties, ...course.rules]) {
    if (trigger.kind !== 'on' || events.has(trigger.event)) continue;
    const source = sources.get(trigger.event);
    const goesOut = sourcesOfDocuments.has(source ?? '') && /-(?:sent|issued)$/.test(trigger.event);
    if (goesOut || source === 'act') report(raiseWhole('duty/never-opened', origin.at, { id, event: trigger.event }));
  }
};

const verbOf: Partial<Record<Stage, { verb: string; step: 'suspend' | 'leave' | 'transfer'; effect: string }>> = {
  suspended: { verb: 'suspend', step: 'suspend', effect: 'may: suspend' },
  'on-leave': { verb: 'leave', step: 'leave', effect: 'leave: { for: 4 weeks }' },
  transferred: { verb: 'transfer', step: 'transfer', effect: 'may: transfer' },
};

/** The states that a condition holds in. */
const stagesIn = (condition: CourseCondition | undefined): Id[] => {
  if (!condition) return [];
  if (condition.kind === 'all' || condition.kind === 'any') return condition.of.flatMap(stagesIn);
  if (condition.kind === 'lasted') return stagesIn(condition.condition);
  return condition.kind === 'is' && condition.fact === 'stage' && !condition.negated ? condition.anyOf : [];
};

const checkStages = (course: Course, report: Report): void => {
  const verbs = new Set<string>([
    ...course.rules.flatMap(({ effects }) => effects.map(({ verb }) => verb)),
    ...course.duties.flatMap(({ does }) => does.map(({ verb }) => verb)),
  ]);
  const steps = new Set<string>(course.steps.map(({ id }) => id));
  const conditions = [...course.rules, ...course.duties].flatMap(({ trigger, onlyWhen, origin, id }) => [
    { id, origin, condition: 'condition' in trigger ? trigger.condition : undefined },
    { id, origin, condition: onlyWhen },
  ]);
  const told = new Set<string>();
  for (const { id, origin, condition } of conditions) {
    const stages = stagesIn(condition) as Stage[];
    for (const stage of stages) {
      const way = verbOf[stage];
      // Beside another state it holds of that.
      if (!way || stages.length > 1 || verbs.has(way.verb) || steps.has(way.step) || told.has(`${id} ${stage}`))
        continue;
      told.add(`${id} ${stage}`);
      report(raiseWhole('stage/nothing-leads', condition?.at ?? origin.at, { id, stage, ...way }));
    }
  }
};

/** Checks that what opens duties and rules can come about. */
export const checkLeads = (course: Course, definition: WrittenDefinition, report: Report): void => {
  checkOpened(course, definition, report);
  checkStages(course, report);
};
