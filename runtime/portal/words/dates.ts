/** Days and times in words, as in documents. */
import { dayInWords, instantInWords, localDay } from '../../../engine/document/words/dates.js';

export * from '../../../engine/document/words/dates.js';

/** The last local day on which something due at a moment can be done: until midnight is until the end of the day before. */
export const lastDayBefore = (due: string, timeZone: string): string =>
  due.length === 10 ? due : localDay(new Date(Date.parse(due) - 1).toISOString(), timeZone);

/** By when something is due: "Tuesday 3 March 2026", "the end of Tuesday 3 March 2026", "3pm on Tuesday 3 March 2026". */
export const deadlineInWords = (due: string, timeZone: string): string => {
  if (due.length === 10) return dayInWords(due);
  const last = lastDayBefore(due, timeZone);
  return last === localDay(due, timeZone) ? instantInWords(due, timeZone) : `the end of ${dayInWords(last)}`;
};
