/** The compiler beside what any tool would need at the least: reading the YAML, and validating it with ajv. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { bench, summary } from 'mitata';
import { parse } from 'yaml';
import { evaluate } from '../../engine/index.js';
import { compile, editorSchema, type Text } from '../../generator/index.js';
import { folders } from './folders.js';

const textsOf = (folder: string): Text[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => ({ file: name, content: readFileSync(join(folder, name), 'utf8') }));

/** Adds, for each definition, its compilation and its peer. */
export const benchCompile = (): void => {
  const validate = new Ajv({ allowUnionTypes: true }).compile(editorSchema());
  for (const folder of folders) {
    const texts = textsOf(folder);
    summary(() => {
      bench(`${folder}: compile, with all checks`, () => compile(texts));
      bench(`${folder}: compile, and play short histories`, () => compile(texts, { play: evaluate }));
      bench(`${folder}: yaml and ajv alone`, () => texts.map(({ content }) => validate(parse(String(content)))));
    });
  }
};
