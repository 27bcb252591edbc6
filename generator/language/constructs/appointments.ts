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
  word,
} from '../shape/shape.js';
import { condition } from './condition.js';
import { originFields } from './origin.js';

const offering = word(['offer']);

const appointment = record('an appointment', {
  called: optional(text(), 'its name with its article: “the three-way meeting”; made from its short name if left out'),
  with: required(oneOrMore(name('the name of somebody')), 'who takes part'),
  about: optional(text(), 'what it is about'),
  must: optional(offering, 'offer: it must be offered once “only-when” holds'),
  should: optional(offering, 'offer: it should be offered once “only-when” holds'),
  may: optional(offering, 'offer: it may be offered once “only-when” holds'),
  'only-when': optional(condition.shape, 'when it is offered'),
  by: optional(oneOrMore(name('the name of a role')), 'who offers it, and records how it went'),
  ...originFields,
});
export type WrittenAppointment = RecordOf<typeof appointment.fields>;

const shape = mapOf(appointment);
export type WrittenAppointments = ReadBy<typeof shape>;

export const appointments: Construct<WrittenAppointments> = {
  word: 'appointments',
  title: 'Appointments',
  doc:
    'Meetings that are not sessions. Each brings the events `<appointment>-offered`, `<appointment>-attended`, ' +
    '`<appointment>-missed` and `<appointment>-cancelled`; with `may: offer` and the like also the duty to offer it.',
  example: `appointments:
  three-way:
    called: the three-way meeting
    with: [referrer, staff, participant]
    about: What the programme is
    may: offer
    only-when: lives-with-children is yes
    by: staff
    clause: EX-001
`,
  shape,
};
