/** Why something over time is so, in plain English, for a terminal. */
import type { Bundle, CourseWhy, Id, Lacking, LedgerEntry, Moment } from '../../../engine/contract/index.js';
import { localDayOf, localTimeOf } from '../../../generator/scenario/clock.js';
import { datesInWords, dayInWords, timeInWords } from '../../portal/words/dates.js';
import { inOneSentence } from '../../portal/words/lists.js';
import { factNamed } from '../../portal/words/names.js';

const verdicts: Record<CourseWhy['verdict'], string> = { met: 'yes', 'not-met': 'no', unknown: 'not known' };

/** A moment as people say it: "Monday 19 January 2026", "6pm on Monday 19 January 2026". */
export const whenInWords = (bundle: Bundle, moment: Moment): string => {
  const day = dayInWords(localDayOf(moment, bundle.programme.timeZone));
  const time = localTimeOf(moment, bundle.programme.timeZone);
  return time === undefined ? day : `${timeInWords(time)} on ${day}`;
};

/** A session by when it was; an entry or an event by its key. */
export const subjectInWords = (bundle: Bundle, subject: string): string => {
  const [moment = '', ...kind] = subject.split(' ');
  if (!/^\d{4}-\d\d-\d\d(T\d\d:\d\d\S*Z)?$/.test(moment)) return subject;
  return `the session of ${whenInWords(bundle, moment)}${kind.length === 0 ? '' : ` (${kind.join(' ')})`}`;
};

/** The words that ask for a fact, also a derived one. */
const factWords = (bundle: Bundle, id: Id): string =>
  factNamed(bundle, id)?.ask ??
  bundle.course?.derived.find((fact) => fact.id === id)?.called ??
  bundle.course?.happenings.flatMap(({ fields }) => fields).find((field) => field.id === id)?.ask ??
  id;

/** What is not known, and so what could be found out. */
export const lackingInWords = (bundle: Bundle, { kind, of, until }: Lacking): string => {
  switch (kind) {
    case 'session':
      return `nobody has recorded ${subjectInWords(bundle, of)}`;
    case 'fact':
      return `not answered: ${factWords(bundle, of)}`;
    case 'judgement':
      return `not judged: ${factWords(bundle, of)}`;
    case 'not-yet':
      return until === undefined ? 'its time is not up' : `its time is up on ${whenInWords(bundle, until)}`;
    case 'count':
      return `not certain: ${factWords(bundle, of)}`;
  }
};

const leaf = (bundle: Bundle, { reads, verdict, found, lacks = [] }: CourseWhy): string => {
  const seen = [
    ...(found === undefined ? [] : [`found ${datesInWords(found)}`]),
    ...lacks.map((one) => lackingInWords(bundle, one)),
  ];
  return `${reads}: ${verdicts[verdict]}${seen.length === 0 ? '' : ` (${seen.join('; ')})`}`;
};

/** Takes an explanation; gives its lines, the parts of a condition indented under it. */
export const courseWhyInWords = (bundle: Bundle, why: CourseWhy, indent = ''): string[] => {
  const [only, ...more] = why.of ?? [];
  if (only === undefined) return [`${indent}${leaf(bundle, why)}`];
  if (more.length === 0) return courseWhyInWords(bundle, only, indent);
  const joined = why.joins === 'any' ? 'any of these' : 'all of these';
  return [
    `${indent}${joined}: ${verdicts[why.verdict]}`,
    ...[only, ...more].flatMap((part) => courseWhyInWords(bundle, part, `${indent}  `)),
  ];
};

/** The ids of the events that something rests on, as one line; none where there are none. */
export const usedInWords = (used: string[]): string[] =>
  used.length === 0 ? [] : [`rests on ${inOneSentence([...new Set(used)])}`];

/** A session by its key, by when it was, or by its day: the one that is meant by `word`. */
export const sessionCalled = (bundle: Bundle, ledger: LedgerEntry[], word: string): LedgerEntry | undefined => {
  const zone = bundle.programme.timeZone;
  const [day, time] = word.split(/[T ](?=\d\d:\d\d$)/);
  return (
    ledger.find(({ key, on }) => key === word || on === word) ??
    ledger.find(({ on }) => localDayOf(on, zone) === day && (time === undefined || localTimeOf(on, zone) === time))
  );
};

/** Whether a moment is the one expected; a day that is expected means any time of it. */
export const isSameMoment = (bundle: Bundle, expected: Moment, found: Moment): boolean => {
  if (expected.length === 10) return localDayOf(found, bundle.programme.timeZone) === expected;
  return found.length > 10 && Date.parse(found) === Date.parse(expected);
};
