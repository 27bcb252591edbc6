/** Sentences of signing in. */
import { timeInWords } from '../words/dates.js';

export const wrongCode =
  'That is not the code we sent, or it is no longer valid. Check the e-mail, or ask for another code.';
export const staleCode = 'That code is older than 10 minutes. Ask for another one.';
export const wrongPassword = 'The e-mail address or the password is not right.';
export const wrongStep = 'That is not the right code, or it is no longer valid.';

/** Takes an instant, gives its minute as "6:05pm" where people are. */
export const minuteOf = (instant: string, timeZone: string): string => {
  const parts = new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  return timeInWords(parts.format(new Date(instant)));
};
/** The first full minute that is not before it. */
export const minuteAfter = (instant: string, timeZone: string): string =>
  minuteOf(new Date(Math.ceil(Date.parse(instant) / 60_000) * 60_000).toISOString(), timeZone);

/** Takes the instant until which nobody is let in, and the time zone of whoever reads. */
export const lockedUntil = (until: string, timeZone: string): string =>
  `There were too many attempts that did not work. You can try again at ${minuteAfter(until, timeZone)}.`;

/** The same of codes that are sent. */
export const sentTooOften = (until: string, timeZone: string): string =>
  `We have sent 5 codes to this address. Use the latest, or ask for another one at ${minuteAfter(until, timeZone)}.`;
