/** A bundle made ready to run. This is done once for each bundle, and kept for as long as the bundle is. */
import type { Folding } from './case/fold.js';
import { type Clock, clockOf } from './case/moment.js';
import { type Normaliser, normaliserOf } from './case/offered.js';
import { type FactTable, factTableOf } from './case/record.js';
import { refusalOf } from './case/refusal.js';
import { type LeafTable, leafTable, type Program, programOf } from './condition/program.js';
import type { Bundle, Condition, Decision } from './contract/bundle.js';
import { byId, leafKey, leavesOf, quantitiesOf } from './contract/regions.js';
import { type CompiledCourse, compileCourse } from './course/compiled-course.js';
import { onlyHersIn } from './course/kept-apart.js';
import { type CompiledCriterion, compiledCriterion } from './criterion/compiled-criterion.js';
import { judgementsBehind } from './criterion/stale.js';
import type { JointQuantity } from './decision/joint.js';
import { type Explainer, explainerOf } from './explain/why.js';

export interface CompiledBundle {
  bundle: Bundle;
  /** The digest that the bundle carried when it was made ready. */
  digest: string;
  facts: FactTable;
  clock: Clock;
  folding: Folding;
  normalise: Normaliser;
  leaves: LeafTable;
  criteria: {
    compiled: CompiledCriterion;
    explainApplies: Explainer | undefined;
    explainTest: Explainer;
    /** Numbers of the judgements it reads that rest on other facts. */
    judgements: number[];
  }[];
  /** The quantity of each leaf, over all deciding criteria together. */
  quantityOf: ReadonlyMap<number, JointQuantity>;
  consulting: { says: Decision['consulting'][number]; when: Program | undefined }[];
  /** What it says of time. */
  course: CompiledCourse | undefined;
}

const kept = new WeakMap<Bundle, CompiledBundle>();

/** Takes a bundle, gives it ready to run. Throws where it names a fact that it does not have. */
export const compiledBundle = (bundle: Bundle): CompiledBundle => {
  const known = kept.get(bundle);
  if (known && known.digest === bundle.digest) return known;
  const made = compile(bundle);
  kept.set(bundle, made);
  return made;
};

const compile = (bundle: Bundle): CompiledBundle => {
  const facts = factTableOf(bundle.facts);
  const leaves = leafTable(facts, byId(bundle.facts));
  const clock = clockOf(bundle.programme.timeZone);
  const criteria = bundle.criteria.map((criterion) => ({
    compiled: compiledCriterion(criterion, leaves),
    explainApplies: criterion.applies && explainerOf(criterion.applies, leaves),
    explainTest: explainerOf(criterion.test, leaves),
    judgements: judgementsBehind(criterion, facts),
  }));
  const folding = { table: facts, clock, refusal: refusalOf(bundle), isOnlyHers: onlyHersIn(bundle) };
  const normalise = normaliserOf(facts);
  return {
    bundle,
    digest: bundle.digest,
    facts,
    clock,
    folding,
    normalise,
    course: bundle.course && compileCourse(bundle, bundle.course, { folding, normalise }),
    leaves,
    criteria,
    quantityOf: jointQuantities(bundle, leaves),
    consulting: (bundle.decision?.consulting ?? []).map((says) => ({
      says,
      when: says.when && programOf(says.when, leaves),
    })),
  };
};

const jointQuantities = (bundle: Bundle, leaves: LeafTable): Map<number, JointQuantity> => {
  const deciding = bundle.criteria.filter((criterion) => criterion.decides);
  const conditions: Condition[] = deciding.flatMap(({ applies, test }) => (applies ? [applies, test] : [test]));
  const quantities = quantitiesOf(conditions.flatMap(leavesOf), leaves.byId);
  return new Map(
    quantities.flatMap((quantity) => {
      const numbers = quantity.leaves.map((leaf) => leaves.numbers.get(leafKey(leaf)) ?? -1);
      const joint = { leaves: numbers, regions: quantity.regions.map((region) => region.holds) };
      return numbers.map((number) => [number, joint] as const);
    }),
  );
};
