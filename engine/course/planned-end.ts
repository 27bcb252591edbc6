/** When the whole is expected to be over. */

import type { Span } from '../contract/course.js';
import { dayAfter } from './calendar/calendar.js';
import type { View } from './view.js';

/**
 * Takes a view, gives the number of the day on which the programme is planned to end: so long after the start, moved by
 * the time away that the definition names and by what it was extended by. Nothing before the start, or where the
 * definition does not say how long it takes.
 */
export const plannedEnd = (view: View): number | undefined => {
  const { sessions, calendar } = view.course;
  const { started } = view.stay;
  if (!sessions?.lasts || !started || sessions.lasts.unit === 'hours') return undefined;
  let { day } = dayAfter(calendar.working, started.day, { n: sessions.lasts.n, unit: sessions.lasts.unit });
  for (const { stage, from, to } of view.life.away)
    if (sessions.endMovesWith.includes(stage) && from.start >= view.stay.from)
      day += Math.max(0, (to?.day ?? view.point.day) - from.day);
  for (const { values, at } of view.occurrences('extended')) {
    if (at.start < view.stay.from || typeof values.n !== 'number') continue;
    const unit = values.unit as Span['unit'] | 'sessions' | undefined;
    if (unit === undefined || unit === 'hours' || unit === 'sessions') day += 7 * values.n;
    else ({ day } = dayAfter(calendar.working, day, { n: values.n, unit }));
  }
  return day;
};
