/** What a duty comes to: one instance for each opening, or for each of its windows. */
import { dayText } from '../contract/calendar.js';
import type { Duty } from '../contract/course.js';
import { type Anchor, anchorOf, endOfDay } from './anchor.js';
import { dayAfter, isDaySpan } from './calendar/calendar.js';
import { type Due, dayBefore, dueAfter, dueOn, weekdayAfter } from './calendar/due.js';
import { periodOf } from './calendar/period.js';
import { isReckoned } from './ledger.js';
import type { Machine, Occurrence } from './machine.js';
import { isAbout, type Sight } from './sight.js';
import type { Happened } from './timeline.js';
import type { View } from './view.js';

export interface Instance {
  key: string;
  subject?: string;
  opened: Anchor;
  by?: Happened;
  /** Absent where no time is stated, or where what it hangs on has not come. */
  due?: Due;
  /** Of a window: the numbers of the days on which it can be met. */
  window?: { from: number; to: number };
  /** Over for a reason of its own, from then on. */
  lapsed?: Anchor;
  /** Kept open, however often it is done. */
  standing: boolean;
}

/** A deadline at the end of a day. */
const byDay = (day: number, view: View): Due => {
  const endsAt = endOfDay(day, view.course.clock) + 1;
  return { due: dayText(day), endsAt, latestEndsAt: endsAt, provisional: false };
};

const dayAnchor = (day: number, view: View): Anchor => anchorOf(dayText(day), view.course.clock);

/** Takes a duty's machine, gives its instances by a point, in order. */
export const instancesOf = (duty: Duty, machine: Machine, sight: Sight): Instance[] => {
  const subject = machine.subject === undefined ? {} : { subject: machine.subject };
  if (!duty.recurs)
    return [...machine.occurrences.values()].map((occurrence) => ({
      key: occurrence.key,
      ...subject,
      opened: occurrence.crossed,
      ...(occurrence.by && { by: occurrence.by }),
      ...dueOf(duty, occurrence.crossed, occurrence.by, sight),
      ...lapseOf(occurrence),
      standing: false,
    }));
  const all = machine.active.flatMap((active, i) =>
    recurring(duty, active, sight).map((each) => ({ ...each, of: each.key, key: `${i + 1} ${each.key}`, ...subject })),
  );
  // Whoever was away for a part of a month is owed one for that month, not one for each part.
  const isFirst = ({ of }: { of: string }, i: number): boolean => all.findIndex((each) => each.of === of) === i;
  return (duty.recurs.kind === 'calendar' ? all.filter(isFirst) : all).map(({ of: _, ...each }) => each);
};

const lapseOf = ({ state, ended }: Occurrence): { lapsed?: Anchor } =>
  state === 'lapsed' && ended ? { lapsed: ended } : {};

type Active = Machine['active'][number];

const recurring = (duty: Duty, active: Active, sight: Sight): Instance[] => {
  switch (duty.recurs?.kind) {
    case 'every':
      return windows(duty, duty.recurs.span, active, sight);
    case 'calendar':
      return periods(duty, duty.recurs.period, active, sight);
    case 'after-last':
      return chain(duty, duty.recurs.span, active, sight);
    default:
      return [
        {
          key: 'standing',
          opened: active.from,
          ...(active.by && { by: active.by }),
          ...(active.to && { lapsed: active.to }),
          standing: true,
        },
      ];
  }
};

/** More than anybody's passage has, so that a wrong date does not run on. */
const mostWindows = 2_000;

type Every = Extract<NonNullable<Duty['recurs']>, { span: unknown }>['span'];

/** Counted from the start, so that the windows do not drift. */
const windows = (duty: Duty, span: Every, { from, to, by }: Active, sight: Sight): Instance[] => {
  const { view } = sight;
  const found: Instance[] = [];
  const startOf = (k: number): number =>
    k === 0 || span.unit === 'hours'
      ? from.day
      : dayAfter(view.course.calendar.working, from.day, { n: span.n * k, unit: span.unit }).day;
  let moved = 0;
  for (let k = 0; k < mostWindows; k += 1) {
    const first = startOf(k) + moved;
    // The day on which one window ends is not yet of the next.
    const isToCome = k === 0 ? first > view.point.day : first >= view.point.day;
    if (isToCome || (to && k > 0 && first >= to.day) || (k > 0 && startOf(k + 1) + moved <= first)) break;
    const opened = k === 0 ? from : dayAnchor(first, view);
    moved += frozenDays(duty, opened, byDay(startOf(k + 1) + moved, view), view);
    const last = startOf(k + 1) + moved;
    found.push({
      key: String(k + 1),
      opened,
      ...(by && { by }),
      ...(duty.due.kind === 'within' || duty.due.kind === 'weekday'
        ? dueOf(duty, opened, by, sight)
        : { due: byDay(last, view) }),
      window: { from: k === 0 ? first : first + 1, to: last },
      ...(to && to.day < last && { lapsed: to }),
      standing: false,
    });
  }
  return found;
};

/** What is to be done within each period, and not so long after it. */
const isWithin = ({ due, from }: Duty): boolean => due.kind === 'not-stated' && from.kind !== 'period-end';

/**
 * One for each period of the calendar in which it was called for: opened when that is over, or, of what is to be done
 * within it, from its beginning to its end.
 */
