/** The thread on which it is worked out what missing the next session would bring. */
import { parentPort } from 'node:worker_threads';
import type { Bundle } from '../../../engine/contract/index.js';
import { type Asked, nearMissOf, type Said } from './near-miss.js';

const bundles = new Map<string, Bundle>();

parentPort?.on('message', ({ n, digest, bundle, events, now }: Asked) => {
  const known = bundles.get(digest) ?? bundle;
  if (known) bundles.set(digest, known);
  const found = known && nearMissOf({ bundle: known, events, now });
  const said: Said = { n, ...(found && { found }) };
  parentPort?.postMessage(said);
});
