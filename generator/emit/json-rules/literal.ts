/** Leaves as conditions of json-rules-engine, in the operators of `operators.mjs`. */
import {
  type At,
  type Fact,
  type FactsById,
  type Id,
  type Leaf,
  type LeafIncludes,
  type LeafIs,
  optionMeant,
  type RuleCondition,
} from '../../../engine/contract/index.js';

/** The condition on an entry, as a rail that holds where it surely does (or does not). */
export type EntryRail = (where: Extract<Leaf, { kind: 'some-entry' }>['where'], holds: boolean) => RuleCondition;

/** Where a condition was written and what it is of, to lead a trace back to its line: "file:line:column id". */
export const nameAt = (at: At | undefined, of: Id): string => (at ? `${at.file}:${at.line}:${at.column} ${of}` : of);

/** One comparison of a fact with a value. */
type Compared = (operator: string, value: unknown) => RuleCondition;

/** What a literal is written for: the name that leads back to its line, the facts, and how to write one of an entry. */
export interface WrittenFor {
  name: string;
  facts: FactsById;
  entryRail: EntryRail;
}

/**
 * Takes a leaf and whether it is to hold or surely not to, gives the condition; both are false of what is unknown.
 * Answers may be raw: an option is compared under every name it goes by, and so is "not known".
 */
export const literalCondition = (leaf: Leaf, holds: boolean, { name, facts, entryRail }: WrittenFor): RuleCondition => {
  const fact = facts.get(leaf.fact);
  const compared: Compared = (operator, value) => ({ name, fact: leaf.fact, operator, value });
  const is = holds ? 'is' : 'is-not';
  switch (leaf.kind) {
    case 'is':
      return isCondition(leaf, holds, fact, compared);
    case 'includes':
      return includesCondition(leaf, holds, fact, compared);
    case 'compares':
      return compared(`${is}-${leaf.comparison}`, leaf.to);
    case 'dated':
      return compared(`${is}-${leaf.order}`, thanValue(leaf.than));
    case 'apart': {
      const { n, unit } = leaf.duration;
      const span = `${n}-${n === 1 ? unit.slice(0, -1) : unit}`;
      return compared(`${is}-${leaf.comparison}-${span}-${leaf.direction}`, thanValue(leaf.than));
    }
    case 'answered':
      return compared(`${is}-answered`, unansweredNames(fact) ?? true);
    case 'some-entry':
      return compared(holds ? 'has-an-entry-where' : 'has-no-entry-where', entryRail(leaf.where, holds));
  }
};

const thanValue = (than: { fact: Id } | { day: string }): unknown => ('fact' in than ? { fact: than.fact } : than.day);

/** Of one choice, what it is not is written as what it may be instead: nothing else that is answered counts. */
const isCondition = (leaf: LeafIs, holds: boolean, fact: Fact | undefined, compared: Compared): RuleCondition => {
  const wanted = [...new Set(leaf.anyOf.flatMap((option) => namesOf(fact, option)))];
  if (holds) return compared('is-one-of', wanted);
  const values = (fact?.options ?? []).filter(({ means }) => means !== 'not-known').map(({ id }) => id);
  const others = [...new Set(values.flatMap((option) => namesOf(fact, option)))].filter((id) => !wanted.includes(id));
  const isOneChoice = fact?.kind === 'choice' || fact?.kind === 'yes-no';
  return isOneChoice && others.length > 0
    ? compared('is-one-of', others)
    : compared('is-none-of', [...wanted, ...unknownNames(fact)]);
};

/** Several choices of which one means "not known" are not known, whatever else was chosen. */
const includesCondition = (
  leaf: LeafIncludes,
  holds: boolean,
  fact: Fact | undefined,
  compared: Compared,
): RuleCondition => {
  const [first, ...others] = namesOf(fact, leaf.option).map((option) =>
    compared(holds ? 'includes' : 'does-not-include', option),
  );
  const parts = first ? [first, ...others] : [];
  const needed = holds && others.length > 0 ? [{ any: parts }] : parts;
  const known = unknownNames(fact).length > 0 ? [compared('is-answered', unansweredNames(fact))] : [];
  const [only, ...more] = [...known, ...needed];
  return only && more.length === 0 ? only : { all: [...known, ...needed] };
};

/** What counts as no answer, where that is more than the bare word. */
const unansweredNames = (fact: Fact | undefined): Id[] | undefined => {
  const unknown = unknownNames(fact);
  return fact?.kind === 'choices' || unknown.length > 0 ? ['not-known', ...unknown] : undefined;
};

/** "Not applicable" goes by its own name and by those of the options that mean it; any other option by its own. */
const namesOf = (fact: Fact | undefined, option: Id): Id[] =>
  optionMeant(fact, option) === 'not-applicable'
    ? [...new Set(['not-applicable', ...optionsMeaning(fact, 'not-applicable')])]
    : [option];

const unknownNames = (fact: Fact | undefined): Id[] =>
  optionsMeaning(fact, 'not-known').filter((option) => option !== 'not-known');

const optionsMeaning = (fact: Fact | undefined, means: string): Id[] =>
  (fact?.options ?? []).filter((option) => option.means === means).map((option) => option.id);