const periods = (duty: Duty, period: 'week' | 'month' | 'year', { from, to, by }: Active, sight: Sight): Instance[] => {
  const { view } = sight;
  const found: Instance[] = [];
  for (let day = from.day; day <= view.point.day && found.length < mostWindows; ) {
    const { last, key } = periodOf(day, period);
    if (to && to.day < day) break;
    if (isWithin(duty)) {
      const own = { opened: day === from.day ? from : dayAnchor(day, view), window: { from: day, to: last } };
      const over = to && to.day <= last ? { lapsed: to } : {};
      found.push({ key, ...(by && { by }), ...own, ...over, due: byDay(last, view), standing: false });
      day = last + 1;
      continue;
    }
    if (last > view.point.complete) break;
    const opened = dayAnchor(last, view);
    found.push({ key, opened, ...(by && { by }), ...dueOf(duty, opened, undefined, sight), standing: false });
    day = last + 1;
  }
  return found;
};

/** So long after the last one done. */
const chain = (duty: Duty, span: Every, { from, to, by }: Active, sight: Sight): Instance[] => {
  const done = doneAfter(duty, from, by, sight).filter(({ at }) => !to || at.day <= to.day);
  return [from, ...done.map(({ at }) => at)].map((opened, k) => {
    const due = unfrozen(duty, opened, dueAfter(sight.view.course.calendar, opened, span), sight.view);
    return {
      key: String(k + 1),
      opened,
      ...(by && k === 0 && { by }),
      due,
      ...(to && to.start < due.endsAt && { lapsed: to }),
      standing: false,
    };
  });
};

/** What meets a duty, from a moment on; of the subject where it has one. In order. */
export const doneAfter = (duty: Duty, from: Anchor, by: Happened | undefined, sight: Sight): Happened[] => {
  const { view } = sight;
  return [...new Set(duty.metBy.flatMap((event) => view.occurrences(event)))]
    .filter((each) => {
      const { at, place } = each;
      if (by !== undefined && place === by.place) return false;
      if (at.precise && from.precise ? at.start < from.start : at.day < from.day) return false;
      return sight.scope.kind !== 'entry' || isAbout(sight, each);
    })
    .sort((a, b) => a.at.start - b.at.start || a.place - b.place);
};

/** By when something opened then is due. */
const dueOf = (duty: Duty, opened: Anchor, by: Happened | undefined, sight: Sight): { due?: Due } => {
  const { view } = sight;
  const { due: limit } = duty;
  if (limit.kind === 'not-stated') return {};
  if (limit.kind === 'before') return beforeWhat(limit, opened, sight);
  const from = anchorFor(duty, opened, by, sight);
  if (!from) return {};
  const { calendar } = view.course;
  if (limit.kind === 'at-once') return { due: dueOn(calendar, from.day, limit.time) };
  if (limit.kind === 'weekday') return { due: dueOn(calendar, weekdayAfter(from.day, limit.weekday), limit.time) };
  const due = dueAfter(calendar, from, limit.span, limit.time);
  return { due: unfrozen(duty, opened, due, view) };
};

const anchorFor = (duty: Duty, opened: Anchor, by: Happened | undefined, sight: Sight): Anchor | undefined => {
  const { view } = sight;
  const { from } = duty;
  switch (from.kind) {
    case 'learned':
      return by ? anchorOf(by.learned, view.course.clock) : opened;
    case 'event': {
      const all = view.occurrences(from.event).filter(({ at }) => at.start >= view.stay.from);
      return (from.which === 'first' ? all[0] : all.at(-1))?.at ?? opened;
    }
    case 'fact': {
      const value = sight.reads.day(from.fact, sight);
      return value.kind === 'day' ? dayAnchor(value.day, view) : undefined;
    }
    default:
      return opened;
  }
};

const beforeWhat = (
  { event, session, fact, span }: Extract<Duty['due'], { kind: 'before' }>,
  opened: Anchor,
  sight: Sight,
): { due?: Due } => {
  const { view } = sight;
  const day = fact === undefined ? undefined : sight.reads.day(fact, sight);
  if (day && day.kind !== 'day') return {};
  const at = day
    ? dayAnchor(day.day, view)
    : session === undefined
      ? view.occurrences(event ?? '').find((each) => each.at.day >= opened.day)?.at
      : view.ledger.sessions.filter(
          (each) =>
            each.when.start >= view.stay.from &&
            !each.credit &&
            (isReckoned(each, view.course) || each.notDue === 'not-yet'),
        )[session - 1]?.when;
  if (!at) return {};
  if (span && isDaySpan(span)) {
    const { calendar } = view.course;
    const { day: last, provisional } = dayBefore(calendar, at.day, span);
    return { due: { ...dueOn(calendar, last), provisional } };
  }
  const endsAt = at.precise ? at.start : at.end;
  return { due: { due: at.moment, endsAt, latestEndsAt: endsAt, provisional: false } };
};

/** A deadline moved by the time that does not count. */
const unfrozen = (duty: Duty, opened: Anchor, due: Due, view: View): Due => {
  const frozen = frozenDays(duty, opened, due, view);
  return frozen === 0 ? due : shifted(due, frozen, view);
};

/** Whole days in states that stop this duty's clock, between its opening and when it would be due. */
const frozenDays = ({ freezesIn }: Duty, opened: Anchor, due: Due, view: View): number => {
  let days = 0;
  for (const { stage, from, to } of view.life.away) {
    if (!freezesIn.includes(stage)) continue;
    const starts = Math.max(from.day, opened.day);
    if (view.course.clock.startOfDay(starts) >= due.endsAt + days * longDay) continue;
    days += Math.max(0, (to?.day ?? view.point.day) - starts);
  }
  return days;
};
const longDay = 24 * 3_600_000;

const shifted = (due: Due, days: number, view: View): Due => {
  const { clock } = view.course;
  if (/T/.test(due.due)) {
    const endsAt = due.endsAt + days * longDay;
    return { ...due, due: new Date(endsAt - 1).toISOString(), endsAt, latestEndsAt: due.latestEndsAt + days * longDay };
  }
  return { ...byDay(clock.dayNumber(due.endsAt - 1) + days, view), provisional: due.provisional };
};
