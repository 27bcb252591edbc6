import { Temporal } from 'temporal-polyfill';
import { months, weekdays } from '../../contract/words.js';

const wording = (day: Temporal.PlainDate): string =>
  `${weekdays[day.dayOfWeek - 1]} ${day.day} ${months[day.month - 1]} ${day.year}`;

/** A day "2026-03-02" as "Monday 2 March 2026"; what is no day is given back as it is. */
export const dayInWords = (day: string): string => {
  try {
    return wording(Temporal.PlainDate.from(day));
  } catch {
    return day;
  }
};

/** A local time "18:00" as "6pm", "18:05" as "6:05pm". */
export const timeInWords = (time: string): string => {
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  if (hour === 12 && minute === 0) return 'midday';
  if (hour === 0 && minute === 0) return 'midnight';
  const twelve = hour % 12 === 0 ? 12 : hour % 12;
  return `${twelve}${minute === 0 ? '' : `:${String(minute).padStart(2, '0')}`}${hour < 12 ? 'am' : 'pm'}`;
};

/** A local day and time "2026-03-02T18:00" as "6pm on Monday 2 March 2026". */
export const dateTimeInWords = (value: string): string => {
  const [day = '', time] = value.split('T');
  return time ? `${timeInWords(time)} on ${dayInWords(day)}` : dayInWords(day);
};

/** The local day of a moment: of a day itself, or of an instant in `timeZone`. Throws for what is neither. */
export const localDay = (moment: string, timeZone: string): string => {
  const place = `${moment} ${timeZone}`;
  const known = localDays.get(place);
  if (known !== undefined) return known;
  const day =
    moment.length === 10
      ? Temporal.PlainDate.from(moment).toString()
      : Temporal.Instant.from(moment).toZonedDateTimeISO(timeZone).toPlainDate().toString();
  if (localDays.size >= mostDays) localDays.clear();
  localDays.set(place, day);
  return day;
};
/** The same few moments are asked for again and again: each session of a case, and the present. */
const localDays = new Map<string, string>();
const mostDays = 10_000;

/** Words for a moment: its local day. */
export const momentInWords = (moment: string, timeZone: string): string => dayInWords(localDay(moment, timeZone));

/** An instant as "5:30pm on Monday 2 March 2026", by the clocks of `timeZone`. Throws for what is no instant. */
export const instantInWords = (instant: string, timeZone: string): string =>
  dateTimeInWords(
    Temporal.Instant.from(instant).toZonedDateTimeISO(timeZone).toPlainDateTime().toString({ smallestUnit: 'minute' }),
  );

const isoDay = /(?<![\w-])(\d{4})-(\d{2})-(\d{2})(?:T[\d:.]+Z?)?(?![\w-])/g;

/** A sentence with each day in it that is written 2026-03-02 put into words. */
export const datesInWords = (sentence: string): string =>
  sentence.replace(isoDay, (_all, year, month, day) => dayInWords(`${year}-${month}-${day}`));
