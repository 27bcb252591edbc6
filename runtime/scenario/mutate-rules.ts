import type { Bundle, Criterion } from '../../engine/contract/index.js';
import type { Mutant } from './mutant.js';
import { type Known, mutantsOf } from './mutate-condition.js';

/**
 * Takes a bundle; gives every bundle that differs from it in one number, option, negation or comparison of a criterion.
 * What was added because a question is asked only at times is left as it is: it belongs to the question.
 */
export const mutateRules = (bundle: Bundle): Mutant[] => {
  const facts: Known = new Map(bundle.facts.map((fact) => [fact.id, fact]));
  const ofCriteria = bundle.criteria.flatMap((criterion, index) =>
    (['applies', 'test'] as const).flatMap((part) => {
      const condition = criterion[part];
      if (condition === undefined) return [];
      return mutantsOf(condition, facts).map(({ change, condition: other }) => ({
        criterion: criterion.id,
        change,
        bundle: { ...bundle, criteria: replaced(bundle.criteria, index, { ...criterion, [part]: other }) },
      }));
    }),
  );
  return [...ofCriteria, ...consultingMutants(bundle, facts)];
};

const consultingMutants = (bundle: Bundle, facts: Known): Mutant[] => {
  const { decision } = bundle;
  if (!decision) return [];
  return decision.consulting.flatMap((consulted, index) =>
    consulted.when === undefined
      ? []
      : mutantsOf(consulted.when, facts).map(({ change, condition }) => {
          const consulting = decision.consulting.map((one, place) =>
            place === index ? { ...one, when: condition } : one,
          );
          return { criterion: consulted.role, change, bundle: { ...bundle, decision: { ...decision, consulting } } };
        }),
  );
};

const replaced = (criteria: Criterion[], index: number, criterion: Criterion): Criterion[] =>
  criteria.map((one, place) => (place === index ? criterion : one));
