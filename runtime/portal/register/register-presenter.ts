import type { Bundle, Happening, Id } from '../../../engine/contract/index.js';
import type { OpenCase } from '../../server/cases/contract.js';
import type { OpenGroup, SessionNote } from '../../server/groups/contract.js';
import type { Entry, RecordedEntry } from '../../server/groups/entry.js';
import { notHeld } from '../../server/groups/entry.js';
import { type Meeting, metOn } from '../../server/groups/timetable.js';
import { comingIn } from '../case/shown-case.js';
import { declaredInWords, hoursInWords, siteBesideName } from '../groups/words.js';
import type { Fault } from '../layout/error-summary.js';
import { notDueWords } from '../words/course.js';
import { dayInWords, localDay, momentInWords, timeInWords } from '../words/dates.js';
import { stopped } from '../words/lists.js';
import { factInWords, sentenceInWords } from '../words/names.js';
import { type Cause, causedBy } from './causes-presenter.js';
import { idOf, optionsOf } from './register-form.js';

export interface ShownField {
  id: string;
  name: string;
  ask: string;
  value: string;
  kind: 'choice' | 'long-text' | 'text' | 'number' | 'date';
  options: { id: string; label: string }[];
}
/** One person's line of a register. */
export interface Row {
  ref: string;
  name: string;
  href: string;
  marks: { id: string; value: string; label: string; checked: boolean }[];
  contact: Entry['contact'];
  contactOn: string;
  why: string;
  records: { what: string; called: string; fields: ShownField[] }[];
  /** A session missed that he may make up for here. */
  catchUp: { about: string; words: string; checked: boolean; asksBoth: boolean } | undefined;
  /** Why one session counts for his own and for the one missed. */
  both: string;
  /** Nothing else is recorded of him here. */
  isCatchingUpOnly: boolean;
  seen: string;
  /** He has no place here: he came to this session alone. */
  isGuest: boolean;
  /** Why nothing is due of him that day. */
  notDue: string;
  /** What stands recorded, and what was recorded and corrected since. */
  recorded: string;
  before: string[];
  /** What somebody else recorded while this was being filled in. */
  meanwhile: string;
  causes: Cause[];
  /** Whether what it would cause was asked for. */
  asked: boolean;
  /** More is said of him than presence, or something of it is wrong, so that it stands open. */
  isOpen: boolean;
  /** What is wrong, by the id of the control. */
  errors: Readonly<Record<string, string>>;
}
export interface RegisterPresenter {
  action: string;
  caption: string;
  heading: string;
  when: string;
  faults: Fault[];
  notices: string[];
  /** Who was there cannot be recorded yet, or at all. */
  only: '' | 'not-begun' | 'closed' | 'cancelled';
  saved: string;
  rows: Row[];
  /** Whether reasons have a place of their own; else the definition's records ask for them. */
  asksWhy: boolean;
  asksContact: boolean;
  topics: { id: string; words: string; covered: boolean }[];
  topic: string;
  facilitators: string;
  /** The same two as they stand recorded. */
  seen: { topic: string; facilitators: string };
  staffing: string[];
  edition: number;
  addable: { ref: string; name: string }[];
  catchUps: string;
  /** What it means where the topic or who led it was changed by somebody else. */
  noteMeanwhile: string;
}

export interface OnRegister {
  open: OpenCase;
  recorded: RecordedEntry;
  /** What is typed; else what is recorded. */
  entry: Entry;
  isGuest: boolean;
  isCatchingUpOnly: boolean;
  catchUp?: { about: string; day: string; topic?: Id };
  meanwhile: boolean;
  /** What it would cause; undefined where nobody asked. */
  causes?: Cause[];
  /** The events that stood when he who types saw them. */
  seen: string;
}

export interface Shown {
  programme: string;
  bundle: Bundle;
  open: OpenGroup;
  meeting: Meeting;
  note: SessionNote;
  typed: { topic: string; facilitators: string };
  people: readonly OnRegister[];
  records: readonly Happening[];
  only: RegisterPresenter['only'];
  faults: Fault[];
  notices: string[];
  addable: { ref: string; name: string }[];
  noteMeanwhile: boolean;
  justSaved: boolean;
}

