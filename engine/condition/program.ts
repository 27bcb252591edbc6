/** Formulas made ready to run: leaves are read once for a record, each formula then works on those truths alone. */
import type { CaseRecord, FactTable } from '../case/record.js';
import type { Condition } from '../contract/bundle.js';
import { formulaOf, isExactFormula } from '../contract/formula.js';
import { type FactsById, leafKey, leavesOf } from '../contract/regions.js';
import type { Formula, Tree } from '../contract/tree.js';
import { blockNode } from './block-node.js';
import { type EntryReader, type LeafReader, leafReader, type ReadEntries } from './leaf.js';
import { type Node, no, type Truth, type Truths, turned, unknown, yes } from './truth.js';

export interface Program extends Node {
  exact: boolean;
  /** Every leaf its formula is left with. */
  leaves: readonly number[];
}

/** Leaves that are read off the same record, each once. */
export interface LeafTable {
  facts: FactTable;
  byId: FactsById;
  numbers: Map<string, number>;
  readers: LeafReader[];
}
export const leafTable = (facts: FactTable, byId: FactsById): LeafTable => ({
  facts,
  byId,
  numbers: new Map(),
  readers: [],
});

/** Takes a record, gives the truth of each leaf. */
export const truthsOf = (leaves: LeafTable, record: CaseRecord): Truths => {
  const truths = new Uint8Array(leaves.readers.length);
  for (let i = 0; i < truths.length; i += 1) truths[i] = leaves.readers[i]?.read(record) ?? unknown;
  return truths;
};

/** Takes a condition, gives its program; its leaves are added to the table. */
export const programOf = (condition: Condition, leaves: LeafTable): Program => {
  for (const leaf of leavesOf(condition)) numberOfLeaf(leaf, leaves);
  const formula = formulaOf(condition, leaves.byId);
  const used = new Set<number>();
  const node = nodeOf(formula, leaves, used);
  return { ...node, exact: isExactFormula(formula, leaves.byId), leaves: [...used] };
};

/** The facts that keep an unknown program unknown, by number, lowest (asked first) first. */
export const lackingFacts = (node: Node, leaves: LeafTable, record: CaseRecord, truths: Truths): number[] => {
  const relevant = new Set<number>();
  node.relevant(truths, relevant);
  return factsLackedBy(relevant, leaves, record);
};

/** The facts that keep leaves unknown, by number, lowest first. */
export const factsLackedBy = (numbers: Iterable<number>, leaves: LeafTable, record: CaseRecord): number[] => {
  const facts = new Set<number>();
  for (const number of numbers) leaves.readers[number]?.lacks(record, facts);
  return [...facts].sort((a, b) => a - b);
};

const numberOfLeaf = (leaf: Parameters<typeof leafReader>[0], leaves: LeafTable): number => {
  const key = leafKey(leaf);
  const known = leaves.numbers.get(key);
  if (known !== undefined) return known;
  const number = leaves.readers.length;
  leaves.numbers.set(key, number);
  leaves.readers.push(leafReader(leaf, leaves.facts, readEntries(leaves)));
  return number;
};

const readEntries =
  (leaves: LeafTable): ReadEntries =>
  (leaf): EntryReader => {
    const own = leafTable(leaves.facts, leaves.byId);
    const program = programOf(leaf.where, own);
    return {
      read: (entry) => program.value(truthsOf(own, entry)),
      lacks: (entry, into) => {
        const truths = truthsOf(own, entry);
        if (program.value(truths) !== unknown) return;
        for (const fact of lackingFacts(program, own, entry, truths)) into.add(fact);
      },
    };
  };

const nodeOf = (formula: Formula, leaves: LeafTable, used: Set<number>): Node => {
  switch (formula.kind) {
    case 'constant':
      return { value: () => (formula.value ? yes : no), relevant: () => {} };
    case 'literal': {
      const number = numberOfLeaf(formula.leaf, leaves);
      used.add(number);
      return literalNode(number, formula.negated);
    }
    case 'block': {
      const plain = plainNode(formula.of, leaves, used);
      const numbers = formula.quantities.map(({ keys }) => keys.map((key) => leaves.numbers.get(key) ?? -1));
      return formula.table ? blockNode(formula, formula.table, numbers, plain) : plain;
    }
    default:
      return groupNode(
        formula.kind,
        formula.of.map((part) => nodeOf(part, leaves, used)),
      );
  }
};

const plainNode = (tree: Tree, leaves: LeafTable, used: Set<number>): Node =>
  tree.kind === 'all' || tree.kind === 'any'
    ? groupNode(
        tree.kind,
        tree.of.map((part) => plainNode(part, leaves, used)),
      )
    : nodeOf(tree, leaves, used);

const literalNode = (number: number, negated: boolean): Node => ({
  value: (truths) => turned((truths[number] ?? unknown) as Truth, negated),
  relevant: (_, into) => {
    into.add(number);
  },
});

const groupNode = (kind: 'all' | 'any', parts: Node[]): Node => {
  const decides = kind === 'any' ? yes : no;
  const otherwise = kind === 'any' ? no : yes;
  return {
    value: (truths) => {
      let found: Truth = otherwise;
      for (const part of parts) {
        const value = part.value(truths);
        if (value === decides) return decides;
        if (value === unknown) found = unknown;
      }
      return found;
    },
    relevant: (truths, into) => {
      for (const part of parts) if (part.value(truths) === unknown) part.relevant(truths, into);
    },
  };
};
