/**
 * An evaluation that goes on from an earlier one: copies of a replay taken on the way, and from which of them one may go on.
 * Where all that a replay is made of is as it was (`same-so-far.ts`), going on from it comes to the same as playing from the
 * start, to the letter; where anything is not, it is played from the start.
 */

import type { Case } from './case.js';
import { changesOf } from './reach.js';
import { type Copy, copyOf, replayOf } from './replay-copy.js';
import type { Replay } from './replay-state.js';
import { asAWhole, byThen, type Known } from './same-so-far.js';

/** What was kept of an evaluation: the case as it was, and copies of its replay. Nothing in it changes. */
export interface Kept extends Known {
  /** In the order of their points, each before the moment as of which it was evaluated. */
  copies: readonly Copy[];
}

/** A replay that goes on, and the copies there are up to where it does. */
export interface Resumed {
  replay: Replay;
  copies: readonly Copy[];
}

/**
 * Takes what was kept, the case as it is now and the instant to which it is to be played; gives a replay at the latest
 * point from which it may go on; nothing where there is none.
 */
export const resumed = (kept: Kept, of: Case, ms: number): Resumed | undefined => {
  const now: Known = { of, changes: changesOf(of.line, of.course) };
  if (!Object.values(asAWhole).every((isSame) => isSame(kept, now, ms, ms))) return undefined;
  const last = kept.copies.findLastIndex(({ point }) =>
    Object.values(byThen).every((isSame) => isSame(kept, now, point.ms, ms)),
  );
  const copy = kept.copies[last];
  return copy && { replay: replayOf(copy, of, now.changes), copies: kept.copies.slice(0, last + 1) };
};

const dayLength = 86_400_000;

/**
 * Takes a replay that is to be played to an instant, and the copies there are of it; takes copies on the way, of the last
 * point before each of a few instants: what is recorded next happened today, yesterday or within a week, or comes after
 * all there is.
 */
export const copiesOnTheWay = (
  replay: Replay,
  ms: number,
  there: readonly Copy[],
): { before(at: number): void; taken(): readonly Copy[] } => {
  const { line, course } = replay.case;
  const today = course.clock.startOfDay(course.clock.dayNumber(ms));
  const instants = [today - 7 * dayLength, today - dayLength, today, line.moments.at(-1) ?? ms, ms];
  const copies = [...there];
  return {
    before: (at) => {
      const { point } = replay.view;
      const isLast = instants.some((instant) => point.ms < instant && instant <= at);
      if (isLast && replay.machines.size > 0 && copies.at(-1)?.point.ms !== point.ms) copies.push(copyOf(replay));
    },
    taken: () => copies.filter((_, n) => instants.some((instant) => isLatestBefore(copies, n, instant))),
  };
};

const isLatestBefore = (copies: readonly Copy[], n: number, instant: number): boolean => {
  const [one, next] = [copies[n], copies[n + 1]];
  return one !== undefined && one.point.ms < instant && (next === undefined || next.point.ms >= instant);
};
