/** The criteria as rules for a stock json-rules-engine: for each, what it surely meets, and what it surely does not. */
import {
  type Bundle,
  byId,
  type Criterion,
  type Fact,
  formulaOf,
  type Id,
  isExactFormula,
  type RailType,
  type Role,
  type RuleCondition,
  type Rules,
  wholeOf,
} from '../../engine/contract/index.js';
import { rulesOverTime } from './json-rules/over-time.js';
import { railOf } from './json-rules/rail.js';

/** Takes a criterion and all facts, gives whether its verdict is exact over every completion (see `regions.ts`). */
export const isExact = (criterion: Pick<Criterion, 'role' | 'applies' | 'test'>, facts: readonly Fact[]): boolean => {
  const known = byId(facts);
  const conditions = [wholeOf(criterion), ...(criterion.applies ? [criterion.applies] : [])];
  return conditions.every((condition) => isExactFormula(formulaOf(condition, known), known));
};

/**
 * Takes the criteria and the facts of a bundle, gives its rules. The rules of a criterion fire as far as it is settled;
 * those of the decision once nothing unknown could change it. What it says of time is beside them.
 */
export const toJsonRules = (core: Pick<Bundle, 'criteria' | 'facts' | 'course'>): Rules => {
  const facts = byId(core.facts);
  const conditions: Record<string, RuleCondition> = {};
  const rules: Rules['rules'] = [];
  const add = (of: Id, type: RailType, condition: RuleCondition | undefined): void => {
    if (!condition) return;
    const name = `${of}/${type}`;
    conditions[name] = condition;
    rules.push({ name, conditions: { all: [{ condition: name }] }, event: { type, params: { of } } });
  };
  for (const criterion of core.criteria) {
    const of = { id: criterion.id, facts };
    const whole = formulaOf(wholeOf(criterion), facts);
    add(criterion.id, 'met', railOf(whole, true, of));
    add(criterion.id, 'not-met', railOf(whole, false, of));
    if (criterion.applies) add(criterion.id, 'not-applicable', railOf(formulaOf(criterion.applies, facts), false, of));
  }
  const decision = decisionRails(core.criteria, (name) => name in conditions);
  for (const [type, condition] of decision) add('decision', type, condition);
  return { conditions, rules, ...(core.course && { overTime: rulesOverTime(core.course, facts) }) };
};

/** A rule is left out where there is nothing to list, or where it could never fire. */
const decisionRails = (
  criteria: readonly Criterion[],
  exists: (name: string) => boolean,
): [RailType, RuleCondition | undefined][] => {
  const rails = (roles: Role[], type: 'met' | 'not-met'): string[] =>
    criteria.filter(({ decides, role }) => decides && roles.includes(role)).map(({ id }) => `${id}/${type}`);
  const anyOf = (names: string[]): RuleCondition | undefined => {
    const parts = names.filter(exists).map((condition) => ({ condition }));
    return parts.length > 0 ? { any: parts } : undefined;
  };
  const allOf = (names: string[], more: RuleCondition[] = []): RuleCondition | undefined => {
    const parts = [...names.map((condition) => ({ condition })), ...more];
    return parts.length > 0 && names.every(exists) ? { all: parts } : undefined;
  };
  const notExcluded = rails(['excludes'], 'not-met');
  const failing = anyOf(rails(['requires'], 'not-met'));
  return [
    ['excluded', anyOf(rails(['excludes'], 'met'))],
    ['not-eligible', failing && allOf(notExcluded, [failing])],
    ['eligible', allOf([...rails(['requires'], 'met'), ...notExcluded, ...rails(['weighs-against'], 'not-met')])],
  ];
};
