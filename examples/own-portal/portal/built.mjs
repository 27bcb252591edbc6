/** What `rubric build` wrote, read from its folder. Nothing of Rubric is loaded: files and stock packages, no more. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Ajv } from 'ajv';

/** The version of the format that this portal was written for. */
const format = 1;

/**
 * Takes a folder; gives the bundle, its forms, rules and documents. Throws where the folder is of another format, or
 * was altered so that it is no bundle any more.
 * @param {string} folder
 */
export const readBuilt = async (folder) => {
  const text = (/** @type {string} */ path) => readFileSync(join(folder, path), 'utf8');
  const json = (/** @type {string} */ path) => JSON.parse(text(path));
  const bundle = json('bundle.json');
  if (bundle.rubric !== format) throw new Error(`This portal reads format ${format}, and the folder has another one.`);
  const isBundle = new Ajv({ allowUnionTypes: true }).compile(json('bundle.schema.json'));
  if (!isBundle(bundle)) throw new Error('bundle.json is not as its schema says. Build it again.');
  const operators = await import(pathToFileURL(join(folder, 'operators.mjs')).href);
  return {
    bundle,
    rules: json('rules.json'),
    operators,
    forms: await Promise.all(bundle.forms.map((/** @type {{ id: string }} */ { id }) => formOf(id, text, json))),
    documents: documentsIn(folder).map((path) => documentOf(bundle, path, text, json)),
  };
};

const formOf = async (id, text, json) => {
  // It is a module for browsers; read like this, it is one for Node too, whatever package it stands in.
  const module = `data:text/javascript;charset=utf-8,${encodeURIComponent(text(`forms/${id}.validator.js`))}`;
  const { validate } = await import(module);
  return {
    id,
    schema: json(`forms/${id}.schema.json`),
    ui: json(`forms/${id}.ui.json`),
    messages: json(`forms/${id}.messages.json`),
    validate,
  };
};

const documentsIn = (folder) =>
  ['reports', 'messages'].flatMap((kind) =>
    namesIn(join(folder, kind))
      .filter((name) => name.endsWith('.hbs'))
      .map((name) => `${kind}/${name.slice(0, -'.hbs'.length)}`),
  );
const namesIn = (folder) => {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
};

const documentOf = (bundle, path, text, json) => {
  const declared = bundle.documents.find(({ id }) => id === path.split('/')[1]);
  const asks = declared.headings.some((heading) => heading.asks);
  return {
    path,
    declared,
    template: text(`${path}.hbs`),
    sample: json(`${path}.sample.json`),
    asks: asks && { schema: json(`${path}.asks.schema.json`), ui: json(`${path}.asks.ui.json`) },
  };
};
