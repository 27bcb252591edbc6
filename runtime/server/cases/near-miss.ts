/** What missing the next session would bring: worked out apart, for it takes ten times as long as how a case stands. */
import { Worker } from 'node:worker_threads';
import type { Bundle, CaseEvent, CourseEvaluation } from '../../../engine/contract/index.js';
import { evaluateWith } from '../../../engine/viewer/case-for.js';

/** The rules whose recommendation the next miss would open, and the day of that session. */
export interface NearMiss {
  on: string;
  rules: string[];
}
export interface MissAsked {
  bundle: Bundle;
  events: readonly CaseEvent[];
  now: string;
}

/** Takes a case, of which it looks at what nobody inside is kept from. Undefined where a miss would bring nothing. */
export const nearMissOf = ({ bundle, events, now }: MissAsked): NearMiss | undefined => {
  const found: CourseEvaluation['nextMiss'] = evaluateWith(bundle, events, {
    asOf: now,
    clearance: { sees: new Set() },
  }).nextMiss;
  const rules = (found?.changes ?? [])
    .filter(({ kind, to, hers }) => kind === 'recommendation' && to === 'open' && !hers)
    .map(({ id }) => id);
  return found && rules.length > 0 ? { on: found.on, rules: [...new Set(rules)] } : undefined;
};

export interface MissWork {
  of(asked: MissAsked): Promise<NearMiss | undefined>;
  close(): Promise<void>;
}

/** On the thread that asks, a piece at a time: for tests, and where there is no built file for a thread of its own. */
export const workHere = (): MissWork => ({
  of: (asked) => new Promise((done) => setImmediate(() => done(nearMissOf(asked)))),
  close: async () => {},
});

/** What a thread of its own is asked, and says. A definition is sent to it once. */
export interface Asked {
  n: number;
  digest: string;
  bundle?: Bundle;
  events: readonly CaseEvent[];
  now: string;
}
export interface Said {
  n: number;
  found?: NearMiss;
}

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
