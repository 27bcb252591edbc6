import type { Bundle, Document, Form } from '../../engine/contract/index.js';
import { handbookMarkdown, handbookOf } from '../handbook/handbook.js';
import { bundleSchema } from './bundle-schema.js';
import { documentFiles } from './documents/document-files.js';
import { toJsonSchema } from './to-json-schema.js';
import { toMessages } from './to-messages.js';
import { toTypes } from './to-types.js';
import { toUiSchema } from './to-ui-schema.js';
import { toValidator } from './to-validator.js';

/**
 * Takes a bundle; gives every built file by its path, except `operators.mjs`, which is the engine's own code. The
 * same bundle gives the same bytes: lines end in LF, and so does every file.
 */
export const emit = (bundle: Bundle): Record<string, string> => ({
  'bundle.json': json(bundle),
  'bundle.schema.json': json(bundleSchema),
  ...Object.assign({}, ...bundle.forms.map((form) => formFiles(bundle, form))),
  ...Object.assign({}, ...(bundle.documents ?? []).map((document) => filesOf(bundle, document))),
  'handbook.md': handbookMarkdown(handbookOf(bundle)),
  'rules.json': json(bundle.rules),
  'types.d.ts': toTypes(bundle),
});

const formFiles = (bundle: Bundle, form: Form): Record<string, string> => {
  const { schema, unsaid } = toJsonSchema(bundle, form);
  return {
    [`forms/${form.id}.messages.json`]: json(toMessages(bundle, form)),
    [`forms/${form.id}.schema.json`]: json(schema),
    [`forms/${form.id}.ui.json`]: json(toUiSchema(bundle, form, unsaid)),
    [`forms/${form.id}.validator.js`]: toValidator(schema),
  };
};

const filesOf = (bundle: Bundle, document: Document): Record<string, string> => {
  const files = documentFiles(bundle, document);
  return {
    ...files.text,
    ...Object.fromEntries(Object.entries(files.json).map(([path, value]) => [path, json(value)])),
  };
};

const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;
