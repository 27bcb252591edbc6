/** What stands under one heading of a document. */

import type { Fact, Id } from '../contract/bundle.js';
import { dayText } from '../contract/calendar.js';
import type { Document, Heading, Narrative, Shown } from '../contract/document.js';
import type { AttachmentData, HeadingData, LabelledValue, NarrativeData } from '../contract/document-data.js';
import type { Answer, CaseEvent } from '../contract/event.js';
import type { Period } from './period.js';
import type { Reading } from './reading.js';
import { bandOf, contactOf, decisionsOf, dutiesOf, labelled, missingOf, riskOf, standingOf } from './shown-case.js';
import { appealOf, decisionOf } from './shown-decision.js';
import { absencesOf, attendanceOf, progressOf, topicsOf } from './shown-sessions.js';
import { eventsData, factData, filledIn, namedInWords } from './shown-values.js';
import { dayInWords } from './words/dates.js';
import { answerInWords, fileNameOf, isKnown } from './words/values.js';
import { roleInWords } from './words/words.js';

/** What a heading is filled from. */
export interface Source {
  document: Document;
  reading: Reading;
  period: Period;
  /** What was written for this edition, by the question's name. */
  written: ReadonlyMap<Id, Answer>;
}

/** Takes a heading, whether it stands, and what it is filled from; gives its data. */
export const headingData = (heading: Heading, stands: boolean, source: Source): HeadingData => {
  const data: HeadingData = {
    stands,
    says: heading.says.map((words) => ({ text: filledIn(words, source.reading) })),
  };
  for (const shown of heading.shows) show(shown, data, source);
  if (heading.asks) data.narrative = narrativeOf(heading.id, heading.asks, source.written);
  if (heading.attaches) data.attachment = attachmentOf(heading.attaches, source.reading);
  return data;
};

const show = (shown: Shown, data: HeadingData, { document, reading, period }: Source): void => {
  switch (shown.kind) {
    case 'attendance':
      data.attendance = attendanceOf(reading, period, shown.beside);
      return;
    case 'absences':
      data.absences = absencesOf(reading, period, shown.beside);
      return;
    case 'topics':
      data.topics = topicsOf(reading, period);
      return;
    case 'progress':
      data.progress = progressOf(reading);
      return;
    case 'standing':
      data.standing = standingOf(reading);
      return;
    case 'decision':
      data.decision = decisionOf(document, reading);
      return;
    case 'appeal':
      data.appeal = appealOf(document, reading);
      return;
    case 'contact':
      data.contact = contactOf(reading);
      return;
    case 'risk':
      data.risk = riskOf(reading);
      return;
    case 'duties':
      data.duties = dutiesOf(shown.of, reading, period);
      return;
    case 'decisions':
      data.decisions = decisionsOf(shown.of, reading, period);
      return;
    case 'missing':
      data.missing = missingOf(shown.form, reading);
      return;
    case 'fact':
      data.facts = { ...data.facts, [shown.fact]: factData(shown, reading) };
      return;
    case 'events':
      data.events = { ...data.events, [shown.event]: eventsData(shown, reading, period) };
  }
};

const textOf = (answer: Answer | undefined): string => (typeof answer === 'string' ? answer.trim() : '');

const narrativeOf = (
  heading: Id,
  { prompt, rows, columns }: Narrative,
  written: ReadonlyMap<Id, Answer>,
): NarrativeData => {
  const isTable = rows.length > 0 && columns.length > 0;
  const text = textOf(written.get(heading));
  const told = rows.map(({ id, label }) => ({
    label,
    cells: columns.map((column) => ({ text: textOf(written.get(`${heading}-${id}-${column.id}`)) })),
  }));
  return {
    prompt,
    written: isTable ? told.some(({ cells }) => cells.some((cell) => cell.text !== '')) : text !== '',
    paragraphs: isTable ? [] : paragraphsOf(text),
    isTable,
    columns: isTable ? columns.map(({ label }) => ({ label })) : [],
    rows: isTable ? told : [],
  };
};
const paragraphsOf = (text: string): { text: string }[] =>
  text
    .split(/\r?\n\s*\r?\n|\r?\n/)
    .map((each) => ({ text: each.trim() }))
    .filter((each) => each.text !== '');

const attachmentOf = ({ kind, of, called }: NonNullable<Heading['attaches']>, reading: Reading): AttachmentData => {
  const none: AttachmentData = { title: called, attached: false, rows: [], fileName: '' };
  if (kind === 'form') {
    const rows = answersTo(of, reading);
    return rows.length === 0 ? none : { ...none, attached: true, rows };
  }
  const [fact, answer] = [reading.fact(of), reading.answer(of)];
  if (!fact || !isKnown(answer)) return none;
  if (kind === 'file') return { ...none, attached: true, fileName: fileNameOf(String(answer)) };
  const each = reading.giversOfEach(of);
  // Two of whom something was scored are two assessments: the later one says nothing of the other.
  const rows =
    each.length > 1
      ? each.flatMap((giver, n) => [
          { label: 'Assessment', value: `${n + 1} of ${each.length}` },
          ...scoreRows(fact, giver.values[of] ?? null, giver, reading),
        ])
      : scoreRows(fact, answer, reading.giver(of), reading);
  return { ...none, attached: true, rows: rows.map(labelled) };
};

const scoreRows = (fact: Fact, answer: Answer, giver: CaseEvent | undefined, reading: Reading): LabelledValue[] => {
  const band = typeof answer === 'number' ? bandOf(fact.bands ?? [], answer) : '';
  return [
    { label: 'Score', value: `${answerInWords(fact, answer)}${rangeOf(fact)}` },
    ...(band === '' ? [] : [{ label: 'Band', value: band }]),
    ...(giver === undefined ? [] : givenBy(giver, reading)),
  ];
};

/** ", on a scale from 0 to 10", where that is said. */
const rangeOf = ({ number }: Fact): string =>
  number?.atLeast === undefined || number.atMost === undefined
    ? ''
    : `, on a scale from ${number.atLeast} to ${number.atMost}`;

const givenBy = ({ happened, by }: CaseEvent, reading: Reading): LabelledValue[] => {
  const role = roleInWords(reading.bundle, by.role);
  return [
    { label: 'Date', value: dayInWords(dayText(reading.dayOf(happened))) },
    { label: 'Scored by', value: by.name === undefined ? role : `${by.name}, ${role}` },
  ];
};

const answersTo = (form: Id, reading: Reading): LabelledValue[] =>
  (reading.bundle.forms.find(({ id }) => id === form)?.pages ?? [])
    .flatMap(({ asks }) => asks)
    .flatMap((id) => {
      const fact = reading.fact(id);
      const { value, known } = namedInWords(id, reading);
      return fact && known ? [{ label: fact.ask, value }] : [];
    });
