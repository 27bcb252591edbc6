/** A case made ready to be put into words. */
import type { CourseEvaluation } from '../../../engine/contract/index.js';
import type { EvaluationFor } from '../../../engine/index.js';
import type { OpenCase } from '../../server/cases/contract.js';
import type { Told } from './course-why.js';
import type { Reasons } from './rules-presenter.js';

/** What a case's time comes to; steps are not among it where they rest on what this viewer may not see. */
export type Over = EvaluationFor & Omit<CourseEvaluation, 'steps'> & Partial<Pick<CourseEvaluation, 'steps'>>;

/** Whether a definition says something of time. */
export const isOverTime = (evaluation: EvaluationFor): evaluation is Over =>
  evaluation.state !== undefined && evaluation.ledger !== undefined;

export const toldOf = ({ bundle, events, today, evaluation }: OpenCase): Told => ({
  bundle,
  events,
  day: today,
  sessions: new Map((evaluation.ledger ?? []).map((session) => [session.key, session])),
});

/** Whoever works with a case is told the clause; in which file of the definition it is written is for its authors. */
export const withoutPlace = <T extends { reasons: Reasons }>(shown: T): T => ({
  ...shown,
  reasons: { ...shown.reasons, source: { ...shown.reasons.source, where: '' } },
});
