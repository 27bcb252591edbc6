/**
 * Makes a tree say the same with fewer repetitions, by laws that hold for every completion. What a question asked only
 * in some case drags along (its guard) mostly falls together here.
 */
import type { Literal, Tree } from './tree.js';

type Group = Extract<Tree, { kind: 'all' | 'any' }>;
/** Leaves taken as holding or not, by key, before they are negated. */
type Taken = ReadonlyMap<string, boolean>;

/** Takes a tree, gives one that is true of the same values. */
export const simplified = (tree: Tree): Tree => {
  let now = pruned(tree, new Map());
  for (let round = 0; round < mostRounds; round += 1) {
    const next = pruned(factored(now), new Map());
    if (sizeOf(next) >= sizeOf(now)) return next;
    now = next;
  }
  return now;
};
/** Each round makes the tree smaller; no written condition needs more than a few. */
const mostRounds = 20;

const sizeOf = (tree: Tree): number =>
  tree.kind === 'all' || tree.kind === 'any' ? tree.of.reduce((sum, part) => sum + sizeOf(part), 0) : 1;

/** Beside a literal of "all of", the others are read as if it holds; beside one of "any of", as if it does not. */
const pruned = (tree: Tree, taken: Taken): Tree => {
  if (tree.kind === 'constant') return tree;
  if (tree.kind === 'literal') {
    const holds = taken.get(tree.key);
    return holds === undefined ? tree : { kind: 'constant', value: holds !== tree.negated };
  }
  const decides = tree.kind === 'any';
  let parts = flattened(tree);
  for (;;) {
    const beside = new Map(taken);
    const literals: Tree[] = [];
    for (const part of parts) {
      if (part.kind !== 'literal') continue;
      const now = pruned(part, beside);
      if (now.kind === 'constant' && now.value === decides) return now;
      if (now.kind !== 'literal') continue;
      literals.push(now);
      beside.set(now.key, now.negated === decides);
    }
    const rest = parts.filter((part) => part.kind !== 'literal').map((part) => pruned(part, beside));
    if (rest.some((part) => part.kind === 'constant' && part.value === decides))
      return { kind: 'constant', value: decides };
    const next = flattened({ kind: tree.kind, of: [...literals, ...rest.filter((part) => part.kind !== 'constant')] });
    const settled = next.filter((part) => part.kind === 'literal').length === literals.length;
    parts = next;
    if (settled) break;
  }
  const [only, ...others] = parts;
  if (!only) return { kind: 'constant', value: !decides };
  return others.length === 0 ? only : { kind: tree.kind, of: parts };
};

const flattened = (group: Group): Tree[] =>
  group.of.flatMap((part) => (part.kind === group.kind ? flattened(part as Group) : [part]));

const nameOf = (literal: Literal): string => `${literal.negated ? 'not ' : ''}${literal.key}`;
const literalsIn = (tree: Tree): Literal[] =>
  tree.kind === 'all' || tree.kind === 'any' ? tree.of.filter((part) => part.kind === 'literal') : [];

/** "Any of (g and x), (g and y)" is "g and any of x, y"; and the other way round. The commonest literal goes first. */
const factored = (tree: Tree): Tree => {
  if (tree.kind === 'constant' || tree.kind === 'literal') return tree;
  const parts = tree.of.map(factored);
  const counts = new Map<string, number>();
  for (const part of parts) {
    for (const literal of literalsIn(part)) counts.set(nameOf(literal), (counts.get(nameOf(literal)) ?? 0) + 1);
  }
  const [name, count] = [...counts].reduce((most, each) => (each[1] > most[1] ? each : most), ['', 1]);
  if (count < 2) return { kind: tree.kind, of: parts };
  const has = (part: Tree): boolean => literalsIn(part).some((literal) => nameOf(literal) === name);
  const [first] = parts
    .filter(has)
    .flatMap(literalsIn)
    .filter((literal) => nameOf(literal) === name);
  if (!first) return { kind: tree.kind, of: parts };
  const rests = parts.filter(has).map((part) => without(part as Group, name));
  const dual = tree.kind === 'all' ? 'any' : 'all';
  const together: Tree = { kind: dual, of: [first, { kind: tree.kind, of: rests }] };
  return { kind: tree.kind, of: [...parts.filter((part) => !has(part)), together] };
};

const without = (group: Group, name: string): Tree => ({
  kind: group.kind,
  of: group.of.filter((part) => part.kind !== 'literal' || nameOf(part) !== name),
});
