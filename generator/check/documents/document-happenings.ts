/** The events that reports and messages bring: going out, being asked for, written, reviewed, released. */
import type { Field, Happening, Id } from '../../../engine/contract/index.js';
import { type ClauseFinder, originOf, type WrittenOrigin } from '../../language/constructs/origin.js';
import type { Written } from '../../language/shape/shape.js';
import { byHerOwn, type EntriesOf, type People } from '../course/happenings.js';
import { inWords } from '../declare-questions.js';
import type { PlainDocument, PlainHeading } from './plain-documents.js';

const ids = (written: Written<Id>[] | undefined): Id[] => (written ?? []).map((each) => each.value);

/** The names under which its author writes what a heading asks: one, or one for each cell of its table. */
const questionsOf = ({ id, heading, content }: PlainHeading): { name: Id; ask: string; called: string }[] => {
  const { asks, rows, columns } = content;
  if (!asks) return [];
  const whole = { name: id, ask: asks.value, called: heading?.value ?? inWords(id) };
  if (!rows || !columns) return [whole];
  return rows.flatMap((row) =>
    columns.map((column) => {
      const called = `${row.value?.value ?? inWords(row.id)}: ${column.value?.value ?? inWords(column.id)}`;
      return { name: `${id}-${row.id}-${column.id}`, ask: called, called };
    }),
  );
};

/** What its author writes, as questions of `<document>-written`. A part may be written before the rest is. */
export const writtenFields = ({ id, headings }: PlainDocument): Field[] =>
  headings.flatMap(questionsOf).map((each) => ({
    ...each,
    id: `${id}-written.${each.name}`,
    kind: 'long-text',
    options: [],
    required: false,
  }));

/** The names of all the events that a document may bring. */
export const eventsOf = ({ id, goneOut, headings }: PlainDocument): Id[] => [
  goneOut,
  ...['requested', 'written', 'reviewed'].map((end) => `${id}-${end}`),
  ...headings.map((heading) => `${id}-${heading.id}-released`),
];

/** Gives the happenings that each document brings; of one for each of several, they are about that one. */
export const documentHappenings = (
  documents: PlainDocument[],
  people: People,
  entriesOf: EntriesOf,
  clauses: ClauseFinder,
): Happening[] =>
  documents.flatMap((document) => {
    const { id, idAt, kind, written, headings, called: title } = document;
    const forEach = written['for-each']?.value;
    const entries = forEach === undefined ? undefined : entriesOf(forEach);
    const make = (
      end: string,
      says: string,
      by: Id[],
      from: { written: WrittenOrigin; idAt: typeof idAt } = { written, idAt },
      fields: Field[] = [],
    ): Happening => ({
      id: `${id}-${end}`,
      called: says,
      source: kind,
      by,
      fields,
      hers: byHerOwn(by, people) || (forEach !== undefined && people.isHer(forEach)),
      ...(entries !== undefined && { about: entries }),
      origin: originOf(from.written, from.idAt, clauses),
    });
    const called = `the ${kind} “${title}”`;
    const by = ids(written.by);
    const fields = writtenFields(document);
    const asked = written['on-request'];
    const reviewed = written['reviewed-by'];
    return [
      make(kind === 'report' ? 'issued' : 'sent', `${called} was ${kind === 'report' ? 'issued' : 'sent'}`, by),
      ...(kind === 'report' || asked ? [make('requested', `${called} was asked for`, ids(asked))] : []),
      ...(fields.length > 0 ? [make('written', `${called} was written`, by, undefined, fields)] : []),
      ...(reviewed ? [make('reviewed', `${called} was reviewed`, ids(reviewed))] : []),
      ...headings.flatMap((heading) => {
        const releases = heading.content['released-by'];
        if (!releases) return [];
        const what = heading.heading ? `“${heading.heading.value}” in ${called}` : called;
        return [make(`${heading.id}-released`, `${what} was released`, ids(releases), heading)];
      }),
    ];
  });
