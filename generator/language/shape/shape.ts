/**
 * Shapes: what may be written where. One description gives the reading of a YAML node (with a problem for whatever
 * does not fit), the type of what was read, the JSON Schema for editors and the table in the language reference.
 */
import type { At } from '../../../engine/contract/index.js';
import type { Entry, MapNode, Node, ScalarNode } from '../../load/node.js';
import type { Problem } from '../../problem/problem.js';
import { raiseShape } from './problems.js';

export type JsonSchema = { [key: string]: unknown };

/** Where a reading stands: whom to tell, and the name of the thing being read. */
export interface Reading {
  report: (problem: Problem) => void;
  /** The key under which the thing stands, for problems about the whole of it. */
  at: At;
  name: string;
}

/** A value and where it was written. */
export interface Written<T> {
  value: T;
  at: At;
}

export interface Shape<T> {
  /** With its article: "a text", "yes or no". */
  called: string;
  schema: () => JsonSchema;
  /** Gives undefined where the node does not fit; that has been reported. */
  read: (node: Node, reading: Reading) => T | undefined;
}

export type ReadBy<S> = S extends Shape<infer T> ? T : never;

const kindCalled = { map: 'a map of keys', list: 'a list', scalar: 'a single value' } as const;

/** Reports that a node is not what the shape takes. */
export const misfit = (node: Node, expected: string, reading: Reading): undefined => {
  const found = node.kind === 'scalar' ? `“${node.text}”` : kindCalled[node.kind];
  const at = node.kind === 'scalar' ? node.at : reading.at;
  reading.report(raiseShape('value/wrong-kind', at, { name: reading.name, expected, found }));
  return undefined;
};

/** A shape of single values: `take` reads one, or reports and gives undefined. */
export const scalar = <T>(
  called: string,
  schema: JsonSchema,
  take: (node: ScalarNode, reading: Reading) => T | undefined,
): Shape<T> => ({
  called,
  schema: () => schema,
  read: (node, reading) => (node.kind === 'scalar' ? take(node, reading) : misfit(node, called, reading)),
});

/** What is wanted, for the reference and for editors, where more can be said than that it is a text. */
const titled = (called: string, usual: string): JsonSchema => (called === usual ? {} : { title: called });

/** Words for a person. Numbers and dates are taken as they were written. */
export const text = (called = 'a text'): Shape<Written<string>> =>
  scalar(called, { ...titled(called, 'a text'), type: ['string', 'number'] }, (node) => ({
    value: node.text.trim(),
    at: node.at,
  }));

const kebab = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;
/** Whether a word can be an id: small letters and digits joined by hyphens. */
export const isKebab = (candidate: string): boolean => kebab.test(candidate);
/** The nearest kebab-case word. */
export const toKebab = (words: string): string =>
  words
    .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[^a-z]+|-+$/g, '');

/** A name of something declared elsewhere; whether it exists is checked later. */
export const name = (called = 'a name'): Shape<Written<string>> =>
  scalar(called, { ...titled(called, 'a name'), type: 'string' }, (node) => ({ value: node.text.trim(), at: node.at }));

/** One of some fixed words. */
export const word = <const W extends string>(words: readonly W[], called?: string): Shape<Written<W>> =>
  scalar(called ?? `one of ${words.join(', ')}`, { enum: [...words] }, (node, reading) => {
    const found = words.find((candidate) => candidate === node.text.trim());
    if (found !== undefined) return { value: found, at: node.at };
    reading.report(
      raiseShape('value/not-one-of', node.at, { name: reading.name, found: node.text, words: [...words] }),
    );
    return undefined;
  });

