/** A record as the emitted rules read it: every fact by its id, null where it is unknown. */
import { type CaseRecord, type FactTable, localId } from '../case/record.js';
import { today } from '../contract/regions.js';

/** Takes a record, gives what to hand to json-rules-engine; `surround` is still to be applied. */
export const factsForRules = (table: FactTable, record: CaseRecord): Record<string, unknown> => {
  const facts: Record<string, unknown> = { [today]: record.answer[table.facts.length] };
  table.facts.forEach((fact, number) => {
    const entries = record.entries[number];
    facts[fact.id] = entries
      ? entries.map((entry) => entryForRules(table, table.asks[number] ?? [], entry))
      : (record.answer[number] ?? null);
  });
  return facts;
};

const entryForRules = (table: FactTable, asked: readonly number[], entry: CaseRecord): Record<string, unknown> =>
  Object.fromEntries(
    asked.map((number) => {
      const fact = table.facts[number];
      return [fact ? localId(fact) : '', entry.answer[number] ?? null];
    }),
  );
