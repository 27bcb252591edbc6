import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const upTo = (folder: string): string => {
  if (existsSync(join(folder, 'package.json'))) return folder;
  const above = dirname(folder);
  if (above === folder) throw new Error('Rubric does not find its own folder: no package.json above it.');
  return upTo(above);
};

/** Where the browser's files are built to, whether this runs compiled or as source. */
export const clientFolder = (): string => join(upTo(dirname(fileURLToPath(import.meta.url))), '.build', 'client');
