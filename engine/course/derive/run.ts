/** The trailing run: how many in a row, up to now. */
import { no, unknown, yes } from '../../condition/truth.js';
import type { Breaker, Derivation, DerivedFact } from '../../contract/course.js';
import type { Lacking } from '../../contract/course-verdict.js';
import { isReckoned } from '../ledger.js';
import type { Sight } from '../sight.js';
import { isAbout } from '../sight.js';
import type { Happened } from '../timeline.js';
import type { Value } from '../value.js';
import { type Item, isMeant, itemsOf } from './items.js';

type Run = Extract<Derivation, { kind: 'run' }>;

/**
 * From the latest back: what was not due is passed over, what is meant lengthens the run, what is not breaks it. An item
 * that may be meant may lengthen or break it, so that the run is a range. A breaking event ends it at its day, or, where
 * it is about a session, at that session.
 */
export const runValue = (fact: DerivedFact, run: Run, sight: Sight): Value => {
  const { items, wakes: windowWakes } = itemsOf(run.of, run.window, fact.id, sight);
  const broken = breaks(run.brokenBy, sight);
  const outcomes = run.brokenBy.flatMap((breaker) => ('outcome' in breaker ? [breaker.outcome] : []));
  const used: number[] = [];
  const lacks: Lacking[] = [];
  let [least, most, wakes, surely] = [0, 0, windowWakes, true];
  for (const item of items.toReversed()) {
    if (item.at.day <= (sight.spentUntil ?? Number.NEGATIVE_INFINITY)) break;
    const by = breakerOf(item, broken);
    if (by) {
      used.push(by.place);
      break;
    }
    const skip = run.skips ? item.scope.reads.condition(run.skips, item.scope) : undefined;
    if (passes(item, sight) || skip?.truth === yes) continue;
    const meant = isMeant(item, run.where);
    wakes = Math.min(wakes, meant.wakes, skip?.wakes ?? Number.POSITIVE_INFINITY);
    if (meant.truth === no && skip?.truth !== unknown) {
      if (!isBroken(item, outcomes)) continue;
      used.push(...item.used);
      break;
    }
    used.push(...item.used);
    if (meant.truth === yes && (skip === undefined || skip.truth === no)) {
      most += 1;
      if (surely) least += 1;
      continue;
    }
    lacks.push(...meant.lacks, ...(skip?.lacks ?? []));
    // It may break the run, be passed over, or lengthen it.
    surely = false;
    if (meant.truth !== no) most += 1;
  }
  return { kind: 'number', least, most, used, lacks, wakes };
};

/** What was not due, and credits without a session, neither break nor lengthen. */
const passes = ({ session, happened }: Item, { view }: Sight): boolean =>
  session !== undefined && happened === undefined && (session.credit || !isReckoned(session, view.course));

/** Where outcomes that break are named, others do not. */
const isBroken = ({ session }: Item, outcomes: readonly string[]): boolean =>
  outcomes.length === 0 || session?.outcome === undefined || outcomes.includes(session.outcome);

interface Break {
  day: number;
  place: number;
  about?: string;
}

const contact = 'heard-from-participant';

const breaks = (brokenBy: readonly Breaker[], sight: Sight): Break[] => {
  const { happenings } = sight.view.course;
  const events = new Set(
    brokenBy.flatMap((breaker) =>
      'event' in breaker ? (happenings.get(breaker.event)?.anyOf ?? [breaker.event]) : [],
    ),
  );
  // A catch-up that is booked or done is contact.
  if (events.has(contact)) for (const each of ['catch-up-booked', 'caught-up']) events.add(each);
  return [...events].flatMap((event) =>
    sight.view
      .occurrences(event)
      .filter((happened) => isAbout(sight, happened) || happened.about !== undefined)
      .map(asBreak),
  );
};
const asBreak = ({ at, place, about }: Happened): Break => ({
  day: at.day,
  place,
  ...(about !== undefined && { about }),
});

/** What ends the run at this item: an event about it, or any of its day or later: contact is contact, about whatever. */
const breakerOf = ({ at, session }: Item, broken: readonly Break[]): Break | undefined =>
  broken.find(({ day, about }) => (about !== undefined && about === session?.key) || day >= at.day);
