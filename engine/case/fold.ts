/** From the events of a case to the answers in force at a moment. */
import type { Answer, CaseEvent, Moment } from '../contract/event.js';
import type { Given } from './fill.js';
import type { Clock } from './moment.js';
import type { FactTable } from './record.js';

/** An answer to something that the bundle does not ask. */
export interface Unasked {
  fact: string;
  event: string;
  value: Answer;
}
export interface Folded {
  given: Given;
  unasked: Unasked[];
  /** Of each fact, the place among `events` of the event that gave it; -1 where none did. */
  givers: Int32Array;
}

/**
 * Takes the events, gives the latest answer to each fact: by when it happened, then by when it was recorded, then by its
 * place in the list. An event that has not happened by then is not there yet, nor is what it corrects undone yet.
 * Throws a RangeError for a time that is none.
 */
export const fold = (events: readonly CaseEvent[], asOf: Moment, table: FactTable, clock: Clock): Folded => {
  const end = clock.end(asOf);
  const happened = events.map((event) => clock.start(event.happened));
  return folded(
    events,
    events.flatMap((_, i) => ((happened[i] ?? 0) < end ? [i] : [])),
    table,
    clock,
  );
};

/** The same, of no more than what had been recorded when the event at this place was. */
export const foldAsRecordedBy = (
  events: readonly CaseEvent[],
  place: number,
  asOf: Moment,
  table: FactTable,
  clock: Clock,
): Folded => {
  const end = clock.end(asOf);
  const then = clock.start(events[place]?.recorded ?? asOf);
  const known = events.flatMap((event, i) => {
    const recorded = clock.start(event.recorded);
    const isKnown = recorded < then || (recorded === then && i <= place);
    return isKnown && clock.start(event.happened) < end ? [i] : [];
  });
  return folded(events, known, table, clock);
};

const folded = (events: readonly CaseEvent[], places: number[], table: FactTable, clock: Clock): Folded => {
  const superseded = new Set<string>();
  for (const place of places) {
    const event = events[place];
    if (event?.supersedes !== undefined && event.supersedes !== event.id) superseded.add(event.supersedes);
  }
  const inForce = places.filter((place) => !superseded.has(events[place]?.id ?? ''));
  const ordered = inForce.sort((a, b) => compare(events[a], events[b], clock) || a - b);
  const answers: (Answer | undefined)[] = new Array(table.facts.length).fill(undefined);
  const by: (string | undefined)[] = new Array(table.facts.length).fill(undefined);
  const givers = new Int32Array(table.facts.length).fill(-1);
  const unasked: Unasked[] = [];
  for (const place of ordered) {
    const event = events[place];
    if (!event) continue;
    for (const [fact, value] of Object.entries(event.values)) {
      const number = table.numbers.get(fact);
      const asked = number === undefined ? undefined : table.facts[number];
      if (number === undefined || !asked || asked.within !== undefined) {
        unasked.push({ fact, event: event.id, value });
        continue;
      }
      answers[number] = value;
      by[number] = event.id;
      givers[number] = place;
    }
  }
  return { given: { answers, events: by }, unasked, givers };
};

const compare = (a: CaseEvent | undefined, b: CaseEvent | undefined, clock: Clock): number =>
  a && b ? clock.start(a.happened) - clock.start(b.happened) || clock.start(a.recorded) - clock.start(b.recorded) : 0;
