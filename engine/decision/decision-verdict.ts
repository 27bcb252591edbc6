/** The outcome, and every ground of it. */
import type { CaseRecord } from '../case/record.js';
import type { CompiledBundle } from '../compiled.js';
import { factsLackedBy, lackingFacts } from '../condition/program.js';
import { type Truths, unknown, verdictWord, yes } from '../condition/truth.js';
import type { Criterion } from '../contract/bundle.js';
import type { CriterionVerdict, DecisionVerdict, Missing, Outcome, Reason } from '../contract/verdict.js';
import { wordsFor } from '../contract/words.js';
import type { Standing } from '../criterion/compiled-criterion.js';
import { missingFact } from '../explain/missing.js';
import { type Joint, jointly } from './joint.js';
import { excluded, fails, groundsIn, outcomeOf } from './outcomes.js';

/** One criterion with how it stands and what is said of it. */
export interface Judged {
  criterion: Criterion;
  standing: Standing;
  verdict: CriterionVerdict;
}

/** Takes how each criterion stands, in the bundle's order; gives the decision. */
export const decisionVerdict = (
  compiled: CompiledBundle,
  record: CaseRecord,
  truths: Truths,
  judged: readonly Judged[],
): DecisionVerdict => {
  const deciding = judged.filter(({ criterion }) => criterion.decides);
  const joint = jointly(
    compiled.criteria.flatMap(({ compiled: each }, i) => {
      const standing = judged[i]?.standing;
      return each.criterion.decides && standing ? [{ compiled: each, standing }] : [];
    }),
    compiled.quantityOf,
    truths,
  );
  const missing = missingOf(joint, compiled, record);
  const outcome = outcomeNow(joint, deciding, missing);
  return {
    outcome,
    settled: missing.length === 0,
    reasons: reasonsOf(outcome, deciding, missing),
    missing,
    consulting: consultingOf(compiled, record, truths),
  };
};

const missingOf = (joint: Joint, { leaves, facts }: CompiledBundle, record: CaseRecord): Missing[] => {
  const sure = new Set(
    factsLackedBy(
      [...joint.relevant].filter((leaf) => !joint.maybe.has(leaf)),
      leaves,
      record,
    ),
  );
  return factsLackedBy(joint.relevant, leaves, record).map((fact) => missingFact(facts, record, fact, !sure.has(fact)));
};

const has = (deciding: readonly Judged[], role: Criterion['role'], verdict: string): boolean =>
  deciding.some(({ criterion, standing }) => criterion.role === role && standing.verdict === verdict);

const outcomeNow = (joint: Joint, deciding: readonly Judged[], missing: Missing[]): Outcome => {
  const possible = groundsIn(joint.grounds);
  if (has(deciding, 'excludes', 'met') || possible.every((ground) => ground & excluded)) return 'excluded';
  if (has(deciding, 'requires', 'not-met') || possible.every((ground) => ground & fails)) return 'not-eligible';
  if (missing.length > 0) {
    return missing.every(({ cause }) => cause === 'awaiting-judgement') ? 'needs-judgement' : 'not-enough-information';
  }
  const [settled] = possible;
  return settled === undefined ? 'not-enough-information' : outcomeOf(settled);
};

const reasonsOf = (outcome: Outcome, deciding: readonly Judged[], missing: readonly Missing[]): Reason[] => {
  const lacks = new Set(missing.map(({ fact }) => fact));
  const isOpen = ({ verdict }: Judged): boolean =>
    verdict.verdict === 'unknown' && verdict.missing.some((fact) => lacks.has(fact));
  const isMet = ({ standing }: Judged): boolean => standing.verdict === 'met';
  const isNotMet = ({ standing }: Judged): boolean => standing.verdict === 'not-met';
  const such: Record<Outcome, (each: Judged) => boolean> = {
    excluded: (each) =>
      (each.criterion.role === 'excludes' && isMet(each)) || (each.criterion.role === 'requires' && isNotMet(each)),
    'not-eligible': (each) => each.criterion.role === 'requires' && isNotMet(each),
    'not-enough-information': isOpen,
    'needs-judgement': (each) => isOpen(each) || (each.criterion.role === 'weighs-against' && isMet(each)),
    eligible: (each) => each.criterion.role === 'requires' && isMet(each),
  };
  const found = deciding.filter(such[outcome]);
  return (found.length > 0 ? found : standingOpen(outcome, deciding)).map(reasonOf);
};

/** An outcome that criteria bring about only together, none of them for certain, rests on all of them that are open. */
const standingOpen = (outcome: Outcome, deciding: readonly Judged[]): Judged[] =>
  outcome === 'eligible' ? [] : deciding.filter(({ standing }) => standing.verdict === 'unknown');

const reasonOf = ({ criterion, standing }: Judged): Reason => ({
  criterion: criterion.id,
  role: criterion.role,
  verdict: standing.verdict,
  words: wordsFor(criterion, standing.verdict),
  clauses: [...criterion.origin.clauses],
});

const consultingOf = (compiled: CompiledBundle, record: CaseRecord, truths: Truths): DecisionVerdict['consulting'] =>
  compiled.consulting.map(({ says, when }) => {
    const holds = when ? when.value(truths) : yes;
    const missing = when && holds === unknown ? lackingFacts(when, compiled.leaves, record, truths) : [];
    return {
      role: says.role,
      verdict: verdictWord(holds),
      reads: says.reads,
      missing: missing.map((fact) => missingFact(compiled.facts, record, fact, when ? !when.exact : false)),
    };
  });
