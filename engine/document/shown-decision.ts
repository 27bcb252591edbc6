/** What was decided, why, and how to appeal against it, as documents show it. */

import type { Id } from '../contract/bundle.js';
import { dayText } from '../contract/calendar.js';
import type { AppealStep, Span } from '../contract/course.js';
import { asksForReason, type Document } from '../contract/document.js';
import type { HeadingData } from '../contract/document-data.js';
import type { Happened } from '../course/timeline.js';
import type { Reading } from './reading.js';
import { dayInWords } from './words/dates.js';
import { capital, roleInWords, spanInWords, stageWords } from './words/words.js';

type Data<K extends keyof HeadingData> = NonNullable<HeadingData[K]>;

const decisions = ['accepted', 'declined', 'suitable-not-ready'] as const;

/**
 * The latest of this stay, whoever made it; of one that is no acceptance the reason that was recorded with it. A
 * document in which its author writes the reason has it there. What somebody recorded who may see more than the
 * recipients may was taken out before.
 */
export const decisionOf = (document: Document, reading: Reading): Data<'decision'> => {
  const { bundle } = reading;
  const latest = latestOf(decisions, reading);
  if (!latest)
    return { decided: false, says: 'No decision has been made', on: '', by: '', reason: '', reasonMissing: false };
  const says = decisions.find((what) => what === latest.what);
  const isWritten = document.headings.some(({ asks }) => asks?.offers === 'reasons');
  const reason = says === 'accepted' || isWritten ? '' : (reading.eventOf(latest)?.reason?.trim() ?? '');
  const isNeeded = says === 'declined' && bundle.decision?.refusalNeedsReason === true && !asksForReason(document);
  return {
    decided: true,
    says: says ? stageWords[says] : '',
    on: dayInWords(dayText(latest.at.day)),
    by: roleInWords(bundle, latest.by),
    reason,
    reasonMissing: isNeeded && reason === '',
  };
};

const latestOf = (of: readonly Id[], reading: Reading): Happened | undefined =>
  of
    .flatMap((what) => reading.happened(what))
    .filter(({ at }) => reading.stay.begun === undefined || at.day >= reading.stay.begun)
    .sort((a, b) => b.at.start - a.at.start || b.place - a.place)[0];

/** The steps that are open to whoever reads it: an answer to one of them names those after it alone. */
export const appealOf = ({ id, kind }: Document, reading: Reading): Data<'appeal'> => {
  const steps = reading.bundle.course?.appeals ?? [];
  const goneOut = `${id}-${kind === 'report' ? 'issued' : 'sent'}`;
  const own = steps.findLastIndex(({ answeredBy }) => answeredBy?.includes(goneOut));
  const answering = steps[own];
  return {
    steps: steps.slice(own + 1).map((step) => {
      const due = reading.bundle.course?.duties.find((duty) => duty.id === step.duty)?.due;
      return {
        title: step.title,
        to: capital(roleInWords(reading.bundle, step.to)),
        saying: step.saying ?? '',
        within: lodgedIn(step, answering, reading),
        answered: due?.kind === 'within' ? `Within ${spanInWords(due.span)} of receiving it` : '',
      };
    }),
  };
};

/** "Within 15 working days of the decision: by Monday 2 February 2026". */
const lodgedIn = (step: AppealStep, answering: AppealStep | undefined, reading: Reading): string => {
  if (!step.lodgedWithin) return '';
  const before = reading.bundle.course?.appeals.find(({ id }) => id === step.after);
  const decided = latestOf(step.against, reading);
  const answered = before && decided && latestOf(before.answeredBy ?? [`${before.id}-answered`], reading);
  const from = before ? answered && answered.at.start >= decided.at.start && answered : decided;
  const last = from ? lastDay(from, step.lodgedWithin, reading) : '';
  const what =
    before === undefined ? 'the decision' : before === answering ? 'this answer' : `the answer to “${before.title}”`;
  return `Within ${spanInWords(step.lodgedWithin)} of ${what}${last === '' ? '' : `: by ${last}`}`;
};

/** Of hours no day is named, nor where the working days on which it rests are not known. */
const lastDay = ({ at }: Happened, span: Span, reading: Reading): string => {
  const { due, provisional } = reading.dueAfter(at, span);
  return span.unit === 'hours' || provisional ? '' : dayInWords(due);
};
