/** Single values and records, as documents show them; and words with blanks, filled in. */

import type { Id, Option } from '../contract/bundle.js';
import { dayText } from '../contract/calendar.js';
import type { DerivedFact } from '../contract/course.js';
import type { Shown, Words } from '../contract/document.js';
import type { HeadingData } from '../contract/document-data.js';
import { isToldOf, type Period } from './period.js';
import type { Reading } from './reading.js';
import { dayInWords } from './words/dates.js';
import { answerInWords, fieldInWords, isKnown, stageOptions, valueInWords } from './words/values.js';
import { capital, notKnown } from './words/words.js';

type Data<K extends keyof HeadingData> = NonNullable<HeadingData[K]>;
interface InWords {
  value: string;
  known: boolean;
}
const unknown: InWords = { value: notKnown, known: false };

/** Takes a name (an answer, a derived or a built-in fact, a question of a happening); gives its value in words. */
export const namedInWords = (id: Id, reading: Reading): InWords => {
  const fact = reading.fact(id);
  if (fact) {
    const answer = reading.answer(id);
    const isNone = fact.kind === 'entries' && Array.isArray(answer) && answer.length === 0;
    const inner = (fact.asks ?? []).flatMap((each) => reading.fact(each) ?? []);
    return { value: answerInWords(fact, answer, inner), known: isNone || isKnown(answer) };
  }
  return askedWith(id, reading) ?? derived(id, reading);
};

/** The latest value that was told with a happening. */
const askedWith = (id: Id, reading: Reading): InWords | undefined => {
  const event = id.split('.')[0] ?? '';
  const field = reading.happening(event)?.fields.find((each) => each.id === id);
  if (!field) return undefined;
  const told = reading.happened(event).findLast(({ values }) => isKnown(values[field.name]));
  return told ? { value: fieldInWords(field, told.values[field.name]), known: true } : unknown;
};

const derived = (id: Id, reading: Reading): InWords => {
  const declared = reading.bundle.course?.derived.find((each) => each.id === id);
  if (!declared && !isBuiltIn(id, reading)) return unknown;
  const value = reading.value(id);
  if (!value || value.kind === 'unknown') return unknown;
  const says = valueInWords(value, declared, declared?.options ?? optionsOf(id, reading));
  const unit = declared && unitOf(declared.from, reading);
  return { value: unit === undefined ? says : `${says} ${unit}`, known: true };
};

/** What a sum, or a value told with an event, is counted in. */
const unitOf = (from: DerivedFact['from'], reading: Reading): string | undefined =>
  from.kind === 'sum' || from.kind === 'value'
    ? reading.happening(from.of)?.fields.find(({ id }) => id === from.field)?.unit
    : undefined;

const builtIn: ReadonlySet<Id> = new Set(['stage', 'decision', 'ending', 'phase', 'planned-end']);
const isBuiltIn = (id: Id, { bundle }: Reading): boolean =>
  builtIn.has(id) ||
  bundle.forms.some((form) => form.id === id) ||
  (bundle.course?.sessions?.phases.some((phase) => phase.id === id) ?? false);
const optionsOf = (id: Id, { bundle }: Reading): readonly Option[] =>
  id === 'phase' ? (bundle.course?.sessions?.phases ?? []) : id === 'stage' || id === 'decision' ? stageOptions : [];

export const factData = ({ fact, called }: Extract<Shown, { kind: 'fact' }>, reading: Reading) => {
  const { value, known } = namedInWords(fact, reading);
  const kept = known && reading.goesOn(fact) ? ', with those from before' : '';
  return { label: capital(called), value: `${value}${kept}`, known };
};

/** Each time that something was recorded in the period, with its questions. */
export const eventsData = (
  { event, fields }: Extract<Shown, { kind: 'events' }>,
  reading: Reading,
  period: Period,
): Data<'events'>[string] => {
  const asked = fields.map(({ id, called }) => ({
    called,
    field: reading.happening(event)?.fields.find((each) => each.id === id),
  }));
  const rows = reading
    .happened(event)
    .filter(({ at }) => isToldOf(period, at.day, reading))
    .map(({ at, values }) => ({
      on: dayInWords(dayText(at.day)),
      told: asked.map(({ called, field }) => ({
        label: capital(called),
        value: field ? fieldInWords(field, values[field.name]) : notKnown,
      })),
    }));
  return { none: rows.length === 0, rows };
};
/** Words with their blanks filled in; in the midst of a sentence what is not known has no capital. */
export const filledIn = (words: Words, reading: Reading): string =>
  words
    .map((part) => {
      if (typeof part === 'string') return part;
      const { value, known } = namedInWords(part.fact, reading);
      return known ? value : value.toLowerCase();
    })
    .join('');
