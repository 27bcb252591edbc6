/** The parts that the bundle’s own schema is made of. */
export type Schema = Record<string, unknown>;

export const string: Schema = { type: 'string' };
export const id: Schema = { $ref: '#/definitions/id' };
export const number: Schema = { type: 'number' };
export const boolean: Schema = { type: 'boolean' };
export const list = (items: Schema): Schema => ({ type: 'array', items });
export const one = (...words: (string | number | boolean)[]): Schema =>
  words.length === 1 ? { const: words[0] } : { enum: words };
export const ref = (name: string): Schema => ({ $ref: `#/definitions/${name}` });
export const ids = list(id);

/** An object with these properties and no others; a name that ends in `?` may be absent. */
export const record = (properties: Record<string, Schema>): Schema => ({
  type: 'object',
  additionalProperties: false,
  properties: Object.fromEntries(Object.entries(properties).map(([name, schema]) => [name.replace('?', ''), schema])),
  required: Object.keys(properties).filter((name) => !name.endsWith('?')),
});
export const mapOf = (schema: Schema): Schema => ({ type: 'object', additionalProperties: schema });
