/** A criterion made ready to run, and what it comes down to on a record. */
import type { CaseRecord } from '../case/record.js';
import { factsLackedBy, type LeafTable, type Program, programOf } from '../condition/program.js';
import { no, type Truth, type Truths, unknown, yes } from '../condition/truth.js';
import type { Criterion } from '../contract/bundle.js';
import { wholeOf } from '../contract/formula.js';
import type { Verdict } from '../contract/verdict.js';

export interface CompiledCriterion {
  criterion: Criterion;
  /** Whether it applies at all; absent where it always does. */
  applies: Program | undefined;
  /** See `wholeOf`. */
  whole: Program;
}

/** How a criterion came out; `relevant` are the numbers of leaves on quantities that could still change it. */
export interface Standing {
  applies: Truth;
  whole: Truth;
  verdict: Verdict;
  relevant: ReadonlySet<number>;
}

/** Takes a criterion, gives it ready to run; its leaves are added to the table. */
export const compiledCriterion = (criterion: Criterion, leaves: LeafTable): CompiledCriterion => ({
  criterion,
  applies: criterion.applies && programOf(criterion.applies, leaves),
  whole: programOf(wholeOf(criterion), leaves),
});

const nothing: ReadonlySet<number> = new Set();

/** Takes the truths of a record's leaves, gives how the criterion stands. */
export const standingOf = ({ applies, whole }: CompiledCriterion, truths: Truths): Standing => {
  const asked = applies ? applies.value(truths) : yes;
  const holds = whole.value(truths);
  if (asked === no) return { applies: asked, whole: holds, verdict: 'not-applicable', relevant: nothing };
  if (holds !== unknown) {
    return { applies: asked, whole: holds, verdict: holds === yes ? 'met' : 'not-met', relevant: nothing };
  }
  const relevant = new Set<number>();
  whole.relevant(truths, relevant);
  return { applies: asked, whole: holds, verdict: 'unknown', relevant };
};

/** The facts, by number, that could still change a criterion's verdict. */
export const missingOf = (standing: Standing, leaves: LeafTable, record: CaseRecord): number[] =>
  standing.relevant.size === 0 ? [] : factsLackedBy(standing.relevant, leaves, record);
