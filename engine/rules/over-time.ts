/** A case as of a moment, as the emitted rules over time read it, and what the engine itself says of each condition. */
import { no, type Truth, unknown, yes } from '../condition/truth.js';
import type { Rules } from '../contract/bundle.js';
import { dayText } from '../contract/calendar.js';
import type { CourseCondition, CourseLeaf } from '../contract/course.js';
import type { Id, Leaf } from '../contract/fact.js';
import {
  factOfLeaf,
  isOverTime,
  lastWholeDay,
  type OverTimePart,
  overTimeParts,
  partName,
} from '../contract/over-time.js';
import { factsRead, today } from '../contract/regions.js';
import type { CompiledCourse } from '../course/compiled-course.js';
import { levelOf } from '../course/machine.js';
import type { Replay } from '../course/replay-state.js';
import type { Sight } from '../course/sight.js';
import { sightOf, subjectsOf } from '../course/subjects.js';
import type { Value } from '../course/value.js';
import { factsForRules } from './facts.js';

/** What the rules of the case, or of one subject, are to be run on, and to come to. */
export interface RunOverTime {
  each?: Id;
  subject?: string;
  facts: Record<string, unknown>;
  /** Of each part, by its name: the rules that should fire; none of what is not known. */
  expected: Map<string, ('holds' | 'holds-not')[]>;
}

/** Takes a replay at its point, gives every run of the rules over time: one of the case, and one of each subject. */
export const runsOverTime = (replay: Replay): RunOverTime[] => {
  const { course } = replay.view;
  return groupsOf(course).flatMap(({ each, parts, names, leaves }) =>
    subjectsOf(each === undefined ? {} : { forEach: each }, sightOf(replay, replay.view)).map(({ subject, sight }) => ({
      ...(each !== undefined && { each }),
      ...(subject !== undefined && { subject }),
      facts: factsAt(names, leaves, sight),
      expected: new Map(parts.map((part) => [partName(part), railsOf(truthOfPart(part, sight))])),
    })),
  );
};

/** Takes the emitted rules and a run, gives those that it is of. */
export const rulesOfRun = ({ overTime = [] }: Rules, { each }: RunOverTime): Pick<Rules, 'conditions' | 'rules'> => ({
  conditions: {},
  rules: overTime.filter((group) => group.each === each).flatMap(({ rules }) => rules),
});

const truthOfPart = ({ asks }: OverTimePart, sight: Sight): Truth =>
  (asks.kind === 'reaches' ? levelOf(asks, sight) : sight.reads.condition(asks, sight)).truth;

const railsOf = (truth: Truth): ('holds' | 'holds-not')[] =>
  truth === unknown ? [] : [truth === yes ? 'holds' : 'holds-not'];

/** What conditions name: facts, and leaves over time, each once. */
interface Group {
  each?: Id;
  parts: OverTimePart[];
  names: Id[];
  leaves: ReadonlyMap<string, CourseLeaf>;
}
const kept = new WeakMap<CompiledCourse, Group[]>();
const groupsOf = (course: CompiledCourse): Group[] => {
  const known = kept.get(course);
  if (known) return known;
  const made = overTimeParts(course.course).map((group) => ({ ...group, ...named(group.parts) }));
  kept.set(course, made);
  return made;
};

const named = (parts: readonly OverTimePart[]): Pick<Group, 'names' | 'leaves'> => {
  const names = new Set<Id>();
  const leaves = new Map<string, CourseLeaf>();
  const look = (condition: CourseCondition): void => {
    if (condition.kind === 'all' || condition.kind === 'any') {
      condition.of.forEach(look);
      return;
    }
    const leaf = condition as Leaf | CourseLeaf;
    if (isOverTime(leaf)) leaves.set(factOfLeaf(leaf), { ...leaf, negated: false });
    else for (const fact of factsRead(leaf)) names.add(fact);
  };
  for (const { asks } of parts) {
    if (asks.kind === 'reaches') names.add(asks.fact);
    else look(asks);
  }
  return { names: [...names], leaves };
};

/** Answers as everywhere else, beside them what is worked out; the answers of an entry among those of the case. */
const factsAt = (
  names: readonly Id[],
  leaves: ReadonlyMap<string, CourseLeaf>,
  sight: Sight,
): Record<string, unknown> => {
  const { view, scope } = sight;
  const record = scope.kind === 'entry' ? scope.record : view.record();
  const facts = factsForRules(view.course.table, record);
  facts[today] = dayText(view.point.day);
  facts[lastWholeDay] = dayText(view.point.complete);
  for (const name of names) {
    const value = name === today ? undefined : sight.reads.value(name, sight);
    if (value) facts[name] = factOfValue(value);
  }
  for (const [name, leaf] of leaves) {
    const { truth } = sight.reads.condition({ ...leaf, reads: name } as CourseCondition, sight);
    facts[name] = truth === unknown ? null : truth === no ? 'no' : 'yes';
  }
  return facts;
};

/** A number as itself, or as the two that it lies between; what there is nothing of as not applicable. */
const factOfValue = (value: Value): unknown => {
  switch (value.kind) {
    case 'number': {
      const { least, most } = value;
      return least === most ? least : { least, most: Number.isFinite(most) ? most : null };
    }
    case 'option':
      return value.option;
    case 'day':
      return dayText(value.day);
    case 'none':
      return 'not-applicable';
    case 'unknown':
      return null;
  }
};
