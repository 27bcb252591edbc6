/** Facts that are missing: why each is, and who could supply it. */
import { type CaseRecord, type FactTable, notKnown } from '../case/record.js';
import type { Fact } from '../contract/bundle.js';
import type { Cause, Missing } from '../contract/verdict.js';

/** Why a fact that is unknown has no value. */
export const causeOf = (fact: Fact, state: number | undefined): Cause => {
  if (state === notKnown) return 'not-known';
  if (fact.source === 'judgement') return 'awaiting-judgement';
  return fact.source === 'form' ? 'unanswered' : 'not-yet-recorded';
};

/** Takes the number of a fact that is missing, gives why and from whom. */
export const missingFact = (table: FactTable, record: CaseRecord, number: number, maybe: boolean): Missing => {
  const fact = table.facts[number];
  if (!fact) throw new Error(`There is no fact of number ${number}.`);
  const from = fact.judgedBy && fact.judgedBy.length > 0 ? fact.judgedBy : fact.from;
  return {
    fact: fact.id,
    cause: causeOf(fact, stateOf(table, record, number)),
    from: [...from],
    ...(maybe ? { maybe } : {}),
  };
};

/** Of a question of entries: "not known" where every entry that lacks it says so. */
const stateOf = (table: FactTable, record: CaseRecord, number: number): number | undefined => {
  const within = table.facts[number]?.within;
  const entries = within === undefined ? undefined : record.entries[table.numbers.get(within) ?? -1];
  if (!entries) return record.state[number];
  const states = entries.map((entry) => entry.state[number] ?? 0).filter((state) => state <= notKnown);
  return states.length > 0 && states.every((state) => state === notKnown) ? notKnown : 0;
};
