/**
 * What an answer looks like, as regular expressions (with the `u` flag, as JSON Schema reads them). They are exact, so
 * that no `format` is needed: stock ajv knows none without a plugin, and takes 30 February for a date with it.
 */

const day28 = '02-(?:0[1-9]|1[0-9]|2[0-8])';
const day30 = '(?:0[469]|11)-(?:0[1-9]|[12][0-9]|30)';
const day31 = '(?:0[13578]|1[02])-(?:0[1-9]|[12][0-9]|3[01])';
const leapYear = '(?:(?:19|20|21)(?:0[48]|[2468][048]|[13579][26])|2000)';
const day = `(?:(?:19|20|21)[0-9]{2}-(?:${day31}|${day30}|${day28})|${leapYear}-02-29)`;
const time = '(?:[01][0-9]|2[0-3]):[0-5][0-9]';
const label = '[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?';

/** How many characters a text may have; the longest letter that anybody pasted in was a sixth of it. */
export const limits = { short: 500, long: 20_000 } as const;

const textOf = (most: number): string => `^(?=\\s*\\S)[\\s\\S]{1,${most}}$`;

/** Text with something in it other than space, of a bounded length. */
export const shortText = textOf(limits.short);
export const longText = textOf(limits.long);
/** A day of the calendar from 1900 to 2199, "2024-02-29". */
export const date = `^${day}$`;
/** Such a day and a local time, "2024-02-29T18:00". */
export const dateTime = `^${day}T${time}$`;
/** 6 to 15 digits with the spaces, hyphens and brackets that people write; "ext 12" may follow. */
export const phone = '^\\+?(?:[ ()-]{0,4}[0-9]){6,15}[ ()-]{0,4}(?:(?:x|ext\\.?) ?[0-9]{1,6})?$';
export const email = `^(?=.{3,254}$)[^\\s@<>"(),:;\\[\\]\\\\]{1,64}@(?:${label}\\.)+[A-Za-z]{2,63}$`;
/** A data URL that carries the file's name, as browsers' form libraries write it. */
export const file = '^data:[^;,]{0,100};name=[^;,]{1,300};base64,[A-Za-z0-9+/]*={0,2}$';

/** Takes a pattern and words that are also answers (`not-known`); gives the pattern that takes both. */
export const orWords = (pattern: string, words: string[]): string =>
  words.length === 0 ? pattern : `^(?:(?:${words.join('|')})$|${pattern.slice(1)})`;

/** Takes a day; gives the pattern of days (and date-times) before it, after it or on it. */
export const dayPattern = (order: 'before' | 'after' | 'on', than: string): string => {
  if (order === 'on') return `^${than}`;
  const branches = [...than].flatMap((digit, place) => {
    const others = order === 'before' ? rangeOf(0, Number(digit) - 1) : rangeOf(Number(digit) + 1, 9);
    return digit === '-' || others === undefined ? [] : [`${than.slice(0, place)}${others}`];
  });
  return branches.length === 0 ? '^(?!)' : `^(?:${branches.join('|')})`;
};

const rangeOf = (from: number, to: number): string | undefined => (from > to ? undefined : `[${from}-${to}]`);
