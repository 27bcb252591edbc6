/** A report or a message in plain English: when, by whom, to whom. */
import type { Document } from '../../../engine/contract/document.js';
import { type Course, capital } from '../../../engine/contract/index.js';
import type { PlainDocument } from '../../check/documents/plain-documents.js';
import { type Called, theRoles } from '../outline-words.js';

const wayReads: Record<NonNullable<Document['way']>, string> = {
  email: ' by e-mail',
  'secure-email': ' by secure e-mail',
  letter: ' by letter',
  telephone: ' by telephone',
  'in-person': ' in person',
};
const coversReads: Record<Document['covers'], string | undefined> = {
  stay: undefined,
  'since-last': 'It tells of the time since the last one.',
  month: 'It tells of the calendar month before.',
};

/** What the rules and duties that it goes out by say, its own first. */
const opened = ({ id, kind }: Pick<Document, 'id' | 'kind'>, course: Course): string[] => {
  const verb = kind === 'report' ? 'issue' : 'send';
  const named = (effects: Course['duties'][number]['does']): boolean =>
    effects.some((effect) => effect.verb === verb && effect.object === id);
  return [
    ...course.duties.filter(({ does }) => named(does)).map(({ reads }) => reads),
    ...course.rules.filter(({ effects }) => named(effects)).map(({ reads }) => reads),
  ];
};

/** Takes a document and what it was made from; gives its English, as a few sentences. */
export const documentReads = (
  document: Omit<Document, 'reads'>,
  course: Course,
  called: Called,
  { written }: PlainDocument,
): string => {
  const { kind, by, to, reviewedBy, onRequest, way, covers } = document;
  const each = written['for-each']?.value;
  const goes = kind === 'report' ? 'issued' : 'sent';
  const author = by.length > 0 ? `${kind === 'report' ? 'written' : 'sent'} by ${theRoles(by, called, 'or')}` : '';
  const review = reviewedBy.length > 0 ? `reviewed by ${theRoles(reviewedBy, called, 'or')}` : '';
  const whom = to.length > 0 ? `to ${theRoles(to, called, 'and')}` : '';
  const going = kind === 'report' || author === '' ? `${goes} ${whom}` : whom;
  const who = [author, review].filter((part) => part !== '').join(', ');
  const joined =
    who === '' ? going : kind === 'report' || review !== '' ? `${who}, and ${goes} ${whom}` : `${who} ${whom}`;
  return [
    ...opened(document, course),
    `${capital(joined.trim())}${way ? wayReads[way] : ''}.`,
    each && `There is one for each ${called(each)}.`,
    onRequest.length > 0 ? `${capital(theRoles(onRequest, called, 'or'))} can ask for it.` : undefined,
    coversReads[covers],
  ]
    .filter((part) => part !== undefined)
    .join(' ');
};
