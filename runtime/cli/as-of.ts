import { Temporal } from 'temporal-polyfill';
import { momentOf } from '../../generator/scenario/reading.js';
import { UsageFault } from './io.js';

/**
 * Takes a day ("2026-03-02", "2 March 2026"), an instant ("2026-03-02T17:30:00Z") or a local time
 * ("2026-03-02T18:00", in `timeZone`); gives a day or an instant. Throws a UsageFault for anything else.
 */
export const readAsOf = (written: string, timeZone: string): string => {
  const moment = momentOf(written);
  if (moment?.length === 10) return moment;
  try {
    if (moment !== undefined) return Temporal.Instant.from(moment).toString();
    if (!/^\d{4}-\d\d-\d\d[T ]\d\d:\d\d/.test(written)) throw new RangeError('not a time');
    return Temporal.PlainDateTime.from(written).toZonedDateTime(timeZone).toInstant().toString();
  } catch {
    throw new UsageFault(`“${written}” is no time. Write --as-of as 2026-03-02, or 2026-03-02T17:30:00Z.`);
  }
};
