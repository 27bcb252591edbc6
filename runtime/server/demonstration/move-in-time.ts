/** A case some weeks later: every day of it is the same weekday, every time the same on the clock. */
import { Temporal } from 'temporal-polyfill';
import type { Answer, CaseEvent, Moment } from '../../../engine/contract/index.js';
import { instantAt, localDayOf } from '../../../generator/scenario/clock.js';

const later = (day: string, weeks: number): string => Temporal.PlainDate.from(day).add({ weeks }).toString();

const timeOf = (instant: string, zone: string): string =>
  Temporal.Instant.from(instant).toZonedDateTimeISO(zone).toPlainTime().toString();

/** Takes a day or an instant; gives the same so many weeks later, at the same time on the wall. */
export const movedMoment = (moment: Moment, weeks: number, zone: string): Moment =>
  moment.length === 10
    ? later(moment, weeks)
    : instantAt(later(localDayOf(moment, zone), weeks), timeOf(moment, zone), zone);

/** A day or a local time among answers; the key of a session begins with its day. */
const beginsWithDay = /^\d{4}-\d\d-\d\d(?![\d-])/;
const movedText = (text: string, weeks: number): string =>
  text.length <= 40 ? text.replace(beginsWithDay, (day) => later(day, weeks)) : text;

const movedAnswer = (answer: Answer, weeks: number): Answer => {
  if (typeof answer === 'string') return movedText(answer, weeks);
  if (!Array.isArray(answer)) return answer;
  return answer.map((one) =>
    typeof one === 'string'
      ? one
      : Object.fromEntries(Object.entries(one).map(([id, value]) => [id, within(value, weeks)])),
  ) as Answer;
};
const within = (value: string | number | string[] | null, weeks: number) =>
  typeof value === 'string' ? movedText(value, weeks) : value;

/** Takes an event and whole weeks; gives it that much later, with every day that it tells of. */
export const movedEvent = (event: CaseEvent, weeks: number, zone: string): CaseEvent => {
  const moved = (moment: Moment): Moment => movedMoment(moment, weeks, zone);
  const { session } = event;
  return {
    ...event,
    happened: moved(event.happened),
    learned: moved(event.learned),
    recorded: moved(event.recorded),
    values: Object.fromEntries(Object.entries(event.values).map(([id, value]) => [id, movedAnswer(value, weeks)])),
    ...(event.about !== undefined && { about: movedText(event.about, weeks) }),
    ...(session && {
      session: {
        ...session,
        on: moved(session.on),
        ...(session.ends !== undefined && { ends: moved(session.ends) }),
        ...(session.key !== undefined && { key: movedText(session.key, weeks) }),
      },
    }),
  };
};

/** Whole weeks after which a day lies in the seven days that end with `last`. */
export const weeksUntil = (day: string, last: string): number => {
  const days = Temporal.PlainDate.from(day).until(Temporal.PlainDate.from(last), { largestUnit: 'days' }).days;
  return Math.floor(days / 7);
};
