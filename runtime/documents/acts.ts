/** What is done with a document, by the names under which a case has it on record; and who may do it. */
import { herSideOf } from '../../engine/case/her-side.js';
import {
  type Bundle,
  type Document,
  type Heading,
  type Id,
  isOneOf,
  kindsOf,
  receiversOf,
} from '../../engine/contract/index.js';

/** The happening that it went out. */
export const outOf = ({ id, kind }: Pick<Document, 'id' | 'kind'>): Id =>
  `${id}-${kind === 'report' ? 'issued' : 'sent'}`;
export const writtenOf = ({ id }: Pick<Document, 'id'>): Id => `${id}-written`;
export const reviewedOf = ({ id }: Pick<Document, 'id'>): Id => `${id}-reviewed`;
export const releasedOf = ({ id }: Pick<Document, 'id'>, { id: heading }: Pick<Heading, 'id'>): Id =>
  `${id}-${heading}-released`;

/** Headings of his that are released by roles of his side alone: nobody looks for anything of hers before that. */
export const releasedHere = (
  { people }: Pick<Bundle, 'people'>,
  { headings, hers }: Pick<Document, 'headings' | 'hers'>,
): Heading[] => {
  const { isSupporter } = herSideOf(people);
  return hers ? [] : headings.filter(({ releasedBy }) => releasedBy.length > 0 && !releasedBy.some(isSupporter));
};

/** The names under which a heading's text, or each cell of its table, is written. */
export const namesOf = ({ id, asks }: Heading): Id[] => {
  if (!asks) return [];
  if (asks.rows.length === 0 || asks.columns.length === 0) return [id];
  return asks.rows.flatMap((row) => asks.columns.map((column) => `${id}-${row.id}-${column.id}`));
};

/** All names under which something is written in a document. */
export const writtenNames = ({ headings }: Pick<Document, 'headings'>): Id[] => headings.flatMap(namesOf);

/** Whether a role is one of these, or a kind of one; of nobody in particular everybody inside is. */
export const isAmong = ({ people }: Bundle, role: Id, those: readonly Id[]): boolean =>
  those.length === 0
    ? people.some(({ id, side }) => id === role && side === 'inside')
    : isOneOf(role, those, kindsOf(people));

/** Roles that write and send it. */
export const writersOf = (bundle: Bundle, document: Pick<Document, 'id' | 'kind' | 'by'>): readonly Id[] =>
  bundle.course?.happenings.find(({ id }) => id === outOf(document))?.by ?? document.by;

const isOutside = ({ people }: Bundle, role: Id): boolean =>
  !people.some(({ id, side }) => id === role && side === 'inside');

/** Whether somebody outside gets it. */
export const leaves = (bundle: Bundle, recipients: readonly Id[]): boolean =>
  recipients.some((role) => isOutside(bundle, role));

/** Whether it could go to somebody outside at all. */
export const mayLeave = (bundle: Bundle, document: Document): boolean => leaves(bundle, receiversOf(bundle, document));
