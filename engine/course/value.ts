/** A value over time, and what it rests on. */
import { type Truth, unknown, yes } from '../condition/truth.js';
import type { Id } from '../contract/bundle.js';
import { dayNumber } from '../contract/calendar.js';
import type { Lacking } from '../contract/course-verdict.js';
import type { Answer } from '../contract/event.js';
import type { Happened } from './timeline.js';

/**
 * A value and what it rests on. `none`: there is nothing of which it could be the value, so that no comparison holds of
 * it. Of a number both bounds; `most` may be Infinity.
 */
export type Value = { used: readonly number[]; lacks: readonly Lacking[]; wakes: number } & (
  | { kind: 'number'; least: number; most: number; wakesAt?: (reaches: number) => number }
  | { kind: 'option'; option: Id }
  | { kind: 'day'; day: number }
  | { kind: 'none' }
  | { kind: 'unknown' }
);

const never = Number.POSITIVE_INFINITY;
export const grounds = (used: readonly number[] = []) => ({ used, lacks: [], wakes: never });
export const optionValue = (option: Id, used: readonly number[] = []): Value => ({
  kind: 'option',
  option,
  ...grounds(used),
});
export const noValue = (used: readonly number[] = []): Value => ({ kind: 'none', ...grounds(used) });
export const unknownValue = (lacks: readonly Lacking[], used: readonly number[] = [], wakes = never): Value => ({
  kind: 'unknown',
  used,
  lacks,
  wakes,
});
/** A truth as a yes/no value. */
export const truthValue = (
  truth: Truth,
  { used, lacks, wakes }: { used: readonly number[]; lacks: readonly Lacking[]; wakes: number },
): Value =>
  truth === unknown
    ? { kind: 'unknown', used, lacks, wakes }
    : { kind: 'option', option: truth === yes ? 'yes' : 'no', used, lacks: [], wakes };

/** What was told with an event, under a name; not known where it was not. */
export const toldValue = ({ values, place, id }: Happened, name: string): Value => {
  const answer = values[name];
  const value = valueOfAnswer(answer, [place]);
  return value ?? unknownValue([{ kind: 'fact', of: `${id} ${name}` }], [place]);
};

const valueOfAnswer = (answer: Answer | undefined, used: readonly number[]): Value | undefined => {
  if (typeof answer === 'number') return { kind: 'number', least: answer, most: answer, ...grounds(used) };
  if (typeof answer !== 'string' || answer === 'not-known' || answer === '') return undefined;
  if (answer === 'not-applicable') return noValue(used);
  const day = dayNumber(answer);
  return Number.isNaN(day) ? optionValue(answer, used) : { kind: 'day', day, ...grounds(used) };
};
