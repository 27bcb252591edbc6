/** Answers and values as words. */
import type { Fact, Option } from '../../contract/bundle.js';
import { dayText } from '../../contract/calendar.js';
import type { DerivedFact, Field } from '../../contract/course.js';
import type { Answer, EntryAnswers } from '../../contract/event.js';
import type { Value } from '../../course/value.js';
import { dateTimeInWords, dayInWords } from './dates.js';
import { capital, doesNotApply, idInWords, listed, notKnown, spanInWords, stageWords } from './words.js';

/** What a value is of: its kind, its options, and of a number its unit. */
type Asked = Pick<Fact, 'kind' | 'options'> & Pick<Partial<Fact>, 'number' | 'each' | 'asks' | 'id'>;

const labelOf = (options: readonly Option[], id: string): string =>
  options.find((option) => option.id === id)?.label ?? meant[id] ?? capital(idInWords(id));
const meant: Record<string, string> = {
  'not-known': notKnown,
  'not-applicable': doesNotApply,
  yes: 'Yes',
  no: 'No',
};

/** Whether there is a value at all. "Not known" is none; that something does not apply is one. */
export const isKnown = (answer: Answer | undefined): answer is NonNullable<Answer> =>
  answer !== undefined && answer !== null && answer !== '' && answer !== 'not-known' && !isEmpty(answer);
const isEmpty = (answer: Answer): boolean => Array.isArray(answer) && answer.length === 0;

/** Takes a question and its answer, gives the answer in words; of no answer, and of "not known", that it is not known. */
export const answerInWords = (asked: Asked, answer: Answer | undefined, inner: readonly Fact[] = []): string => {
  if (asked.kind === 'entries' && Array.isArray(answer) && answer.length === 0) return 'None';
  if (!isKnown(answer)) return notKnown;
  if (Array.isArray(answer)) {
    return answer.some((each) => typeof each === 'object')
      ? (answer as EntryAnswers[]).map((entry) => entryInWords(entry, inner)).join('; ')
      : listed((answer as string[]).map((option) => labelOf(asked.options, option)));
  }
  return oneInWords(asked, answer);
};

const oneInWords = ({ kind, options, number }: Asked, answer: string | number): string => {
  if (answer === 'not-applicable') return labelOf(options, answer);
  switch (kind) {
    case 'yes-no':
    case 'choice':
    case 'choices':
      return labelOf(options, String(answer));
    case 'date':
      return dayInWords(String(answer));
    case 'date-time':
      return dateTimeInWords(String(answer));
    case 'file':
    case 'signature':
      return fileNameOf(String(answer));
    case 'number':
      return number?.unit ? `${answer} ${number.unit}` : String(answer);
    default:
      return options.length > 0 ? labelOf(options, String(answer)) : String(answer);
  }
};

const entryInWords = (entry: EntryAnswers, inner: readonly Fact[]): string =>
  inner
    .flatMap((fact) => {
      const answer = entry[fact.id.slice((fact.within?.length ?? -1) + 1)];
      return isKnown(answer) ? [`${fact.ask}${/[?:]$/.test(fact.ask) ? '' : ':'} ${answerInWords(fact, answer)}`] : [];
    })
    .join(', ');

/** The name of a file that was given as a data URL. */
export const fileNameOf = (value: string): string => {
  const name = /^data:[^,]*;name=([^;,]*)/.exec(value)?.[1];
  return name ? decodeURIComponent(name) : 'A file';
};

/** A value told with a happening. */
export const fieldInWords = ({ kind, options, unit }: Field, answer: Answer | undefined): string =>
  answerInWords({ kind, options, ...(unit !== undefined && { number: { whole: false, unit } }) }, answer);

/** Takes a value over time and the derived fact that it is of, where it is of one; gives it in words. */
export const valueInWords = (value: Value, derived: DerivedFact | undefined, options: readonly Option[]): string => {
  switch (value.kind) {
    case 'number':
      return numberInWords(value, derived);
    case 'option':
      return labelOf(options, value.option);
    case 'day':
      return dayInWords(dayText(value.day));
    case 'none':
      return doesNotApply;
    case 'unknown':
      return notKnown;
  }
};

const numberInWords = ({ least, most }: { least: number; most: number }, derived: DerivedFact | undefined): string => {
  const [from, to] = [Math.floor(least), Math.floor(most)];
  const unit = derived?.unit;
  const of = (n: number): string =>
    unit ? spanInWords({ n, unit }) : derived?.from.kind === 'share' ? `${n}%` : String(n);
  if (from === to) return of(from);
  return Number.isFinite(to) ? `between ${from} and ${of(to)}` : `at least ${of(from)}`;
};

/** The states of a case as options, and that nothing has been decided. */
export const stageOptions: readonly Option[] = [
  ...Object.entries(stageWords).map(([id, label]) => ({ id, label })),
  { id: 'none', label: 'Not decided yet' },
];
