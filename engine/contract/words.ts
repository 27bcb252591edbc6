/** What every room says alike: of a criterion that came out one way or another, of lists and lengths of time. */
import type { Criterion } from './bundle.js';
import type { Span, SpanUnit } from './course-condition.js';
import type { Verdict } from './verdict.js';

/** Takes a criterion and its verdict; gives its words where it decides against somebody, and else the rule itself. */
export const wordsFor = (
  { role, words, rule }: Pick<Criterion, 'role' | 'words' | 'rule'>,
  verdict: Verdict,
): string => {
  const against = role === 'requires' ? verdict === 'not-met' : verdict === 'met';
  return against ? words : (rule ?? words);
};

/** "a", "a and b", "a, b and c", with another word than "and" where one is given. */
export const listed = (words: readonly string[], joining = 'and'): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} ${joining} ${words.at(-1)}`;

export const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

/** One of each unit of time: "working day". */
export const unitInWords: Record<SpanUnit, string> = {
  hours: 'hour',
  days: 'day',
  'working-days': 'working day',
  weeks: 'week',
  months: 'month',
  years: 'year',
};
/** "2 weeks", "1 working day"; of parts of an hour "90 minutes". */
export const spanInWords = ({ n, unit }: Span): string => {
  if (unit === 'hours' && !Number.isInteger(n)) return `${Math.round(n * 60)} minutes`;
  return `${n} ${unitInWords[unit]}${n === 1 ? '' : 's'}`;
};

/** The months by their English names, January first. */
export const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;
/** The days of the week by their English names, Monday first. */
export const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const;
