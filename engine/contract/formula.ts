/**
 * A condition made ready to be decided exactly while some of its quantities are unknown: its parts share no quantity,
 * so that plain three-valued logic is exact between them; what does share one stands together in a block, worked out
 * over all completions up to a stated size.
 */
import { blockOf } from './block.js';
import type { Condition, Criterion } from './bundle.js';
import { type FactsById, leafKey, leavesOf, type Quantity, quantitiesOf } from './regions.js';
import { simplified } from './simplify.js';
import { type Formula, literalsOf, type Tree } from './tree.js';

/** Takes a condition, gives the one that holds exactly where it does not; negation stays at the leaves. */
export const opposite = (condition: Condition): Condition => {
  if (condition.kind === 'all') return { ...condition, kind: 'any', of: condition.of.map(opposite) };
  if (condition.kind === 'any') return { ...condition, kind: 'all', of: condition.of.map(opposite) };
  return { ...condition, negated: !condition.negated };
};

/**
 * The one condition a criterion comes down to: for `requires` that it does not apply or holds, for the others that it
 * applies and holds.
 */
export const wholeOf = ({ role, applies, test }: Pick<Criterion, 'role' | 'applies' | 'test'>): Condition => {
  if (!applies) return test;
  return role === 'requires'
    ? { kind: 'any', of: [opposite(applies), test], reads: test.reads }
    : { kind: 'all', of: [applies, test], reads: test.reads };
};

/** Takes a condition and the facts, gives its formula: a constant where it always or never holds. */
export const formulaOf = (condition: Condition, facts: FactsById): Formula => {
  const leaves = leavesOf(condition);
  const simple = simplified(treeOf(condition, byLeaf(quantitiesOf(leaves, facts))));
  const left = byLeaf(
    quantitiesOf(
      literalsOf(simple).map((literal) => literal.leaf),
      facts,
    ),
  );
  return parted(requantified(simple, left));
};

/** Whether every part of a formula is worked out over all completions, the conditions on entries too. */
export const isExactFormula = (formula: Formula, facts: FactsById): boolean => {
  if (formula.kind === 'all' || formula.kind === 'any') return formula.of.every((part) => isExactFormula(part, facts));
  const literals = formula.kind === 'block' ? literalsOf(formula.of) : formula.kind === 'literal' ? [formula] : [];
  return (
    (formula.kind !== 'block' || formula.table !== undefined) &&
    literals.every(({ leaf }) => leaf.kind !== 'some-entry' || isExactFormula(formulaOf(leaf.where, facts), facts))
  );
};

const byLeaf = (quantities: Quantity[]): Map<string, Quantity> =>
  new Map(quantities.flatMap((quantity) => quantity.keys.map((key) => [key, quantity] as const)));

const treeOf = (condition: Condition, quantities: Map<string, Quantity>): Tree => {
  if (condition.kind === 'all' || condition.kind === 'any') {
    return { kind: condition.kind, of: condition.of.map((part) => treeOf(part, quantities)) };
  }
  const key = leafKey(condition);
  const quantity = quantities.get(key);
  if (!quantity) throw new Error(`The leaf "${key}" has no quantity.`);
  const place = quantity.keys.indexOf(key);
  const somewhere = quantity.regions.some((region) => region.holds[place]);
  const everywhere = quantity.regions.every((region) => region.holds[place]);
  if (somewhere === everywhere) return { kind: 'constant', value: everywhere !== condition.negated };
  const { negated, at } = condition;
  return { kind: 'literal', leaf: condition, key, negated, quantity, ...(at ? { at } : {}) };
};

const requantified = (tree: Tree, quantities: Map<string, Quantity>): Tree => {
  if (tree.kind === 'constant') return tree;
  if (tree.kind === 'literal') return { ...tree, quantity: quantities.get(tree.key) ?? tree.quantity };
  return { kind: tree.kind, of: tree.of.map((part) => requantified(part, quantities)) };
};

/** Parts a tree into formulas that share no quantity. */
const parted = (tree: Tree): Formula => {
  if (tree.kind === 'constant' || tree.kind === 'literal') return tree;
  const shares = sharing(tree.of);
  const whole = shares.length === 1 && tree.of.length > 1;
  if (whole) return blockOf(tree);
  return joined(
    tree.kind,
    shares.map((share) => {
      const [only, ...others] = share;
      return only && others.length === 0 ? parted(only) : blockOf({ kind: tree.kind, of: share });
    }),
  );
};

const joined = (kind: 'all' | 'any', parts: Formula[]): Formula => {
  const decides = kind === 'any';
  if (parts.some((part) => part.kind === 'constant' && part.value === decides))
    return { kind: 'constant', value: decides };
  const left = parts.filter((part) => part.kind !== 'constant');
  const [only, ...others] = left;
  if (!only) return { kind: 'constant', value: !decides };
  return others.length === 0 ? only : { kind, of: left };
};

/** Parts the trees into groups, so that no quantity occurs in two groups. */
const sharing = (trees: Tree[]): Tree[][] => {
  let groups: { trees: Tree[]; keys: Set<string> }[] = [];
  for (const tree of trees) {
    const keys = new Set(literalsOf(tree).map((literal) => literal.quantity.key));
    const touching = groups.filter((group) => [...keys].some((key) => group.keys.has(key)));
    const merged = {
      trees: [...touching.flatMap((group) => group.trees), tree],
      keys: new Set([...touching.flatMap((group) => [...group.keys]), ...keys]),
    };
    groups = [...groups.filter((group) => !touching.includes(group)), merged];
  }
  return groups.map((group) => group.trees);
};
