import type { Fact, Id, Required } from '../../engine/contract/index.js';
import type { Declarations, DeclaredFact } from '../check/declarations.js';
import { type ClauseFinder, originOf } from '../language/constructs/origin.js';
import type { Expander } from './expand.js';

const requiredOf = ({ required }: DeclaredFact, expand: Expander): Required =>
  required.kind === 'when'
    ? { kind: 'when', condition: expand.condition(required.condition) }
    : { kind: required.kind };

const lowerFact = (declared: DeclaredFact, expand: Expander, clauses: ClauseFinder): Fact => {
  const { fact, idAt, optionsOnlyWhen, written, inherited } = declared;
  const onlyWhen = expand.asked(fact.id);
  const optionWhen = (id: Id) => {
    const found = optionsOnlyWhen.get(id);
    return found && { onlyWhen: expand.condition(found) };
  };
  return {
    ...fact,
    options: fact.options.map((option) => ({ ...option, ...optionWhen(option.id) })),
    required: requiredOf(declared, expand),
    ...(onlyWhen && { onlyWhen }),
    origin: originOf(written, idAt, clauses, inherited[0] ? clauses(inherited[0]) : []),
  };
};

/** Gives the facts, in the order in which they are asked. */
export const lowerFacts = (declarations: Declarations, expand: Expander, clauses: ClauseFinder): Fact[] =>
  [...declarations.facts.values()].map((declared) => lowerFact(declared, expand, clauses));
