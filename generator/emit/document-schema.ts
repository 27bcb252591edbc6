/** The schema of what a bundle says of documents, and of what is kept apart from whom. */
import { headingParts } from '../../engine/contract/index.js';
import { boolean, id, ids, list, mapOf, one, record, ref, type Schema, string } from './schema-parts.js';

const kinds = (...schemas: Schema[]): Schema => ({ oneOf: schemas });
const origin = ref('origin');
const words = list(kinds(string, record({ fact: id })));

const shown = kinds(
  record({ kind: one('attendance', 'absences'), beside: list(record({ event: id, field: id, called: string })) }),
  record({ kind: one('topics', 'progress', 'standing', 'decision', 'appeal', 'contact', 'risk') }),
  record({ kind: one('duties', 'decisions'), of: ids }),
  record({ kind: one('missing'), form: id }),
  record({ kind: one('fact'), fact: id, called: string }),
  record({ kind: one('events'), event: id, called: string, fields: list(record({ id, called: string })) }),
);

const options = list(record({ id, label: string, 'means?': one('not-known', 'not-applicable') }));
const narrative = record({
  prompt: string,
  required: boolean,
  rows: options,
  columns: options,
  'offers?': one('reasons'),
});

const heading = record({
  id,
  'heading?': string,
  'onlyWhen?': ref('course-condition'),
  says: list(words),
  shows: list(shown),
  'asks?': narrative,
  'attaches?': record({ kind: one('instrument', 'form', 'file'), of: id, called: string }),
  'order?': list(one(...headingParts)),
  releasedBy: ids,
  origin,
});

export const document: Schema = record({
  id,
  kind: one('report', 'message'),
  of: id,
  title: string,
  'subject?': words,
  to: ids,
  by: ids,
  reviewedBy: ids,
  onRequest: ids,
  'way?': one('email', 'secure-email', 'letter', 'telephone', 'in-person'),
  'forEach?': id,
  covers: one('stay', 'since-last', 'month'),
  headings: list(heading),
  statements: ids,
  'duty?': id,
  reads: string,
  hers: boolean,
  origin,
});

export const information: Schema = record({
  kept: list(record({ id, called: string, seenBy: ids, 'origin?': origin })),
  labels: mapOf(list(record({ kept: id, path: list(string) }))),
});
