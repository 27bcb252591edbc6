import type { Slot as LoweredSlot, Option, Site } from '../../../engine/contract/index.js';
import type { Construct } from '../construct.js';
import {
  either,
  mapOf,
  type Named,
  optional,
  type ReadBy,
  record,
  required,
  text,
  type Written,
} from '../shape/shape.js';
import { type ClauseFinder, originFields, originOf } from './origin.js';

const slot = record('a slot', {
  called: required(text(), 'its name'),
  day: optional(text(), 'the day of the week'),
  from: optional(text(), 'when it begins'),
  to: optional(text(), 'when it ends'),
  venue: optional(text(), 'where it is held'),
  ...originFields,
});
const site = record('a site', {
  area: required(text(), 'the area that it serves, as people know it'),
  'also-called': optional(text(), 'another name that the document uses for it'),
  venue: optional(text(), 'the building'),
  address: optional(text(), 'its address'),
  phone: optional(text(), 'its telephone number'),
  slots: optional(
    mapOf(either<Written<string>, never, ReadBy<typeof slot>>('a text, or a map', { scalar: text(), map: slot })),
    'when something is held there',
  ),
  ...originFields,
});
type Slot = Written<string> | ReadBy<typeof slot>;
type WrittenSite = Written<string> | ReadBy<typeof site>;
const shape = mapOf(
  either<Written<string>, never, ReadBy<typeof site>>('a text, or a map', { scalar: text(), map: site }),
);
export type WrittenSites = ReadBy<typeof shape>;

export const sites: Construct<WrittenSites> = {
  word: 'sites',
  title: 'Sites and slots',
  doc:
    'Areas, venues and times. A question whose options are `sites` offers every area; one whose options are ' +
    '`slots` offers every slot.',
  example: `sites:
  north-town:
    area: North Town
    venue: The Old Library
    slots:
      assessments: { called: Assessments, day: Tuesday }
      group: { called: Group work, day: Tuesday, from: "18:00", to: "20:00" }
`,
  shape,
};

const isLabel = (written: WrittenSite | Slot): written is Written<string> => 'value' in written;
const label = (written: WrittenSite): string => (isLabel(written) ? written.value : written.area.value);

const slotsOf = (written: WrittenSite): Named<Slot>[] => (isLabel(written) ? [] : (written.slots ?? []));

/** The sites as options of a question. */
export const siteOptions = (written: WrittenSites): Option[] =>
  written.flatMap(({ id, value }) => (value ? [{ id, label: label(value) }] : []));

/** Every slot as an option; with several sites the label says where. */
export const slotOptions = (written: WrittenSites): Option[] =>
  written.flatMap(({ id, value }) =>
    value
      ? slotsOf(value).flatMap((slotOf) => {
          if (!slotOf.value) return [];
          const called = isLabel(slotOf.value) ? slotOf.value.value : slotOf.value.called.value;
          const several = written.length > 1;
          return [
            { id: several ? `${id}-${slotOf.id}` : slotOf.id, label: several ? `${called}, ${label(value)}` : called },
          ];
        })
      : [],
  );

const detail = (called: string, written: Written<string> | undefined) =>
  written ? [{ label: called, value: written.value }] : [];

const slotDetail = ({ value }: Named<Slot>): Site['details'] => {
  if (!value) return [];
  if (isLabel(value)) return [{ label: 'Slot', value: value.value }];
  const hours = value.from && value.to ? `${value.from.value} to ${value.to.value}` : (value.from?.value ?? '');
  const said = [value.day?.value, hours, value.venue?.value].filter((part) => part);
  return [{ label: value.called.value, value: said.join(', ') || 'Time not stated' }];
};

const lowerSlot = ({ value }: Named<Slot>): LoweredSlot[] => {
  if (!value) return [];
  if (isLabel(value)) return [{ label: value.value }];
  const { called, day, from, to, venue } = value;
  return [
    {
      label: called.value,
      ...(day && { day: day.value }),
      ...(from && { from: from.value }),
      ...(to && { to: to.value }),
      ...(venue && { venue: venue.value }),
    },
  ];
};

export const lowerSites = (written: WrittenSites, clauses: ClauseFinder): Site[] =>
  written.flatMap(({ id, idAt, value }) => {
    if (!value) return [];
    if (isLabel(value)) return [{ id, label: value.value, details: [], origin: originOf(undefined, idAt, clauses) }];
    const details = [
      ...detail('Also called', value['also-called']),
      ...detail('Venue', value.venue),
      ...detail('Address', value.address),
      ...detail('Telephone', value.phone),
      ...slotsOf(value).flatMap(slotDetail),
    ];
    const held = slotsOf(value).flatMap(lowerSlot);
    const slotsOfIt = held.length > 0 && { slots: held };
    return [{ id, label: value.area.value, details, ...slotsOfIt, origin: originOf(value, idAt, clauses) }];
  });
