import type { At, Kinds, Person } from '../../../engine/contract/index.js';
import type { Construct } from '../construct.js';
import {
  either,
  mapOf,
  type Named,
  name,
  oneOrMore,
  optional,
  type ReadBy,
  record,
  required,
  type Shape,
  text,
  type Written,
} from '../shape/shape.js';
import { type ClauseFinder, originFields, originOf } from './origin.js';

/** “the agency” as they are called is “agency”: what is said of them has its own article. */
const roleWords: Shape<Written<string>> = {
  ...text(),
  read: (node, reading) => {
    const found = text().read(node, reading);
    return found && { ...found, value: found.value.replace(/^(?:the|an?) (?=\S)/i, '') };
  },
};

const outsider = record('somebody outside the service', {
  called: required(roleWords, 'the provider’s word for them'),
  'also-called': optional(oneOrMore(text()), 'other words that the document uses for them'),
  ...originFields,
});
const insider = record('a role inside the service', {
  called: required(roleWords, 'the provider’s word for the role'),
  'also-called': optional(oneOrMore(text()), 'other words that the document uses for it'),
  is: optional(name('the name of a role'), 'the wider role that this one is a kind of'),
  supports: optional(
    name('the name of somebody outside'),
    'whom this role supports; what the partner says is theirs to see',
  ),
  ...originFields,
});

type Outsider = ReadBy<typeof outsider>;
type Insider = ReadBy<typeof insider>;
type Label = Written<string>;

const shape = record('the people', {
  outside: optional(
    mapOf(either<Label, never, Outsider>('a text, or a map', { scalar: roleWords, map: outsider })),
    'people who are not the service: participant, referrer, partner, child, agency',
  ),
  inside: optional(
    mapOf(either<Label, never, Insider>('a text, or a map', { scalar: roleWords, map: insider })),
    'the roles of the service itself',
  ),
  ...originFields,
});

export type WrittenPeople = ReadBy<typeof shape>;

export const people: Construct<WrittenPeople> = {
  word: 'people',
  title: 'People and roles',
  doc:
    'Everybody whom the definition names, by a neutral name and the provider’s own word for them. A role that is ' +
    'not listed here cannot be used anywhere.',
  example: `people:
  outside:
    participant: client
    referrer: referrer
    child: child
  inside:
    staff: Our staff
    service-lead: { called: co-ordinator, is: staff }
`,
  shape,
};

/** A role as declared, before its references are checked. */
export interface WrittenPerson {
  id: string;
  idAt: At;
  side: Person['side'];
  written: Label | Outsider | Insider;
}

const listed = (side: Person['side'], named: Named<Label | Outsider | Insider>[] = []): WrittenPerson[] =>
  named.flatMap(({ id, idAt, value }) => (value ? [{ id, idAt, side, written: value }] : []));

export const peopleOf = (written: WrittenPeople | undefined): WrittenPerson[] => [
  ...listed('outside', written?.outside),
  ...listed('inside', written?.inside),
];

/** Of each role as declared what it is a kind of, if of anything. */
export const writtenKinds = (written: WrittenPeople | undefined): Kinds =>
  new Map(peopleOf(written).map(({ id, written: one }) => [id, 'is' in one ? one.is?.value : undefined]));

export const lowerPerson = (
  { id, idAt, side, written }: WrittenPerson,
  whole: WrittenPeople | undefined,
  clauses: ClauseFinder,
): Person => {
  const inherited = originOf(whole, idAt, clauses).clauses;
  if ('value' in written)
    return { id, side, called: written.value, alsoCalled: [], origin: originOf(undefined, idAt, clauses, inherited) };
  return {
    id,
    side,
    called: written.called.value,
    alsoCalled: (written['also-called'] ?? []).map((each) => each.value),
    ...('is' in written && written.is && { is: written.is.value }),
    ...('supports' in written && written.supports && { supports: written.supports.value }),
    origin: originOf(written, idAt, clauses, inherited),
  };
};
