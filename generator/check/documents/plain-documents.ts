/** Reports and messages as written, made plain: each edition becomes a report of its own. */
import type { At, Id } from '../../../engine/contract/index.js';
import type { WrittenContent, WrittenHeading } from '../../language/constructs/document-parts.js';
import { contentFields } from '../../language/constructs/document-parts.js';
import type { WrittenDocument, WrittenEdition } from '../../language/constructs/documents.js';
import { triggerFields, type WrittenDuty } from '../../language/constructs/duties.js';
import type { WrittenOrigin } from '../../language/constructs/origin.js';
import type { WrittenDefinition } from '../../language/definition.js';
import type { Named, Written } from '../../language/shape/shape.js';
import { headingOf } from '../../lower/outline-words.js';

export interface PlainHeading {
  id: Id;
  idAt: At;
  /** Absent where it stands without one. */
  heading?: Written<string>;
  onlyWhen?: WrittenHeading['only-when'];
  content: WrittenContent;
  written: WrittenOrigin;
}
/** A report, an edition of one, or a message. `written`: what of it stands under its own name, and is shared. */
export interface PlainDocument {
  id: Id;
  idAt: At;
  kind: 'report' | 'message';
  /** What it was written under: of an edition the report, else itself. */
  of: Id;
  called: string;
  written: Omit<WrittenDocument, 'editions' | 'headings'>;
  headings: PlainHeading[];
  /** How the event is named that shows that it went out: `mid-way-issued`. */
  goneOut: Id;
  /** The duty that what opens it brings. */
  duty?: Named<WrittenDuty>;
}

const contentKeys = Object.keys(contentFields) as (keyof WrittenContent)[];
/** The keys of a document that say what stands in it without a heading. */
export const contentOf = (written: WrittenContent): (keyof WrittenContent)[] =>
  contentKeys.filter((key) => (written as Partial<WrittenContent>)[key] !== undefined);

const openers = ['after', 'when', 'while'] as const;
const triggerKeys = Object.keys(triggerFields) as (keyof typeof triggerFields)[];
/** The keys of a duty that it has, besides for whom there is one. */
export const triggersOf = (written: Partial<WrittenDuty>): (keyof typeof triggerFields)[] =>
  triggerKeys.filter((key) => key !== 'for-each' && written[key] !== undefined);
export const hasOpener = (written: Partial<WrittenDuty>): boolean => openers.some((key) => written[key] !== undefined);

const both = <T>(one: T[] | undefined, other: T[] | undefined): { all?: T[] } =>
  one || other ? { all: [...(one ?? []), ...(other ?? [])] } : {};

/** An edition with what it shares: what opens it takes the place of what opens the others; clauses and statements add up. */
const withShared = (
  { editions: _, headings: __, ...report }: WrittenDocument,
  edition: WrittenEdition,
): PlainDocument['written'] => {
  const opened = hasOpener(edition) ? Object.fromEntries(openers.map((key) => [key, undefined])) : {};
  const { all: clause } = both(report.clause, edition.clause);
  const { all: statements } = both(report.statements, edition.statements);
  return {
    ...report,
    ...opened,
    ...edition,
    ...(clause && { clause }),
    ...(statements && { statements }),
    ...((report.faulty || edition.faulty) && { faulty: true }),
  };
};

const plainHeading = ({ id, idAt, value }: Named<WrittenHeading>): PlainHeading[] =>
  value
    ? [
        {
          id,
          idAt,
          ...(value.heading && { heading: value.heading }),
          ...(value['only-when'] && { onlyWhen: value['only-when'] }),
          content: value,
          written: value,
        },
      ]
    : [];
const headingsOf = (idAt: At, kind: PlainDocument['kind'], written: WrittenDocument): PlainHeading[] => {
  if (written.headings) return written.headings.flatMap(plainHeading);
  if (contentOf(written).length === 0) return [];
  return [{ id: kind, idAt, content: written, written: { at: written.at } }];
};

/** The duty as it would be written under `duties`. */
const dutyOf = (
  id: Id,
  idAt: At,
  kind: PlainDocument['kind'],
  written: PlainDocument['written'],
): Named<WrittenDuty> => {
  const keys = Object.fromEntries(triggersOf(written).map((key) => [key, written[key]]));
  const force = written.force?.value ?? 'must';
  const does = { value: kind === 'report' ? `issue ${id}` : `send ${id}`, at: idAt };
  const { by, clause, reading, ours } = written;
  const value = {
    at: written.at,
    ...keys,
    [force]: does,
    ...(by && { by }),
    ...(written['for-each'] && { 'for-each': written['for-each'] }),
    ...(clause && { clause }),
    ...(reading && { reading }),
    ...(ours && { ours }),
  } as WrittenDuty;
  return { id: `${id}-due`, idAt, at: written.at, value };
};

const plainDocument = (
  kind: PlainDocument['kind'],
  { id, idAt }: Pick<Named<unknown>, 'id' | 'idAt'>,
  of: Id,
  written: PlainDocument['written'],
  headings: PlainHeading[],
): PlainDocument => ({
  id,
  idAt,
  kind,
  of,
  called: written.title?.value ?? headingOf(id),
  written,
  headings,
  goneOut: `${id}-${kind === 'report' ? 'issued' : 'sent'}`,
  ...(hasOpener(written) && { duty: dutyOf(id, idAt, kind, written) }),
});

/** Gives the messages and the reports of a definition, each edition by itself, in the order written. */
export const plainDocuments = ({
  messages,
  reports,
}: Pick<WrittenDefinition, 'messages' | 'reports'>): PlainDocument[] => {
  const all = (kind: PlainDocument['kind'], section: Named<WrittenDocument>[] = []): PlainDocument[] =>
    section.flatMap((named): PlainDocument[] => {
      const { id, idAt, value } = named;
      if (!value) return [];
      const headings = headingsOf(idAt, kind, value);
      if (!value.editions) return [plainDocument(kind, named, id, value, headings)];
      return value.editions.flatMap((edition) =>
        edition.value ? [plainDocument(kind, edition, id, withShared(value, edition.value), headings)] : [],
      );
    });
  return [...all('message', messages), ...all('report', reports)];
};
