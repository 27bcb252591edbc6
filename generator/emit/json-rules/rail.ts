/** A formula as a condition that holds exactly where the formula surely does, or surely does not: a rail. */
import {
  type Block,
  type FactsById,
  type Formula,
  formulaOf,
  type Id,
  type Leaf,
  type Literal,
  literalsOf,
  type Quantity,
  type RuleCondition,
  type Tree,
} from '../../../engine/contract/index.js';
import { type Implicant, implicantsBeyondLogic } from './implicants.js';
import { type EntryRail, literalCondition, nameAt } from './literal.js';

/** What a rail is of: the id that its leaves' names end in, and the facts. */
export interface RailOf {
  id: Id;
  facts: FactsById;
}

/** Always true, or never; `today` is always there. */
export const constant = (value: boolean): RuleCondition => ({ fact: 'today', operator: 'is-anything', value });

/** Takes a formula and whether it is to hold or surely not to, gives the rail, or nothing where it never fires. */
export const railOf = (formula: Formula, holds: boolean, of: RailOf): RuleCondition | undefined => {
  if (formula.kind === 'constant') return formula.value === holds ? grouped(constant(true)) : undefined;
  return grouped(railIn(formula, holds, of));
};

/** json-rules-engine takes nothing but a group as a whole condition. */
export const grouped = (condition: RuleCondition): RuleCondition =>
  'all' in condition || 'any' in condition ? condition : { all: [condition] };

const railIn = (formula: Formula, holds: boolean, of: RailOf): RuleCondition => {
  switch (formula.kind) {
    case 'constant':
      return constant(formula.value === holds);
    case 'literal':
      return literalRail(formula, formula.leaf, holds !== formula.negated, of);
    case 'block':
      return blockRail(formula, holds, of);
    default:
      return group(
        formula.kind,
        holds,
        formula.of.map((part) => railIn(part, holds, of)),
      );
  }
};

/** What is not "all of" is any of the opposites, and the other way round. */
export const group = (kind: 'all' | 'any', holds: boolean, parts: RuleCondition[]): RuleCondition =>
  (kind === 'all') === holds ? { all: parts } : { any: parts };

const literalRail = ({ at }: Pick<Literal, 'at'>, leaf: Leaf, holds: boolean, of: RailOf): RuleCondition =>
  literalCondition(leaf, holds, {
    name: nameAt(at, of.id),
    facts: of.facts,
    entryRail: entryRailOf(of),
  });

/** How the condition on an entry is written. */
export const entryRailOf =
  (of: RailOf): EntryRail =>
  (where, holds) =>
    railOf(formulaOf(where, of.facts), holds, of) ?? grouped(constant(false));

const plainRail = (tree: Tree, holds: boolean, of: RailOf): RuleCondition =>
  tree.kind === 'all' || tree.kind === 'any'
    ? group(
        tree.kind,
        holds,
        tree.of.map((part) => plainRail(part, holds, of)),
      )
    : railIn(tree, holds, of);

/** As it is written, and beside that whatever plain three-valued logic does not find. */
const blockRail = (block: Block, holds: boolean, of: RailOf): RuleCondition => {
  const plain = plainRail(block.of, holds, of);
  const beyond = block.table ? implicantsBeyondLogic(block, block.table, holds) : [];
  if (beyond.length === 0) return plain;
  return { any: [plain, ...beyond.map((implicant) => implicantRail(implicant, block, of))] };
};

const implicantRail = (implicant: Implicant, block: Block, of: RailOf): RuleCondition => {
  const parts = block.quantities.flatMap((quantity, i) => {
    const regions = implicant[i];
    return regions ? [regionsRail(quantity, regions, block, of)] : [];
  });
  const [only, ...others] = parts;
  return only && others.length === 0 ? only : { all: parts };
};

/** That a quantity is known to be in one of some regions. */
const regionsRail = (quantity: Quantity, regions: readonly number[], block: Block, of: RailOf): RuleCondition => {
  const written = (leaf: number): Pick<Literal, 'at'> =>
    literalsOf(block.of).find(({ key }) => key === quantity.keys[leaf]) ?? {};
  const literal = (leaf: number, holds: boolean): RuleCondition[] => {
    const found = quantity.leaves[leaf];
    return found ? [literalRail(written(leaf), found, holds, of)] : [];
  };
  for (const [leaf] of quantity.leaves.entries()) {
    for (const holds of [true, false]) {
      const same = quantity.regions.every((region, i) => (region.holds[leaf] === holds) === regions.includes(i));
      const [condition] = same ? literal(leaf, holds) : [];
      if (condition) return condition;
    }
  }
  const [first] = quantity.leaves;
  if (first?.kind === 'is') {
    const anyOf = regions.flatMap((region) => quantity.regions[region]?.options ?? []);
    return literalRail(written(0), { ...first, anyOf, negated: false }, true, of);
  }
  return one(
    'any',
    regions.map((region) =>
      one(
        'all',
        telling(quantity, region, regions).flatMap((leaf) =>
          literal(leaf, quantity.regions[region]?.holds[leaf] ?? false),
        ),
      ),
    ),
  );
};

const one = (kind: 'all' | 'any', parts: RuleCondition[]): RuleCondition => {
  const [only, ...others] = parts;
  if (only && others.length === 0) return only;
  return kind === 'all' ? { all: parts } : { any: parts };
};

/** The fewest leaves (as found by leaving out one after the other) that tell a region from all that is not wanted. */
const telling = (quantity: Quantity, region: number, wanted: readonly number[]): number[] => {
  const own = quantity.regions[region]?.holds ?? [];
  const tells = (leaves: number[]): boolean =>
    quantity.regions.every((other, i) => wanted.includes(i) || leaves.some((leaf) => other.holds[leaf] !== own[leaf]));
  let left = quantity.leaves.map((_, leaf) => leaf);
  for (const [leaf] of quantity.leaves.entries()) {
    const fewer = left.filter((each) => each !== leaf);
    if (fewer.length > 0 && tells(fewer)) left = fewer;
  }
  return left;
};
