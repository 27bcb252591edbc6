import { expect, test } from 'vitest';
import { toJsonSchema } from '../../../generator/emit/to-json-schema.js';
import { toValidator } from '../../../generator/emit/to-validator.js';
import { bundleForEmit as bundle, question } from './bundle-for-emit.js';

const [form] = bundle.forms;
if (form === undefined) throw new Error('the bundle has a form');
const code = toValidator(toJsonSchema(bundle, form).schema);

interface Validate {
  (answers: unknown): boolean;
  errors?: { keyword: string; instancePath: string }[] | null;
}
const load = async (source: string): Promise<{ validate: Validate; default: Validate }> =>
  import(`data:text/javascript,${encodeURIComponent(source)}`);

test('the validator loads as a module by itself and answers', async () => {
  const { validate } = await load(code);
  expect(validate({ source: 'self', born: '1985-03-27', abuse: ['physical'], signed: 'A' })).toBe(true);
  expect(validate({ source: 'self', born: '1985-02-29', abuse: ['physical'], signed: 'A' })).toBe(false);
  expect(validate.errors?.map(({ keyword, instancePath }) => [keyword, instancePath])).toEqual([['pattern', '/born']]);
});

test('the validator needs no other module and builds no code while it runs', () => {
  expect(code).not.toMatch(/\brequire\s*\(|\beval\b|new Function|\bimport\b/);
});

test('words of a definition cannot get into the code', () => {
  const facts = [question('a', 'text', 'Does he require("help")? */ new Function("x")')];
  const page = { id: 'p', heading: 'P', asks: ['a'], origin: form.origin };
  const small = { ...form, pages: [page] };
  expect(toValidator(toJsonSchema({ ...bundle, facts }, small).schema)).not.toContain('help');
});

test('a form without questions has a validator too', async () => {
  const { validate } = await load(toValidator(toJsonSchema(bundle, { ...form, pages: [] }).schema));
  expect(validate({})).toBe(true);
  expect(validate('text')).toBe(false);
});
