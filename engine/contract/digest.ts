/** The digest of a bundle: the same content gives the same sixty-four letters, wherever and whenever it was built. */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

/**
 * Takes plain JSON, gives its one canonical text: keys in code-unit order, no space, keys without a value left out.
 * Throws a TypeError for what JSON cannot hold.
 */
export const canonicalJson = (value: unknown): string => JSON.stringify(inOrder(value));

const inOrder = (value: unknown): unknown => {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'number' && Number.isFinite(value)) return value;
  if (Array.isArray(value)) return value.map(inOrder);
  if (typeof value !== 'object') throw new TypeError(`Plain JSON cannot hold a ${typeof value}.`);
  const record = value as Record<string, unknown>;
  const ordered: [string, unknown][] = [];
  for (const key of Object.keys(record).sort()) {
    if (record[key] !== undefined) ordered.push([key, inOrder(record[key])]);
  }
  return Object.fromEntries(ordered);
};

/** Takes a bundle, with or without its `digest`; gives the SHA-256, in hex, of the canonical JSON of the rest. */
export const digestOf = (bundle: object): string => {
  const { digest: _, ...rest } = bundle as { digest?: string };
  return bytesToHex(sha256(utf8ToBytes(canonicalJson(rest))));
};
