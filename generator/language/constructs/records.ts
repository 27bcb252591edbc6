import type { Construct } from '../construct.js';
import {
  mapOf,
  name,
  oneOrMore,
  optional,
  type ReadBy,
  type RecordOf,
  record,
  required,
  text,
} from '../shape/shape.js';
import { originFields } from './origin.js';
import { mapOfQuestions } from './question.js';

const recordShape = record('a record', {
  called: required(text('a clause after “when”'), 'what happened, as a clause: “an incident was reported”'),
  by: optional(oneOrMore(name('the name of a role')), 'who records it; anybody inside if left out'),
  about: optional(
    name('session, or the name of somebody outside'),
    'what each one is of: one session, or one partner or child of those listed',
  ),
  asks: optional(mapOfQuestions, 'what is told with it'),
  ...originFields,
});
export type WrittenRecord = RecordOf<typeof recordShape.fields>;

const shape = mapOf(recordShape);
export type WrittenRecords = ReadBy<typeof shape>;

export const records: Construct<WrittenRecords> = {
  word: 'records',
  title: 'Records',
  doc:
    'What happens and is written down when it does, beyond what every case has. A sentence says “incident has ' +
    'happened”, and under `where`, of one incident: “severity is high”.',
  example: `records:
  incident:
    called: an incident was reported
    by: [staff, referrer]
    asks:
      severity: { ask: How severe was it?, type: choice, options: { low: Low, high: High } }
rules:
  severe:
    after: incident
    where: severity is high
    must: Discuss it with the service lead
    confirmed-by: service-lead
`,
  shape,
};
