import type { Document, Heading, Id } from '../../../engine/contract/index.js';
import type { JsonSchema } from '../json-schema.js';
import { longText } from '../patterns.js';

/** What the author of a document writes: a schema of it, and how react-jsonschema-form shows it. */
export interface Asks {
  schema: JsonSchema;
  ui: Record<string, unknown>;
}

/**
 * Takes a document; gives the schema of what its author writes, or nothing where it asks nothing. Each text has the
 * name of its heading; in a table each cell has `<heading>-<row>-<column>`, as in the values of `<document>-written`.
 */
export const toAsks = (document: Document): Asks | undefined => {
  const texts = document.headings.flatMap(textsOf);
  if (texts.length === 0) return undefined;
  const required = texts.flatMap(({ name, isRequired }) => (isRequired ? [name] : []));
  return {
    schema: {
      $schema: 'http://json-schema.org/draft-07/schema#',
      title: document.title,
      type: 'object',
      properties: Object.fromEntries(texts.map(({ name, schema }) => [name, schema])),
      ...(required.length === 0 ? {} : { required }),
    },
    ui: {
      'ui:order': texts.map(({ name }) => name),
      ...Object.fromEntries(texts.map(({ name }) => [name, { 'ui:widget': 'textarea' }])),
    },
  };
};

interface AskedText {
  name: Id;
  isRequired: boolean;
  schema: JsonSchema;
}

const textsOf = ({ id, heading, asks }: Heading): AskedText[] => {
  if (asks === undefined) return [];
  const text = (name: Id, title: string): AskedText => ({
    name,
    isRequired: asks.required,
    schema: {
      title,
      ...(title === asks.prompt ? {} : { description: asks.prompt }),
      type: 'string',
      pattern: longText,
    },
  });
  if (asks.rows.length === 0 || asks.columns.length === 0) return [text(id, heading ?? asks.prompt)];
  return asks.rows.flatMap((row) =>
    asks.columns.map((column) => text(`${id}-${row.id}-${column.id}`, `${row.label}: ${column.label}`)),
  );
};
