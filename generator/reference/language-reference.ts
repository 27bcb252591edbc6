/** The language reference, written from the constructs themselves so that it cannot say what they do not. */
import type { Construct } from '../language/construct.js';
import { originFields } from '../language/constructs/origin.js';
import { constructs } from '../language/constructs.js';
import type { JsonSchema } from '../language/shape/shape.js';
import { eventsOfACase } from './events-of-a-case.js';
import { sentenceForms } from './sentence-forms.js';

interface Key {
  key: string;
  doc: string;
  required: boolean;
  takes: string;
}

const isObject = (value: unknown): value is JsonSchema => typeof value === 'object' && value !== null;

const listOf = (each: string): string => (each === 'text' ? 'a list of texts' : `a list, each ${each}`);

/** One thing, or a list of the same, is said once. */
const alternatives = (schemas: JsonSchema[]): string => {
  const said = [...new Set(schemas.map(takesOf))];
  return said.map((each, i) => (i > 0 && each === listOf(said[i - 1] ?? '') ? 'a list of them' : each)).join(', or ');
};

const takesOf = (schema: JsonSchema): string => {
  if (typeof schema.title === 'string' && schema.type !== 'object') return schema.title;
  if (typeof schema.$ref === 'string') return `a ${schema.$ref.split('/').at(-1)}`;
  if (Array.isArray(schema.enum)) return schema.enum.join(' · ');
  if ('const' in schema) return String(schema.const);
  if (Array.isArray(schema.anyOf)) return alternatives(schema.anyOf.filter(isObject));
  if (schema.type === 'array') return listOf(isObject(schema.items) ? takesOf(schema.items) : 'value');
  if (Array.isArray(schema.allOf)) return alternatives(schema.allOf.filter(isObject));
  if (schema.type === 'object') return isObject(schema.additionalProperties) ? 'a map of names' : recordOf(schema);
  if (Array.isArray(schema.type) || schema.type === 'string') return 'text';
  return String(schema.type ?? 'anything');
};

/** A record is named as the table of its keys is. */
const recordOf = ({ title, properties }: JsonSchema): string =>
  typeof title === 'string' && isObject(properties) ? `${title}: its keys` : 'a map of keys';

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

const titleOf = (schema: JsonSchema): string => String(schema.title).replace(/^./, (first) => first.toUpperCase());

const table = (schema: JsonSchema): string => {
  const rows = keysOf(schema).map(
    ({ key, doc, required, takes }) =>
      `| \`${key}\`${required ? ' (must)' : ''} | ${takes.replaceAll('|', '·')} | ${doc} |`,
  );
  return [`${titleOf(schema)}:\n`, '| key | takes | |', '| --- | --- | --- |', ...rows].join('\n');
};

/** The tables of a chapter; one that an earlier chapter has is only pointed at. `shown`: where each first stood. */
const tables = (word: string, records: JsonSchema[], shown: Map<string, string>): string[] => {
  const distinct = [...new Map(records.map((each) => [table(each), each]))];
  const own = distinct.filter(([text]) => !shown.has(text)).map(([text]) => text);
  const elsewhere = distinct.filter(([text]) => shown.has(text));
  const pointers = elsewhere.map(([text, schema]) => `${titleOf(schema)}: as under \`${shown.get(text)}\`.`);
  for (const text of own) shown.set(text, word);
  return [...own, ...(pointers.length > 0 ? [pointers.join(' ')] : [])];
};

const schemaOf = ({ word, shape }: Construct<unknown>, bodies: Record<string, JsonSchema>): JsonSchema =>
  bodies[word] ?? shape.schema();

const chapter = (
  construct: Construct<unknown>,
  bodies: Record<string, JsonSchema>,
  shown: Map<string, string>,
): string =>
  [
    `## ${construct.title} (\`${construct.word}\`)`,
    construct.doc,
    ...tables(construct.word, recordsIn(schemaOf(construct, bodies)), shown),
    `\`\`\`yaml\n${construct.example}\`\`\``,
  ].join('\n\n');

const amounts = `## Lengths of time, numbers and how often

| | is written |
| --- | --- |
| a length of time | \`90 minutes\` · \`48 hours\` · \`10 days\` · \`5 working days\` · \`2 weeks\` · \`1 month\` · \`1 year\` |
| a number | \`30\` · \`at least 3\` · \`at most 12\` · \`about 20\` · \`8 to 12\` · \`24 or 26\` · \`for a person to say\` · \`for service-lead to say\` · \`not-stated\` |
| how often | \`1 week\` (one each week) · \`2 each week\` · \`at most 1 each week\` · \`at least 1 every 2 weeks\` · \`not-stated\` |

Hours and minutes are elapsed time; days, weeks, months and years are those of the calendar. All are whole numbers, but hours can be parts: \`1.5 hours\` is \`90 minutes\`. Nothing is filled in for what is not stated.`;

/** Takes the bodies of the shapes that others only refer to; gives the reference as Markdown. */
export const languageReference = (bodies: Record<string, JsonSchema>): string => {
  const shown = new Map<string, string>();
  return `${[
    '# The language',
    'A definition is a folder of YAML files, which are read together; `scenarios/` inside it is read apart. Names and ' +
      'keywords are small letters and digits joined by hyphens. Any declared thing can say `clause` (where the document ' +
      'says it), `reading` (how an unclear clause was taken) and `ours` (why something is here that the document does ' +
      'not say).',
    ...constructs.map((construct) => chapter(construct, bodies, shown)),
    amounts,
    sentenceForms,
    eventsOfACase,
  ].join('\n\n')}\n`;
};
