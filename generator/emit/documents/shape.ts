import type {
  AbsencesData,
  AttachmentData,
  AttendanceData,
  Document,
  DocumentData,
  Heading,
  HeadingData,
  Id,
  NarrativeData,
  Shown,
} from '../../../engine/contract/index.js';

/** What data looks like: words, yes or no, a list, a record of named parts. */
export type Shape = 'words' | 'flag' | { list: Shape } | { record: Record<string, Shape> };

/** The shape that a type has, so that what is written here and the contract cannot differ. */
type ShapeOf<T> = [T] extends [string]
  ? 'words'
  : [T] extends [boolean]
    ? 'flag'
    : T extends (infer Item)[]
      ? { list: ShapeOf<Item> }
      : { record: { [K in keyof T]-?: ShapeOf<T[K]> } };

type Parts = Required<HeadingData>;
type Part<K extends keyof Parts> = ShapeOf<Parts[K]>;

const words = 'words' as const;
const flag = 'flag' as const;
const record = <R>(parts: R): { record: R } => ({ record: parts });
const list = <I>(item: I): { list: I } => ({ list: item });

const labelled = record({ label: words, value: words }) satisfies Shape;
const signature = record({ name: words, role: words, on: words }) satisfies ShapeOf<DocumentData['issued']>;
const sessions = list(
  record({ day: words, outcome: words, topic: words, phase: words, mark: words, beside: list(labelled) }),
) satisfies ShapeOf<AttendanceData['rows']>;
const rows = <R extends Record<string, Shape>>(parts: R) => record({ none: flag, rows: list(record(parts)) });

const fixed: { [K in Exclude<Shown['kind'], 'fact' | 'events'>]: Part<K> } = {
  attendance: record({
    ...{ summary: words, due: words, attended: words, credited: words, missed: words, notRecorded: words },
    ...{ none: flag, rows: sessions },
  }) satisfies ShapeOf<AttendanceData>,
  absences: record({
    ...{ summary: words, missed: words, none: flag },
    rows: sessions,
  }) satisfies ShapeOf<AbsencesData>,
  topics: record({ none: flag, says: words, rows: list(record({ topic: words, day: words })) }),
  progress: record({ credited: words, total: words, phase: words, plannedEnd: words }),
  standing: record({ state: words, since: words }),
  decision: record({ decided: flag, says: words, on: words, by: words, reason: words, reasonMissing: flag }),
  appeal: record({ steps: list(record({ title: words, to: words, saying: words, within: words, answered: words })) }),
  contact: record({ rows: list(labelled) }),
  risk: rows({ measure: words, score: words, band: words, on: words }),
  duties: rows({ what: words, by: words, state: words, due: words, done: words }),
  decisions: rows({ what: words, by: words, on: words }),
  missing: rows({ asks: words }),
};
const factShape: ShapeOf<Parts['facts'][Id]> = record({ label: words, value: words, known: flag });
const eventsShape: ShapeOf<Parts['events'][Id]> = rows({ on: words, told: list(labelled) });
const narrative: ShapeOf<NarrativeData> = record({
  ...{ prompt: words, written: flag, paragraphs: list(record({ text: words })), isTable: flag },
  ...{ columns: list(record({ label: words })) },
  rows: list(record({ label: words, cells: list(record({ text: words })) })),
});
const attachment: ShapeOf<AttachmentData> = record({
  ...{ title: words, attached: flag, rows: list(labelled), fileName: words },
});

/** Takes a document; gives the shape of what its template is filled with, with only what its headings have. */
export const shapeOf = (document: Document): { record: Record<keyof DocumentData, Shape> } =>
  record({ ...frame, headings: record(byId(document.headings.map((heading) => [heading.id, headingShape(heading)]))) });

const frame: ShapeOf<Omit<DocumentData, 'headings'>>['record'] = {
  document: record({ id: words, kind: words, title: words, subject: words, fileName: words }),
  programme: record({
    ...{ title: words, provider: words, service: words, contact: list(labelled), version: words },
  }),
  person: record({ name: words, called: words }),
  to: list(record({ called: words, name: words })),
  period: record({ from: words, to: words }),
  day: words,
  written: signature,
  reviewed: signature,
  released: list(signature),
  issued: signature,
  statements: list(record({ says: words })),
};

const headingShape = ({ shows, asks, attaches }: Heading): Shape => {
  const facts = shows.flatMap((shown) => (shown.kind === 'fact' ? [[shown.fact, factShape] as const] : []));
  const events = shows.flatMap((shown) => (shown.kind === 'events' ? [[shown.event, eventsShape] as const] : []));
  const others = shows.flatMap((shown) =>
    shown.kind === 'fact' || shown.kind === 'events' ? [] : [[shown.kind, fixed[shown.kind]] as const],
  );
  return record({
    stands: flag,
    says: list(record({ text: words })),
    ...byId(others),
    ...(facts.length === 0 ? {} : { facts: record(byId(facts)) }),
    ...(events.length === 0 ? {} : { events: record(byId(events)) }),
    ...(asks === undefined ? {} : { narrative }),
    ...(attaches === undefined ? {} : { attachment }),
  });
};

const byId = (parts: (readonly [string, Shape])[]): Record<string, Shape> => Object.fromEntries(parts);

/** Takes a shape and a path from its top (`*` for each of a list); gives what is there, if there is anything. */
export const shapeAt = (shape: Shape, [step, ...rest]: string[]): Shape | undefined => {
  if (step === undefined) return shape;
  if (typeof shape === 'string') return undefined;
  if ('list' in shape) return step === '*' ? shapeAt(shape.list, rest) : undefined;
  const part = Object.hasOwn(shape.record, step) ? shape.record[step] : undefined;
  return part === undefined ? undefined : shapeAt(part, rest);
};
