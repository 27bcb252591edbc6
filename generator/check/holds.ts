/** Conditions that can never or always hold, and ways in that an exclusion closes to everybody. */

import { formulaOf, opposite, wholeOf } from '../../engine/contract/formula.js';
import type { Condition, Criterion, Fact, Id } from '../../engine/contract/index.js';
import { byId, type FactsById } from '../../engine/contract/regions.js';
import type { Problem } from '../problem/problem.js';
import { raiseCriterion } from './criterion-problems.js';
import { raiseQuestion } from './question-problems.js';

type Report = (problem: Problem) => void;

/** Whether a condition surely holds, or surely does not, of every case; undefined where it depends on the case. */
const constant = (condition: Condition, facts: FactsById): boolean | undefined => {
  const formula = formulaOf(condition, facts);
  return formula.kind === 'constant' ? formula.value : undefined;
};

/** The innermost parts, written by the author, that can never or always hold. */
const constants = (condition: Condition, facts: FactsById): { part: Condition; value: boolean }[] => {
  if (condition.guard || !condition.at) return [];
  const inner =
    condition.kind === 'all' || condition.kind === 'any' ? condition.of.flatMap((part) => constants(part, facts)) : [];
  if (inner.length > 0) return inner;
  const value = constant(condition, facts);
  return value === undefined ? [] : [{ part: condition, value }];
};

const effect = ({ role, decides }: Criterion, holds: boolean): string => {
  if (!decides) return '';
  if (role === 'requires') return holds ? ' Everybody meets it.' : ' Nobody can meet it.';
  if (role === 'excludes') return holds ? ' Everybody is kept out.' : ' Nobody is kept out by it.';
  return '';
};

const checkConstants = (criterion: Criterion, facts: FactsById, report: Report): boolean => {
  if (criterion.kind === 'judgement') return false;
  const found = [criterion.test, ...(criterion.applies ? [criterion.applies] : [])].flatMap((each) =>
    constants(each, facts),
  );
  const whole = constant(wholeOf(criterion), facts);
  for (const { part, value } of found) {
    const code = value ? 'criterion/always-holds' : 'criterion/never-holds';
    const said = whole === undefined ? '' : effect(criterion, whole);
    report(raiseCriterion(code, part.at ?? criterion.origin.at, { id: criterion.id, reads: part.reads, effect: said }));
  }
  return found.length > 0;
};

/** The separate ways in which a condition can be met: the parts of an `any`, the options of an `is`. */
const routes = (condition: Condition): Condition[] => {
  if (condition.kind === 'any') return condition.of.flatMap(routes);
  if (condition.kind === 'is' && !condition.negated && condition.anyOf.length > 1)
    return condition.anyOf.map((option) => ({ ...condition, anyOf: [option] }));
  return [condition];
};

const routeReads = (route: Condition, fact: Fact | undefined): string => {
  if (route.kind !== 'is' || !fact) return route.reads;
  const labels = route.anyOf.map((id) => fact.options.find((option) => option.id === id)?.label ?? id);
  return `the ${fact.called} is ${labels.join(' or ')}`;
};

const checkSwallowed = (criterion: Criterion, exclusions: Criterion[], facts: FactsById, report: Report): void => {
  for (const route of routes(criterion.test)) {
    if (route.guard || constant(route, facts) === false) continue;
    for (const exclusion of exclusions) {
      const open: Condition = { kind: 'all', of: [route, opposite(wholeOf(exclusion))], reads: '' };
      if (constant(open, facts) !== false) continue;
      const particulars = {
        id: criterion.id,
        route: routeReads(route, 'fact' in route ? facts.get(route.fact) : undefined),
        exclusion: exclusion.id,
      };
      const related = [{ at: exclusion.origin.at, message: `“${exclusion.id}” is declared here.` }];
      report(raiseCriterion('criterion/swallowed', route.at ?? criterion.origin.at, particulars, related));
    }
  }
};

/** Checks every criterion, and every condition on which a question is asked. */
export const checkHolds = (criteria: Criterion[], facts: Fact[], report: Report): void => {
  const known = byId(facts);
  const faulty = new Set<Id>();
  for (const criterion of criteria) if (checkConstants(criterion, known, report)) faulty.add(criterion.id);
  const sound = criteria.filter((criterion) => criterion.decides && !faulty.has(criterion.id));
  const exclusions = sound.filter((criterion) => criterion.role === 'excludes');
  for (const criterion of sound)
    if (criterion.role === 'requires') checkSwallowed(criterion, exclusions, known, report);
  for (const fact of facts)
    if (fact.source === 'form' && fact.onlyWhen && constant(fact.onlyWhen, known) === false)
      report(raiseQuestion('question/never-asked', fact.origin.at, { id: fact.id }));
};
