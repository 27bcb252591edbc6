import { existsSync } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import type { Bundle } from '../../engine/index.js';
import { bundleSchema } from '../../generator/emit/bundle-schema.js';

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
 * Takes a folder that `rubric build` wrote, or its bundle.json; gives the bundle with the rules that stand beside it,
 * as they stand: the engine refuses to decide where they are not those of the bundle. Undefined for anything else;
 * throws NotBuilt for files that are no bundle.
 */
export const readBuilt = async (path: string): Promise<Bundle | undefined> => {
  const file = await bundleFile(path);
  if (file === undefined) return undefined;
  const bundle = await parsed(file);
  const validate = new Ajv({ allowUnionTypes: true }).compile(bundleSchema);
  if (!validate(bundle)) throw new NotBuilt(`“${file}” is not a bundle that this version of Rubric can read.`);
  const rules = join(file, '..', 'rules.json');
  return {
    ...(bundle as unknown as Bundle),
    ...(existsSync(rules) && { rules: (await parsed(rules)) as Bundle['rules'] }),
  };
};
