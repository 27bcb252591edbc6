/** What a step needs, as a list of named conditions. */
import type { Step } from '../../../engine/contract/course.js';
import type { CourseCondition, Id, Origin } from '../../../engine/contract/index.js';
import type { WrittenCondition } from '../../language/constructs/condition.js';
import type { WrittenNeed, WrittenNeeds } from '../../language/constructs/needs.js';
import { isKebab, toKebab } from '../../language/shape/shape.js';
import { sentence } from '../outline-words.js';
import type { CourseContext } from './context.js';

type Need = Step['needs'][number];

/** The bare name that a condition is, if it is one. */
export const bareName = (written: WrittenCondition): string | undefined =>
  written.kind === 'sentence' && isKebab(written.node.text.trim()) ? written.node.text.trim() : undefined;

/** A bare name that is no criterion has been reported by the check of the section. */
const lowered = (written: WrittenCondition, context: CourseContext): CourseCondition | undefined => {
  const name = bareName(written);
  if (name === undefined) return context.condition(written);
  return context.isCriterion(name) ? context.criterionMet(name, written.at) : undefined;
};

const idOf = (written: WrittenCondition, condition: CourseCondition): Id => {
  if (written.kind !== 'sentence') return toKebab(condition.reads).slice(0, 60).replace(/-+$/, '') || 'need';
  return toKebab(written.node.text) || 'need';
};

const unnamed = (written: WrittenCondition, origin: Origin, context: CourseContext): Need[] => {
  const condition = lowered(written, context);
  if (!condition) return [];
  const words = sentence(condition.reads);
  return [{ id: idOf(written, condition), words, condition, clauses: origin.clauses, at: written.at }];
};

const named = (id: Id, written: WrittenNeed, origin: Origin, context: CourseContext): Need[] => {
  const condition = lowered(written.condition, context);
  if (!condition) return [];
  const own = context.origin(written, written.at, origin.clauses);
  const otherwise = sentence(condition.reads);
  // The clause of the whole step says nothing of the one thing that is missing.
  const words = written.clause
    ? context.words(written.otherwise?.value, own, otherwise)
    : (written.otherwise?.value ?? otherwise);
  return [{ id, words, condition, clauses: own.clauses, at: written.at }];
};

const parts = (written: WrittenNeeds): WrittenCondition[] => {
  if (written.kind === 'list') return written.of;
  if (written.kind === 'named') return [];
  return written.condition.kind === 'all-of' ? written.condition.of : [written.condition];
};

/** A second need of the same name gets a number, so that each can be told from the others. */
const apart = (needs: Need[]): Need[] => {
  const seen = new Map<Id, number>();
  return needs.map((need) => {
    const n = (seen.get(need.id) ?? 0) + 1;
    seen.set(need.id, n);
    return n === 1 ? need : { ...need, id: `${need.id}-${n}` };
  });
};

/** Takes what was written and the origin of the step; gives its needs, each of a joined condition by itself. */
export const lowerNeeds = (written: WrittenNeeds | undefined, origin: Origin, context: CourseContext): Need[] => {
  if (!written) return [];
  if (written.kind !== 'named') return apart(parts(written).flatMap((each) => unnamed(each, origin, context)));
  return written.of.flatMap(({ id, value }) => (value ? named(id, value, origin, context) : []));
};
