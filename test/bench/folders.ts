import { readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Every definition there is, and every example that is one. */
export const folders: string[] = ['definitions', 'examples'].flatMap((room) =>
  readdirSync(room, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && readdirSync(join(room, entry.name)).includes('programme.yaml'))
    .map(({ name }) => join(room, name)),
);
