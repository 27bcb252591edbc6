/** One condition over time, changed in one thing; and spans and numbers, one more and one less. */
import type {
  Bundle,
  Condition,
  CourseCondition,
  CourseLeaf,
  Id,
  Leaf,
  Span,
  When,
} from '../../engine/contract/index.js';
import { type Known, type KnownFact, leafMutants } from './mutate-condition.js';

/** Something of a kind, changed in one thing, and what was changed. */
export interface Changed<T> {
  change: string;
  to: T;
}

type CourseLeafCondition = CourseCondition & CourseLeaf;

/** Takes a condition; gives each one that differs from it in one thing. What guards a question is left as it is. */
export const courseMutants = (condition: CourseCondition, known: Known): Changed<CourseCondition>[] => {
  if (condition.guard === true) return [];
  if (condition.kind === 'all' || condition.kind === 'any') {
    return condition.of.flatMap((part, index) =>
      courseMutants(part, known).map(({ change, to }) => ({
        change,
        to: { ...condition, of: replaced(condition.of, index, to) },
      })),
    );
  }
  if (isCourse(condition)) return courseLeafMutants(condition, known);
  return leafMutants(condition as Condition & Leaf, known).map(({ change, condition: to }) => ({ change, to }));
};

const isCourse = (condition: CourseCondition): condition is CourseLeafCondition =>
  ['happened', 'lasted', 'duty', 'rule'].includes(condition.kind);

/** The list with another item at that place. */
export const replaced = <T>(list: T[], index: number, item: T): T[] =>
  list.map((one, place) => (place === index ? item : one));

const courseLeafMutants = (leaf: CourseLeafCondition, known: Known): Changed<CourseCondition>[] => {
  const as = (more: object, change: string): Changed<CourseCondition> => ({
    change: `“${leaf.reads}”: ${change}`,
    to: { ...leaf, ...more } as CourseCondition,
  });
  const turned = as({ negated: !leaf.negated }, leaf.negated ? 'without “not”' : 'with “not”');
  switch (leaf.kind) {
    case 'happened':
      return [
        turned,
        ...(leaf.where === undefined ? [] : courseMutants(leaf.where, known)).map(({ change, to }) =>
          as({ where: to }, change),
        ),
        ...(leaf.within === undefined ? [] : whenMutants(leaf.within)).map(({ change, to }) =>
          as({ within: to }, change),
        ),
      ];
    case 'lasted':
      return [
        turned,
        ...spanMutants(leaf.span).map(({ change, to }) => as({ span: to }, change)),
        leaf.more
          ? as({ more: undefined }, 'at least instead of more than')
          : as({ more: true }, 'more than instead of at least'),
        ...courseMutants(leaf.condition, known).map(({ change, to }) => as({ condition: to }, change)),
      ];
    case 'duty':
    case 'rule':
      return [turned];
  }
};

/** One so long shorter and longer; without the limit where it is an event. */
const whenMutants = (when: When): Changed<When | undefined>[] => {
  if ('span' in when && when.span !== undefined)
    return spanMutants(when.span).map(({ change, to }) => ({ change, to: { ...when, span: to } as When }));
  if (!('of' in when)) return [];
  const of = when.of === 'session' ? 'the session' : when.of.event;
  return [{ change: `whether ${when.kind} ${of} or not`, to: undefined }];
};

/** One unit shorter and one longer. */
export const spanMutants = (span: Span): Changed<Span>[] =>
  numberMutants(span.n, 0).map(({ to }) => ({ change: `${to} ${span.unit}`, to: { ...span, n: to } }));

/** One less, if not under `least`, and one more. */
export const numberMutants = (n: number, least: number): Changed<number>[] =>
  [n - 1, n + 1].filter((to) => to >= least).map((to) => ({ change: `${to} instead of ${n}`, to }));

/** The list without one of its members. */
export const shorter = <T>(list: T[], says: (one: T) => string): Changed<T[]>[] =>
  list.map((one) => ({ change: `without ${says(one)}`, to: list.filter((other) => other !== one) }));

const optionsFrom = (declared: { id: Id; label?: string }[] = []): KnownFact => ({
  options: declared.map(({ id, label = id }) => ({ id, label })),
});

/** Whatever a condition over time can name and that has options or limits. */
export const knownOverTime = ({ facts, course }: Bundle): Known => {
  const sessions = course?.sessions;
  const phases = optionsFrom(sessions?.phases);
  return new Map<Id, KnownFact>([
    ...facts.map((fact): [Id, KnownFact] => [fact.id, fact]),
    ...(course?.derived ?? []).map(({ id, options }): [Id, KnownFact] => [id, { options, number: { whole: true } }]),
    ...(course?.happenings ?? []).flatMap(({ fields }) =>
      fields.map(({ id, options }): [Id, KnownFact] => [id, { options }]),
    ),
    ['phase', phases],
    ['session.phase', phases],
    ['session.outcome', optionsFrom(sessions?.outcomes)],
    ['session.kind', optionsFrom(sessions?.kinds)],
  ]);
};
