import { type Anchor, anchorOf, type Calendar, calendarOf } from '../../../../engine/course/calendar/calendar.js';
import { dayNumber, dayText, type Moment, type WorkingDays } from '../../../../engine/index.js';
import { workingDayTables } from '../../../../generator/language/working-days/tables.js';

export const tableOf = (id: string): WorkingDays => {
  const found = workingDayTables.find((table) => table.id === id);
  if (!found) throw new Error(`There is no table "${id}".`);
  return found;
};
export const england: Calendar = calendarOf('Europe/London', tableOf('england-and-wales'));

/** A time from a moment as it would be recorded. */
export const from = (moment: Moment): Anchor => anchorOf(england.clock, moment);

/** The n-th working day after a day, with a question mark where that is provisional. */
export const nthAfter = (n: number, day: string, { working }: Calendar = england): string => {
  const found = working.addWorkingDays(dayNumber(day), n);
  return `${dayText(found.day)}${found.provisional ? '?' : ''}`;
};
