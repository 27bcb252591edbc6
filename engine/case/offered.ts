/** Options that are offered only when something holds: an answer that is not offered cannot be used. */
import { type LeafTable, leafTable, type Program, programOf, truthsOf } from '../condition/program.js';
import { no } from '../condition/truth.js';
import type { Id } from '../contract/bundle.js';
import { byId } from '../contract/regions.js';
import { type Filler, fillerOf, type Given, type Unfit } from './fill.js';
import { type CaseRecord, type FactTable, valued } from './record.js';

/** Takes what was given and the day that is today; gives the record, and what could not be used. */
export type Normaliser = (given: Given, day: string) => ReturnType<Filler>;

interface Conditional {
  fact: number;
  /** The number of the entries it is asked of. */
  within?: number;
  options: Map<Id, Program>;
}

/** Takes the facts, gives what turns answers into a record in which every answer fits and is offered. */
export const normaliserOf = (table: FactTable): Normaliser => {
  const fill = fillerOf(table);
  const leaves = leafTable(table, byId(table.facts));
  const conditionals = conditionalsOf(table, leaves);
  return (given, day) => {
    let withdrawn: Unfit[] = [];
    for (;;) {
      const filled = fill(given, day, withdrawn);
      const more = conditionals.length === 0 ? [] : notOffered(filled.record, conditionals, leaves);
      if (more.length === 0) return filled;
      withdrawn = [...withdrawn, ...more];
    }
  };
};

const conditionalsOf = (table: FactTable, leaves: LeafTable): Conditional[] =>
  table.facts.flatMap((fact, number) => {
    const options = new Map(
      fact.options.flatMap((option) =>
        option.onlyWhen ? [[option.id, programOf(option.onlyWhen, leaves)] as const] : [],
      ),
    );
    if (options.size === 0) return [];
    const within = fact.within === undefined ? undefined : table.numbers.get(fact.within);
    return [{ fact: number, options, ...(within === undefined ? {} : { within }) }];
  });

const notOffered = (record: CaseRecord, conditionals: Conditional[], leaves: LeafTable): Unfit[] =>
  conditionals.flatMap((conditional) => {
    if (conditional.within === undefined) return refused(record, conditional, leaves);
    return (record.entries[conditional.within] ?? []).flatMap((own, entry) =>
      refused(own, conditional, leaves).map((each) => ({ ...each, entry })),
    );
  });

const refused = (record: CaseRecord, { fact, options }: Conditional, leaves: LeafTable): Unfit[] => {
  if (record.state[fact] !== valued) return [];
  const answer = record.answer[fact] ?? null;
  const chosen = Array.isArray(answer) ? answer : [answer];
  const truths = truthsOf(leaves, record);
  const isRefused = chosen.some((option) => typeof option === 'string' && options.get(option)?.value(truths) === no);
  return isRefused ? [{ fact, answer, because: 'It is not offered, because of another answer.' }] : [];
};
