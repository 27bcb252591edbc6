/** What she said of how she can safely be reached, put beside the moment and the way: what speaks against it now. */

import { capital, listed } from '../../../engine/contract/words.js';
import { timeInWords } from '../../../engine/document/words/dates.js';
import type { Outcome, Reach, SafeDay, Way } from './contract.js';

/** A moment as a clock on the office's wall shows it. */
export interface OfficeTime {
  /** From 1, Monday, to 7. */
  day: number;
  /** "18:00". */
  time: string;
}

export const dayNames = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
export const dayName = (day: number): string => dayNames[day - 1] ?? '';

/** Takes an instant and a time zone. */
export const officeTime = (instant: string, timeZone: string): OfficeTime => {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    weekday: 'long',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(new Date(instant));
  const part = (type: string): string => parts.find((one) => one.type === type)?.value ?? '';
  return {
    day: dayNames.indexOf(part('weekday')) + 1,
    time: `${part('hour')}:${part('minute')}`,
  };
};

/**
 * Why this is no safe moment by the days and hours that she gave; nothing where it is one, or she gave none. A day may have
 * several stretches of hours.
 */
export const atWrongTime = ({ safe }: Pick<Reach, 'safe'>, { day, time }: OfficeTime): string | undefined => {
  if (safe.length === 0) return undefined;
  const today = safe.filter((one) => one.day === day);
  if (today.length === 0) {
    const days = [...new Set(safe.map((one) => one.day))].sort((a, b) => a - b).map(dayName);
    return `It is ${dayName(day)}: she asked to be called only on ${listed(days)}.`;
  }
  if (today.some(({ from = '', to = '~' }) => time >= from && time <= to)) return undefined;
  const next = today.flatMap(({ from }) => (from !== undefined && from > time ? [from] : [])).sort()[0];
  const last = today
    .flatMap(({ to }) => to ?? [])
    .sort()
    .at(-1);
  const bound = next === undefined ? `after ${timeInWords(last ?? '')}` : `before ${timeInWords(next)}`;
  return `It is ${timeInWords(time)}: she asked not to be called ${bound}.`;
};

const wayNames: Record<Way, string> = {
  telephone: 'by telephone',
  text: 'by text message',
  email: 'by e-mail',
  letter: 'by letter',
  'in-person': 'in person',
  'through-somebody': 'through somebody else',
};
/** "by telephone". */
export const wayInWords = (way: Way): string => wayNames[way];

/** Ways in which the moment counts: what is sent by letter or e-mail is read whenever she reads it. */
const atOnce: readonly Way[] = ['telephone', 'text', 'in-person', 'through-somebody'];

/** What speaks against reaching her in this way at that moment, each a sentence. */
export const against = (reach: Reach, way: Way, at: OfficeTime): string[] => {
  const time = atOnce.includes(way) ? atWrongTime(reach, at) : undefined;
  return [
    ...(reach.ways[way] === 'no' ? [`She asked not to be reached ${wayInWords(way)}.`] : []),
    ...(time === undefined ? [] : [time]),
  ];
};

/** The same of what came of it: a message may not be left where she said no to that. */
export const againstOutcome = ({ voicemail }: Pick<Reach, 'voicemail'>, way: Way, outcome: Outcome): string[] =>
  outcome === 'message-left' && way === 'telephone' && voicemail !== 'yes'
    ? [
        voicemail === 'no'
          ? 'She asked that no message is left.'
          : 'She has not been asked whether a message may be left.',
      ]
    : [];

/** "Monday, 9am to 5pm". */
export const safeDayInWords = ({ day, from, to }: SafeDay): string => {
  const name = dayName(day);
  if (from !== undefined && to !== undefined) return `${name}, ${timeInWords(from)} to ${timeInWords(to)}`;
  if (from !== undefined) return `${name}, from ${timeInWords(from)}`;
  return to === undefined ? `${name}, at any time` : `${name}, until ${timeInWords(to)}`;
};

/** "By telephone". */
export const wayTitle = (way: Way): string => capital(wayInWords(way));
