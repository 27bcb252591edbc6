import { Ajv } from 'ajv';
import { expect, test } from 'vitest';
import { bundleSchema } from '../../../generator/emit/bundle-schema.js';
import { toJsonSchema } from '../../../generator/emit/to-json-schema.js';
import { compile, emit } from '../../../generator/index.js';
import { definitionTexts } from '../../../runtime/bundle-files/definition-texts.js';
import { findDefinitions } from '../../../runtime/definition/find-definitions.js';

const folders = [...(await findDefinitions('definitions')), ...(await findDefinitions('examples'))];

for (const folder of folders) {
  const { bundle } = compile(await definitionTexts(folder));

  test(`the bundle of ${folder} is as its schema says`, () => {
    const check = new Ajv({ allErrors: true }).compile(bundleSchema);
    check(bundle);
    expect(check.errors ?? []).toEqual([]);
  });

  test(`the forms of ${folder} are strict JSON Schema, and all their conditions can be said in it`, () => {
    if (bundle === undefined) throw new Error('it cannot be built');
    for (const form of bundle.forms) {
      const { schema, unsaid } = toJsonSchema(bundle, form);
      expect(() => new Ajv({ allErrors: true, strict: true }).compile(schema)).not.toThrow();
      expect(unsaid).toEqual([]);
    }
  });

  test(`building ${folder} twice gives the same bytes`, async () => {
    const again = compile(await definitionTexts(folder)).bundle;
    if (bundle === undefined || again === undefined) throw new Error('it cannot be built');
    expect(emit(again)).toEqual(emit(bundle));
  });
}

test('the examples are among them', () => {
  expect(folders.length).toBeGreaterThan(0);
});
