/** Numbers, lengths of time, days and hours as people write them. */
import { type Amount, type Rate, type Span, type SpanUnit, unitInWords } from '../../engine/contract/index.js';
import { numberWords, ordinalWords } from '../language/number-words.js';

const small = ['no', ...numberWords.slice(1, 10)];
const tens = numberWords.slice(10, 20);
const ordinals = ordinalWords.slice(1, 11);

/** Up to nine in letters, else in figures: "seven", "30". */
export const numberSays = (n: number): string => (n > 0 ? (small[n] ?? String(n)) : String(n));

const irregular: Record<string, string> = { man: 'men', woman: 'women', child: 'children', person: 'people' };
/** The plural of the main word: "group workers", "agencies", "men". */
export const plural = (phrase: string): string => {
  const [, head = phrase, tail = ''] = /^(.+?)( (?:at|of|in|with|for|from|who|working) .+)$/.exec(phrase) ?? [];
  return `${pluralOf(head)}${tail}`;
};
const pluralOf = (noun: string): string => {
  const last = /[A-Za-z]+$/.exec(noun)?.[0] ?? '';
  const known = irregular[last];
  if (known) return noun.slice(0, -last.length) + known;
  if (/[^aeiou]y$/.test(noun)) return `${noun.slice(0, -1)}ies`;
  if (/(?:s|x|z|ch|sh)$/.test(noun)) return last.endsWith('s') && !last.endsWith('ss') ? noun : `${noun}es`;
  return `${noun}s`;
};
/** "seven sessions", "1 session" as "one session". */
export const counted = (n: number, noun: string): string => `${numberSays(n)} ${n === 1 ? noun : plural(noun)}`;

/** "two weeks", "48 hours", "one month". */
export const spanSays = ({ n, unit }: Span): string =>
  unit === 'hours' && !Number.isInteger(n) ? `${Math.round(n * 60)} minutes` : counted(n, unitInWords[unit]);
/** "every week", "every two weeks". */
export const everySays = (each: Span): string => `every ${each.n === 1 ? unitInWords[each.unit] : spanSays(each)}`;
/** "one session every week"; with the noun of what comes so often. */
export const rateSays = ({ amount, each }: Rate, noun: string): string =>
  `${amountSays(amount, noun) ?? plural(noun)} ${everySays(each)}`;

/** "at least 30 sessions"; nothing for a number that nobody has stated. */
export const amountSays = (amount: Amount, noun: string): string | undefined => {
  switch (amount.kind) {
    case 'exactly':
      return counted(amount.n, noun);
    case 'at-least':
      return `at least ${counted(amount.n, noun)}`;
    case 'at-most':
      return `up to ${counted(amount.n, noun)}`;
    case 'about':
      return `about ${counted(amount.n, noun)}`;
    case 'range':
      return `${numberSays(amount.from)} to ${counted(amount.to, noun)}`;
    case 'one-of':
      return `${amount.of.slice(0, -1).map(numberSays).join(', ')} or ${counted(amount.of.at(-1) ?? 0, noun)}`;
    default:
      return undefined;
  }
};

/** "18:00" is "6pm", "09:30" is "9.30am", "12:00" is "midday". */
export const hourSays = (time: string): string => {
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  if (hour === 12 && minute === 0) return 'midday';
  const twelve = hour % 12 === 0 ? 12 : hour % 12;
  return `${twelve}${minute === 0 ? '' : `.${String(minute).padStart(2, '0')}`}${hour < 12 ? 'am' : 'pm'}`;
};

/** "Tuesday" from 18:00 is "Tuesday evenings"; without an hour "Tuesdays". */
export const dayOfSlot = (day: string, from: string | undefined): string => {
  if (from === undefined) return `${day}s`;
  const hour = Number(from.split(':')[0]);
  if (hour >= 17) return `${day} evenings`;
  return `${day} ${hour < 12 ? 'mornings' : 'afternoons'}`;
};

/** How a number may stand in a sentence: "15", "fifteen", "fifteenth". */
const waysToSay = (n: number): string[] => {
  const word = n >= 10 ? tens[n - 10] : small[n];
  const many: Record<number, string> = { 20: 'twenty', 21: 'twenty-one', 30: 'thirty', 48: 'forty-eight' };
  const ordinal = ordinals[n - 1];
  return [String(n), word, many[n], ordinal, `${n}th`, ...(n === 2 ? ['twice', 'both', 'couple'] : [])].filter(
    (each): each is string => each !== undefined,
  );
};
const holds = (sentence: string, words: string[]): boolean =>
  words.some((word) => new RegExp(`(?<![\\w.])${word}(?![\\w]|\\.\\d)`, 'i').test(sentence));

/** Whether a sentence says this number. */
export const saysNumber = (sentence: string, n: number): boolean => holds(sentence, waysToSay(n));

const once: Partial<Record<SpanUnit, string[]>> = {
  hours: ['hour', 'hourly'],
  days: ['daily', 'day'],
  'working-days': ['working day'],
  weeks: ['weekly', 'week'],
  months: ['monthly', 'month'],
  years: ['yearly', 'annual', 'year'],
};
/** Whether a sentence says this length of time: "monthly" is one month. */
export const saysSpan = (sentence: string, { n, unit }: Span): boolean => {
  const noun = unitInWords[unit];
  if (n === 1 && holds(sentence, once[unit] ?? [])) return true;
  if (unit === 'hours' && n % 1 !== 0 && /\bminutes\b/.test(sentence)) return saysNumber(sentence, n * 60);
  if (n === 2 && unit === 'weeks' && /fortnight/i.test(sentence)) return true;
  // An age is said without its unit: “18 or over”.
  if (unit === 'years') return saysNumber(sentence, n);
  return saysNumber(sentence, n) && new RegExp(`\\b${noun}s?\\b`, 'i').test(sentence);
};

/** Whether a sentence says this hour of the day: "16:00" is "4pm". */
export const saysTime = (sentence: string, time: string): boolean =>
  [time, time.replace(':', '.'), hourSays(time), hourSays(time).replace(/(?=[ap]m$)/, ' ')].some((way) =>
    sentence.includes(way),
  ) ||
  (time === '12:00' && /\bnoon\b/.test(sentence));
