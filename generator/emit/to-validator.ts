import { Ajv } from 'ajv';
import standalone from 'ajv/dist/standalone/index.js';
import type { JsonSchema } from './json-schema.js';

/**
 * Takes a form's schema; gives a JavaScript module whose `validate(answers)` says whether they fit and leaves what
 * does not in `validate.errors`, as ajv does. It loads in a browser as written and builds no code at run time; a
 * schema that would need either is our own fault, and throws.
 */
export const toValidator = (schema: JsonSchema): string => {
  const ajv = new Ajv({
    allErrors: true,
    strict: true,
    strictRequired: false,
    code: { source: true, esm: true, lines: true },
  });
  const code = writeCode(ajv, ajv.compile(bare(schema)));
  const forbidden = code.match(/\brequire\s*\(|\beval\s*\(|\bnew Function\b|\bimport\b/);
  if (forbidden) throw new Error(`A validator holds “${forbidden[0]}”.`);
  return code.endsWith('\n') ? code : `${code}\n`;
};

// The module's types and its CommonJS shape disagree about `default`.
const writeCode = ((standalone as unknown as { default?: unknown }).default ?? standalone) as (
  ajv: Ajv,
  validate: unknown,
) => string;

/** Titles and descriptions check nothing; without them no words of a definition stand in code. */
const bare = (schema: JsonSchema): JsonSchema => {
  const { title: _title, description: _description, properties, ...rest } = schema;
  const entries = Object.entries(rest).map(([key, value]) => [
    key,
    Array.isArray(value) ? value.map(bareIf) : bareIf(value),
  ]);
  return {
    ...Object.fromEntries(entries),
    ...(properties === undefined
      ? {}
      : { properties: Object.fromEntries(Object.entries(properties).map(([name, one]) => [name, bare(one)])) }),
  };
};

const bareIf = (value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? bare(value) : value;
