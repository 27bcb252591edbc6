/** A definition's own table of holidays. */
import type { WrittenDefinition } from '../../language/definition.js';
import type { Problem } from '../../problem/problem.js';
import { raiseSection } from './section-problems.js';

const isDay = (written: string): boolean => {
  if (!/^\d{4}-\d\d-\d\d$/.test(written)) return false;
  const date = new Date(`${written}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(written);
};

/** Checks the days of the table, and that it reaches as far as the definition itself does. */
export const checkWorkingDays = (definition: WrittenDefinition, report: (problem: Problem) => void): void => {
  const written = definition['working-days'];
  if (!written) return;
  const named = definition.programme['working-days'];
  if (named) report(raiseSection('working-days/two-tables', named.at, { named: named.value }));
  const until = written['known-until'];
  const days = written.holidays.map(({ id, idAt }) => ({ value: id, at: idAt }));
  const all = [until, ...(written['known-from'] ? [written['known-from']] : []), ...days];
  const wrong = all.filter(({ value }) => !isDay(value));
  for (const { value: found, at } of wrong) report(raiseSection('working-days/date', at, { found }));
  if (wrong.length > 0) return;
  const last = days
    .map(({ value }) => value)
    .sort()
    .at(-1);
  if (last !== undefined && last > until.value) {
    report(raiseSection('working-days/known-until', until.at, { until: until.value, last }));
    return;
  }
  const dated = (definition.settled ?? [])
    .map((each) => each.on.value)
    .filter(isDay)
    .sort()
    .at(-1);
  if (dated !== undefined && dated > until.value)
    report(raiseSection('working-days/ends-too-soon', until.at, { until: until.value, dated }));
};
