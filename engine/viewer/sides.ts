/** What of a case lies on his side and what on hers, as it is added; so that the two can be kept apart from the first. */
import { withTellers } from '../case/her-side.js';
import type { Bundle, Id } from '../contract/bundle.js';
import { canonicalJson } from '../contract/digest.js';
import type { CaseEvent } from '../contract/event.js';
import { caseWith } from './case-for.js';
import { keptApartIn } from './clearance.js';

/** One event that is added, by where it goes; at least one of the two is there. */
export interface Sided {
  /** What is left of it for somebody who may see everything but hers. */
  his?: CaseEvent;
  /** The whole of it, where that is more than he gets. */
  hers?: CaseEvent;
}
export interface Sides {
  /** In the order in which they are added. */
  added: readonly Sided[];
  /** Ids of his earlier events that are taken back by something that is not his to see. */
  withdrawn: readonly string[];
}

/**
 * Takes a bundle, the events of a case as far as whoever adds may see them, and those that he adds. His stream, each row of
 * it as it was added, is then `caseWith` of all events for whoever sees everything but hers: nothing that is added later
 * changes an earlier row, but that it may be withdrawn. Throws a RangeError for an event that corrects one that is not
 * there or comes later: only of those can that be said.
 */
export const sidesOf = (bundle: Bundle, before: readonly CaseEvent[], adding: readonly CaseEvent[]): Sides => {
  refuseUnknown(before, adding);
  const all = [...before, ...adding];
  const whole = withTellers(bundle.people, all);
  const seen = new Map(seenWithoutHers(bundle, all).map((event) => [event.id, event]));
  const added = adding.map((event, n): Sided => {
    const his = seen.get(event.id);
    if (!his) return { hers: event };
    return isSame(his, whole[before.length + n]) ? { his } : { his, hers: event };
  });
  const withdrawn = seenWithoutHers(bundle, before)
    .map(({ id }) => id)
    .filter((id) => !seen.has(id));
  return { added, withdrawn };
};

const seenWithoutHers = (bundle: Bundle, events: readonly CaseEvent[]): readonly CaseEvent[] =>
  caseWith(bundle, events, { sees: allButHers(bundle) }).events;

const allButHers = (bundle: Bundle): ReadonlySet<Id> =>
  new Set(
    keptApartIn(bundle)
      .map(({ id }) => id)
      .filter((id) => id !== 'hers'),
  );

const isSame = (one: CaseEvent, other: CaseEvent | undefined): boolean =>
  one === other || canonicalJson(one) === canonicalJson(other);

const refuseUnknown = (before: readonly CaseEvent[], adding: readonly CaseEvent[]): void => {
  const known = new Set(before.map(({ id }) => id));
  for (const { id, supersedes } of adding) {
    if (supersedes !== undefined && !known.has(supersedes))
      throw new RangeError('What this corrects is not in the case.');
    if (known.has(id)) throw new RangeError('There is an event with this id already.');
    known.add(id);
  }
};
