/**
 * Conditions over time as rails. Parts that share a quantity are not put together here, as they are in criteria: over
 * time the engine itself goes by plain three-valued logic.
 */
import {
  type At,
  type Course,
  type CourseCondition,
  type CourseLeaf,
  factOfLeaf,
  type Id,
  isOverTime,
  type Leaf,
  lastWholeDay,
  type OverTimePart,
  overTimeParts,
  partName,
  type Rule,
  type RuleCondition,
  type Rules,
  today,
} from '../../../engine/contract/index.js';
import { literalCondition, nameAt } from './literal.js';
import { constant, entryRailOf, group, grouped, type RailOf } from './rail.js';

/** Takes a course and the facts that are answered; gives the rules over time: of the case, of each session, of each entry. */
export const rulesOverTime = (course: Course, facts: RailOf['facts']): NonNullable<Rules['overTime']> =>
  overTimeParts(course).map(({ each, parts }) => ({
    ...(each !== undefined && { each }),
    rules: parts.flatMap((part) => rulesOf(part, facts)),
  }));

const rulesOf = ({ asks, of, part, need, at }: OverTimePart, facts: RailOf['facts']): Rule[] =>
  (['holds', 'holds-not'] as const).map((type) => {
    const params = { of, part, ...(need !== undefined && { need }) };
    const condition = grouped(railOverTime(conditionOf(asks, at), type === 'holds', { id: partName(params), facts }));
    return { name: `${partName(params)}/${type}`, conditions: condition, event: { type, params } };
  });

/** That a number reaches so much, as of one moment: it is at least that. */
const conditionOf = (asks: OverTimePart['asks'], at: At): CourseCondition =>
  asks.kind === 'reaches'
    ? { kind: 'compares', fact: asks.fact, comparison: 'at-least', to: asks.n, negated: false, reads: asks.reads, at }
    : asks;

const railOverTime = (condition: CourseCondition, holds: boolean, of: RailOf): RuleCondition => {
  if (condition.kind === 'all' || condition.kind === 'any') {
    // An empty group holds of itself, or never; json-rules-engine holds every empty one to be true.
    if (condition.of.length === 0) return constant((condition.kind === 'all') === holds);
    return group(
      condition.kind,
      holds,
      condition.of.map((part) => railOverTime(part, holds, of)),
    );
  }
  const leaf = condition as (Leaf | CourseLeaf) & Pick<CourseCondition, 'at'>;
  return leafRail(leaf, holds !== leaf.negated, nameAt(leaf.at, of.id), of);
};

const leafRail = (leaf: Leaf | CourseLeaf, holds: boolean, name: string, of: RailOf): RuleCondition => {
  const oneOf = (fact: string, options: Id[]): RuleCondition => ({ name, fact, operator: 'is-one-of', value: options });
  if (isOverTime(leaf)) return oneOf(factOfLeaf(leaf), [holds ? 'yes' : 'no']);
  // What is not answered but worked out has no names for "not applicable": nothing that is said of it holds of that.
  if (leaf.kind === 'is' && !of.facts.has(leaf.fact)) {
    const options = leaf.anyOf.filter((option) => option !== 'not-applicable');
    return holds ? oneOf(leaf.fact, options) : { name, fact: leaf.fact, operator: 'is-none-of', value: options };
  }
  return literalCondition(judged(leaf), holds, { name, facts: of.facts, entryRail: entryRailOf(of) });
};

/** How long ago something was is judged by the latest day that is over. */
const judged = (leaf: Leaf): Leaf => {
  if (leaf.kind !== 'apart') return leaf;
  const dayOf = (fact: Id): Id => (fact === today ? lastWholeDay : fact);
  return { ...leaf, fact: dayOf(leaf.fact), than: 'fact' in leaf.than ? { fact: dayOf(leaf.than.fact) } : leaf.than };
};