/** Takes a session and those who are on its register, gives the page. */
export const presentRegister = (shown: Shown): RegisterPresenter => {
  const { programme, bundle, open, meeting, note, typed, people, records, only } = shown;
  const { group } = open;
  const met = metOn(group, meeting.day);
  const zone = bundle.programme.timeZone;
  const happenings = bundle.course?.happenings ?? [];
  return {
    action: `/${programme}/groups/${group.id}/sessions/${meeting.day}`,
    caption: [siteBesideName(bundle, group), group.name].filter((part) => part !== '').join(': '),
    heading: `Register for ${dayInWords(meeting.day)}`,
    when: [hoursInWords(met), met.venue ?? ''].filter((part) => part !== '').join(', '),
    faults: shown.faults,
    notices: shown.notices,
    only,
    saved:
      note.by !== undefined && note.at !== undefined && note.marked > 0
        ? `Saved by ${note.by} ${whenInWords(note.at, zone)}.`
        : '',
    rows: people.map((one) => rowOf(one, shown)),
    asksWhy: !records.some(({ fields }) => fields.some(({ kind }) => kind === 'long-text' || kind === 'text')),
    asksContact: happenings.some(({ id }) => id === 'heard-from-participant'),
    topics: topicsOf(bundle, open, meeting),
    topic: typed.topic,
    facilitators: typed.facilitators,
    seen: { topic: note.topic ?? '', facilitators: note.facilitators.join(', ') },
    staffing: declaredInWords(bundle, group).filter((words) => words.includes('facilitator')),
    edition: note.edition,
    addable: shown.addable,
    catchUps: bundle.course?.sessions?.catchUp
      ? `/${programme}/groups/${group.id}/sessions/${meeting.day}/catch-ups`
      : '',
    noteMeanwhile: shown.noteMeanwhile
      ? `Somebody else said meanwhile: ${noteInWords(bundle, note)} Save to keep what you have here.`
      : '',
  };
};

/** "at 8:05pm on Monday 13 April 2026". */
const whenInWords = (instant: string, zone: string): string => {
  const time = new Intl.DateTimeFormat('en-GB', { timeZone: zone, hour: '2-digit', minute: '2-digit', hour12: false });
  return `at ${timeInWords(time.format(new Date(instant)))} on ${dayInWords(localDay(instant, zone))}`;
};

const noteInWords = (bundle: Bundle, { topic, facilitators }: SessionNote): string =>
  `topic ${topicInWords(bundle, topic) || 'not said'}; led by ${facilitators.join(', ') || 'nobody named'}.`;

export const topicInWords = (bundle: Bundle, topic: Id | undefined): string =>
  bundle.course?.sessions?.topics.find(({ id }) => id === topic)?.title ?? '';

const topicsOf = (bundle: Bundle, { notes }: OpenGroup, { day }: Meeting): RegisterPresenter['topics'] => {
  const topics = bundle.course?.sessions?.topics ?? [];
  return topics.map(({ id, title, bestAfter }) => ({
    id,
    words: bestAfter === undefined ? title : `${title} (best after ${topicInWords(bundle, bestAfter)})`,
    covered: notes.some((note) => note.topic === id && note.marked > 0 && note.day !== day),
  }));
};

/** What a mark says, in words. */
export const presenceInWords = (bundle: Bundle, presence: Id): string => {
  if (presence === '') return 'Not recorded';
  if (presence === notHeld) return 'Not held for him';
  return bundle.course?.sessions?.outcomes.find(({ id }) => id === presence)?.label ?? 'Something else';
};

/** Those faults that stand at a control of his line. */
const errorsOf = (ref: string, faults: readonly Fault[]): Row['errors'] =>
  Object.fromEntries(
    faults.flatMap(({ href, message }) => (href?.endsWith(`-${ref}`) ? [[href.slice(1), message]] : [])),
  );

