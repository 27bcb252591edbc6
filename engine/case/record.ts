/**
 * A case as the conditions read it: one record of fixed shape, each fact at its own number, filled once. An entry
 * (one child, one agency) is such a record too, with the entry's own answers beside those of the case.
 */
import type { Fact, Id } from '../contract/bundle.js';
import type { Answer } from '../contract/event.js';
import { today } from '../contract/regions.js';

/** How a fact stands. From `notApplicable` on, it is known. */
export const unanswered = 0;
export const notKnown = 1;
export const notApplicable = 2;
export const valued = 3;

export interface CaseRecord {
  state: Uint8Array;
  /** An option's number among the fact's options, a number itself, or a day's number. */
  number: Float64Array;
  chosen: (readonly Id[] | undefined)[];
  entries: (CaseRecord[] | undefined)[];
  /** The effective value: null where there is none, `not-applicable` for that answer. */
  answer: Answer[];
  /** The event that gave it. */
  event: (string | undefined)[];
}

/** The facts of a bundle by number, in the order they are asked; `today` comes after them all. */
export interface FactTable {
  facts: readonly Fact[];
  numbers: ReadonlyMap<Id, number>;
  /** Of `entries`: the numbers of its questions. */
  asks: readonly (readonly number[])[];
}

/** Takes the facts of a bundle, gives their table. */
export const factTableOf = (facts: readonly Fact[]): FactTable => {
  const numbers = new Map(facts.map((fact, i) => [fact.id, i]));
  numbers.set(today, facts.length);
  const asks = facts.map((entries) => facts.flatMap((fact, i) => (fact.within === entries.id ? [i] : [])));
  return { facts, numbers, asks };
};

/** The number of a fact. Throws where the bundle has no such fact: that is a fault of whoever made the bundle. */
export const numberOf = (table: FactTable, fact: Id): number => {
  const number = table.numbers.get(fact);
  if (number === undefined) throw new Error(`The bundle has no fact "${fact}".`);
  return number;
};

/** What was answered, as it was given: somebody who says that he does not know has answered. Nothing where nobody has. */
export const givenIn = (
  { state, answer }: CaseRecord,
  number: number,
  { kind, options }: Pick<Fact, 'kind' | 'options'>,
): Answer | undefined => {
  if (state[number] !== notKnown) return answer[number] ?? undefined;
  const said = options.find(({ means }) => means === 'not-known')?.id ?? 'not-known';
  return kind === 'choices' ? [said] : said;
};

/** The id by which one entry holds the answer to a question of entries. */
export const localId = (fact: Fact): Id => (fact.within ? fact.id.slice(fact.within.length + 1) : fact.id);

/** A record in which nothing is known. */
export const emptyRecord = (facts: number): CaseRecord => ({
  state: new Uint8Array(facts + 1),
  number: new Float64Array(facts + 1),
  chosen: new Array(facts + 1).fill(undefined),
  entries: new Array(facts + 1).fill(undefined),
  answer: new Array(facts + 1).fill(null),
  event: new Array(facts + 1).fill(undefined),
});

/** A record of its own with the same content, for an entry's answers to be added to. */
export const copyOf = (record: CaseRecord): CaseRecord => ({
  state: record.state.slice(),
  number: record.number.slice(),
  chosen: record.chosen.slice(),
  entries: record.entries.slice(),
  answer: record.answer.slice(),
  event: record.event.slice(),
});
