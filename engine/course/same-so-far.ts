/**
 * Of what a replay at a point is made, and whether that is as it was: each thing that it reads is a condition here. Going
 * on from a copy of it is allowed where all of them hold. A test leaves out each in turn, and finds it missing.
 */
import { isAlike } from './alike.js';
import type { Case } from './case.js';
import type { Changed } from './reach.js';
import type { Sitting } from './sittings.js';

/** A case, and what changed at each moment at which something happened in it. */
export interface Known {
  of: Case;
  changes: ReadonlyMap<number, Changed>;
}
/** Of a case as it was and as it is, up to an instant; `to`, up to which it is to be played. Both in milliseconds. */
type Condition = (was: Known, is: Known, ms: number, to: number) => boolean;

/** What is read whenever it was said. */
export const asAWhole: Readonly<Record<string, Condition>> = {
  /** Rules, duties, clock, calendar: made ready from one bundle, so compared by what they are, not by what they say. */
  definition: ({ of: was }, { of: is }) => was.course === is.course,
  /** Events are remembered by their places: those of before are there, each at its own, and word for word. */
  events: ({ of: { line: was } }, { of: { line: is } }) =>
    was.events.length <= is.events.length && was.events.every((event, place) => isAlike(event, is.events[place])),
  /** What says that it is about an event, or corrects it, means also one that is added later; so does an id used twice. */
  names: ({ of: was }, { of: is }) => {
    const { events } = was.line;
    const named = new Set(events.flatMap(({ about, supersedes }) => [about, supersedes]));
    return is.line.events.slice(events.length).every(({ id }) => !was.places.has(id) && !named.has(id));
  },
};

/** What is read of what had been so by then. */
export const byThen: Readonly<Record<string, Condition>> = {
  /** The moment that is asked about is looked at as a whole, as no point before it is; and nothing is played back. */
  point: (_was, _is, ms, to) => ms < to,
  /** What happened, of itself or by a form, with what it brought: the state of the case, counts, what opens and meets. */
  happenings: ({ of: was }, { of: is }, ms) =>
    isAlike(until(was.line.happened, ms, startOf), until(is.line.happened, ms, startOf)),
  /** What people answered to rules. */
  answersToRules: ({ of: was }, { of: is }, ms) =>
    isAlike(until(was.line.answers, ms, startOf), until(is.line.answers, ms, startOf)),
  /** Which events give answers to what is asked. */
  facts: ({ of: was }, { of: is }, ms) =>
    isAlike(until(was.line.facts, ms, startOf), until(is.line.facts, ms, startOf)),
  /** A session's key and its place among others hang on all that was ever said of it, also on what is said afterwards. */
  sittings: ({ of: was }, { of: is }, ms) => isAlike(saidBy(was.sittings, ms), saidBy(is.sittings, ms)),
  /** At which moments the case was looked at: also what counts for nothing is one. */
  moments: ({ of: was }, { of: is }, ms) =>
    isAlike(
      was.line.moments.filter((at) => at <= ms),
      is.line.moments.filter((at) => at <= ms),
    ),
  /** What was looked at again then, and what left alone; one event that is about another changes that for all. */
  changes: ({ changes: was }, { changes: is }, ms) => isAlike(inTime(was, ms), inTime(is, ms)),
};

const startOf = ({ at }: { at: { start: number } }): number => at.start;
const until = <T>(all: readonly T[], ms: number, timeOf: (one: T) => number): T[] =>
  all.filter((one) => timeOf(one) <= ms);

const saidBy = (sittings: readonly Sitting[], ms: number): Sitting[] =>
  sittings.flatMap((sitting) => {
    const marks = until(sitting.marks, ms, startOf);
    return marks.length === 0 ? [] : [{ ...sitting, marks }];
  });

const inTime = (changes: Known['changes'], ms: number): [number, Changed][] =>
  [...changes].filter(([at]) => at <= ms).sort(([a], [b]) => a - b);
