/** What stands inside a piece of a parsed document. */
import type { Raw } from './raw.js';

/** Takes a piece and gives those directly inside it, in order: names, values, items. */
export const childrenOf = (raw: Raw): Raw[] => {
  if (raw.kind === 'map') return raw.entries.flatMap(({ key, value }) => (value ? [key, value] : [key]));
  if (raw.kind === 'list') return raw.items.filter((item) => item !== undefined);
  return [];
};
