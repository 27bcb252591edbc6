/** Where it is worked out what missing the next session would bring: on a thread of its own, or here. */
import { Worker } from 'node:worker_threads';
import { type Asked, type MissAsked, type NearMiss, nearMissOf, type Said } from './near-miss.js';

export interface MissWork {
  of(asked: MissAsked): Promise<NearMiss | undefined>;
  close(): Promise<void>;
}

/** On the thread that asks, a piece at a time: for tests, and where there is no built file for a thread of its own. */
export const workHere = (): MissWork => ({
  of: (asked) => new Promise((done) => setImmediate(() => done(nearMissOf(asked)))),
  close: async () => {},
});

/** On a thread of its own, begun with the first question; it keeps no process alive. */
export const workApart = (): MissWork => {
  const waiting = new Map<number, { done(found: NearMiss | undefined): void; failed(why: Error): void }>();
  const known = new Set<string>();
  let thread: Worker | undefined;
  let n = 0;
  const fail = (why: Error): void => {
    for (const { failed } of waiting.values()) failed(why);
    waiting.clear();
    known.clear();
    thread = undefined;
  };
  const begin = (): Worker => {
    const begun = new Worker(new URL('./near-miss-worker.js', import.meta.url));
    begun.on('message', ({ n: of, found }: Said) => {
      waiting.get(of)?.done(found);
      waiting.delete(of);
      if (waiting.size === 0) begun.unref();
    });
    begun.on('error', fail);
    begun.on('exit', () => fail(new Error('The thread has ended.')));
    return begun;
  };
  return {
    of({ bundle, events, now }) {
      thread ??= begin();
      thread.ref();
      n += 1;
      const asked: Asked = { n, digest: bundle.digest, events, now, ...(!known.has(bundle.digest) && { bundle }) };
      known.add(bundle.digest);
      thread.postMessage(asked);
      return new Promise((done, failed) => void waiting.set(asked.n, { done, failed }));
    },
    async close() {
      await thread?.terminate();
    },
  };
};

/** Where this is run from its source, as tests do, there is no built file for a thread. */
export const missWork = (): MissWork => (import.meta.url.endsWith('.ts') ? workHere() : workApart());
