/** The JSON Schema that editors use for completion and hover; what they cannot know is left to the compiler. */
import { conditionShape } from '../language/constructs/condition.js';
import { askedShape } from '../language/constructs/question.js';
import { definition } from '../language/definition.js';
import { type JsonSchema, toKebab } from '../language/shape/shape.js';

const isObject = (value: unknown): value is JsonSchema =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Puts each record once under `definitions`, so that what stands in many places is not written out in each. */
const hoister = (definitions: Record<string, JsonSchema>) => {
  const names = new Map<string, string>();
  const nameOf = (title: string, content: string, schema: JsonSchema): string => {
    const known = names.get(content);
    if (known !== undefined) return known;
    const base = toKebab(title.replace(/^(?:an?|the) /, '')) || 'record';
    let name = base;
    for (let n = 2; Object.hasOwn(definitions, name); n++) name = `${base}-${n}`;
    names.set(content, name);
    definitions[name] = schema;
    return name;
  };
  const inside = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(inside);
    if (!isObject(value)) return value;
    const walked: JsonSchema = Object.fromEntries(Object.entries(value).map(([key, each]) => [key, inside(each)]));
    if (walked.type !== 'object' || typeof walked.title !== 'string') return walked;
    const { description, ...schema } = walked;
    const $ref = `#/definitions/${nameOf(walked.title, JSON.stringify(schema), schema)}`;
    // Beside a `$ref` nothing else counts.
    return description === undefined ? { $ref } : { allOf: [{ $ref }], description };
  };
  return inside;
};

/** Gives the schema of a definition file. A folder's files are read together, so no section is required of each. */
export const editorSchema = (): JsonSchema => {
  const { required: _eachFile, properties, ...whole } = definition.schema();
  const definitions: Record<string, JsonSchema> = { condition: {}, question: {} };
  const hoist = hoister(definitions);
  definitions.condition = hoist(conditionShape.schema()) as JsonSchema;
  definitions.question = hoist(askedShape.schema()) as JsonSchema;
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    ...whole,
    title: 'A Rubric definition',
    properties: Object.fromEntries(
      Object.entries(properties as Record<string, JsonSchema>).map(([key, each]) => [key, hoist(each)]),
    ),
    definitions,
  };
};
