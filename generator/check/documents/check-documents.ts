/** Reports and messages within themselves: names, titles, who writes them to whom, what opens them. */
import { type At, type Course, type Id, isOneOf } from '../../../engine/contract/index.js';
import { writtenKinds } from '../../language/constructs/people.js';
import type { WrittenDefinition } from '../../language/definition.js';
import type { Problem } from '../../problem/problem.js';
import { eventsOf, writtenFields } from './document-happenings.js';
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
  const events = documents.flatMap((document) =>
    eventsOf(document).map((event) => [event, `an event that the ${document.kind} “${document.id}” brings`] as const),
  );
  const brought = new Map(events);
  for (const { id, idAt } of definition.records ?? []) {
    const other = brought.get(id);
    if (other) report(raiseDocument('document/same-name', idAt, { name: id, other }));
  }
  // A report with editions is none itself, and its name stays its own.
  for (const { id, idAt, value } of definition.reports ?? []) if (value?.editions) take(id, idAt, 'an edition');
};

/** What its author writes is told by names that are put together, and could come to the same. */
const checkQuestions = (document: PlainDocument, told: Set<string>, report: Report): void => {
  const names = writtenFields(document).map(({ name }) => name);
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  const key = `${document.of} ${twice}`;
  if (twice !== undefined && !told.has(key))
    report(raiseDocument('document/same-question', document.idAt, { name: twice, document: document.id }));
  told.add(key);
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

const checkOne = ({ id, idAt, kind, written, headings, goneOut, duty }: PlainDocument, report: Report): void => {
  if (written.faulty) return;
  // Of one in which nothing stands, whoever names it says to whom.
  if (!written.to?.length && (headings.length > 0 || duty))
    report(raiseDocument('document/no-recipient', idAt, { name: id, kind }));
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
  const told = new Set<string>();
  for (const document of documents) {
    checkOne(document, report);
    checkQuestions(document, told, report);
  }
};

interface Whole {
  course: Course;
  definition: WrittenDefinition;
  documents: PlainDocument[];
  called: (role: Id) => string;
  report: Report;
}

/** What stands in a document is for those whom it names, and who can ask for it; nobody else is sent it. */
const checkRecipients = ({ course, definition, documents, called, report }: Whole): void => {
  const kinds = writtenKinds(definition.people);
  for (const opening of [...course.duties, ...course.rules])
    for (const { verb, object, to: whom, says } of 'does' in opening ? opening.does : opening.effects) {
      const found = verb === 'send' || verb === 'issue' ? documents.find(({ id }) => id === object) : undefined;
      if (!found || whom === undefined || found.headings.length === 0) continue;
      const ids = [...(found.written.to ?? []), ...(found.written['on-request'] ?? [])].map(({ value }) => value);
      if (ids.length === 0 || isOneOf(whom, ids, kinds)) continue;
      const recipients = [...new Set(ids)].map(called);
      const particulars = { says, by: opening.id, name: found.id, whom: called(whom), recipients };
      report(raiseDocument('document/not-a-recipient', opening.origin.at, particulars));
    }
};

/** Takes a lowered course; reports each document that nothing makes go out, and that goes to somebody it is not for. */
export const checkIssued = (whole: Whole): void => {
  checkRecipients(whole);
  const { course, documents, report } = whole;
  const brought = new Set([
    ...course.rules.flatMap(({ effects }) => effects.flatMap(({ doneBy }) => doneBy)),
    ...course.duties.flatMap(({ does, metBy }) => [...does.flatMap(({ doneBy }) => doneBy), ...metBy]),
  ]);
  for (const { id, idAt, kind, written, goneOut } of documents)
    if (!brought.has(goneOut) && !written['on-request'])
      report(raiseDocument('document/never-issued', idAt, { name: id, kind }));
};
