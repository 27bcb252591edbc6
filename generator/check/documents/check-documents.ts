/** Reports and messages within themselves: names, titles, who writes them to whom, what opens them. */
import type { At, Course } from '../../../engine/contract/index.js';
import type { WrittenDefinition } from '../../language/definition.js';
import type { Problem } from '../../problem/problem.js';
import { raiseDocument } from './document-problems.js';
import { contentOf, hasOpener, type PlainDocument, plainDocuments, triggersOf } from './plain-documents.js';

type Report = (problem: Problem) => void;

/** One that has the name of another, or of the duty, rule or record that would bring the same events. */
const checkNames = (documents: PlainDocument[], definition: WrittenDefinition, report: Report): void => {
  const taken = new Map<string, { at: At; what: string }>();
  const take = (id: string, at: At, what: string): void => {
    const other = taken.get(id);
    if (other)
      report(
        raiseDocument('document/same-name', at, { name: id, other: other.what }, [
          { at: other.at, message: `“${id}” is declared here.` },
        ]),
      );
    else taken.set(id, { at, what });
  };
  for (const { id, idAt, kind } of documents) take(id, idAt, `a ${kind}`);
  // A report with editions is none itself, and its name stays its own.
  for (const { id, idAt, value } of definition.reports ?? []) if (value?.editions) take(id, idAt, 'an edition');
};

const checkEditions = (definition: WrittenDefinition, report: Report): void => {
  for (const { id, value } of definition.reports ?? [])
    for (const edition of value?.editions ?? [])
      if (edition.value && !edition.value.faulty && !edition.value.title && !value?.title)
        report(raiseDocument('document/edition-title', edition.idAt, { name: edition.id, report: id }));
};

const checkTogether = (definition: WrittenDefinition, report: Report): void => {
  for (const { id, idAt, value } of [...(definition.messages ?? []), ...(definition.reports ?? [])]) {
    const keys = value ? contentOf(value) : [];
    if (value?.headings && keys.length > 0)
      report(raiseDocument('document/headings-and-more', idAt, { name: id, keys }));
  }
};

const checkOne = ({ id, idAt, kind, written, goneOut, duty }: PlainDocument, report: Report): void => {
  if (written.faulty) return;
  if (!written.to?.length) report(raiseDocument('document/no-recipient', idAt, { name: id, kind }));
  if (duty && !written.by?.length) report(raiseDocument('document/no-author', idAt, { name: id, kind, duty: duty.id }));
  const keys = [...triggersOf(written), ...(written.force ? ['force'] : [])];
  if (!hasOpener(written) && keys.length > 0)
    report(raiseDocument('document/no-opening', idAt, { name: id, keys, goneOut }));
};

/** Checks reports and messages as they were written. */
export const checkDocuments = (definition: WrittenDefinition, report: Report): void => {
  const documents = plainDocuments(definition);
  checkNames(documents, definition, report);
  checkEditions(definition, report);
  checkTogether(definition, report);
  for (const document of documents) checkOne(document, report);
};

/** Takes a lowered course; reports each document that nothing makes go out. */
export const checkIssued = (course: Course, documents: PlainDocument[], report: Report): void => {
  const brought = new Set([
    ...course.rules.flatMap(({ effects }) => effects.flatMap(({ doneBy }) => doneBy)),
    ...course.duties.flatMap(({ does, metBy }) => [...does.flatMap(({ doneBy }) => doneBy), ...metBy]),
  ]);
  for (const { id, idAt, kind, written, goneOut } of documents)
    if (!brought.has(goneOut) && !written['on-request'])
      report(raiseDocument('document/never-issued', idAt, { name: id, kind }));
};
