/**
 * What a scenario leaves out because it is about something else: that people did what they owed. Without it every case of a
 * demonstration would be late with everything.
 */
import { Temporal } from 'temporal-polyfill';
import type { Bundle, CaseEvent, DutyVerdict, Evaluation } from '../../../engine/contract/index.js';
import { localDayOf } from '../../../generator/scenario/clock.js';

/** What is late by no more than this stays late, for there is always something. */
const lateDays = 7;

const before = (day: string, days: number): string => Temporal.PlainDate.from(day).subtract({ days }).toString();
const dayAfter = (day: string): string => before(day, -1);

/** The act that meets a duty which was missed a while ago; done a day after it was owed, and in time. */
const doneInTime = (duty: DutyVerdict, n: number, last: string, zone: string): CaseEvent | undefined => {
  const { state, due, by, id, subject } = duty;
  const role = by[0];
  if (state !== 'missed' || due === undefined || role === undefined) return undefined;
  const latest = localDayOf(due, zone);
  if (latest >= before(last, lateDays)) return undefined;
  const next = dayAfter(localDayOf(duty.opened, zone));
  const day = next < latest ? next : latest;
  const moments = { happened: day, learned: day, recorded: day };
  const about = subject === undefined ? {} : { about: subject };
  return { id: `routine-${n}`, kind: 'happened', what: `${id}-done`, ...moments, by: { role }, values: {}, ...about };
};

/** In the order in which it was recorded; of one day, as it was. */
const inOrder = (events: readonly CaseEvent[], zone: string): CaseEvent[] => {
  const dayOf = ({ recorded }: CaseEvent): string => localDayOf(recorded, zone);
  return events.toSorted((a, b) => (dayOf(a) < dayOf(b) ? -1 : dayOf(a) > dayOf(b) ? 1 : 0));
};

/** Takes a case and what it comes to; gives it with what was owed long ago and done by nobody. Nothing where that is nothing. */
export const withRoutine = (
  { programme: { timeZone } }: Bundle,
  events: readonly CaseEvent[],
  { duties = [] }: Pick<Evaluation, 'duties'>,
  last: string,
): CaseEvent[] | undefined => {
  const done = duties.flatMap((duty, n) => doneInTime(duty, n, last, timeZone) ?? []);
  return done.length === 0 ? undefined : inOrder([...events, ...done], timeZone);
};
