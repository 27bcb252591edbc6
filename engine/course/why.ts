/** Why a condition over time came out as it did: its own words, part by part, with what was found. */
import { unknown, verdictWord } from '../condition/truth.js';
import type { Leaf } from '../contract/bundle.js';
import { dayText } from '../contract/calendar.js';
import type { CourseCondition, CourseLeaf } from '../contract/course.js';
import type { CourseWhy } from '../contract/course-verdict.js';
import type { Sight } from './sight.js';
import type { Value } from './value.js';

/** Takes a condition and from where it is looked at, gives its explanation. */
export const whyOf = (condition: CourseCondition, sight: Sight): CourseWhy => {
  const { truth, used, lacks } = sight.reads.condition(condition, sight);
  const base = {
    reads: condition.reads,
    verdict: verdictWord(truth),
    ...(condition.at && { at: condition.at }),
  };
  if (condition.kind === 'all' || condition.kind === 'any') {
    const of = condition.of as CourseCondition[];
    return { ...base, joins: condition.kind, of: of.map((part) => whyOf(part, sight)) };
  }
  const found = foundIn(condition as Leaf | CourseLeaf, sight);
  return {
    ...base,
    ...(found !== undefined && { found }),
    used: idsOf(used, sight),
    ...(truth === unknown && { lacks: [...lacks] }),
  };
};

const foundIn = (leaf: Leaf | CourseLeaf, sight: Sight): string | undefined => {
  if (!('fact' in leaf)) return undefined;
  const value = sight.reads.value(leaf.fact, sight);
  return value && valueText(value);
};

/** A value in words: "3", "between 2 and 4", "2026-03-02". */
export const valueText = (value: Value): string => {
  switch (value.kind) {
    case 'number': {
      const [least, most] = [Math.floor(value.least), Math.floor(value.most)];
      if (least === most) return String(least);
      return value.most === Number.POSITIVE_INFINITY ? `at least ${least}` : `between ${least} and ${most}`;
    }
    case 'option':
      return value.option;
    case 'day':
      return dayText(value.day);
    case 'none':
      return 'none';
    case 'unknown':
      return 'not known';
  }
};

/** The ids of events at some places, each once. */
export const idsOf = (used: readonly number[], { view }: Pick<Sight, 'view'>): string[] => [
  ...new Set(used.flatMap((place) => view.of.line.events[place]?.id ?? [])),
];
