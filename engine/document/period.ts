/** Of what time a document tells. */

import { dayNumber, dayText } from '../contract/calendar.js';
import type { Stage } from '../contract/course.js';
import type { Document } from '../contract/document.js';
import type { Reading } from './reading.js';

/** Numbers of days, both in it. `isStay`: of this stay, whenever that began. */
export interface Period {
  from: number | undefined;
  to: number;
  /** The last day that it is said to be of: of a case that has ended, the day of its end. */
  said: number;
  isStay: boolean;
}

/** Takes a document, the case, and the day on which it was last issued before; gives the period. */
export const periodOf = (
  { covers }: Pick<Document, 'covers'>,
  reading: Reading,
  lastIssued: number | undefined,
): Period => {
  const { day, stay, evaluation, dayOf } = reading;
  if (covers === 'month') return monthBefore(day);
  const said = endOf(reading) ?? day;
  if (covers === 'since-last' && lastIssued !== undefined)
    return { from: lastIssued + 1, to: day, said: said > lastIssued ? said : day, isStay: false };
  const since = evaluation.stateSince === undefined ? undefined : dayOf(evaluation.stateSince);
  const first = (evaluation.ledger ?? []).find((each) => each.stay === evaluation.stay && each.recorded);
  const begun = [stay.started ?? stay.begun ?? since, first && dayOf(first.on)].filter((each) => each !== undefined);
  return { from: begun.length === 0 ? undefined : Math.min(...begun), to: day, said, isStay: true };
};

const over: ReadonlySet<Stage | undefined> = new Set<Stage>(['completed', 'closed', 'transferred', 'declined']);
/** The day on which the case ended, where it has. */
const endOf = ({ evaluation: { state, stateSince }, dayOf }: Reading): number | undefined =>
  over.has(state) && stateSince !== undefined ? dayOf(stateSince) : undefined;

const monthBefore = (day: number): Period => {
  const first = dayNumber(`${dayText(day).slice(0, 8)}01`);
  const last = first - 1;
  return { from: dayNumber(`${dayText(last).slice(0, 8)}01`), to: last, said: last, isStay: false };
};

/** Whether a day is in it. Of a stay all of its time is, also what came before the start. */
export const isInPeriod = ({ from, to, isStay }: Period, day: number): boolean =>
  day <= to && (isStay || from === undefined || day >= from);

/** The same; of a stay, what was before it is of another. */
export const isToldOf = (period: Period, day: number, { stay }: Reading): boolean =>
  isInPeriod(period, day) && (!period.isStay || stay.begun === undefined || day >= stay.begun);
