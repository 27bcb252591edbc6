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
  type Written,
  word,
} from '../shape/shape.js';
import { amount } from './amounts.js';
import { originFields } from './origin.js';
import { orShort } from './short-form.js';

const staffing = record('the staffing', {
  facilitators: required(amount, 'how many facilitators there are at a session'),
  force: optional(word(['must', 'should', 'may']), 'how binding that is; should if left out'),
  usually: optional(text(), 'how it usually is: “one man and one woman”'),
});

const group = record('a group', {
  called: required(text(), 'its name, as people know it'),
  places: optional(amount, 'how many people it has room for; not stated if left out'),
  'shares-with': optional(oneOrMore(name('the name of a group')), 'the groups with which it shares its places'),
  staffing: optional(staffing, 'who leads it'),
  'open-until': optional(amount, 'up to which session somebody can still join'),
  thresholds: optional(
    mapOf(text(), { names: 'any' }),
    'what people are told when so many places are taken: “10: Tell the service lead”',
  ),
  ...originFields,
});
export type WrittenGroup = RecordOf<typeof group.fields>;

const shape = mapOf(orShort<WrittenGroup, Written<string>>(group, text('its name'), (called, at) => ({ at, called })));
export type WrittenGroups = ReadBy<typeof shape>;

export const groups: Construct<WrittenGroups> = {
  word: 'groups',
  title: 'Groups',
  doc:
    'The groups that people can join, and their places. Each brings two numbers that sentences can name, ' +
    '`<group>-places-taken` and `<group>-places-free`, counted over all the groups that share the places, and an ' +
    'event `<group>-places-taken` with which the number is told.',
  example: `groups:
  evening:
    called: Evening group
    places: at most 12
    shares-with: day
    staffing: { facilitators: 2, force: should, usually: one man and one woman }
    open-until: 3
    thresholds: { 10: Tell the service lead that the group is nearly full }
    clause: EX-001
  day: Day group
`,
  shape,
};
