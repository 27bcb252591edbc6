/**
 * What counts as one unknown. A condition is a function of *quantities*; a quantity that is not known ranges over its
 * *regions*, the classes of values that its leaves cannot tell apart. Engine and generator must mean the same by both.
 *
 * Stated limits: quantities that share a fact and yet differ (a date held to a day, and to another date) are treated as
 * independent of one another, and so are the parts of one answer of several choices. A pair of dates of which one is
 * known still counts as wholly unknown: where one may be not applicable, that too stays possible. An option that is
 * offered only when something holds still counts among the answers that are possible when it surely does not: its
 * choice would hang on other quantities. So it may be said that there is not enough information where all options that
 * are left agree; it is never said that something is settled which is not.
 */
import type { Condition, Fact, Id, Leaf } from './bundle.js';
import { dayRegions, pairRegions } from './day-regions.js';

/** Above this, the ways in which quantities can be unknown or in one region are not all worked through: ten yes/no. */
export const mostAssignments = 59_049;

/** The day of the "as of", as a fact: it is always known. */
export const today = 'today';

export type FactsById = ReadonlyMap<Id, Fact>;
/** Takes facts, gives them by id. */
export const byId = (facts: readonly Fact[]): FactsById => new Map(facts.map((fact) => [fact.id, fact]));

/** One class of values: for each leaf of the quantity, whether it holds there before `negated` turns it over. */
export interface Region {
  holds: boolean[];
  /** Of a choice: the options it stands for, `not-applicable` among them. */
  options?: Id[];
}
export interface Quantity {
  key: string;
  /** Whose answers make it known; `today` is not named. */
  facts: Id[];
  /** Each different leaf on it, once; `negated` is to be ignored. */
  leaves: Leaf[];
  /** The `leafKey` of each. */
  keys: string[];
  regions: Region[];
}

/** What a leaf asks, before it is negated: leaves of one key are the same question. */
export const leafKey = (leaf: Leaf): string => {
  switch (leaf.kind) {
    case 'is':
      return `is ${leaf.fact} ${[...leaf.anyOf].sort().join(' ')}`;
    case 'includes':
      return `includes ${leaf.fact} ${leaf.option}`;
    case 'compares':
      return `compares ${leaf.fact} ${leaf.comparison} ${leaf.to}`;
    case 'dated':
      return `dated ${leaf.fact} ${leaf.order} ${thanText(leaf.than)}`;
    case 'apart':
      return `apart ${leaf.fact} ${leaf.comparison} ${leaf.duration.n} ${leaf.duration.unit} ${leaf.direction} ${thanText(leaf.than)}`;
    case 'answered':
      return `answered ${leaf.fact}`;
    case 'some-entry':
      return `some-entry ${leaf.fact} ${conditionKey(leaf.where)}`;
  }
};
const thanText = (than: { fact: Id } | { day: string }): string => ('fact' in than ? than.fact : than.day);
const conditionKey = (condition: Condition): string =>
  condition.kind === 'all' || condition.kind === 'any'
    ? `${condition.kind}(${condition.of.map(conditionKey).join(', ')})`
    : `${condition.negated ? 'not ' : ''}${leafKey(condition)}`;

/** Takes a condition, gives its leaves in the order they are read; those inside an entry's condition not among them. */
export const leavesOf = (condition: Condition): (Condition & Leaf)[] =>
  condition.kind === 'all' || condition.kind === 'any' ? condition.of.flatMap(leavesOf) : [condition];

/** The facts that a leaf reads, `today` among them; inside an entry's condition too. */
export const factsRead = (leaf: Leaf): Id[] => {
  if (leaf.kind === 'some-entry') return [leaf.fact, ...leavesOf(leaf.where).flatMap(factsRead)];
  if ((leaf.kind === 'dated' || leaf.kind === 'apart') && 'fact' in leaf.than) return [leaf.fact, leaf.than.fact];
  return [leaf.fact];
};

/** Whether "not applicable" can be answered to a fact. */
export const offersNotApplicable = (fact: Fact | undefined): boolean =>
  fact?.options.some((option) => option.means === 'not-applicable') ?? false;

/** Takes the id of an option, gives `not-applicable` where it means that. */
export const optionMeant = (fact: Fact | undefined, option: Id): Id =>
  fact?.options.find((each) => each.id === option)?.means === 'not-applicable' ? 'not-applicable' : option;

/** Whether a leaf of a choice holds of an option, or of `not-applicable`. */
export const isHolds = (leaf: { anyOf: Id[] }, fact: Fact | undefined, option: Id): boolean =>
  leaf.anyOf.some((each) => optionMeant(fact, each) === optionMeant(fact, option));

