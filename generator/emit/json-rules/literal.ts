/** Leaves as conditions of json-rules-engine, in the operators of `operators.mjs`. */
import {
  type At,
  type FactsById,
  type Id,
  type Leaf,
  type LeafIs,
  optionMeant,
  type RuleCondition,
} from '../../../engine/contract/index.js';

/** The condition on an entry, as a rail that holds where it surely does (or does not). */
export type EntryRail = (where: Extract<Leaf, { kind: 'some-entry' }>['where'], holds: boolean) => RuleCondition;

/** Where a condition was written and what it is of, to lead a trace back to its line: "file:line:column id". */
export const nameAt = (at: At | undefined, of: Id): string => (at ? `${at.file}:${at.line}:${at.column} ${of}` : of);

/** Takes a leaf and whether it is to hold or surely not to, gives the condition; both are false of what is unknown. */
export const literalCondition = (
  leaf: Leaf,
  holds: boolean,
  facts: FactsById,
  entryRail: EntryRail,
): { fact: Id; operator: string; value: unknown } => {
  const { fact } = leaf;
  const is = holds ? 'is' : 'is-not';
  switch (leaf.kind) {
    case 'is':
      return { fact, operator: holds ? 'is-one-of' : 'is-none-of', value: options(leaf, holds, facts) };
    case 'includes':
      return {
        fact,
        operator: holds ? 'includes' : 'does-not-include',
        value: optionMeant(facts.get(fact), leaf.option),
      };
    case 'compares':
      return { fact, operator: `${is}-${leaf.comparison}`, value: leaf.to };
    case 'dated':
      return { fact, operator: `${is}-${leaf.order}`, value: thanValue(leaf.than) };
    case 'apart': {
      const { n, unit } = leaf.duration;
      const span = `${n}-${n === 1 ? unit.slice(0, -1) : unit}`;
      return { fact, operator: `${is}-${leaf.comparison}-${span}-${leaf.direction}`, value: thanValue(leaf.than) };
    }
    case 'answered':
      return { fact, operator: `${is}-answered`, value: true };
    case 'some-entry': {
      const operator = holds ? 'has-an-entry-where' : 'has-no-entry-where';
      return { fact, operator, value: entryRail(leaf.where, holds) };
    }
  }
};

const thanValue = (than: { fact: Id } | { day: string }): unknown => ('fact' in than ? { fact: than.fact } : than.day);

/** An option that means "not applicable" counts under either name; one that means "not known" is none of any. */
const options = (leaf: LeafIs, holds: boolean, facts: FactsById): Id[] => {
  const fact = facts.get(leaf.fact);
  const meant = leaf.anyOf.map((option) => optionMeant(fact, option));
  const inapplicable = meant.includes('not-applicable') ? optionsMeaning(leaf, facts, 'not-applicable') : [];
  const unknown = holds ? [] : optionsMeaning(leaf, facts, 'not-known').filter((option) => option !== 'not-known');
  return [...new Set([...meant, ...inapplicable, ...unknown])];
};

const optionsMeaning = (leaf: LeafIs, facts: FactsById, means: string): Id[] =>
  (facts.get(leaf.fact)?.options ?? []).filter((option) => option.means === means).map((option) => option.id);
