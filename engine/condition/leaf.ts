/** Leaves read off a record: whether each holds before it is negated, and which facts it lacks. */
import { type CaseRecord, type FactTable, notApplicable, numberOf, valued } from '../case/record.js';
import type { Id, Leaf, LeafApart, LeafDated, LeafIs, LeafSomeEntry } from '../contract/bundle.js';
import { dayNumber, isApart, isOrdered } from '../contract/calendar.js';
import { comparesSo, isHolds, optionMeant } from '../contract/regions.js';
import { no, type Truth, unknown, yes } from './truth.js';

export interface LeafReader {
  /** Before it is negated. */
  read(record: CaseRecord): Truth;
  /** Adds the numbers of the facts that keep it unknown. */
  lacks(record: CaseRecord, into: Set<number>): void;
}

/** How the condition on an entry comes out, and what keeps it unknown. */
export interface EntryReader {
  read(entry: CaseRecord): Truth;
  lacks(entry: CaseRecord, into: Set<number>): void;
}
export type ReadEntries = (leaf: LeafSomeEntry) => EntryReader;

/** Takes a leaf, the facts, and how to read the condition on an entry; gives its reader. */
export const leafReader = (leaf: Leaf, table: FactTable, entryReader: ReadEntries): LeafReader => {
  const fact = numberOf(table, leaf.fact);
  switch (leaf.kind) {
    case 'is':
      return ofOne(fact, isReader(leaf, fact, table));
    case 'includes':
      return ofOne(fact, includesReader(leaf.option, fact, table));
    case 'compares':
      return ofOne(fact, (record) =>
        record.state[fact] === valued && comparesSo(leaf.comparison, record.number[fact] ?? 0, leaf.to) ? yes : no,
      );
    case 'dated':
    case 'apart':
      return dayReader(leaf, fact, table);
    case 'answered':
      return ofOne(fact, () => yes);
    case 'some-entry':
      return someEntryReader(fact, entryReader(leaf));
  }
};

const isKnown = (record: CaseRecord, fact: number): boolean => (record.state[fact] ?? 0) >= notApplicable;

const ofOne = (fact: number, known: (record: CaseRecord) => Truth): LeafReader => ({
  read: (record) => (isKnown(record, fact) ? known(record) : unknown),
  lacks: (record, into) => {
    if (!isKnown(record, fact)) into.add(fact);
  },
});

const isReader = (leaf: LeafIs, number: number, table: FactTable): ((record: CaseRecord) => Truth) => {
  const fact = table.facts[number];
  const holds = (fact?.options ?? []).map((option) => isHolds(leaf, fact, option.id));
  const ofNone = leaf.anyOf.some((option) => optionMeant(fact, option) === 'not-applicable');
  return (record) => {
    const held = record.state[number] === notApplicable ? ofNone : holds[record.number[number] ?? -1];
    return held ? yes : no;
  };
};

const includesReader = (option: Id, number: number, table: FactTable): ((record: CaseRecord) => Truth) => {
  const ofNone = optionMeant(table.facts[number], option) === 'not-applicable';
  return (record) => {
    const held = record.state[number] === notApplicable ? ofNone : record.chosen[number]?.includes(option);
    return held ? yes : no;
  };
};

const dayReader = (leaf: LeafDated | LeafApart, fact: number, table: FactTable): LeafReader => {
  const holds = (day: number, than: number): boolean =>
    leaf.kind === 'dated' ? isOrdered(leaf.order, day, than) : isApart(leaf, day, than);
  if ('day' in leaf.than) {
    const fixed = dayNumber(leaf.than.day);
    return ofOne(fact, (record) =>
      record.state[fact] === valued && holds(record.number[fact] ?? 0, fixed) ? yes : no,
    );
  }
  const than = numberOf(table, leaf.than.fact);
  return {
    read: (record) => {
      if (record.state[fact] === notApplicable || record.state[than] === notApplicable) return no;
      if (!isKnown(record, fact) || !isKnown(record, than)) return unknown;
      return holds(record.number[fact] ?? 0, record.number[than] ?? 0) ? yes : no;
    },
    lacks: (record, into) => {
      if (!isKnown(record, fact)) into.add(fact);
      if (!isKnown(record, than)) into.add(than);
    },
  };
};

const someEntryReader = (fact: number, inner: EntryReader): LeafReader => ({
  read: (record) => {
    if (!isKnown(record, fact)) return unknown;
    let found: Truth = no;
    for (const entry of record.entries[fact] ?? []) {
      const holds = inner.read(entry);
      if (holds === yes) return yes;
      if (holds === unknown) found = unknown;
    }
    return found;
  },
  lacks: (record, into) => {
    if (!isKnown(record, fact)) into.add(fact);
    for (const entry of record.entries[fact] ?? []) inner.lacks(entry, into);
  },
});
