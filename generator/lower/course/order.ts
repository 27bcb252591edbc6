/** Derived facts in an order in which each names only those before it. */
import type { DerivedFact, Id } from '../../../engine/contract/index.js';
import { raiseFact } from '../../check/course/fact-problems.js';
import type { Problem } from '../../problem/problem.js';
import { inDerivation } from './walk.js';

/** Gives the facts in order; those that go round in a circle are reported once, where the circle is closed. */
export const inOrder = (derived: DerivedFact[], report: (problem: Problem) => void): DerivedFact[] => {
  const byId = new Map(derived.map((fact) => [fact.id, fact]));
  const done = new Set<Id>();
  const ordered: DerivedFact[] = [];
  const path: Id[] = [];
  const visit = (fact: DerivedFact): void => {
    if (done.has(fact.id)) return;
    const from = path.indexOf(fact.id);
    if (from >= 0) {
      report(raiseFact('fact/goes-round', fact.origin.at, { path: [...path.slice(from), fact.id] }));
      return;
    }
    path.push(fact.id);
    for (const id of inDerivation(fact).facts) {
      const other = byId.get(id);
      if (other) visit(other);
    }
    path.pop();
    if (done.has(fact.id)) return;
    done.add(fact.id);
    ordered.push(fact);
  };
  for (const fact of derived) visit(fact);
  return ordered;
};
