/** The thread on which it is worked out what missing the next session would bring. */
import { readlinkSync } from 'node:fs';
import { setPriority } from 'node:os';
import { parentPort } from 'node:worker_threads';
import type { Bundle } from '../../../engine/contract/index.js';
import { type Asked, nearMissOf, type Said } from './near-miss.js';

/** Whatever anybody waits for comes first. Only where threads have numbers of their own, as on Linux; elsewhere it works on. */
const giveWay = (): void => {
  try {
    setPriority(Number(readlinkSync('/proc/thread-self').split('/').at(-1)), 19);
  } catch {
    // It takes its turn with the others.
  }
};
giveWay();

const bundles = new Map<string, Bundle>();

parentPort?.on('message', ({ n, digest, bundle, events, now }: Asked) => {
  const known = bundles.get(digest) ?? bundle;
  if (known) bundles.set(digest, known);
  const found = known && nearMissOf({ bundle: known, events, now });
  const said: Said = { n, ...(found && { found }) };
  parentPort?.postMessage(said);
});
