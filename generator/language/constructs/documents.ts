/** Messages and reports: for now their names, who writes them and to whom, so that they bring their events. */
import type { At } from '../../../engine/contract/index.js';
import type { Node } from '../../load/node.js';
import type { Construct } from '../construct.js';
import { raiseDefinition } from '../definition-problems.js';
import {
  type Fields,
  mapOf,
  type Named,
  name,
  oneOrMore,
  optional,
  type RecordOf,
  type RecordShape,
  record,
  type Shape,
  text,
} from '../shape/shape.js';
import { originFields } from './origin.js';

/** A record that takes further keys, and says where the first of them stands. */
const open = <F extends Fields>(known: RecordShape<F>): Shape<RecordOf<F> & { further?: At }> => ({
  called: known.called,
  schema: () => ({ ...known.schema(), additionalProperties: true }),
  read: (node: Node, reading) => {
    if (node.kind !== 'map') return known.read(node, reading);
    const own = node.entries.filter(({ key }) => Object.hasOwn(known.fields, key.text));
    const further = node.entries.find((entry) => !own.includes(entry));
    const read = known.read({ ...node, entries: own }, reading);
    return read && { ...read, ...(further && { further: further.key.at }) };
  },
});

/** A map of such records, with one warning for all the keys that nothing applies yet. */
const section = <T extends { further?: At }>(item: Shape<T>): Shape<Named<T>[]> => {
  const shape = mapOf(item);
  return {
    ...shape,
    read: (node, reading) => {
      const read = shape.read(node, reading);
      const further = read?.find(({ value }) => value?.further)?.value?.further;
      if (further) reading.report(raiseDefinition('section/not-written-out', further, { section: reading.name }));
      return read;
    },
  };
};

const fields = (thing: string) => ({
  title: optional(text(), `its title; made from its short name if left out`),
  to: optional(oneOrMore(name('the name of somebody')), `who receives the ${thing}`),
  by: optional(oneOrMore(name('the name of a role')), `who ${thing === 'report' ? 'writes' : 'sends'} it`),
  'on-request': optional(oneOrMore(name('the name of somebody')), 'who can ask for it'),
  ...originFields,
});
const message = record('a message', fields('message'));
const report = record('a report', fields('report'));
export type WrittenDocument = RecordOf<typeof report.fields> & { further?: At };
export type WrittenDocuments = Named<WrittenDocument>[];

export const messages: Construct<WrittenDocuments> = {
  word: 'messages',
  title: 'Messages',
  doc:
    'What is sent to people. Each brings the event `<message>-sent`, and rules and duties can “send” it. Further keys ' +
    'say what stands in it; they can be written, and this version writes nothing out.',
  example: `messages:
  acknowledgement: { title: Acknowledgement, to: referrer, by: staff, clause: EX-001 }
`,
  shape: section(open(message)),
};

export const reports: Construct<WrittenDocuments> = {
  word: 'reports',
  title: 'Reports',
  doc:
    'What is written about a case. Each brings the events `<report>-issued` and `<report>-requested`, and rules and ' +
    'duties can “issue” it. Further keys say what stands in it; they can be written, and this version writes nothing out.',
  example: `reports:
  mid-way: { title: Mid-way report, to: referrer, by: staff, on-request: referrer, clause: EX-001 }
`,
  shape: section(open(report)),
};
