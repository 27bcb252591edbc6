/** Which days are working days: a table of the definition's own, or one that it names. */
import type { WorkingDays } from '../../../engine/contract/course.js';
import type { WrittenWorkingDays } from '../../language/constructs/working-days.js';
import { workingDayTables } from '../../language/working-days/tables.js';

const lowerTable = (written: WrittenWorkingDays): WorkingDays => {
  const holidays = written.holidays
    .map(({ id, value }) => ({ day: id, title: value?.value ?? '' }))
    .sort((one, other) => (one.day < other.day ? -1 : 1));
  const knownUntil = written['known-until'].value;
  const [first] = holidays;
  const knownFrom = written['known-from']?.value ?? `${(first?.day ?? knownUntil).slice(0, 4)}-01-01`;
  return { id: 'declared', label: written.called.value, holidays, knownUntil, knownFrom };
};

/** Takes the section, if there is one, and the table that the programme names; gives the table that counts. */
export const lowerWorkingDays = (
  written: WrittenWorkingDays | undefined,
  named: string | undefined,
): WorkingDays | undefined => (written ? lowerTable(written) : workingDayTables.find((table) => table.id === named));
