/** A case made ready to be put into words. */
import type { CaseEvent, CourseEvaluation } from '../../../engine/contract/index.js';
import type { EvaluationFor } from '../../../engine/index.js';
import type { OpenCase } from '../../server/cases/contract.js';
import { localDay } from '../words/dates.js';
import type { Told } from './course-why.js';
import type { Reasons } from './rules-presenter.js';

/** The states in which somebody has been let go. */
export const over: readonly string[] = ['declined', 'completed', 'closed', 'transferred'];

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

/** What begins on a day ahead, as it is said until that day has come. */
const comingWords: Readonly<Record<string, string>> = {
  'leave-started': 'Leave begins',
  suspended: 'Suspension begins',
};

/** Something recorded ahead of the day on which it begins. */
export interface Coming {
  event: string;
  day: string;
  /** The last day for which it was approved, where that was said. */
  until?: string;
  words: string;
}

const untilOf = ({ values: { until } }: Pick<CaseEvent, 'values'>): { until?: string } =>
  typeof until === 'string' ? { until } : {};

/** What was recorded ahead of its day and has not begun, the next first; nothing of somebody who has been let go. */
export const comingIn = ({ bundle, events, evaluation, today }: OpenCase): Coming[] => {
  if (over.includes(evaluation.state ?? '')) return [];
  const corrected = new Set(events.flatMap(({ supersedes }) => supersedes ?? []));
  return events
    .flatMap((event): Coming[] => {
      const { id, kind, what = '' } = event;
      const [day, words] = [localDay(event.happened, bundle.programme.timeZone), comingWords[what]];
      if (kind !== 'happened' || !words || day <= today || corrected.has(id)) return [];
      return [{ event: id, day, words, ...untilOf(event) }];
    })
    .sort((a, b) => (a.day < b.day ? -1 : 1));
};

/** Of somebody on leave: the last day for which that was approved, where it was said. */
export const onLeaveUntil = ({ bundle, events, evaluation, today }: OpenCase): string | undefined => {
  if (evaluation.state !== 'on-leave') return undefined;
  const corrected = new Set(events.flatMap(({ supersedes }) => supersedes ?? []));
  const [latest] = events
    .filter(({ id, what }) => what === 'leave-started' && !corrected.has(id))
    .map((event) => ({ event, day: localDay(event.happened, bundle.programme.timeZone) }))
    .filter(({ day }) => day <= today)
    .sort((a, b) => (a.day < b.day ? 1 : -1));
  return latest && untilOf(latest.event).until;
};

/** Whoever works with a case is told the clause; in which file of the definition it is written is for its authors. */
export const withoutPlace = <T extends { reasons: Reasons }>(shown: T): T => ({
  ...shown,
  reasons: { ...shown.reasons, source: { ...shown.reasons.source, where: '' } },
});