const traps = new Map(
  Object.entries({ yes: ['y', 'true', 'on', 'yes'], no: ['n', 'false', 'off', 'no'] }).flatMap(([meant, sayings]) =>
    sayings.map((said) => [said, meant] as const),
  ),
);
/** Reports `true`, `Yes`, `on` and the like, with the word to write instead; gives whether it was one of them. */
export const yesNoTrap = (node: ScalarNode, reading: Reading): boolean => {
  const meant = traps.get(node.text.trim().toLowerCase());
  if (meant === undefined || meant === node.text.trim()) return false;
  reading.report(raiseShape('value/yes-or-no', node.at, { name: reading.name, found: node.text, meant }));
  return true;
};

export const yesNo: Shape<Written<boolean>> = scalar('yes or no', { enum: ['yes', 'no'] }, (node, reading) => {
  const said = node.text.trim();
  if (said === 'yes' || said === 'no') return { value: said === 'yes', at: node.at };
  return yesNoTrap(node, reading) ? undefined : misfit(node, 'yes or no', reading);
});

export const number: Shape<Written<number>> = scalar('a number', { type: 'number' }, (node, reading) =>
  typeof node.value === 'number' && Number.isFinite(node.value)
    ? { value: node.value, at: node.at }
    : misfit(node, 'a number', reading),
);

export const list = <T>(item: Shape<T>): Shape<T[]> => ({
  called: `a list, each ${item.called}`,
  schema: () => ({ type: 'array', items: item.schema() }),
  read: (node, reading) =>
    node.kind === 'list'
      ? node.items.map((each) => item.read(each, reading)).filter((each) => each !== undefined)
      : misfit(node, `a list, each ${item.called}`, reading),
});

export const oneOrMore = <T>(item: Shape<T>): Shape<T[]> => ({
  called: `${item.called}, or a list of them`,
  schema: () => ({ anyOf: [item.schema(), { type: 'array', items: item.schema() }] }),
  read: (node, reading) => {
    const nodes = node.kind === 'list' ? node.items : [node];
    return nodes.map((each) => item.read(each, reading)).filter((each) => each !== undefined);
  },
});

/** One shape for a single value, one for a list, one for a map; whichever are given. */
export const either = <A = never, B = never, C = never>(
  called: string,
  by: { scalar?: Shape<A>; list?: Shape<B>; map?: Shape<C> },
): Shape<A | B | C> => ({
  called,
  schema: () => ({ anyOf: [by.scalar, by.list, by.map].flatMap((shape) => (shape ? [shape.schema()] : [])) }),
  read: (node, reading): A | B | C | undefined => {
    const shape: Shape<A | B | C> | undefined = by[node.kind];
    return shape ? shape.read(node, reading) : misfit(node, called, reading);
  },
});

/** For a shape that contains itself; `ref` names it in the editors' schema. */
export const lazy = <T>(ref: string, called: string, shape: () => Shape<T>): Shape<T> => ({
  called,
  schema: () => ({ $ref: `#/definitions/${ref}` }),
  read: (node, reading) => shape().read(node, reading),
});

/** A named thing of a map. `value` is absent where it could not be read. */
export interface Named<T> {
  id: string;
  idAt: At;
  at: At;
  value: T | undefined;
}

/** A name that is reported as no name is read as the one it should have been, so that what uses it still finds it. */
const readEntry = <T>(entry: Entry, item: Shape<T>, reading: Reading, names: 'kebab' | 'any'): Named<T> => {
  const written = entry.key.text;
  const id = names === 'any' || isKebab(written) ? written : toKebab(written) || written;
  const inner = { ...reading, at: entry.key.at, name: id };
  const value = entry.value && item.read(entry.value, inner);
  return { id, idAt: entry.key.at, at: entry.at, value };
};

/** A map from names that the author chooses to things of one shape. */
export const mapOf = <T>(item: Shape<T>, { names = 'kebab' }: { names?: 'kebab' | 'any' } = {}): Shape<Named<T>[]> => ({
  called: 'a map of names',
  schema: () => ({
    type: 'object',
    additionalProperties: item.schema(),
    ...(names === 'kebab' ? { propertyNames: { pattern: kebab.source } } : {}),
  }),
  read: (node, reading) => {
    if (node.kind !== 'map') return misfit(node, `a map of names, each with ${item.called}`, reading);
    for (const { key } of node.entries)
      if (names === 'kebab' && !isKebab(key.text))
        reading.report(raiseShape('name/not-kebab', key.at, { name: key.text, better: toKebab(key.text) }));
    return node.entries.map((entry) => readEntry(entry, item, reading, names));
  },
});

