/** A case without what somebody may not see, and what it comes to. Kept for a minute, for the same case is asked for again. */

import type { Kept } from '../../../engine/course/going-on.js';
import { localDay } from '../../../engine/document/words/dates.js';
import type { Bundle, CaseEvent, EvaluationFor, Id } from '../../../engine/index.js';
import { caseWith, evaluateOnWith } from '../../../engine/viewer/case-for.js';
import { isInside, keptApartIn, seenByRole } from '../../../engine/viewer/clearance.js';
import type { Viewpoint } from '../store/contract.js';

/** The labels that may be seen. */
export type Sees = ReadonlySet<Id>;

/** What somebody may see: of hers only from a viewpoint that has it, also where his role would show it. */
export const seesOf = (bundle: Bundle, { role, seesHers }: Pick<Viewpoint, 'role' | 'seesHers'>): Sees => {
  if (!isInside(bundle, role)) return nothing;
  const sees = seenByRole(bundle, role);
  if (!seesHers) sees.delete('hers');
  return sees;
};
const nothing: Sees = new Set();

/** All of his side, whatever else is kept from whom. */
export const seesAllButHers = (bundle: Bundle): Sees =>
  new Set(
    keptApartIn(bundle)
      .map(({ id }) => id)
      .filter((id) => id !== 'hers'),
  );

export interface SeenCase {
  bundle: Bundle;
  events: readonly CaseEvent[];
}
/** Gives bundle and events without what may not be seen. */
export const seenCase = (bundle: Bundle, events: readonly CaseEvent[], sees: Sees): SeenCase => {
  const { withheld: _, ...seen } = caseWith(bundle, events, { sees });
  return seen;
};

/** What a case comes to, asked for with the name of the case that it is of. */
export interface Evaluations {
  of(bundle: Bundle, ref: string, events: readonly CaseEvent[], sees: Sees, now: string): EvaluationFor;
}

const mostKept = 400;
/** What is gone on from is some 100 kB of a case of 50 events: the people of fifty groups come to some 60 MB, and as many as are kept to 80. */
const mostGoneOn = 800;
/** Milliseconds for which an answer holds: what is due at a time shows as missed no later than that. */
const holds = 60_000;

/**
 * Takes a time zone's case and works it out, once a minute for each state that it was in; of a case that has been worked
 * out for the same eyes before, going on from there.
 */
export const keptEvaluations = (): Evaluations => {
  const answers = new Map<string, { at: number; day: string; evaluation: EvaluationFor }>();
  const goingOn = new Map<string, Kept>();
  return {
    of(bundle, ref, events, sees, now) {
      const seen = [bundle.digest, ref, [...sees].sort().join()].join(' ');
      // Events are only added, and no two have one id: the last one says which they are.
      const key = [seen, events.length, events.at(-1)?.id].join(' ');
      const [at, day] = [Date.parse(now), localDay(now, bundle.programme.timeZone)];
      const known = answers.get(key);
      if (known && known.day === day && at >= known.at && at - known.at < holds) return known.evaluation;
      const from = goingOn.get(seen);
      const { evaluation, kept } = evaluateOnWith(bundle, events, { asOf: now, clearance: { sees }, from });
      keep(answers, key, { at, day, evaluation });
      if (kept) keep(goingOn, seen, kept, mostGoneOn);
      return evaluation;
    },
  };
};

/** As the latest; what has not been put for longest goes. */
const keep = <T>(kept: Map<string, T>, key: string, one: T, most = mostKept): void => {
  kept.delete(key);
  kept.set(key, one);
  for (const oldest of kept.keys()) {
    if (kept.size <= most) break;
    kept.delete(oldest);
  }
};
