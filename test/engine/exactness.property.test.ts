import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Answer, type Bundle, type Evaluation, evaluate, type Id } from '../../engine/index.js';
import { answers } from './bundle-for-tests.js';
import { countOf, oracleCriterion, oracleDecision, unknownOf } from './oracle.js';
import { fewValuedBundle, fewValuedCase, fewValuedCriteria, runs } from './random-cases.js';

const asOf = '2026-03-02';
const hour = 3_600_000;
/** More than this would take the oracle too long. */
const mostTried = 3_000;

type Values = Record<Id, Answer>;
const conditionsIn = (bundle: Bundle) =>
  bundle.criteria.flatMap(({ applies, test: tested }) => (applies ? [applies, tested] : [tested]));
const isSmall = (bundle: Bundle, values: Values): boolean =>
  countOf(unknownOf(conditionsIn(bundle), values)) <= mostTried;

type Subject = (bundle: Bundle, values: Values) => Pick<Evaluation, 'criteria' | 'decision'>;
const engine: Subject = (bundle, values) => evaluate(bundle, [answers(values)], { asOf });

const criteriaAreExact = (subject: Subject = engine) =>
  fc.property(fewValuedCriteria(1), fewValuedCase, (criteria, values) => {
    const bundle = fewValuedBundle(criteria);
    fc.pre(isSmall(bundle, values));
    const [found] = subject(bundle, values).criteria;
    const [criterion] = bundle.criteria;
    if (!found || !criterion) throw new Error('There is no criterion.');
    expect({ verdict: found.verdict, missing: [...found.missing].sort() }).toEqual(oracleCriterion(criterion, values));
  });

const decisionIsExact = (subject: Subject = engine) =>
  fc.property(fewValuedCriteria(4), fewValuedCase, (criteria, values) => {
    const bundle = fewValuedBundle(criteria);
    fc.pre(isSmall(bundle, values));
    const { outcome, missing } = subject(bundle, values).decision;
    const expected = oracleDecision(bundle.criteria, values);
    expect({ outcome, missing: missing.map(({ fact }) => fact).sort() }).toEqual(expected);
  });

test(
  'verdict and missing are what trying out every value gives',
  () => {
    fc.assert(criteriaAreExact(), { numRuns: runs(3_000) });
  },
  hour,
);

test(
  'the outcome and what could change it are what trying out every value of all criteria together gives',
  () => {
    fc.assert(decisionIsExact(), { numRuns: runs(2_000) });
  },
  hour,
);

/** The engine with something done to what it says of its first criterion. */
const criterionAs = (
  done: (found: Evaluation['criteria'][number], bundle: Bundle, values: Values) => object,
): Subject => {
  return (bundle, values) => {
    const { criteria, decision } = engine(bundle, values);
    return { criteria: criteria.map((found) => ({ ...found, ...done(found, bundle, values) })), decision };
  };
};
const plantedInCriteria: Record<string, Subject> = {
  'names every unknown fact that it reads': criterionAs(({ verdict }, bundle, values) =>
    verdict === 'unknown' ? { missing: unknownOf(conditionsIn(bundle), values) } : {},
  ),
  'leaves out a fact that matters': criterionAs(({ missing }) => ({ missing: missing.slice(1) })),
  'takes unknown for no': criterionAs(({ verdict }) =>
    verdict === 'unknown' ? { verdict: 'not-met', missing: [] } : {},
  ),
  'counts what does not apply as met': criterionAs(({ verdict }) =>
    verdict === 'not-applicable' ? { verdict: 'met' } : {},
  ),
  'is as good as plain three-valued logic, and no better': criterionAs(({ verdict, why }, bundle, values) => {
    const some = unknownOf(conditionsIn(bundle), values).length > 0;
    return some && verdict !== 'unknown' && (why.test.of ?? []).every((part) => part.verdict === 'unknown')
      ? { verdict: 'unknown' }
      : {};
  }),
};
test.each(Object.entries(plantedInCriteria))(
  'it is found out when the engine %s',
  (_, subject) => {
    expect(fc.check(criteriaAreExact(subject), { numRuns: 5_000, endOnFailure: true }).failed).toBe(true);
  },
  hour,
);

const plantedInDecision: Record<string, Subject> = {
  'names all that is missing for any criterion': (bundle, values) => {
    const { criteria, decision } = engine(bundle, values);
    const facts = [...new Set(criteria.flatMap(({ missing }) => missing))];
    const missing = facts.map((fact) => ({ fact, cause: 'unanswered' as const, from: [] }));
    return { criteria, decision: { ...decision, missing } };
  },
  'lets a failed requirement go before an exclusion': (bundle, values) => {
    const { criteria, decision } = engine(bundle, values);
    const fails = criteria.some(({ role, verdict }) => role === 'requires' && verdict === 'not-met');
    return { criteria, decision: fails ? { ...decision, outcome: 'not-eligible' } : decision };
  },
};
test.each(Object.entries(plantedInDecision))(
  'it is found out when the decision %s',
  (_, subject) => {
    expect(fc.check(decisionIsExact(subject), { numRuns: 5_000, endOnFailure: true }).failed).toBe(true);
  },
  hour,
);
