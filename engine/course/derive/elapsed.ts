/** Time from one point to another, or to now, in completed units. */

import { dayText } from '../../contract/calendar.js';
import type { Derivation, Point as Place, Stage } from '../../contract/course.js';
import type { Lacking } from '../../contract/course-verdict.js';
import { type Anchor, anchorOf, endOfDay } from '../anchor.js';
import { type Anchor as Bare, dayAfter, hourLength } from '../calendar/calendar.js';
import { completedBetween } from '../calendar/completed.js';
import type { Session } from '../ledger.js';
import { isAbout, type Sight } from '../sight.js';
import { type Happened, picked } from '../timeline.js';
import { noValue, type Value } from '../value.js';
import { unrecordedAfter } from './items.js';

type Elapsed = Extract<Derivation, { kind: 'elapsed' }>;

/** A moment found, with what it rests on; `missing` says why there is none. */
type Moment = { at: Anchor; used: readonly number[]; perhaps?: readonly Session[] } | { missing: Value };

/**
 * Time since an event that never happened is no time at all: no comparison holds of it. Since the latest of what never
 * happened it is the time since the start. Time away counts unless the fact names it.
 */
export const elapsedValue = ({ since, until, unit, paused }: Elapsed, sight: Sight): Value => {
  const { view } = sight;
  const { calendar, clock } = view.course;
  const from = momentOf(since, sight, true);
  if ('missing' in from) return from.missing;
  const to = until && momentOf(until, sight, false);
  if (to && !('missing' in to) && to.at.start < from.at.start && to.at.day < from.at.day) return noValue(to.used);
  const stopped = to && !('missing' in to) ? to : undefined;
  const now = stopped
    ? { ms: stopped.at.start, completedDay: stopped.at.day }
    : { ms: view.point.ms, completedDay: Math.max(view.point.complete, from.at.day) };
  const timeFrom = (at: Anchor): number => {
    const away = pausedDays(at, stopped?.at.day ?? view.point.complete, paused, sight);
    const completedDay = Math.max(now.completedDay, at.day) - away;
    const n = completedBetween(calendar, at, { ms: now.ms, completedDay }, unit) - (unit === 'hours' ? away * 24 : 0);
    return Math.max(0, n);
  };
  const wakesAtOf =
    (at: Anchor) =>
    (reaches: number): number => {
      if (stopped) return Number.POSITIVE_INFINITY;
      const away = pausedDays(at, view.point.complete, paused, sight);
      if (unit === 'hours') return at.start + (reaches + away * 24) * hourLength;
      const n = Math.max(0, Math.ceil(reaches));
      return endOfDay(dayAfter(calendar.working, at.day, { n, unit }).day + away, clock);
    };
  const used = [...from.used, ...(stopped?.used ?? [])];
  // A session that nobody recorded may have been the latest.
  const latest = from.perhaps?.at(-1);
  const lacks = (from.perhaps ?? []).map(({ key }): Lacking => ({ kind: 'session', of: key }));
  const most = timeFrom(from.at);
  const least = latest ? Math.min(most, timeFrom(latest.when)) : most;
  const wakesAt = (reaches: number): number => {
    const times = [from.at, ...(latest ? [latest.when] : [])].map((at) => wakesAtOf(at)(reaches));
    return Math.min(...times.filter((at) => at > view.point.ms), Number.POSITIVE_INFINITY);
  };
  return { kind: 'number', least, most, used, lacks, wakes: Number.POSITIVE_INFINITY, wakesAt };
};

const momentOf = (place: Place, sight: Sight, isStart: boolean): Moment => {
  const { view } = sight;
  if ('fact' in place) {
    const value = sight.reads.day(place.fact, sight);
    if (value.kind !== 'day') return { missing: value };
    return { at: anchorOf(dayText(value.day), view.course.clock), used: value.used };
  }
  const all = view.occurrences(place.event.event).filter((each) => isOfStay(each, sight) && isAbout(sight, each));
  const first = place.event.which === undefined ? all[0] : picked(all, place.event);
  const isLatest = place.event.which === 'latest';
  const perhaps = isLatest ? unrecordedAfter(place.event.event, first?.at ?? view.stay.started, sight) : [];
  if (first) return { at: first.at, used: [first.place], perhaps };
  const start = view.stay.started;
  if (isStart && isLatest && start) return { at: start, used: [], perhaps };
  return { missing: noValue() };
};

const isOfStay = ({ at }: Happened, { view }: Sight): boolean => at.start >= view.stay.from;

/** Whole days in states that do not count. */
const pausedDays = (from: Bare, to: number, paused: readonly Stage[], { view }: Sight): number => {
  let days = 0;
  for (const { stage, from: left, to: back } of view.life.away) {
    if (!paused.includes(stage)) continue;
    days += Math.max(0, Math.min(back?.day ?? to, to) - Math.max(left.day, from.day));
  }
  return days;
};
