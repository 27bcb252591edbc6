/** Runs the emitted rules on a stock json-rules-engine. */
import { Engine, Operator } from 'json-rules-engine';
import type { Rule, RuleCondition, Rules } from '../contract/bundle.js';
import { partName } from '../contract/over-time.js';
import { operatorsNamed, surround } from './operators.js';

/**
 * Takes rules and the facts they read, gives the names of the rules that fired. A new engine each time: one that is
 * shared by overlapping runs, or that has thrown, passes over rules in silence. Throws where an operator or a condition
 * is not known, where rules do not each have the name of their event, or where a rule came out neither way.
 */
export const runRules = async (
  rules: Pick<Rules, 'conditions' | 'rules'>,
  facts: Record<string, unknown>,
): Promise<Set<string>> => {
  checkNames(rules);
  const engine = new Engine([], { allowUndefinedFacts: false });
  for (const { name, holds, known } of operatorsNamed(operatorNames(rules))) {
    engine.addOperator(new Operator(name, holds, known));
  }
  for (const [name, condition] of Object.entries(rules.conditions)) {
    engine.setCondition(name, condition as Parameters<Engine['setCondition']>[1]);
  }
  for (const { name, conditions, event } of rules.rules) {
    engine.addRule({ name, conditions: conditions as Parameters<Engine['setCondition']>[1], event });
  }
  const { results, failureResults } = await engine.run(surround(facts));
  if (results.length + failureResults.length !== rules.rules.length) {
    throw new Error(`Of ${rules.rules.length} rules, ${results.length + failureResults.length} came out at all.`);
  }
  return new Set(results.map(({ name }) => name));
};

const nameOf = ({ event: { type, params } }: Rule): string => {
  const { of, part, need } = params;
  return `${part ? partName({ of, part, ...(need !== undefined && { need }) }) : of}/${type}`;
};

const checkNames = ({ rules }: Pick<Rules, 'rules'>): void => {
  const names = new Set<string>();
  for (const rule of rules) {
    const { name } = rule;
    if (name !== nameOf(rule)) throw new Error(`The rule "${name}" says something else.`);
    if (names.has(name)) throw new Error(`There are two rules "${name}".`);
    names.add(name);
  }
};

/** Every operator that the rules use; those of conditions on entries are found by `has-an-entry-where` itself. */
const operatorNames = (rules: Pick<Rules, 'conditions' | 'rules'>): Set<string> => {
  const names = new Set<string>();
  const read = (condition: RuleCondition): void => {
    if ('all' in condition) condition.all.forEach(read);
    else if ('any' in condition) condition.any.forEach(read);
    else if ('operator' in condition) names.add(condition.operator);
  };
  Object.values(rules.conditions).forEach(read);
  for (const rule of rules.rules) read(rule.conditions);
  return names;
};
