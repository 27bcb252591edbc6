/** Which group the men of a demonstration sit in: one that meets when their sessions were. */
import { Temporal } from 'temporal-polyfill';
import type { Bundle, CaseEvent } from '../../../engine/contract/index.js';
import { instantAt, localDayOf } from '../../../generator/scenario/clock.js';
import type { Group, SessionNote } from '../groups/contract.js';
import { standingIn } from '../groups/plan.js';
import { keyOf } from '../groups/timetable.js';

const heldOn = (events: readonly CaseEvent[], zone: string): string[] =>
  events.flatMap(({ session }) => (session?.mark === 'held' ? [localDayOf(session.on, zone)] : []));

const weekdayOf = (day: string): number => Temporal.PlainDate.from(day).dayOfWeek;

const mostOf = <T>(of: readonly T[]): T | undefined =>
  [...new Set(of)].sort((a, b) => of.filter((one) => one === b).length - of.filter((one) => one === a).length)[0];

/** The first group that the programme declares, meeting on the day of the week on which most of these sessions were. */
export const groupFor = (bundle: Bundle, cases: readonly (readonly CaseEvent[])[]): Group | undefined => {
  const declared = bundle.course?.groups[0];
  const zone = bundle.programme.timeZone;
  const days = cases.flatMap((events) => heldOn(events, zone)).sort();
  const day = mostOf(days.map(weekdayOf));
  if (!declared || day === undefined) return undefined;
  const site = bundle.sites.find(({ id }) => bundle.sites.length === 1 || declared.id.includes(id));
  const slot = site?.slots?.find(({ from, to }) => from !== undefined && to !== undefined);
  return {
    id: declared.id,
    name: declared.label,
    declared: declared.id,
    ...(site && { site: site.id }),
    days: [day],
    ...(slot?.from !== undefined && slot.to !== undefined && { from: slot.from, to: slot.to }),
    ...(slot?.venue !== undefined && { venue: slot.venue }),
    first: days[0] ?? '',
    everyWeeks: 1,
  };
};

/** Sessions on the group's day were the group's: they get its key, and what is about them names it. */
export const inGroup = (events: readonly CaseEvent[], group: Group, zone: string): CaseEvent[] => {
  const isMeeting = (day: string): boolean => group.days.includes(weekdayOf(day));
  const renamed = new Map<string, string>();
  for (const { session } of events) {
    if (!session || session.group !== undefined) continue;
    const day = localDayOf(session.on, zone);
    if (isMeeting(day)) renamed.set(session.key ?? session.on, keyOf(group, day));
  }
  return events.map((event) => {
    const { session, about } = event;
    const key = session && renamed.get(session.key ?? session.on);
    const aboutKey = about !== undefined ? renamed.get(about) : undefined;
    return {
      ...event,
      ...(session && key !== undefined && { session: { ...session, key, group: group.id } }),
      ...(aboutKey !== undefined && { about: aboutKey }),
    };
  });
};

/** The first day on which somebody was there; nothing of one who never was in the group. */
export const firstThere = (events: readonly CaseEvent[], group: Group, zone: string): string | undefined =>
  events.flatMap(({ session }) => (session?.group === group.id ? [localDayOf(session.on, zone)] : [])).sort()[0];

/**
 * What was said of each session of the group as a whole, by what is recorded of its members: their number, and the topic
 * that most of them had. Days on which nothing is recorded of anybody have none.
 */
export const notesOf = (
  group: Group,
  cases: readonly (readonly CaseEvent[])[],
  zone: string,
  by: string,
): SessionNote[] => {
  const held = cases.flatMap((events) =>
    standingIn(events).flatMap(({ session, recorded }) =>
      session?.mark === 'held' && session.group === group.id
        ? [{ day: localDayOf(session.on, zone), topic: session.topic, recorded }]
        : [],
    ),
  );
  return [...new Set(held.map(({ day }) => day))].sort().map((day) => {
    const there = held.filter((one) => one.day === day);
    const topic = mostOf(there.flatMap((one) => one.topic ?? []));
    const at = there
      .map(({ recorded }) => recorded)
      .sort()
      .at(-1);
    return {
      group: group.id,
      day,
      ...(topic !== undefined && { topic }),
      facilitators: [by],
      marked: there.length,
      edition: 1,
      by,
      ...(at !== undefined && { at: at.length === 10 ? instantAt(at, '12:00', zone) : at }),
    };
  });
};
