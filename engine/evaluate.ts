/** From the events of a case to its verdicts. */

import { fold } from './case/fold.js';
import { withTellers } from './case/her-side.js';
import type { CaseRecord, FactTable } from './case/record.js';
import { type CompiledBundle, compiledBundle } from './compiled.js';
import { truthsOf } from './condition/program.js';
import { type Truths, unknown } from './condition/truth.js';
import type { Bundle } from './contract/bundle.js';
import type { CourseEvaluation } from './contract/course-verdict.js';
import type { CaseEvent, Moment } from './contract/event.js';
import type { CriterionVerdict, DecisionVerdict, Evaluation, Outcome } from './contract/verdict.js';
import type { CompiledCourse } from './course/compiled-course.js';
import { type CourseOptions, evaluateCourse, evaluateCourseOn } from './course/evaluate-course.js';
import type { Kept } from './course/going-on.js';
import { missingOf, type Standing, standingOf } from './criterion/compiled-criterion.js';
import { changedSince, type History } from './criterion/stale.js';
import { decisionVerdict } from './decision/decision-verdict.js';
import { missingFact } from './explain/missing.js';

/** An evaluation with what it was worked out from, for the emitted rules to be held against. */
export interface Workings {
  compiled: CompiledBundle;
  record: CaseRecord;
  /** Of each criterion, in the bundle's order. */
  standings: Standing[];
  evaluation: Evaluation;
}

/**
 * Takes a bundle, the events of a case and the moment as of which it is asked (a day means its end); gives the verdict
 * of every criterion, the decision, the answers that could not be used, and what the case's time comes to. With
 * `outlook: false` it is not worked out what comes next. Throws a RangeError for a time that is none.
 */
export const evaluate = (
  bundle: Bundle,
  events: readonly CaseEvent[],
  { asOf, outlook = true }: { asOf: Moment; outlook?: boolean },
): Evaluation => workings(bundle, events, asOf, { outlook }).evaluation;

/**
 * The same without what comes next, going on from what was kept of an earlier evaluation of the same case under the same
 * bundle as far as that comes to the same, to the letter. Gives what the next may go on from.
 */
export const evaluateOn = (
  bundle: Bundle,
  events: readonly CaseEvent[],
  asOf: Moment,
  from: Kept | undefined,
): { evaluation: Evaluation; kept: Kept | undefined } => {
  let kept: Kept | undefined;
  const { evaluation } = worked(bundle, events, asOf, (course, known, outcome) => {
    const on = evaluateCourseOn(course, from, known, asOf, outcome);
    kept = on.kept;
    return on.evaluation;
  });
  return { evaluation, kept };
};

/** The same, with its workings. `look` is shown the case as it stands then, before what comes next is worked out. */
export const workings = (
  bundle: Bundle,
  recorded: readonly CaseEvent[],
  asOf: Moment,
  { outlook = true, look }: Partial<Pick<CourseOptions, 'outlook' | 'look'>> = {},
): Workings =>
  worked(bundle, recorded, asOf, (course, events, outcome) =>
    evaluateCourse(course, events, asOf, {
      outlook,
      ...(look && { look }),
      ...(outcome && { outcome }),
    }),
  );

type OfCourse = (
  course: CompiledCourse,
  events: readonly CaseEvent[],
  outcome: Outcome | undefined,
) => CourseEvaluation;

const worked = (bundle: Bundle, recorded: readonly CaseEvent[], asOf: Moment, ofCourse: OfCourse): Workings => {
  const compiled = compiledBundle(bundle);
  const events = withTellers(bundle.people, recorded);
  const { clock, facts, normalise, leaves, folding } = compiled;
  const day = clock.day(asOf);
  const { given, setAside, givers } = fold(events, asOf, folding);
  const { record, unfit } = normalise(given, day);
  const truths = truthsOf(leaves, record);
  const history: History = { events, asOf, day, folding, normalise, givers };
  const judged = compiled.criteria.map((each) => {
    const standing = standingOf(each.compiled, truths);
    const { criterion } = each.compiled;
    return { criterion, standing, verdict: criterionVerdict(compiled, each, standing, record, truths, history) };
  });
  const unusable = unfit.map(({ fact, answer, because }) => ({
    fact: facts.facts[fact]?.id ?? '',
    event: given.events[caseFact(compiled, fact)] ?? '',
    value: answer,
    because,
    ...(facts.facts[fact]?.hers && { hers: true as const }),
  }));
  const decision = decisionVerdict(compiled, record, truths, judged);
  const { course } = compiled;
  const hasCriteria = bundle.criteria.some(({ decides }) => decides);
  return {
    compiled,
    record,
    standings: judged.map(({ standing }) => standing),
    evaluation: {
      asOf,
      criteria: judged.map(({ verdict }) => verdict),
      decision,
      unusable: [...unusable, ...setAside],
      stale: staleJudgements(facts, record, history),
      ...(course && ofCourse(course, events, hasCriteria ? toAccept(decision) : undefined)),
    },
  };
};

/** Whatever reads them: a criterion, a rule, a step. */
const staleJudgements = (table: FactTable, record: CaseRecord, history: History): NonNullable<Evaluation['stale']> =>
  table.facts.flatMap(({ id, source, looksAt }, number) => {
    const changed = source === 'judgement' && looksAt?.length ? changedSince(number, record, history) : [];
    return changed.length > 0 ? [{ judgement: id, changed }] : [];
  });

/** Where all that is asked has been judged, what weighs against him is for whoever accepts him. */
const toAccept = ({ outcome, missing }: DecisionVerdict): Outcome =>
  outcome === 'needs-judgement' && missing.length === 0 ? 'eligible' : outcome;

/** The number of a fact, or of the entries it is asked of. */
const caseFact = ({ facts }: CompiledBundle, fact: number): number => {
  const within = facts.facts[fact]?.within;
  return within === undefined ? fact : (facts.numbers.get(within) ?? fact);
};

const criterionVerdict = (
  { facts, leaves }: CompiledBundle,
  { compiled, explainApplies, explainTest, judgements }: CompiledBundle['criteria'][number],
  standing: Standing,
  record: CaseRecord,
  truths: Truths,
  history: History,
): CriterionVerdict => {
  const { criterion, whole } = compiled;
  const maybe = standing.whole === unknown && !whole.exact;
  const missingWhy = missingOf(standing, leaves, record).map((fact) => missingFact(facts, record, fact, maybe));
  return {
    id: criterion.id,
    role: criterion.role,
    verdict: standing.verdict,
    missing: missingWhy.map(({ fact }) => fact),
    missingWhy,
    why: {
      ...(explainApplies ? { applies: explainApplies(record, truths) } : {}),
      test: explainTest(record, truths),
    },
    stale: [...new Set(judgements.flatMap((judgement) => changedSince(judgement, record, history)))],
  };
};
