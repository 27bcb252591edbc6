/** The conditions over time that the emitted rules carry, and what the facts that they read are called. */

import type { Course, CourseRule, Duty, Trigger } from './course.js';
import type { CourseCondition, CourseLeaf, EventPick, When } from './course-condition.js';
import type { At, Id, Leaf } from './fact.js';
import { leafKey } from './regions.js';

/** Which condition of a rule, a duty or a step: what raises it, `only-when`, `unless`, or one of its needs by its id. */
export interface OverTimeOf {
  of: Id;
  part: 'when' | 'only-when' | 'unless' | 'needs';
  need?: Id;
}
export interface OverTimePart extends OverTimeOf {
  /** A condition, or a number that reaches so much: then it is at least that. */
  asks: CourseCondition | Reaches;
  /** Where it, or what it is of, was written. */
  at: At;
}
export type Reaches = Extract<Trigger, { kind: 'reaches' }>;

/** The name of a part in the emitted rules, and in what is told of them: "two-missed/when", "complete/needs/goals". */
export const partName = ({ of, part, need }: OverTimeOf): string => [of, part, ...(need ? [need] : [])].join('/');

/**
 * Takes a course; gives every condition that is emitted: of the case, or, under `each`, of every session or of every
 * entry of that fact. What a trigger says of the single events that raise it is not among them.
 */
export const overTimeParts = (
  course: Pick<Course, 'rules' | 'duties' | 'steps'>,
): { each?: Id; parts: OverTimePart[] }[] => {
  const openings = [...course.rules, ...course.duties];
  const subjects = new Set(openings.map(({ forEach }) => forEach));
  const ofCase = partsOfAll(openings.filter(({ forEach }) => forEach === undefined));
  const ofSteps = course.steps.flatMap(({ id, needs }) =>
    needs.map((need): OverTimePart => ({ of: id, part: 'needs', need: need.id, asks: need.condition, at: need.at })),
  );
  return [
    { parts: [...ofCase, ...ofSteps] },
    ...[...subjects].flatMap((each) =>
      each === undefined ? [] : [{ each, parts: partsOfAll(openings.filter(({ forEach }) => forEach === each)) }],
    ),
  ].filter(({ parts }) => parts.length > 0);
};

const partsOfAll = (openings: readonly (CourseRule | Duty)[]): OverTimePart[] =>
  openings.flatMap(({ id: of, trigger, onlyWhen, unless, origin: { at } }) => {
    const parts: OverTimePart[] = [];
    if (trigger.kind === 'reaches') parts.push({ of, part: 'when', asks: trigger, at });
    if (trigger.kind === 'while' || trigger.kind === 'becomes')
      parts.push({ of, part: 'when', asks: trigger.condition, at });
    if (onlyWhen) parts.push({ of, part: 'only-when', asks: onlyWhen, at });
    if (unless) parts.push({ of, part: 'unless', asks: unless, at });
    return parts;
  });

/**
 * The latest day that is over, as a fact of the emitted rules: what counts how long something has been is judged by it,
 * so that a day's own session comes first. At the end of a day it is that day. It has a space in it, as no id does.
 */
export const lastWholeDay = 'last whole day';

export const isOverTime = (leaf: Leaf | CourseLeaf): leaf is CourseLeaf =>
  leaf.kind === 'happened' || leaf.kind === 'lasted' || leaf.kind === 'duty' || leaf.kind === 'rule';

/**
 * Takes a leaf over time, gives the name under which the emitted rules read whether it holds (yes, no, or null) before
 * it is negated: "warning-sent has happened in the last 3 months". Leaves of one name ask the same.
 */
export const factOfLeaf = (leaf: CourseLeaf): string => {
  switch (leaf.kind) {
    case 'happened':
      return `${leaf.event} has happened${leaf.where ? ` where ${asked(leaf.where)}` : ''}${windowText(leaf.within)}`;
    case 'lasted':
      return `${asked(leaf.condition)} for ${leaf.more ? 'more than' : 'at least'} ${spanText(leaf.span)}`;
    case 'duty':
      return `${leaf.duty} is ${leaf.is}`;
    case 'rule':
      return `${leaf.rule} is ${leaf.is}`;
  }
};

const asked = (condition: CourseCondition): string => {
  if (condition.kind === 'all' || condition.kind === 'any')
    return `${condition.kind}(${condition.of.map(asked).join(', ')})`;
  const leaf = condition as Leaf | CourseLeaf;
  return `${leaf.negated ? 'not ' : ''}${isOverTime(leaf) ? factOfLeaf(leaf) : leafKey(leaf)}`;
};

const windowText = (within: When | undefined): string => {
  switch (within?.kind) {
    case 'last':
      return ` in the last ${spanText(within.span)}`;
    case 'since':
      return ` since ${pickText(within.of)}`;
    case 'before':
      return ` ${'span' in within && within.span ? `at least ${spanText(within.span)} ` : ''}before ${pickText(within.of)}`;
    case 'within':
      return ` within ${spanText(within.span)} of ${pickText(within.of)}`;
    case 'by':
      return ` by ${within.time} ${spanText(within.span)} after ${pickText(within.of)}`;
    default:
      return '';
  }
};
const spanText = ({ n, unit }: { n: number; unit: string }): string => `${n} ${unit}`;
const pickText = (of: EventPick | 'session'): string =>
  of === 'session' ? 'the session' : [of.which, of.event].filter((part) => part !== undefined).join(' ');