export interface Field<T, Required extends boolean = boolean> {
  shape: Shape<T>;
  doc: string;
  required: Required;
}
export const required = <T>(shape: Shape<T>, doc: string): Field<T, true> => ({ shape, doc, required: true });
export const optional = <T>(shape: Shape<T>, doc: string): Field<T, false> => ({ shape, doc, required: false });

export type Fields = Record<string, Field<unknown>>;
/** `faulty`: some of it was not understood, which has been reported; nothing follows from what it lacks. */
export type RecordOf<F extends Fields> = { at: At; faulty?: true } & {
  [K in keyof F as F[K]['required'] extends true ? K : never]: ReadBy<F[K]['shape']>;
} & { [K in keyof F as F[K]['required'] extends true ? never : K]?: ReadBy<F[K]['shape']> };

export interface RecordShape<F extends Fields> extends Shape<RecordOf<F>> {
  fields: F;
}

/** Where a value was written: of several, the first. */
export const placeOf = (value: unknown, otherwise: At): At => {
  const first: unknown = Array.isArray(value) ? value[0] : value;
  return typeof first === 'object' && first !== null && 'at' in first ? (first.at as At) : otherwise;
};

const reportKeys = (node: MapNode, called: string, fields: Fields, reading: Reading): void => {
  const known = Object.keys(fields);
  const written = new Set(node.entries.map((entry) => entry.key.text));
  for (const { key } of node.entries)
    if (!Object.hasOwn(fields, key.text))
      reading.report(raiseShape('key/unknown', key.at, { key: key.text, owner: called, known, written: [...written] }));
  for (const key of known)
    if (fields[key]?.required && !written.has(key))
      reading.report(
        raiseShape('key/missing', reading.at, { key, name: reading.name, owner: called, doc: fields[key].doc }),
      );
};

/** The keys that it must have; of one that must have none, its first. */
const keysInWords = (fields: Fields): string => {
  const needed = Object.keys(fields).filter((key) => fields[key]?.required);
  const shown = needed.length > 0 ? needed : Object.keys(fields).slice(0, 3);
  const quoted = shown.map((key) => `“${key}”`);
  return needed.length > 0 ? quoted.join(' and ') : `keys such as ${quoted.join(', ')}`;
};

/** A record of fixed keys. A missing required key, or one that could not be read, leaves the whole unread. */
export const record = <F extends Fields>(called: string, fields: F): RecordShape<F> => ({
  called,
  fields,
  schema: () => ({
    title: called,
    type: 'object',
    additionalProperties: false,
    properties: Object.fromEntries(
      Object.entries(fields).map(([key, field]) => [key, { ...field.shape.schema(), description: field.doc }]),
    ),
    required: Object.keys(fields).filter((key) => fields[key]?.required),
  }),
  read: (node, reading) => {
    if (node.kind !== 'map') return misfit(node, `${called}, with ${keysInWords(fields)}`, reading);
    reportKeys(node, called, fields, reading);
    const found: Record<string, unknown> = { at: node.at };
    for (const { key, value } of node.entries) {
      const field = Object.hasOwn(fields, key.text) ? fields[key.text] : undefined;
      const read = field && value && field.shape.read(value, { ...reading, at: key.at, name: key.text });
      if (read === undefined) found.faulty = true;
      else found[key.text] = read;
    }
    const whole = Object.keys(fields).every((key) => !fields[key]?.required || found[key] !== undefined);
    return whole ? (found as RecordOf<F>) : undefined;
  },
});
