import {
  type Bundle,
  type CaseEvent,
  type Document,
  type DutyVerdict,
  type Evaluation,
  type Id,
  receiversOf,
} from '../../../engine/contract/index.js';
import { dutyLooks, dutyWords } from '../../portal/words/course.js';
import { dayInWords, lastDayBefore, localDay } from '../../portal/words/dates.js';
import { type Entry, entriesOf } from '../../portal/words/entries.js';
import { entryWord, factNamed, roleInWords, sentenceInWords } from '../../portal/words/names.js';

/** Where a document of a case stands on a day. */
export interface DocumentState {
  words: string;
  look: 'met' | 'not-met' | 'unknown' | 'not-applicable';
}
/** One copy of a document: to whom, of whom. */
export interface Copy {
  words: string;
  href: string;
  hers: boolean;
}
export interface ListedDocument {
  id: Id;
  title: string;
  /** When, by whom, to whom. */
  reads: string;
  /** Of one written for each of several: a line for each of them. */
  each: { of: string; states: DocumentState[]; copies: Copy[] }[];
  /** Why there is none yet. */
  none?: string;
  hers: boolean;
}
export interface DocumentsPresenter {
  title: string;
  on: string;
  day: string;
  action: string;
  back: string;
  groups: { title: string; documents: ListedDocument[] }[];
}

/** The happening that a document went out. */
const outOf = ({ id, kind }: Document): Id => `${id}-${kind === 'report' ? 'issued' : 'sent'}`;

/** A played case on a day, for the list of its documents. */
export interface Played {
  bundle: Bundle;
  events: readonly CaseEvent[];
  evaluation: Evaluation;
  day: string;
  /** The address of its documents. */
  base: string;
}

const isOf = (entry: string | undefined, about: string | undefined): boolean => entry === undefined || about === entry;

const sentStates = (
  { bundle, events, day }: Played,
  document: Document,
  entry: string | undefined,
): DocumentState[] => {
  const zone = bundle.programme.timeZone;
  const out = events
    .filter(({ what, about }) => what === outOf(document) && isOf(entry, about))
    .map(({ happened }) => localDay(happened, zone))
    .filter((on) => on <= day)
    .sort();
  const last = out.at(-1);
  if (last === undefined) return [];
  const word = document.kind === 'report' ? 'Issued' : 'Sent';
  const times = out.length === 1 ? '' : `, the last of ${out.length}`;
  return [{ words: `${word} on ${dayInWords(last)}${times}`, look: 'met' }];
};

const dueWords = (zone: string, { state, due }: DutyVerdict): string => {
  if (due === undefined) return `${dutyWords[state]}: no day is stated`;
  return `${dutyWords[state]}: due by ${dayInWords(lastDayBefore(due, zone))}`;
};

/** Duties that ask for it and are still to be done, or were missed. */
const dueStates = ({ bundle, evaluation }: Played, document: Document, entry: string | undefined): DocumentState[] => {
  const asks = (bundle.course?.duties ?? []).filter(
    ({ id, metBy }) => id === document.duty || metBy.includes(outOf(document)),
  );
  return (evaluation.duties ?? [])
    .filter(({ id, subject }) => asks.some((one) => one.id === id) && isOf(entry, subject))
    .filter(({ state }) => state === 'open' || state === 'missed' || state === 'perhaps-missed')
    .map((duty) => ({ words: dueWords(bundle.programme.timeZone, duty), look: dutyLooks[duty.state] }));
};

const statesOf = (played: Played, document: Document, entry: string | undefined): DocumentState[] => {
  const states = [...dueStates(played, document, entry), ...sentStates(played, document, entry)];
  return states.length > 0 ? states : [{ words: 'Not called for on this day', look: 'not-applicable' }];
};

/** The address of one copy. */
export const copyAddress = (
  { base, day }: Pick<Played, 'base' | 'day'>,
  document: Document,
  more: { to?: Id; entry?: string; as?: 'supporter'; ending?: string } = {},
): string => {
  const asked = new URLSearchParams({
    ...(more.to ? { to: more.to } : {}),
    ...(more.entry === undefined ? {} : { for: more.entry }),
    at: day,
    ...(more.as ? { as: more.as } : {}),
  });
  return `${base}/${document.id}${more.ending ?? ''}?${asked}`;
};

const copiesOf = (played: Played, document: Document, entry: string | undefined): Copy[] =>
  receiversOf(played.bundle, document).map((to) => ({
    words: `As the ${roleInWords(played.bundle, to)} would see it`,
    href: copyAddress(played, document, { to, ...(entry === undefined ? {} : { entry }) }),
    hers: document.hers,
  }));

const listed = (played: Played, document: Document): ListedDocument => {
  const { bundle, events } = played;
  const entries: (Entry | undefined)[] = document.forEach ? entriesOf(bundle, events, document.forEach) : [undefined];
  const each = document.forEach ? entryWord(bundle, factNamed(bundle, document.forEach)) : '';
  return {
    id: document.id,
    title: document.title,
    reads: sentenceInWords(bundle, document.reads),
    each: entries.map((entry) => ({
      of: entry?.words ?? '',
      states: statesOf(played, document, entry?.id),
      copies: copiesOf(played, document, entry?.id),
    })),
    ...(entries.length === 0
      ? { none: `There is one for each ${each}, and none is named in this case on this day.` }
      : {}),
    hers: document.hers,
  };
};

/** The reports and messages of a case on a day: when each is due or went out, and its copies. */
export const presentDocuments = (played: Played, title: string, back: string): DocumentsPresenter => {
  const documents = played.bundle.documents ?? [];
  const group = (name: string, kind: Document['kind']) => ({
    title: name,
    documents: documents.filter((one) => one.kind === kind).map((one) => listed(played, one)),
  });
  return {
    title,
    on: dayInWords(played.day),
    day: played.day,
    action: played.base,
    back,
    groups: [group('Reports', 'report'), group('Messages', 'message')].filter((one) => one.documents.length > 0),
  };
};
