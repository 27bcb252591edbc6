/** From the events of a case to the answers in force at a moment. */
import type { Fact } from '../contract/bundle.js';
import { afterDuration, dayNumber } from '../contract/calendar.js';
import type { Answer, CaseEvent, EventKind, Moment } from '../contract/event.js';
import { actFor } from '../contract/who-may.js';
import type { Given } from './fill.js';
import type { Clock } from './moment.js';
import type { FactTable } from './record.js';
import type { Refusal } from './refusal.js';

/** An answer to something that the bundle does not ask, or by an act or a person that cannot give it. */
export interface SetAside {
  fact: string;
  event: string;
  value: Answer;
  because: string;
  /** It is hers, or was told by her. */
  hers?: true;
}
/** What the events of a case are held against. */
export interface Folding {
  table: FactTable;
  clock: Clock;
  refusal: Refusal;
  /** Whether an event says nothing but what is hers, or was told by her: of that nothing of his is undone. */
  isOnlyHers(event: CaseEvent): boolean;
}
export interface Folded {
  given: Given;
  setAside: SetAside[];
  /** Of each fact, the place among `events` of the event that gave it; -1 where none did. */
  givers: Int32Array;
}

/**
 * Takes the events, gives the latest answer to each fact: by when it happened, then by when it was recorded, then by its
 * place in the list. An event that has not happened by then is not there yet, nor is what it corrects undone yet. What
 * an event cannot give, by its kind or by whose it is, is set aside: it undoes nothing that somebody else gave, and
 * nobody corrects away what is not his to give, nor with what is hers what is not. Throws a RangeError for a time that is none.
 */
export const fold = (events: readonly CaseEvent[], asOf: Moment, folding: Folding): Folded => {
  const { clock } = folding;
  const end = clock.end(asOf);
  const happened = events.map((event) => clock.start(event.happened));
  const places = events.flatMap((_, i) => ((happened[i] ?? 0) < end ? [i] : []));
  return lapsed(folded(events, places, folding), events, asOf, folding);
};

/** The same, of no more than what had been recorded when the event at this place was. */
export const foldAsRecordedBy = (
  events: readonly CaseEvent[],
  place: number,
  asOf: Moment,
  folding: Folding,
): Folded => {
  const { clock } = folding;
  const end = clock.end(asOf);
  const then = clock.start(events[place]?.recorded ?? asOf);
  const known = events.flatMap((event, i) => {
    const recorded = clock.start(event.recorded);
    const isKnown = recorded < then || (recorded === then && i <= place);
    return isKnown && clock.start(event.happened) < end ? [i] : [];
  });
  return lapsed(folded(events, known, folding), events, asOf, folding);
};

/** The last day on which an answer given at a moment counts; undefined where it does not lapse. */
export const lapseOf = ({ lapsesAfter }: Pick<Fact, 'lapsesAfter'>, given: Moment, clock: Clock): number | undefined =>
  lapsesAfter && afterDuration(dayNumber(clock.day(given)), lapsesAfter);

/** A consent that was given so long ago counts as not given; a refusal does not lapse. */
const lapsed = (found: Folded, events: readonly CaseEvent[], asOf: Moment, { table, clock }: Folding): Folded => {
  table.facts.forEach((fact, number) => {
    const event = events[found.givers[number] ?? -1];
    if (!fact.lapsesAfter || !event || found.given.answers[number] !== 'given') return;
    const last = lapseOf(fact, event.happened, clock) ?? Number.POSITIVE_INFINITY;
    if (dayNumber(clock.day(asOf)) <= last) return;
    found.given.answers[number] = undefined;
    found.given.events[number] = undefined;
    found.givers[number] = -1;
  });
  return found;
};

const folded = (events: readonly CaseEvent[], places: number[], folding: Folding): Folded => {
  const { table, clock, refusal, isOnlyHers } = folding;
  const corrections = correctionsAmong(events, places);
  const ordered = places.sort((a, b) => compare(events[a], events[b], clock) || a - b);
  const answers: (Answer | undefined)[] = new Array(table.facts.length).fill(undefined);
  const by: (string | undefined)[] = new Array(table.facts.length).fill(undefined);
  const givers = new Int32Array(table.facts.length).fill(-1);
  const setAside: SetAside[] = [];
  for (const place of ordered) {
    const event = events[place];
    if (!event || !givesFacts.has(event.kind)) continue;
    const corrected = corrections.get(event.id) ?? [];
    for (const [id, value] of Object.entries(event.values)) {
      const number = table.numbers.get(id);
      const fact = number === undefined ? undefined : table.facts[number];
      const asked = fact?.within === undefined ? fact : undefined;
      if (corrected.some((correction) => mayCorrect(correction, event, asked, folding))) continue;
      const because = asked ? refusal(asked, event) : 'No such thing is asked.';
      if (number === undefined || because !== undefined) {
        const isHers = asked?.hers || isOnlyHers(event);
        setAside.push({ fact: id, event: event.id, value, because: because ?? '', ...(isHers && { hers: true }) });
        continue;
      }
      answers[number] = value;
      by[number] = event.id;
      givers[number] = place;
    }
  }
  return { given: { answers, events: by }, setAside, givers };
};

/** Acts of other kinds tell no answers. */
const givesFacts = new Set<EventKind>(Object.values(actFor));

/** Whoever may give it, and whoever said it; of what is not asked, anybody. */
const mayCorrect = (
  correction: CaseEvent,
  event: CaseEvent,
  asked: Fact | undefined,
  { refusal, isOnlyHers }: Folding,
): boolean =>
  (asked?.hers || !isOnlyHers(correction) || isOnlyHers(event)) &&
  (!asked ||
    correction.by.role === event.by.role ||
    !refusal(asked, { kind: actFor[asked.source], by: correction.by }));

/** Of each event that is corrected: what corrects it. */
const correctionsAmong = (events: readonly CaseEvent[], places: number[]): Map<string, CaseEvent[]> => {
  const corrections = new Map<string, CaseEvent[]>();
  for (const place of places) {
    const event = events[place];
    if (event?.supersedes === undefined || event.supersedes === event.id) continue;
    corrections.set(event.supersedes, [...(corrections.get(event.supersedes) ?? []), event]);
  }
  return corrections;
};

const compare = (a: CaseEvent | undefined, b: CaseEvent | undefined, clock: Clock): number =>
  a && b ? clock.start(a.happened) - clock.start(b.happened) || clock.start(a.recorded) - clock.start(b.recorded) : 0;
