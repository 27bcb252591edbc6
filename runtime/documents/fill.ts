import {
  type Bundle,
  type CaseEvent,
  type Document,
  type DocumentData,
  documentData,
  type Id,
} from '../../engine/index.js';
import { outOf, writtenOf } from './acts.js';
import { renderBody, renderDocument } from './render-document.js';

/** Which copy of a document: for whom, for which entry where there is one for each, and as of when. */
export interface CopyAsked {
  /** All of its recipients where it is left out, and then it shows what all of them may see. */
  to?: Id;
  /** Empty where there is one for all. */
  entry: string;
  asOf: string;
}

/** Fills a document of a case from these events and nothing else. Throws a RangeError for a copy that there is not. */
export const dataOf = (
  bundle: Bundle,
  events: readonly CaseEvent[],
  document: Document,
  { to, entry, asOf }: CopyAsked,
): DocumentData =>
  documentData(bundle, events, {
    document: document.id,
    asOf,
    ...(to === undefined ? {} : { to }),
    ...(document.forEach === undefined ? {} : { entry }),
  });

/** The same as the body of a page. */
export const bodyOf = (bundle: Bundle, events: readonly CaseEvent[], document: Document, asked: CopyAsked): string =>
  renderBody(bundle, document, dataOf(bundle, events, document, asked));

/** The same as a whole page that needs nothing else. */
export const pageFor = (
  bundle: Bundle,
  events: readonly CaseEvent[],
  document: Document,
  asked: CopyAsked,
): { html: string; data: DocumentData } => {
  const data = dataOf(bundle, events, document, asked);
  return { html: renderDocument(bundle, document, data), data };
};

interface Act {
  entry: string;
  at: string;
  by: CaseEvent['by'];
}
const supposed = (what: Id, { entry, at, by }: Act, values: CaseEvent['values']): CaseEvent => ({
  id: `supposed-${what}`,
  kind: 'happened',
  what,
  happened: at,
  learned: at,
  recorded: at,
  by,
  values,
  ...(entry === '' ? {} : { about: entry }),
});

/** These events as if it had been written so. For what is being written, which nobody has recorded. */
export const asIfWritten = (
  events: readonly CaseEvent[],
  document: Document,
  texts: Readonly<Record<string, string>>,
  act: Act,
): CaseEvent[] => [...events, supposed(writtenOf(document), act, { ...texts })];

/** These events as if it had gone out then. */
export const asIfOut = (events: readonly CaseEvent[], document: Document, act: Act): CaseEvent[] => [
  ...events,
  supposed(outOf(document), act, {}),
];

/** These events as if these headings had been released. */
export const asIfReleased = (events: readonly CaseEvent[], releases: readonly Id[], act: Act): CaseEvent[] => [
  ...events,
  ...releases.map((what) => supposed(what, act, {})),
];
