/** The reports and messages of a bundle, changed in one thing. */
import type { Bundle, Document, Heading } from '../../engine/contract/index.js';
import type { Mutant } from './mutant.js';
import { type Changed, courseMutants, knownOverTime, replaced, shorter } from './mutate-course-condition.js';

/**
 * Takes a bundle; gives every bundle in which a document lacks a heading, or something that a heading shows, says, asks or
 * attaches, or a statement; or shows without a release what has to be released; or at another time what stands at times
 * only.
 */
export const mutateDocuments = (bundle: Bundle): Mutant[] => {
  const documents = bundle.documents ?? [];
  const known = knownOverTime(bundle);
  const ofHeading = (heading: Heading): Changed<Heading>[] => [
    ...partsLeftOut(heading),
    ...(heading.releasedBy.length > 0
      ? [{ change: `${heading.id} without its release`, to: { ...heading, releasedBy: [] } }]
      : []),
    ...(heading.onlyWhen ? courseMutants(heading.onlyWhen, known) : []).map(({ change, to }) => ({
      change: `${heading.id} ${change}`,
      to: { ...heading, onlyWhen: to },
    })),
  ];
  const ofDocument = (document: Document): Changed<Document>[] => [
    ...shorter(document.headings, ({ id }) => `the heading ${id}`).map(({ change, to }) => ({
      change,
      to: { ...document, headings: to },
    })),
    ...document.headings.flatMap((heading, index) =>
      ofHeading(heading).map(({ change, to }) => ({
        change,
        to: { ...document, headings: replaced(document.headings, index, to) },
      })),
    ),
    ...shorter(document.statements, (id) => `the statement ${id}`).map(({ change, to }) => ({
      change,
      to: { ...document, statements: to },
    })),
  ];
  return documents.flatMap((document, index) =>
    ofDocument(document).map(({ change, to }) => ({
      criterion: document.id,
      change: `“${document.title}”: ${change}`,
      bundle: { ...bundle, documents: replaced(documents, index, to) },
    })),
  );
};

/** What is left out of a heading that has other things as well: one that has a single thing goes as a whole. */
const partsLeftOut = (heading: Heading): Changed<Heading>[] => {
  const { shows, says, asks, attaches } = heading;
  if (shows.length + says.length + (asks ? 1 : 0) + (attaches ? 1 : 0) < 2) return [];
  const { asks: _asks, ...unasked } = heading;
  const { attaches: _attaches, ...unattached } = heading;
  return [
    ...shorter(shows, (one) => `showing ${shownAs(one)} under ${heading.id}`).map(({ change, to }) => ({
      change,
      to: { ...heading, shows: to },
    })),
    ...shorter(says, () => `a paragraph under ${heading.id}`).map(({ change, to }) => ({
      change,
      to: { ...heading, says: to },
    })),
    ...(asks ? [{ change: `without asking under ${heading.id}`, to: unasked }] : []),
    ...(attaches ? [{ change: `without attaching under ${heading.id}`, to: unattached }] : []),
  ];
};

const shownAs = (shown: Heading['shows'][number]): string =>
  shown.kind === 'fact' ? shown.fact : shown.kind === 'events' ? shown.event : shown.kind;
