/** Consents that lapse by themselves. */
import { lapseOf } from '../case/fold.js';
import type { Id } from '../contract/bundle.js';
import type { View } from './view.js';

/** Takes a view; gives the consents that are given and will lapse, each with the first instant (ms) without it. */
export const lapsing = (view: View): { id: Id; over: number }[] => {
  const { table, clock } = view.course;
  return table.facts.flatMap((fact, number) => {
    if (!fact.lapsesAfter || view.record().answer[number] !== 'given') return [];
    const event = view.of.line.events[view.of.places.get(view.record().event[number] ?? '') ?? -1];
    const last = event && lapseOf(fact, event.happened, clock);
    return last === undefined ? [] : [{ id: fact.id, over: clock.startOfDay(last + 1) }];
  });
};
