import { formulaOf, isExactFormula, wholeOf } from '../../engine/contract/formula.js';
import type { Clause, Criterion, Fact, FactSource } from '../../engine/contract/index.js';
import { byId } from '../../engine/contract/regions.js';
import type { Declarations, DeclaredCriterion } from '../check/declarations.js';
import { type ClauseFinder, originOf } from '../language/constructs/origin.js';
import type { Expander } from './expand.js';

const kindOf = ({ written }: DeclaredCriterion): 'fact' | FactSource => {
  if (written.asks) return 'judgement';
  if (written['consent-of']) return 'consent';
  return written.document ? 'document' : 'fact';
};

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);
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

/** Its words, and the rule itself where those words are its own. */
const wordsOf = (
  { written }: DeclaredCriterion,
  clauses: string[],
  says: Map<string, string>,
  reads: string,
): Pick<Criterion, 'words' | 'rule'> => {
  const rule = says.get(clauses[0] ?? '') ?? reads;
  const own = written.otherwise ?? written.reason;
  return own ? { words: own.value, rule } : { words: rule };
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
    const reads = readsOf(declared, parts, known.get(declared.fact ?? ''), participant);
    const lowered = {
      id: declared.id,
      role: declared.role,
      kind: kindOf(declared),
      decides: declared.decides,
      ...parts,
      ...wordsOf(declared, origin.clauses, says, reads),
      reads,
      ...(declared.fact && { fact: declared.fact }),
      exact: true,
      origin,
    };
    return { ...lowered, exact: isExactFormula(formulaOf(wholeOf(lowered), known), known) };
  });
};
