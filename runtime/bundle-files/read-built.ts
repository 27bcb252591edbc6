import { existsSync } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import type { Bundle } from '../../engine/index.js';
import { bundleSchema } from '../../generator/emit/bundle-schema.js';
import { pathOf } from '../../generator/emit/documents/document-files.js';
import { templateFaults } from '../../generator/emit/documents/template-faults.js';

/** What was built could not be read, or is not what `rubric build` writes; its message is for a person. */
export class NotBuilt extends Error {}

const parsed = async (path: string): Promise<unknown> => {
  const text = await readFile(path, 'utf8').catch(() => {
    throw new NotBuilt(`“${path}” cannot be read.`);
  });
  try {
    return JSON.parse(text);
  } catch {
    throw new NotBuilt(`“${path}” is not JSON. Build the definition again.`);
  }
};

const bundleFile = async (path: string): Promise<string | undefined> => {
  if (path.endsWith('.json')) return path;
  const inside = join(path, 'bundle.json');
  const isFolder = (await stat(path).catch(() => undefined))?.isDirectory() ?? false;
  return isFolder && existsSync(inside) ? inside : undefined;
};

/**
 * Templates are there to be changed: in words, in order, in markup. Where one shows what a recipient may not see, or
 * names what its document does not have, nothing that was built is used.
 */
const checkTemplates = async (folder: string, bundle: Bundle): Promise<void> => {
  for (const document of bundle.documents ?? []) {
    const file = join(folder, `${pathOf(document)}.hbs`);
    if (!existsSync(file)) continue;
    const [fault] = templateFaults(bundle, document, await readFile(file, 'utf8'));
    if (fault !== undefined) throw new NotBuilt(`“${file}”, line ${fault.line}: ${fault.message}`);
  }
};

/**
 * Takes a folder that `rubric build` wrote, or its bundle.json; gives the bundle with the rules that stand beside it,
 * as they stand: the engine refuses to decide where they are not those of the bundle. Undefined for anything else;
 * throws NotBuilt for files that are no bundle, and for a template that shows somebody what he may not see.
 */
export const readBuilt = async (path: string): Promise<Bundle | undefined> => {
  const file = await bundleFile(path);
  if (file === undefined) return undefined;
  const bundle = await parsed(file);
  const validate = new Ajv({ allowUnionTypes: true }).compile(bundleSchema);
  if (!validate(bundle)) throw new NotBuilt(`“${file}” is not a bundle that this version of Rubric can read.`);
  await checkTemplates(join(file, '..'), bundle as unknown as Bundle);
  const rules = join(file, '..', 'rules.json');
  return {
    ...(bundle as unknown as Bundle),
    ...(existsSync(rules) && { rules: (await parsed(rules)) as Bundle['rules'] }),
  };
};
