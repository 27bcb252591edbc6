import { basename, resolve } from 'node:path';
import { findDefinitions } from './find-definitions.js';
import { type Compile, type Definition, loadDefinition } from './load-definition.js';

/** All definitions below one folder, each by the name that stands in its addresses. */
export interface Library {
  folder: string;
  /** Looks at the folder again, so that a definition made since is there. */
  all(): Promise<{ slug: string; definition: Definition }[]>;
  find(slug: string): Definition | undefined;
  close(): Promise<void>;
}

/** Words that begin other addresses of the portal. */
const taken = [
  ...['live', 'assets', 'studio', 'administration', 'demonstration'],
  ...['sign-in', 'sign-out', 'invitation', 'working-as'],
];

const slugOf = (folder: string): string =>
  basename(folder)
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '') || 'definition';

/** Opens every definition in or below `folder`. Rejects where one cannot be read. */
export const openLibrary = async (
  folder: string,
  compile: Compile,
  options: { watching?: boolean } = {},
): Promise<Library> => {
  const bySlug = new Map<string, Definition>();

  const free = (wanted: string): string => {
    let slug = wanted;
    for (let n = 2; bySlug.has(slug) || taken.includes(slug); n += 1) slug = `${wanted}-${n}`;
    return slug;
  };
  const look = async (): Promise<void> => {
    const known = new Set([...bySlug.values()].map((definition) => definition.folder));
    for (const found of await findDefinitions(resolve(folder))) {
      if (!known.has(found)) bySlug.set(free(slugOf(found)), await loadDefinition(found, compile, options));
    }
  };
  let looking = look();
  await looking;

  return {
    folder: resolve(folder),
    async all() {
      looking = looking.then(look, look);
      await looking;
      return [...bySlug].map(([slug, definition]) => ({ slug, definition }));
    },
    find: (slug) => bySlug.get(slug),
    async close() {
      await Promise.all([...bySlug.values()].map((definition) => definition.close()));
    },
  };
};