/** Takes all the leaves of a condition (or of several, taken together) and the facts, gives their quantities. */
export const quantitiesOf = (leaves: readonly Leaf[], facts: FactsById): Quantity[] => {
  const distinct = new Map(leaves.map((leaf) => [leafKey(leaf), leaf]));
  const grouped = new Map<string, Map<string, Leaf>>();
  for (const [key, leaf] of distinct) {
    const quantity = quantityKey(leaf);
    const group = grouped.get(quantity) ?? new Map<string, Leaf>();
    grouped.set(quantity, group.set(key, leaf));
  }
  return [...grouped].map(([key, group]) => {
    const ofQuantity = [...group.values()];
    const read = ofQuantity.flatMap((leaf) => (leaf.kind === 'some-entry' ? [leaf.fact] : factsRead(leaf)));
    return {
      key,
      facts: [...new Set(read)].filter((fact) => fact !== today),
      leaves: ofQuantity,
      keys: [...group.keys()],
      regions: keptRegions(`${key}: ${[...group.keys()].join(', ')}`, ofQuantity, facts),
    };
  });
};

const pairOf = (leaf: Leaf): string => [...factsRead(leaf)].sort().join(' ');

const quantityKey = (leaf: Leaf): string => {
  switch (leaf.kind) {
    case 'is':
      return `choice ${leaf.fact}`;
    case 'compares':
      return `number ${leaf.fact}`;
    case 'dated':
    case 'apart':
      return 'day' in leaf.than ? `day ${leaf.fact}` : `days ${pairOf(leaf)}`;
    default:
      return leafKey(leaf);
  }
};

/** The same leaves on the same facts come again and again while one bundle is made ready. */
const kept = new WeakMap<FactsById, Map<string, Region[]>>();

const keptRegions = (key: string, leaves: Leaf[], facts: FactsById): Region[] => {
  const ofFacts = kept.get(facts) ?? new Map<string, Region[]>();
  kept.set(facts, ofFacts);
  const regions = ofFacts.get(key) ?? mergeAlike(regionsOf(leaves, facts));
  ofFacts.set(key, regions);
  return regions;
};

const regionsOf = (leaves: Leaf[], facts: FactsById): Region[] => {
  const [first] = leaves;
  if (!first) return [];
  const fact = facts.get(first.fact);
  const noneHolds = { holds: leaves.map(() => false) };
  switch (first.kind) {
    case 'is':
      return choiceRegions(leaves, fact);
    case 'compares':
      return [...numberRegions(leaves, fact), ...(offersNotApplicable(fact) ? [noneHolds] : [])];
    case 'dated':
    case 'apart': {
      const read = 'fact' in first.than ? [first.fact, first.than.fact] : [first.fact];
      const canBeNone = read.some((id) => offersNotApplicable(facts.get(id)));
      const regions = 'day' in first.than ? dayRegions(leaves) : pairRegions(leaves);
      return canBeNone ? [...regions, noneHolds] : regions;
    }
    default:
      return [{ holds: [true] }, { holds: [false] }];
  }
};

const choiceRegions = (leaves: Leaf[], fact: Fact | undefined): Region[] => {
  const values = (fact?.options ?? []).filter((option) => option.means === undefined).map((option) => option.id);
  const options = offersNotApplicable(fact) ? [...values, 'not-applicable'] : values;
  return options.map((option) => ({
    holds: leaves.map((leaf) => leaf.kind === 'is' && isHolds(leaf, fact, option)),
    options: [option],
  }));
};

/** Whether a number compares so to another. */
export const comparesSo = (comparison: string, value: number, to: number): boolean => {
  if (comparison === 'at-least') return value >= to;
  if (comparison === 'at-most') return value <= to;
  if (comparison === 'more-than') return value > to;
  if (comparison === 'less-than') return value < to;
  return value === to;
};

const numberRegions = (leaves: Leaf[], fact: Fact | undefined): Region[] => {
  const {
    atLeast = Number.NEGATIVE_INFINITY,
    atMost = Number.POSITIVE_INFINITY,
    whole,
  } = fact?.number ?? { whole: false };
  const cuts = [...new Set(leaves.flatMap((leaf) => (leaf.kind === 'compares' ? [leaf.to] : [])))].sort(
    (a, b) => a - b,
  );
  const within = [atLeast, atMost].filter(Number.isFinite);
  const tried = whole
    ? [...cuts, ...within].flatMap((cut) => [Math.floor(cut) - 1, Math.floor(cut), Math.ceil(cut), Math.ceil(cut) + 1])
    : betweenAndAt([...new Set([...cuts, ...within])].sort((a, b) => a - b));
  return tried
    .filter((value) => value >= atLeast && value <= atMost)
    .sort((a, b) => a - b)
    .map((value) => ({
      holds: leaves.map((leaf) => leaf.kind === 'compares' && comparesSo(leaf.comparison, value, leaf.to)),
    }));
};

/** Each of the points, one value between each two, and one beyond either end. */
const betweenAndAt = (points: number[]): number[] =>
  points.flatMap((point, i) => {
    const next = points[i + 1];
    const after = next === undefined ? point + 1 : (point + next) / 2;
    return i === 0 ? [point - 1, point, after] : [point, after];
  });

/** Regions in which every leaf comes out the same are one. */
const mergeAlike = (regions: Region[]): Region[] => {
  const merged = new Map<string, Region>();
  for (const region of regions) {
    const key = region.holds.map(Number).join('');
    const alike = merged.get(key);
    if (!alike) merged.set(key, { ...region });
    else if (alike.options && region.options) alike.options = [...alike.options, ...region.options];
  }
  return [...merged.values()];
};
