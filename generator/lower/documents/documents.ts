/** Reports and messages, put together: what the bundle has as `documents`. */
import type { Document } from '../../../engine/contract/document.js';
import type { Course, Id } from '../../../engine/contract/index.js';
import { raiseDocument } from '../../check/documents/document-problems.js';
import type { PlainDocument } from '../../check/documents/plain-documents.js';
import { type CourseParts, loweringOf } from '../course/course.js';
import { idsOf, scopeOfEach } from '../course/lowering.js';
import type { Called } from '../outline-words.js';
import { type DocumentLowering, placeIn, refuseBlanks } from './document-lowering.js';
import { documentReads } from './document-reads.js';
import { lowerHeading } from './headings.js';
import { wordsOf } from './words.js';

/** Of one with a duty, the duty tells it. */
const forEachOf = ({ written, duty }: PlainDocument, { names, report }: Pick<DocumentLowering, 'names' | 'report'>) => {
  const each = written['for-each'];
  if (!each) return undefined;
  const entries = names.entriesOf(each.value);
  const known = names.people.outside.filter((role) => names.entriesOf(role));
  if (!entries && !duty) report(raiseDocument('document/for-each', each.at, { name: each.value, known }));
  return entries;
};

/** Its own, and those that say that they stand on it. */
const statementsOf = ({ document, definition, report }: DocumentLowering): Id[] => {
  const { id, of, written } = document;
  const all = definition.statements ?? [];
  const known = all.map((each) => each.id);
  for (const { value: name, at } of written.statements ?? [])
    if (!known.includes(name))
      report(raiseDocument('document/no-such-statement', at, { name, where: placeIn(document), known }));
  const own = idsOf(written.statements).filter((name) => known.includes(name));
  const standing = all.filter(({ value }) => (value?.on ?? []).some(({ value: on }) => on === id || on === of));
  return [...new Set([...own, ...standing.map((each) => each.id)])];
};

const lowerDocument = (lowering: DocumentLowering, course: Course): Document => {
  const { document, names, called } = lowering;
  const { id, idAt, kind, of, written, headings, duty } = document;
  const origin = lowering.origin(written, idAt);
  const [to, by] = [idsOf(written.to), idsOf(written.by)];
  const { people } = names;
  refuseBlanks(written.title, 'a title', lowering);
  const lowered: Omit<Document, 'reads'> = {
    id,
    kind,
    of,
    title: document.called,
    ...(written.subject && { subject: wordsOf(written.subject, placeIn(document), lowering) }),
    to,
    by,
    reviewedBy: idsOf(written['reviewed-by']),
    onRequest: idsOf(written['on-request']),
    ...(written.way && { way: written.way.value }),
    ...(lowering.forEach && { forEach: lowering.forEach }),
    covers: written.covers?.value ?? 'stay',
    headings: headings.map((each) => lowerHeading(each, origin.clauses, lowering)),
    statements: statementsOf(lowering),
    ...(duty && { duty: duty.id }),
    hers: to.length > 0 && to.every((role) => people.isHer(role) || people.supporters.has(role)),
    origin,
  };
  return { ...lowered, reads: documentReads(lowered, course, called as Called, document) };
};

/** What editions share is told once, of the first of them. */
const once = (told: Set<string>, { id, of }: PlainDocument, report: DocumentLowering['report']): typeof report => {
  return (problem) => {
    const { file, line, column } = problem.at;
    const key = `${problem.code} ${file} ${line} ${column} ${problem.message.replaceAll(id, of)}`;
    if (!told.has(key)) report(problem);
    told.add(key);
  };
};

/** Takes a definition with its names, and its course; gives its documents. What is not understood was reported. */
export const lowerDocuments = (parts: CourseParts, course: Course): Document[] => {
  const { definition, declarations } = parts;
  const told = new Set<string>();
  return parts.names.documents.map((document) => {
    const lowering = loweringOf({ ...parts, report: once(told, document, parts.report) });
    const forEach = forEachOf(document, lowering);
    const scope = scopeOfEach(forEach);
    return lowerDocument(
      { ...lowering, definition, declarations, document, ...(forEach && { forEach }), scope },
      course,
    );
  });
};
