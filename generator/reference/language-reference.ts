/** The language reference, written from the constructs themselves so that it cannot say what they do not. */
import type { Construct } from '../language/construct.js';
import { originFields } from '../language/constructs/origin.js';
import { constructs } from '../language/constructs.js';
import { laterSections } from '../language/definition.js';
import type { JsonSchema } from '../language/shape/shape.js';
import { sentenceForms } from './sentence-forms.js';

interface Key {
  key: string;
  doc: string;
  required: boolean;
  takes: string;
}

const isObject = (value: unknown): value is JsonSchema => typeof value === 'object' && value !== null;

const takesOf = (schema: JsonSchema): string => {
  if (typeof schema.$ref === 'string') return `a ${schema.$ref.split('/').at(-1)}`;
  if (Array.isArray(schema.enum)) return schema.enum.join(' · ');
  if ('const' in schema) return String(schema.const);
  if (Array.isArray(schema.anyOf)) return [...new Set(schema.anyOf.filter(isObject).map(takesOf))].join(', or ');
  if (schema.type === 'array') return `a list of ${isObject(schema.items) ? takesOf(schema.items) : 'values'}`;
  if (schema.type === 'object') return isObject(schema.additionalProperties) ? 'a map of names' : 'a map of keys';
  if (Array.isArray(schema.type) || schema.type === 'string') return 'text';
  return String(schema.type ?? 'anything');
};

/** The records inside a schema, outermost first. */
const recordsIn = (schema: JsonSchema): JsonSchema[] => {
  if (isObject(schema.properties)) {
    const inner = Object.values(schema.properties).filter(isObject).flatMap(recordsIn);
    return [schema, ...inner];
  }
  const parts = [schema.items, schema.additionalProperties, ...(Array.isArray(schema.anyOf) ? schema.anyOf : [])];
  return parts.filter(isObject).flatMap(recordsIn);
};

const keysOf = (schema: JsonSchema): Key[] => {
  const required = Array.isArray(schema.required) ? schema.required : [];
  const own = Object.entries(schema.properties as Record<string, JsonSchema>).filter(
    ([key]) => !Object.hasOwn(originFields, key),
  );
  return own.map(([key, each]) => ({
    key,
    doc: String(each.description ?? ''),
    required: required.includes(key),
    takes: takesOf(each),
  }));
};

const table = (schema: JsonSchema): string => {
  const rows = keysOf(schema).map(
    ({ key, doc, required, takes }) =>
      `| \`${key}\`${required ? ' (must)' : ''} | ${takes.replaceAll('|', '·')} | ${doc} |`,
  );
  const title = `${String(schema.title).replace(/^./, (first) => first.toUpperCase())}:\n`;
  return [title, '| key | takes | |', '| --- | --- | --- |', ...rows].join('\n');
};

const schemaOf = ({ word, shape }: Construct<unknown>, bodies: Record<string, JsonSchema>): JsonSchema =>
  bodies[word] ?? shape.schema();

const chapter = (construct: Construct<unknown>, bodies: Record<string, JsonSchema>): string => {
  const records = recordsIn(schemaOf(construct, bodies));
  const distinct = [...new Map(records.map((each) => [JSON.stringify(each), each])).values()];
  return [
    `## ${construct.title} (\`${construct.word}\`)`,
    construct.doc,
    ...distinct.map(table),
    `\`\`\`yaml\n${construct.example}\`\`\``,
  ].join('\n\n');
};

/** Takes the bodies of the shapes that others only refer to; gives the reference as Markdown. */
export const languageReference = (bodies: Record<string, JsonSchema>): string =>
  `${[
    '# The language',
    'A definition is a folder of YAML files, which are read together; `scenarios/` inside it is read apart. Names and ' +
      'keywords are small letters and digits joined by hyphens. Any declared thing can say `clause` (where the document ' +
      'says it), `reading` (how an unclear clause was taken) and `ours` (why something is here that the document does ' +
      'not say).',
    ...constructs.map((construct) => chapter(construct, bodies)),
    sentenceForms,
    '## Sections of later versions',
    `Known words that nothing applies yet, with a warning: ${laterSections.map((each) => `\`${each}\``).join(', ')}.`,
  ].join('\n\n')}\n`;
