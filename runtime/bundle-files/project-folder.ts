import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Where Rubric itself stands, whether this runs compiled or as source. */
export const projectFolder = (from = dirname(fileURLToPath(import.meta.url))): string => {
  if (existsSync(join(from, 'engine', 'tsconfig.base.json')) && existsSync(join(from, 'package.json'))) return from;
  const above = dirname(from);
  if (above === from) throw new Error('Rubric does not find its own folder.');
  return projectFolder(above);
};
