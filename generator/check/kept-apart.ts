/** That what the partner says or how she can be reached shows in nothing that others see: not in what is asked of them,
 * not in whom is consulted, not in what a judgement rests on. */
import type { Id } from '../../engine/contract/index.js';
import type { WrittenCondition } from '../language/constructs/condition.js';
import type { WrittenDefinition } from '../language/definition.js';
import type { Problem } from '../problem/problem.js';
import { raiseCriterion } from './criterion-problems.js';
import type { Declarations } from './declarations.js';
import { raiseQuestion } from './question-problems.js';
import type { Resolved } from './resolve.js';
import { conditionsOfFact, factsRead, lookedAt } from './uses.js';

type Report = (problem: Problem) => void;
type Resolve = (written: WrittenCondition) => Resolved | undefined;

/** The first fact of hers that a condition reads, by itself or through a criterion. */
const hersIn = (written: WrittenCondition, declarations: Declarations, resolve: Resolve): Id | undefined =>
  [...factsRead(written, declarations, resolve)].find((id) => declarations.facts.get(id)?.fact.hers);

const checkQuestions = (declarations: Declarations, resolve: Resolve, report: Report): void => {
  const told = new Set<WrittenCondition>();
  for (const declared of declarations.facts.values()) {
    // Of what is hers itself nothing shows once it is given.
    if (declared.fact.hers) continue;
    for (const written of conditionsOfFact(declared)) {
      const hers = hersIn(written, declarations, resolve);
      if (hers && !told.has(written))
        report(raiseQuestion('question/hers', written.at, { id: declared.fact.id, hers }));
      told.add(written);
    }
  }
};

const checkConsulting = (
  definition: WrittenDefinition,
  declarations: Declarations,
  resolve: Resolve,
  report: Report,
): void => {
  for (const { id, value } of definition.decision?.consulting ?? []) {
    const hers = value?.kind === 'when' ? hersIn(value.condition, declarations, resolve) : undefined;
    if (hers && value?.kind === 'when') report(raiseQuestion('question/hers', value.condition.at, { id, hers }));
  }
};

const checkLooksAt = (definition: WrittenDefinition, { facts }: Declarations, report: Report): void => {
  // What those who support her judge by themselves is hers as well.
  for (const { value: fact, at, by: id } of lookedAt(definition))
    if (facts.get(fact)?.fact.hers && !facts.get(id)?.fact.hers)
      report(raiseCriterion('criterion/looks-at-hers', at, { id, fact }));
};

/** Checks every condition on what others are asked, every consultation and every judgement. */
export const checkKeptApart = (
  definition: WrittenDefinition,
  declarations: Declarations,
  resolve: Resolve,
  report: Report,
): void => {
  checkQuestions(declarations, resolve, report);
  checkConsulting(definition, declarations, resolve, report);
  checkLooksAt(definition, declarations, report);
};
