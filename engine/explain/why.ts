/** Why a condition came out as it did, as a tree of the condition's own words. */
import { type CaseRecord, type FactTable, notApplicable, numberOf } from '../case/record.js';
import { type LeafTable, leafTable, programOf, truthsOf } from '../condition/program.js';
import { type Truths, verdictWord } from '../condition/truth.js';
import type { Condition, LeafSomeEntry } from '../contract/bundle.js';
import { factsRead, today } from '../contract/regions.js';
import type { Saw, Why } from '../contract/verdict.js';
import { causeOf } from './missing.js';

/** Explains one condition: of a record, given the truths of its leaves. */
export type Explainer = (record: CaseRecord, truths: Truths) => Why;

/** Takes a condition, gives its explainer; its leaves are added to the table. */
export const explainerOf = (condition: Condition, leaves: LeafTable): Explainer => {
  const program = programOf(condition, leaves);
  const { reads, at, guard } = condition;
  const words = { reads, ...(at ? { at } : {}), ...(guard ? { guard } : {}) };
  if (condition.kind === 'all' || condition.kind === 'any') {
    const parts = condition.of.map((part) => explainerOf(part, leaves));
    const joins = condition.kind;
    return (record, truths) => ({
      ...words,
      verdict: verdictWord(program.value(truths)),
      joins,
      of: parts.map((part) => part(record, truths)),
    });
  }
  const facts = [...new Set(condition.kind === 'some-entry' ? [condition.fact] : factsRead(condition))];
  const numbers = facts.map((fact) => numberOf(leaves.facts, fact));
  const entries = condition.kind === 'some-entry' ? entriesExplainer(condition, leaves) : undefined;
  return (record, truths) => ({
    ...words,
    verdict: verdictWord(program.value(truths)),
    ...(entries ? { joins: 'any' as const, of: entries(record) } : {}),
    saw: numbers.map((number) => saw(leaves.facts, record, number)),
  });
};

/** Each entry's own explanation. */
const entriesExplainer = (leaf: LeafSomeEntry, leaves: LeafTable): ((record: CaseRecord) => Why[]) => {
  const own = leafTable(leaves.facts, leaves.byId);
  const explain = explainerOf(leaf.where, own);
  const fact = numberOf(leaves.facts, leaf.fact);
  return (record) => (record.entries[fact] ?? []).map((entry) => explain(entry, truthsOf(own, entry)));
};

const saw = (table: FactTable, record: CaseRecord, number: number): Saw => {
  const fact = table.facts[number];
  if (!fact) return { fact: today, value: record.answer[number] ?? null };
  const state = record.state[number] ?? 0;
  const event = record.event[number];
  return {
    fact: fact.id,
    ...(state >= notApplicable ? { value: record.answer[number] ?? null } : { cause: causeOf(fact, state) }),
    ...(event === undefined ? {} : { event }),
  };
};
