/** Why a condition came out as it did, as a tree of the condition's own words. */
import { type CaseRecord, type FactTable, notApplicable, numberOf } from '../case/record.js';
import { type LeafTable, leafTable, programOf, truthsOf } from '../condition/program.js';
import { type Truth, type Truths, verdictWord } from '../condition/truth.js';
import type { Condition, LeafSomeEntry } from '../contract/bundle.js';
import { factsRead, today } from '../contract/regions.js';
import type { Saw, Why } from '../contract/verdict.js';
import { causeOf } from './missing.js';

/** Explains one condition: of a record, given the truths of its leaves. */
export type Explainer = (record: CaseRecord, truths: Truths) => Why;

/** Takes a condition, gives its explainer; its leaves are added to the table. */
export const explainerOf = (condition: Condition, leaves: LeafTable): Explainer => {
  const program = programOf(condition, leaves);
  if (condition.kind === 'all' || condition.kind === 'any') {
    const parts = condition.of.map((part) => explainerOf(part, leaves));
    return (record, truths) => {
      const why = begun(condition, program.value(truths));
      why.joins = condition.kind;
      why.of = parts.map((part) => part(record, truths));
      return why;
    };
  }
  const facts = [...new Set(condition.kind === 'some-entry' ? [condition.fact] : factsRead(condition))];
  const numbers = facts.map((fact) => numberOf(leaves.facts, fact));
  const entries = condition.kind === 'some-entry' ? entriesExplainer(condition, leaves) : undefined;
  return (record, truths) => {
    const why = begun(condition, program.value(truths));
    if (entries) {
      why.joins = 'any';
      why.of = entries(record);
    }
    why.saw = numbers.map((number) => saw(leaves.facts, record, number));
    return why;
  };
};

const begun = ({ reads, at, guard }: Condition, truth: Truth): Why => {
  const why: Why = { reads, verdict: verdictWord(truth) };
  if (at) why.at = at;
  if (guard) why.guard = guard;
  return why;
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
  const seen: Saw = { fact: fact.id };
  const state = record.state[number] ?? 0;
  const event = record.event[number];
  if (state >= notApplicable) seen.value = record.answer[number] ?? null;
  else seen.cause = causeOf(fact, state);
  if (event !== undefined) seen.event = event;
  return seen;
};
