/** Of what time a document tells. */

import { dayNumber, dayText } from '../contract/calendar.js';
import type { Document } from '../contract/document.js';
import type { Reading } from './reading.js';

/** Numbers of days, both in it. `isStay`: of this stay, whenever that began. */
export interface Period {
  from: number | undefined;
  to: number;
  isStay: boolean;
}

/** Takes a document, the case, and the day on which it was last issued before; gives the period. */
export const periodOf = (
  { covers }: Pick<Document, 'covers'>,
  { day, stay, evaluation, dayOf }: Reading,
  lastIssued: number | undefined,
): Period => {
  if (covers === 'month') return monthBefore(day);
  if (covers === 'since-last' && lastIssued !== undefined) return { from: lastIssued + 1, to: day, isStay: false };
  const since = evaluation.stateSince === undefined ? undefined : dayOf(evaluation.stateSince);
  const first = (evaluation.ledger ?? []).find((each) => each.stay === evaluation.stay && each.recorded);
  const begun = [stay.started ?? stay.begun ?? since, first && dayOf(first.on)].filter((each) => each !== undefined);
  return { from: begun.length === 0 ? undefined : Math.min(...begun), to: day, isStay: true };
};

const monthBefore = (day: number): Period => {
  const first = dayNumber(`${dayText(day).slice(0, 8)}01`);
  return { from: dayNumber(`${dayText(first - 1).slice(0, 8)}01`), to: first - 1, isStay: false };
};

/** Whether a day is in it. Of a stay all of its time is, also what came before the start. */
export const isInPeriod = ({ from, to, isStay }: Period, day: number): boolean =>
  day <= to && (isStay || from === undefined || day >= from);
