import { formulaOf, isExactFormula, wholeOf } from '../../engine/contract/formula.js';
import { type Clause, type Criterion, capital, type Fact, type FactSource } from '../../engine/contract/index.js';
import { byId } from '../../engine/contract/regions.js';
import type { Declarations, DeclaredCriterion } from '../check/declarations.js';
import { type ClauseFinder, originOf } from '../language/constructs/origin.js';
import type { Expander } from './expand.js';

const kindOf = ({ written }: DeclaredCriterion): 'fact' | FactSource => {
  if (written.asks) return 'judgement';
  if (written['consent-of']) return 'consent';
  return written.document ? 'document' : 'fact';
};

const sentence = (words: string): string => `${capital(words.replace(/[.?!]$/, ''))}.`;

/** How each role's reading begins, with the provider's word for whom it is about. */
const opening = (role: Criterion['role'], participant: string): string => {
  if (role === 'requires') return 'Met when';
  return role === 'excludes' ? `Keeps the ${participant} out when` : `Counts against the ${participant} when`;
};

/** The criterion in plain English. */
const readsOf = (
  declared: DeclaredCriterion,
  parts: ReturnType<Expander['criterion']>,
  fact: Fact | undefined,
  participant: string,
): string => {
  const counts = parts.applies ? `Counts only when ${parts.applies.reads}. ` : '';
  if (fact?.source === 'judgement') {
    const asked = fact.ask.replace(/[?.]*$/, '?');
    return `${counts}Somebody judges: ${asked} ${sentence(`${opening(declared.role, participant)} ${parts.test.reads.replace(/^the judgement “[^”]*” is/, 'the answer is')}`)}`;
  }
  return `${counts}${sentence(`${opening(declared.role, participant)} ${parts.test.reads}`)}`;
};

/** Its words; and where those are its own and suit a refusal only, what is asked or checked. */
const wordsOf = (
  { written }: DeclaredCriterion,
  clauses: string[],
  says: Map<string, string>,
  reads: string,
  checked: string,
): Pick<Criterion, 'words' | 'rule'> => {
  const own = written.otherwise ?? written.reason;
  return own ? { words: own.value, rule: checked } : { words: says.get(clauses[0] ?? '') ?? reads };
};

/** Gives the criteria, in the order in which they were written. */
export const lowerCriteria = (
  declarations: Declarations,
  facts: Fact[],
  clauseTexts: Clause[],
  expand: Expander,
  clauses: ClauseFinder,
  participant: string,
): Criterion[] => {
  const says = new Map(clauseTexts.map((clause) => [clause.id, clause.says]));
  const known = byId(facts);
  return [...declarations.criteria.values()].map((declared) => {
    const parts = expand.criterion(declared.id);
    const origin = originOf(declared.written, declared.idAt, clauses);
    const fact = known.get(declared.fact ?? '');
    const reads = readsOf(declared, parts, fact, participant);
    const lowered = {
      id: declared.id,
      role: declared.role,
      kind: kindOf(declared),
      decides: declared.decides,
      ...parts,
      ...wordsOf(declared, origin.clauses, says, reads, fact?.ask ?? sentence(parts.test.reads)),
      reads,
      ...(declared.fact && { fact: declared.fact }),
      exact: true,
      origin,
    };
    return { ...lowered, exact: isExactFormula(formulaOf(wholeOf(lowered), known), known) };
  });
};
