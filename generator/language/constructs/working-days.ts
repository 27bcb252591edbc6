import type { Construct } from '../construct.js';
import { mapOf, optional, type ReadBy, record, required, text } from '../shape/shape.js';
import { originFields } from './origin.js';

const shape = record('a table of working days', {
  called: required(text(), 'whose days they are'),
  'known-until': required(text('a day, such as 2028-12-31'), 'the last day for which the holidays are known'),
  'known-from': optional(
    text('a day, such as 2026-01-01'),
    'the first such day; the beginning of the first holiday’s year if left out',
  ),
  holidays: required(mapOf(text(), { names: 'any' }), 'the days that are not working days, each with its name'),
  ...originFields,
});
export type WrittenWorkingDays = ReadBy<typeof shape>;

export const workingDays: Construct<WrittenWorkingDays> = {
  word: 'working-days',
  title: 'Working days',
  doc:
    'Holidays of your own, where none of the tables under `programme` fits. Saturdays and Sundays are never working ' +
    'days and are not listed. Beyond the last known day every Monday to Friday counts, and a result says so.',
  example: `working-days:
  called: Our office
  known-until: 2027-12-31
  holidays: { 2027-01-01: New Year’s Day, 2027-12-27: Christmas Day }
`,
  shape,
};
