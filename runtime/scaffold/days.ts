/** The days of the scenarios that a new definition comes with. */
import { Temporal } from 'temporal-polyfill';
import type { Answers } from './answers.js';

/** The first session of everybody in them: a Monday, with no bank holiday near it in any nation. */
const start = Temporal.PlainDate.from('2026-01-12');
/** The day of their referral, also a Monday. */
const referred = Temporal.PlainDate.from('2026-01-05');

/** The day of the nth session, from 1, and so many days after it. */
export const sessionDay = (n: number, every: Answers['every'], after = 0): string =>
  start
    .add({ [`${every.unit}s`]: (n - 1) * every.n })
    .add({ days: after })
    .toString();

/** The birthday of somebody who is so many years old so many days after the referral. */
export const birthday = (years: number, after = 0): string =>
  referred.subtract({ years }).add({ days: after }).toString();

/** How a diary begins whose sessions are so far apart: "weekly from 2026-01-12". */
export const diaryFrom = ({ n, unit }: Answers['every']): string => {
  const word = n === 1 ? { day: 'daily', week: 'weekly', month: 'monthly' }[unit] : `every ${n} ${unit}s`;
  return `${word} from ${start.toString()}`;
};
