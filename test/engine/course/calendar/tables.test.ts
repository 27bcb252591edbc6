import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import type { WorkingDays } from '../../../../engine/index.js';
import { workingDayTables } from '../../../../generator/language/working-days/tables.js';
import { tableOf } from './calendar-for-tests.js';

const dates = ({ holidays }: WorkingDays): Temporal.PlainDate[] =>
  holidays.map(({ day }) => Temporal.PlainDate.from(day));
const perYear = (table: WorkingDays): Record<string, number> => {
  const counted: Record<string, number> = {};
  for (const { year } of dates(table)) counted[year] = (counted[year] ?? 0) + 1;
  return counted;
};

test.each(workingDayTables)(
  '$label: holidays are in order, each once, Monday to Friday, within what is known',
  (table) => {
    const texts = table.holidays.map(({ day }) => day);
    expect(texts).toEqual([...new Set(texts)].sort());
    expect(dates(table).filter(({ dayOfWeek }) => dayOfWeek > 5)).toEqual([]);
    expect(texts.filter((day) => day < table.knownFrom || day > table.knownUntil)).toEqual([]);
  },
);

test.each(workingDayTables)('$label: what is always on a Monday or a Friday is', (table) => {
  const expected: Record<string, number> = { 'Easter Monday': 1, 'Good Friday': 5, 'Summer bank holiday': 1 };
  const wrong = table.holidays.filter(({ day, title }) => {
    const wanted = expected[title];
    return wanted !== undefined && Temporal.PlainDate.from(day).dayOfWeek !== wanted;
  });
  expect(wrong).toEqual([]);
});

test('England and Wales has eight a year, with the Jubilee and a state funeral ten, with the coronation nine', () => {
  const eight = Object.fromEntries([2019, 2020, 2021, 2024, 2025, 2026, 2027, 2028].map((year) => [year, 8]));
  expect(perYear(tableOf('england-and-wales'))).toEqual({ ...eight, 2022: 10, 2023: 9 });
});

test('Scotland has nine a year, and ten in that of a World Cup; Northern Ireland ten', () => {
  expect(perYear(tableOf('scotland'))).toEqual({ 2024: 9, 2025: 9, 2026: 10, 2027: 9, 2028: 9 });
  expect(perYear(tableOf('northern-ireland'))).toEqual({ 2024: 10, 2025: 10, 2026: 10, 2027: 10, 2028: 10 });
});

test('what England and Wales keeps from 2024 on, Northern Ireland keeps on the same days', () => {
  const days = (id: string): string[] => tableOf(id).holidays.map(({ day }) => day);
  const irish = new Set(days('northern-ireland'));
  expect(days('england-and-wales').filter((day) => day >= '2024-01-01' && !irish.has(day))).toEqual([]);
});
