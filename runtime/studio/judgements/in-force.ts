import { Temporal } from 'temporal-polyfill';
import type { Bundle, CaseEvent, Id } from '../../../engine/contract/index.js';
import { actFor, whoMay } from '../../../engine/contract/who-may.js';
import { localDay } from '../../portal/words/dates.js';
import { factNamed } from '../../portal/words/names.js';

/** What was recorded for a fact. */
export interface RecordedFor {
  /** What counts: of what had happened by the day, the latest; of one time, what was recorded last. */
  inForce?: CaseEvent;
  /** Recorded since, for an earlier time, in the order it was recorded. */
  since: CaseEvent[];
  /** For a later day than the one asked about, in the order it was recorded. */
  later: CaseEvent[];
}

/** A day begins at its local midnight, as it does for the engine. */
const instant = (moment: string, timeZone: string): number =>
  moment.length === 10
    ? Temporal.PlainDate.from(moment).toZonedDateTime(timeZone).epochMilliseconds
    : Temporal.Instant.from(moment).epochMilliseconds;

/**
 * The events that gave a fact an answer, told apart by whether they count on the day `asOf`. By the order in which the
 * engine takes them, and without those that somebody recorded who may not.
 */
export const recordedFor = (bundle: Bundle, events: readonly CaseEvent[], id: Id, asOf: string): RecordedFor => {
  const zone = bundle.programme.timeZone;
  const fact = factNamed(bundle, id);
  const { may } = whoMay(bundle);
  const given = events.filter(
    (event) =>
      fact && Object.hasOwn(event.values, id) && event.kind === actFor[fact.source] && may(fact, event.by.role),
  );
  const happened = given.filter((event) => localDay(event.happened, zone) <= asOf);
  const at = (event: CaseEvent): number => instant(event.happened, zone);
  const recorded = (event: CaseEvent): number => instant(event.recorded, zone);
  const inForce = [...happened].sort((a, b) => at(a) - at(b) || recorded(a) - recorded(b)).at(-1);
  const later = given.filter((event) => !happened.includes(event));
  if (!inForce) return { since: [], later };
  return { inForce, since: happened.slice(happened.indexOf(inForce) + 1), later };
};
