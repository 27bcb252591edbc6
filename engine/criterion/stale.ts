/** Judgements that were made before something they rest on changed. */
import { type Folded, type Folding, foldAsRecordedBy } from '../case/fold.js';
import type { Normaliser } from '../case/offered.js';
import type { CaseRecord, FactTable } from '../case/record.js';
import { notApplicable } from '../case/record.js';
import type { Criterion, Id } from '../contract/bundle.js';
import type { CaseEvent, Moment } from '../contract/event.js';
import { factsRead, leavesOf } from '../contract/regions.js';

/** The numbers of the judgements that a criterion reads and that rest on other facts. */
export const judgementsBehind = (criterion: Criterion, table: FactTable): number[] => {
  const conditions = criterion.applies ? [criterion.applies, criterion.test] : [criterion.test];
  const read = new Set(conditions.flatMap(leavesOf).flatMap(factsRead));
  return table.facts.flatMap((fact, i) =>
    fact.source === 'judgement' && read.has(fact.id) && (fact.looksAt?.length ?? 0) > 0 ? [i] : [],
  );
};

/** All that is needed to see a case as it was recorded at an earlier time. */
export interface History {
  events: readonly CaseEvent[];
  asOf: Moment;
  day: string;
  folding: Folding;
  normalise: Normaliser;
  /** Of each fact, the place of the event that gave it. */
  givers: Folded['givers'];
}

/** Takes the number of a judgement, gives the facts it rests on that have changed since it was recorded. */
export const changedSince = (judgement: number, record: CaseRecord, history: History): Id[] => {
  const { folding, givers, events, asOf } = history;
  const { table } = folding;
  const place = givers[judgement] ?? -1;
  const rests = table.facts[judgement]?.looksAt ?? [];
  if (place < 0 || rests.length === 0 || (record.state[judgement] ?? 0) < notApplicable) return [];
  const then = history.normalise(foldAsRecordedBy(events, place, asOf, folding).given, history.day).record;
  return rests.filter((fact) => {
    const number = table.numbers.get(fact);
    return number !== undefined && JSON.stringify(then.answer[number]) !== JSON.stringify(record.answer[number]);
  });
};
