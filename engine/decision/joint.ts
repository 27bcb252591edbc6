/**
 * What the deciding criteria can come to together, and which unknown quantities can still change the outcome. Criteria
 * that share an unknown quantity are worked out over its completions jointly, up to a stated size.
 */

import { type Truths, yes } from '../condition/truth.js';
import type { CompiledCriterion, Standing } from '../criterion/compiled-criterion.js';
import { type Ground, type Grounds, groundOf, groundsIn, onlyGround, together, toldApart } from './outcomes.js';

/** Up to this many completions, criteria that share quantities are worked out jointly. */
export const mostCompletions = 4_096;

/** A quantity over all deciding criteria: its leaves by number, and their truths in each region. */
export interface JointQuantity {
  leaves: number[];
  regions: boolean[][];
}
/** A deciding criterion, and how it stands. */
export interface Deciding {
  compiled: CompiledCriterion;
  standing: Standing;
}
export interface Joint {
  /** All that can come about. */
  grounds: Grounds;
  /** Numbers of leaves on quantities that could still change the outcome. */
  relevant: Set<number>;
  /** Those of them that may turn out not to matter: too large to be worked out. */
  maybe: Set<number>;
}

interface Component {
  members: Deciding[];
  quantities: JointQuantity[];
}
interface Part {
  grounds: Grounds;
  /** Of each quantity: pairs of grounds that differ in it alone, each as one number. */
  pairs: { leaves: readonly number[]; differing: ReadonlySet<number>; maybe: boolean }[];
}

/** Takes the deciding criteria and their quantities by leaf, gives what they can come to. */
export const jointly = (
  deciding: readonly Deciding[],
  quantityOf: ReadonlyMap<number, JointQuantity>,
  truths: Truths,
): Joint => {
  let settled: Ground = 0;
  const open: Deciding[] = [];
  for (const each of deciding) {
    const { verdict, whole } = each.standing;
    if (verdict === 'unknown') open.push(each);
    else if (verdict !== 'not-applicable') settled |= groundOf(each.compiled.criterion.role, whole === yes);
  }
  const parts = componentsOf(open, quantityOf).map((component) => partOf(component, truths));
  const { all, besides } = combined(parts, onlyGround(settled));
  const joint: Joint = { grounds: all, relevant: new Set(), maybe: new Set() };
  parts.forEach((part, i) => {
    const beside = besides[i] ?? all;
    for (const { leaves, differing, maybe } of part.pairs) {
      if (![...differing].some((pair) => toldApart(pair >> 3, pair & 7, beside))) continue;
      for (const leaf of leaves) {
        joint.relevant.add(leaf);
        if (maybe) joint.maybe.add(leaf);
      }
    }
  });
  return joint;
};

/** What parts can come to all together, and beside each of them. */
const combined = (parts: readonly Part[], settled: Grounds): { all: Grounds; besides: Grounds[] } => {
  const after: Grounds[] = [onlyGround(0)];
  for (const part of [...parts].reverse()) after.unshift(together(part.grounds, after[0] ?? 0));
  let before = settled;
  const besides = parts.map((part, i) => {
    const beside = together(before, after[i + 1] ?? onlyGround(0));
    before = together(before, part.grounds);
    return beside;
  });
  return { all: before, besides };
};

const componentsOf = (open: Deciding[], quantityOf: ReadonlyMap<number, JointQuantity>): Component[] => {
  let components: { members: Deciding[]; quantities: Set<JointQuantity> }[] = [];
  for (const each of open) {
    const own = new Set([...each.standing.relevant].flatMap((leaf) => quantityOf.get(leaf) ?? []));
    const touching = components.filter(({ quantities }) => [...own].some((quantity) => quantities.has(quantity)));
    const merged = {
      members: [...touching.flatMap(({ members }) => members), each],
      quantities: new Set([...touching.flatMap(({ quantities }) => [...quantities]), ...own]),
    };
    components = [...components.filter((component) => !touching.includes(component)), merged];
  }
  return components.map(({ members, quantities }) => ({ members, quantities: [...quantities] }));
};

