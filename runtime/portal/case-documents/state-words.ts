/** How far a document is, in words. What is looked at before it goes out reads the same whatever is found. */
import type { Bundle, Document, DutyVerdict, EvaluationFor } from '../../../engine/index.js';
import { outOf } from '../../documents/acts.js';
import type { Paper } from '../../server/store/document-store.js';
import { dutyLooks, dutyWords } from '../words/course.js';
import { dayInWords, lastDayBefore } from '../words/dates.js';

export interface State {
  words: string;
  look: 'met' | 'not-met' | 'unknown' | 'not-applicable';
}

export const waitsToBeLookedAt = 'Waits to be looked at before it goes out';

export const paperState = ({ state, note, author_name }: Pick<Paper, 'state' | 'note' | 'author_name'>): State => {
  if (state === 'review') return { words: 'Waits to be reviewed', look: 'unknown' };
  if (state === 'look') return { words: waitsToBeLookedAt, look: 'unknown' };
  if (state === 'ready') return { words: 'May go out', look: 'met' };
  if (note !== '') return { words: 'Needs another look: please rewrite', look: 'not-met' };
  return { words: `Being written by ${author_name}`, look: 'unknown' };
};

const dueWords = (zone: string, { state, due }: DutyVerdict): string =>
  due === undefined
    ? `${dutyWords[state]}: no day is stated`
    : `${dutyWords[state]}: due by ${dayInWords(lastDayBefore(due, zone))}`;

/** Duties that ask for a document and are still to be done, or were missed. */
export const dutiesFor = (
  bundle: Bundle,
  { duties = [] }: Pick<EvaluationFor, 'duties'>,
  document: Document,
  entry: string | undefined,
): DutyVerdict[] => {
  const asks = new Set(
    (bundle.course?.duties ?? [])
      .filter(({ id, metBy }) => id === document.duty || metBy.includes(outOf(document)))
      .map(({ id }) => id),
  );
  return duties
    .filter(({ id, subject }) => asks.has(id) && (entry === undefined || subject === undefined || subject === entry))
    .filter(({ state }) => state === 'open' || state === 'missed' || state === 'perhaps-missed');
};

export const dutyState = (zone: string, duty: DutyVerdict): State => ({
  words: dueWords(zone, duty),
  look: dutyLooks[duty.state],
});