const rowOf = (one: OnRegister, { programme, bundle, meeting, records, justSaved, faults }: Shown): Row => {
  const { open, recorded, entry, isGuest, isCatchingUpOnly, catchUp, meanwhile, causes, seen } = one;
  const { ref, name } = open.stored;
  const outcomes = bundle.course?.sessions?.outcomes ?? [];
  const options = [
    ...outcomes.map(({ id, label }) => ({ value: id, label })),
    { value: notHeld, label: 'Not held for him' },
    ...(recorded.held ? [{ value: '', label: 'Not recorded' }] : []),
  ];
  const session = open.evaluation.ledger?.find(({ key }) => key === meeting.key);
  const shownRecords = records.map((happening) => shownRecord(bundle, ref, happening, entry));
  const errors = errorsOf(ref, faults);
  const isOwnToo = !isCatchingUpOnly && bundle.course?.sessions?.catchUp?.inOwn === true;
  const ids = [recorded.held, recorded.contact, recorded.caughtUp, ...Object.values(recorded.records)].flatMap(
    (event) => event?.id ?? [],
  );
  return {
    ref,
    name,
    href: `/${programme}/cases/${ref}`,
    marks: options.map(({ value, label }, n) => ({
      id: n === 0 ? idOf(ref) : `${idOf(ref)}-${n + 1}`,
      value,
      label,
      checked: value === entry.presence && (value !== '' || recorded.held !== undefined),
    })),
    contact: entry.contact,
    contactOn: entry.contactOn,
    why: entry.why,
    records: shownRecords,
    catchUp: catchUp && {
      about: catchUp.about,
      words: `He came to make up for ${dayInWords(catchUp.day)}${
        catchUp.topic === undefined ? '' : `, ${topicInWords(bundle, catchUp.topic)}`
      }`,
      checked: entry.caughtUp === catchUp.about,
      asksBoth: isOwnToo,
    },
    both: entry.both,
    isCatchingUpOnly,
    seen,
    isGuest,
    notDue:
      session?.notDue && !['not-yet', 'cancelled', 'closure-day'].includes(session.notDue)
        ? stopped(notDueWords[session.notDue])
        : awayByThen(open, meeting.day),
    recorded: recorded.held ? recordedWords(bundle, recorded) : '',
    before: recorded.before.map(
      ({ presence, why, by, recorded: when }) =>
        `${presenceInWords(bundle, presence)}${why === '' ? '' : `, ${why}`}${by.name === undefined ? '' : `, by ${by.name}`}, ${momentInWords(when, bundle.programme.timeZone)}`,
    ),
    meanwhile: meanwhile ? recordedWords(bundle, recorded) : '',
    causes: causes ?? (justSaved || recorded.held ? causedBy(open.bundle, open.evaluation, ids, meeting.key) : []),
    asked: causes !== undefined,
    isOpen:
      entry.contactOn !== '' ||
      entry.why !== '' ||
      Object.keys(errors).some((id) => id !== idOf(ref) && !/^(contact|caught|both)-/.test(id)) ||
      shownRecords.some(({ fields }) => fields.some(({ value }) => value !== '')),
    errors,
  };
};

/** Of a session to come: what was recorded ahead and will have begun by then. */
const awayByThen = (open: OpenCase, day: string): string =>
  comingIn(open)
    .filter((one) => one.day <= day && (one.until === undefined || day <= one.until))
    .map((one) => `${one.words} on ${dayInWords(one.day)}.`)
    .join(' ');

/** "Absent, in touch beforehand, by Ada Example". */
const recordedWords = (bundle: Bundle, { entry, held, contact }: RecordedEntry): string => {
  const name = held?.by.name ?? contact?.by.name;
  return [
    presenceInWords(bundle, entry.presence),
    ...(entry.contact === '' ? [] : [entry.contact === 'before' ? 'gave notice' : 'in touch since']),
    ...(entry.why === '' ? [] : [entry.why]),
    ...(name === undefined ? [] : [`by ${name}`]),
  ].join(', ');
};

const shownRecord = (
  bundle: Bundle,
  ref: string,
  { id, called, fields }: Happening,
  entry: Entry,
): Row['records'][number] => ({
  what: id,
  called: sentenceInWords(bundle, called),
  fields: fields.map((field): ShownField => {
    const options = optionsOf(field);
    return {
      id: idOf(ref, `${id}.${field.name}`),
      name: `people[${ref}][records][${id}][${field.name}]`,
      ask: field.ask === '' ? factInWords(bundle, field.id) : field.ask,
      value: entry.records[id]?.[field.name] ?? '',
      kind: options
        ? 'choice'
        : field.kind === 'long-text' || field.kind === 'number' || field.kind === 'date'
          ? field.kind
          : 'text',
      options: (options ?? []).map((option) => ({ id: option.id, label: option.label })),
    };
  }),
});