const partOf = (component: Component, truths: Truths): Part => {
  const [only, ...others] = component.members;
  if (only && others.length === 0) return partOfOne(only, component.quantities);
  const completions = component.quantities.reduce((product, { regions }) => product * regions.length, 1);
  return completions > mostCompletions ? apart(component) : workedOut(component, truths);
};

/** A criterion on its own can come out either way, by each quantity that matters to it. */
const partOfOne = ({ compiled, standing }: Deciding, quantities: JointQuantity[]): Part => {
  const { role } = compiled.criterion;
  const [holding, failing] = [groundOf(role, true), groundOf(role, false)];
  return {
    grounds: onlyGround(holding) | onlyGround(failing),
    pairs: quantities.map((quantity) => ({
      leaves: quantity.leaves.filter((leaf) => standing.relevant.has(leaf)),
      differing: new Set([pairNumber(holding, failing)]),
      maybe: !compiled.whole.exact,
    })),
  };
};

/** Too large to be worked out jointly: as if each criterion stood on its own. */
const apart = ({ members, quantities }: Component): Part => {
  const parts = members.map((each) =>
    partOfOne(
      each,
      quantities.filter(({ leaves }) => leaves.some((leaf) => each.standing.relevant.has(leaf))),
    ),
  );
  const { all, besides } = combined(parts, onlyGround(0));
  return {
    grounds: all,
    pairs: parts.flatMap((part, i) =>
      part.pairs.map((pair) => ({
        ...pair,
        maybe: true,
        differing: standingBeside(pair.differing, besides[i] ?? all),
      })),
    ),
  };
};

const standingBeside = (differing: ReadonlySet<number>, beside: Grounds): Set<number> =>
  new Set(
    [...differing].flatMap((pair) =>
      groundsIn(beside).map((other) => pairNumber((pair >> 3) | other, (pair & 7) | other)),
    ),
  );

const pairNumber = (a: Ground, b: Ground): number => (a < b ? (a << 3) | b : (b << 3) | a);

/** Tries every completion of the quantities that matter to the component's criteria. */
const workedOut = ({ members, quantities }: Component, truths: Truths): Part => {
  const completed = truths.slice();
  const found: Ground[] = [];
  const digits = quantities.map(() => 0);
  const set = (i: number): void => {
    const quantity = quantities[i];
    quantity?.leaves.forEach((leaf, n) => {
      completed[leaf] = quantity.regions[digits[i] ?? 0]?.[n] ? 1 : 0;
    });
  };
  quantities.forEach((_, i) => {
    set(i);
  });
  do {
    found.push(groundWith(members, completed));
  } while (step(digits, quantities, set));
  return {
    grounds: found.reduce((sum, ground) => sum | onlyGround(ground), 0),
    pairs: quantities.map((quantity, i) => ({
      leaves: quantity.leaves,
      differing: differingIn(i, quantities, found),
      maybe: members.some(({ compiled }) => !compiled.whole.exact),
    })),
  };
};

const groundWith = (members: Deciding[], truths: Truths): Ground => {
  let ground = 0;
  for (const { compiled } of members) {
    ground |= groundOf(compiled.criterion.role, compiled.whole.value(truths) === yes);
  }
  return ground;
};

/** Goes on to the next completion; false after the last. */
const step = (digits: number[], quantities: JointQuantity[], set: (i: number) => void): boolean => {
  for (let i = 0; i < digits.length; i += 1) {
    const next = (digits[i] ?? 0) + 1;
    digits[i] = next < (quantities[i]?.regions.length ?? 0) ? next : 0;
    set(i);
    if (digits[i] !== 0) return true;
  }
  return false;
};

const differingIn = (which: number, quantities: JointQuantity[], found: Ground[]): Set<number> => {
  const stride = quantities.slice(0, which).reduce((product, { regions }) => product * regions.length, 1);
  const regions = quantities[which]?.regions.length ?? 1;
  const pairs = new Set<number>();
  found.forEach((ground, place) => {
    const region = Math.floor(place / stride) % regions;
    for (let other = region + 1; other < regions; other += 1) {
      const beside = found[place + (other - region) * stride] ?? ground;
      if (beside !== ground) pairs.add(pairNumber(ground, beside));
    }
  });
  return pairs;
};
