/** What a case comes to over time, as another program reads it. */
import type {
  Bundle,
  CourseEvaluation,
  CourseFact,
  DutyVerdict,
  Effect,
  EvaluationFor,
  NextStep,
  Recommendation,
} from '../../engine/index.js';
import { courseWhyInWords } from '../scenario/over-time/explain.js';

/** Whether an evaluation says anything of time: where the definition does. */
export const isOverTime = <E extends Partial<CourseEvaluation>>(evaluation: E): evaluation is E & CourseEvaluation =>
  evaluation.state !== undefined;

/**
 * Takes an evaluation; gives what `rubric decide --format json` writes of time: ids, states and moments, no types of
 * ours. What is marked `hers` is for those who support the partner. Empty where the definition says nothing of time.
 */
export const courseAsJson = (bundle: Bundle, evaluation: EvaluationFor) => {
  if (!isOverTime(evaluation)) return {};
  const { state, stateSince, phase, ending, stay, plannedEnd, ledger, next, nextOfHers, nextMiss, returning } =
    evaluation;
  return {
    state,
    stateSince,
    phase,
    ending,
    stay,
    plannedEnd,
    facts: evaluation.facts.map(factAsJson),
    recommendations: evaluation.recommendations.map((one) => recommendationAsJson(bundle, one)),
    duties: evaluation.duties.map(dutyAsJson),
    steps: evaluation.steps.map((step) => stepAsJson(bundle, step)),
    next,
    nextOfHers,
    nextMiss,
    ledger,
    toFindOut: evaluation.toFindOut,
    returning,
    toReview: evaluation.toReview,
    irregular: evaluation.irregular,
  };
};

/** A number has its least and most also where it is known, so that nobody needs to ask which. */
const factAsJson = ({ id, subject, value, least, most, used, lacks, hers }: CourseFact) => {
  const known = typeof value === 'number' ? value : undefined;
  return { id, subject, value, least: least ?? known, most: most === undefined ? known : most, used, lacks, hers };
};

const effectAsJson = ({ verb, object, to, span, says }: Effect) => ({ verb, object, to, span, says });

const recommendationAsJson = (bundle: Bundle, one: Recommendation) => ({
  rule: one.rule,
  subject: one.subject,
  force: one.force,
  effects: one.effects.map(effectAsJson),
  either: one.either,
  since: one.since,
  state: one.state,
  ended: one.ended,
  by: one.by,
  confirmedBy: one.confirmedBy,
  reason: one.words,
  clauses: one.clauses,
  why: one.why.flatMap((why) => courseWhyInWords(bundle, why)),
  used: one.used,
  lacks: one.lacks,
  conflicts: one.conflicts,
  hers: one.hers,
  at: `${one.at.file}:${one.at.line}`,
});

const dutyAsJson = (one: DutyVerdict) => ({
  id: one.id,
  subject: one.subject,
  due: one.due,
  dueAtTheLatest: one.dueAtTheLatest,
  provisional: one.provisional,
  state: one.state,
  opened: one.opened,
  openedBy: one.openedBy,
  met: one.met,
  metBy: one.metBy,
  left: one.left,
  force: one.force,
  by: one.by,
  does: one.does.map(effectAsJson),
  reason: one.words,
  whyDue: one.whyDue,
  clauses: one.clauses,
  hers: one.hers,
  at: `${one.at.file}:${one.at.line}`,
});

const stepAsJson = (bundle: Bundle, { step, verdict, by, needs, refusedBy, lacks }: NextStep) => ({
  step,
  verdict,
  by,
  needs: needs.map(({ id, verdict: stands, words, clauses, why }) => ({
    id,
    verdict: stands,
    reason: words,
    clauses,
    why: courseWhyInWords(bundle, why),
  })),
  refusedBy,
  lacks,
});
