/** How long somebody has been in a state in all, over every time that he was. */
import type { Derivation } from '../../contract/course.js';
import { endOfDay } from '../anchor.js';
import type { Sight } from '../sight.js';
import type { Value } from '../value.js';

type Spent = Extract<Derivation, { kind: 'spent' }>;

/** Whole days from the day on which it began to the one on which it ended, or to the last that is over; in this stay. */
export const spentValue = ({ in: states, unit }: Spent, { view }: Sight): Value => {
  const { clock, working } = view.course.calendar;
  let days = 0;
  let isIn = false;
  for (const { stage, from, to } of view.life.away) {
    if (!states.includes(stage) || from.start < view.stay.from) continue;
    const last = Math.max(from.day, to?.day ?? view.point.complete);
    days += unit === 'working-days' ? working.workingDaysBetween(from.day, last).n : last - from.day;
    isIn ||= to === undefined;
  }
  const n = unit === 'weeks' ? Math.floor(days / 7) : days;
  // It grows by a day at most each day.
  const next = isIn ? endOfDay(Math.max(view.point.day, view.point.complete + 1), clock) : Number.POSITIVE_INFINITY;
  return { kind: 'number', least: n, most: n, used: [], lacks: [], wakes: next };
};
