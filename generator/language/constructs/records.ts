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
  'any-of': optional(
    oneOrMore(name('the name of an event')),
    'it is whichever of these happens, and is not recorded itself: a name for any of several events',
  ),
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
    'happened”, and under `where`, of one incident: “severity is high”. One with `any-of` is a name for any of ' +
    'several events: it can be named wherever an event can, and is not recorded itself.',
  example: `records:
  incident:
    called: an incident was reported
    by: [staff, referrer]
    asks:
      severity: { ask: How severe was it?, type: choice, options: { low: Low, high: High } }
  contact:
    called: he was seen or heard from
    any-of: [session-attended, heard-from-participant]
facts:
  days-silent: { time-since: latest contact, in: days }
rules:
  silent: { when: days-silent is at least 21, must: contact participant }
  severe:
    after: incident
    where: severity is high
    must: Discuss it with the service lead
    confirmed-by: service-lead
`,
  shape,
};
