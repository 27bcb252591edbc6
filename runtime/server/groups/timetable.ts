/** When a group meets. Bank holidays and the provider's closure days are not sessions. */
import { Temporal } from 'temporal-polyfill';
import type { Bundle, Moment, SessionMark } from '../../../engine/contract/index.js';
import type { Closure, Group, SessionNote } from './contract.js';

/** A day on which a group meets, or would. */
export interface Meeting {
  day: string;
  /** When it begins and ends: instants, or the day itself where no time is given. */
  on: Moment;
  ends?: Moment;
  /** What the sessions of its members' cases are known by; it begins with its day. */
  key: string;
  /** Why nothing is held. */
  closed?: string;
}

/** Takes what decides when a group meets. */
export interface Times {
  bundle: Bundle;
  closures: readonly Closure[];
}

const instant = (day: string, time: string, zone: string): string =>
  Temporal.PlainDateTime.from(`${day}T${time}`).toZonedDateTime(zone).toInstant().toString();

/** The key of a group's session in its members' cases. */
export const keyOf = (group: Pick<Group, 'id'>, day: string): string => `${day} ${group.id}`;

/** Why nothing is held on a day: a bank holiday of the definition's table, or a closure that covers this group. */
export const closedBecause = (group: Group, day: string, { bundle, closures }: Times): string | undefined =>
  bundle.course?.workingDays?.holidays.find((holiday) => holiday.day === day)?.title ??
  closures.find((closure) => closure.day === day && covers(closure, group))?.because;

/** Whether a closure is of this group. */
export const covers = ({ site, group: only }: Closure, group: Group): boolean =>
  (site === undefined || site === group.site) && (only === undefined || only === group.id);

/** The group as it met, or meets, on a day: what was changed since leaves the past as it was. */
export const metOn = (group: Group, day: string): Group => {
  const was = group.before?.find(({ until }) => day < until);
  if (!was) return group;
  const { days: _d, from: _f, to: _t, venue: _v, everyWeeks: _e, since: _s, ...rest } = group;
  const { until: _u, ...met } = was;
  return { ...rest, ...met };
};

/** Takes a group and a day, gives the meeting of that day, or nothing where it does not meet then. */
export const meetingOn = (group: Group, day: string, times: Times): Meeting | undefined => {
  const met = metOn(group, day);
  return isMeetingDay(met, day) ? meetingOf(met, day, times) : undefined;
};

const isMeetingDay = ({ days, first, last, everyWeeks, since = first }: Group, text: string): boolean => {
  const day = Temporal.PlainDate.from(text);
  if (!days.includes(day.dayOfWeek) || text < first || (last !== undefined && text > last)) return false;
  return everyWeeks === 1 || weeksBetween(Temporal.PlainDate.from(since), day) % everyWeeks === 0;
};

const weeksBetween = (first: Temporal.PlainDate, day: Temporal.PlainDate): number => {
  const monday = (date: Temporal.PlainDate): Temporal.PlainDate => date.subtract({ days: date.dayOfWeek - 1 });
  return monday(first).until(monday(day), { largestUnit: 'days' }).days / 7;
};

const meetingOf = (group: Group, day: string, times: Times): Meeting => {
  const zone = times.bundle.programme.timeZone;
  const closed = closedBecause(group, day, times);
  return {
    day,
    on: group.from === undefined ? day : instant(day, group.from, zone),
    ...(group.from !== undefined && group.to !== undefined && { ends: instant(day, group.to, zone) }),
    key: keyOf(group, day),
    ...(closed !== undefined && { closed }),
  };
};

/** Whether a group meets no more. */
export const hasEnded = ({ last }: Pick<Group, 'last'>, today: string): boolean => last !== undefined && last < today;

/** Days of meetings are looked for this far ahead: a little more than two years. */
const horizon = 800;

/** The next so many meetings that are held, from a day on, and the closed days among them. */
export const meetingsFrom = (group: Group, from: string, count: number, times: Times): Meeting[] => {
  const found: Meeting[] = [];
  let held = 0;
  let day = Temporal.PlainDate.from(from < group.first ? group.first : from);
  for (let looked = 0; looked < horizon && held < count; looked += 1, day = day.add({ days: 1 })) {
    const meeting = meetingOn(group, day.toString(), times);
    if (!meeting) continue;
    found.push(meeting);
    if (meeting.closed === undefined) held += 1;
  }
  return found;
};

/** All meetings from a day up to and with another, closed days among them, in order. */
export const meetingsBetween = (group: Group, from: string, to: string, times: Times): Meeting[] => {
  const found: Meeting[] = [];
  const end = Temporal.PlainDate.from(to);
  let day = Temporal.PlainDate.from(from < group.first ? group.first : from);
  for (; Temporal.PlainDate.compare(day, end) <= 0; day = day.add({ days: 1 })) {
    const meeting = meetingOn(group, day.toString(), times);
    if (meeting) found.push(meeting);
  }
  return found;
};

/** Whether a meeting has begun at a moment; one without a time begins with its day. */
export const hasBegun = ({ on, day }: Meeting, now: string, today: string): boolean =>
  on.length > 10 ? Temporal.Instant.compare(on, now) <= 0 : day <= today;

/** What a case is told of a meeting: all but what came of it. */
export const markOf = (
  group: Group,
  { on, ends, key }: Meeting,
  note?: Pick<SessionNote, 'topic' | 'facilitators'>,
): Omit<SessionMark, 'mark'> => ({
  on,
  ...(ends !== undefined && { ends }),
  key,
  group: group.id,
  ...(group.kind !== undefined && { kind: group.kind }),
  ...(note?.topic !== undefined && { topic: note.topic }),
  ...(note && note.facilitators.length > 0 && { facilitators: note.facilitators.length }),
});
