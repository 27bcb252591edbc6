/**
 * Sends what waits, each at most once by itself: that it is tried is on record before it is, and what was being tried when
 * a server stopped may have been sent, which a person finds out. The queue is graphile-worker's, in a schema of its own.
 */
import { Logger, type Runner, run } from 'graphile-worker';
import { type MessageRow, type Sender, sendingStore } from '../store/message-store.js';
import type { Mail } from './mail.js';

/** Where a runner is with one message. */
export type Step = 'taken-up' | 'recorded' | 'handed' | 'closed';

export interface RunnerOptions {
  sender: Sender;
  mail: Mail;
  now(): string;
  /** Told before each step; for tests, which stop the server there. */
  at?(step: Step): Promise<void>;
  /** How often what was left behind is looked for, in milliseconds. */
  sweepEvery?: number;
}

/** As often one is tried before it waits for a person. */
const mostAttempts = 8;

const mayHaveGone = 'The server stopped while it was being sent, so it may have been sent. Find out, and then say so.';

const silent = new Logger(() => () => {});

/** Tried again later: said to the queue, which knows how long to wait. */
class NotNow extends Error {}

const sendOne = async (options: RunnerOptions, runner: number, id: string): Promise<void> => {
  const { sender, mail, now, at } = options;
  await at?.('taken-up');
  const claimed = await sendingStore.claim(sender.db, id, runner);
  if (!claimed) return;
  await at?.('recorded');
  const handed = await hand(sender, mail, claimed);
  await at?.('handed');
  const closed = closedAs(handed, claimed);
  await sendingStore.close(sender.db, { id, runner, ...closed, at: now() });
  await at?.('closed');
  if (closed.state === 'waiting') throw new NotNow(closed.why);
};

const hand = async (sender: Sender, mail: Mail, { id, address, attempts }: MessageRow) => {
  const says = await sendingStore.text(sender.db, id);
  if (!says) return { kind: 'refused', said: 'What it says is not kept any more.' } as const;
  const { subject, text, html } = says;
  return mail.hand({ id: `${id}.${attempts}`, to: address, subject, text, ...(html === null ? {} : { html }) });
};

const closedAs = (
  handed: Awaited<ReturnType<Mail['hand']>>,
  { attempts }: MessageRow,
): { state: 'sent' | 'waiting' | 'held' | 'perhaps'; why: string } => {
  if (handed.kind === 'taken') return { state: 'sent', why: '' };
  if (handed.kind === 'perhaps') return { state: 'perhaps', why: `${handed.said} It may have been sent.` };
  const isGivenUp = handed.kind === 'refused' || attempts >= mostAttempts;
  return { state: isGivenUp ? 'held' : 'waiting', why: handed.said };
};

/** What others left behind when they stopped. */
const sweep = async ({ sender, now }: RunnerOptions, runner: Runner): Promise<void> => {
  for (const { id, runner: by } of await sendingStore.left(sender.db))
    await sendingStore.close(sender.db, { id, runner: by, state: 'perhaps', why: mayHaveGone, at: now() });
  // A job of a server that was killed stays locked for hours, so there is another.
  for (const id of await sendingStore.forgotten(sender.db))
    await runner.addJob('send', { message: id }, { jobKey: id, maxAttempts: mostAttempts });
};

/** Starts to send. Gives what stops it, once what is being sent has been answered. */
export const startRunner = async (options: RunnerOptions): Promise<{ stop(): Promise<void> }> => {
  const { sender, mail, sweepEvery = 60_000 } = options;
  const number = await sender.begin();
  const runner = await run({
    pgPool: sender.pool,
    taskList: { send: async (told) => sendOne(options, number, (told as { message: string }).message) },
    parsedCronItems: [],
    concurrency: 3,
    pollInterval: 2_000,
    noHandleSignals: true,
    logger: silent,
  });
  await sweep(options, runner);
  // A fault of the database is met again at the next turn; what waits goes on waiting.
  const turns = setInterval(() => void sweep(options, runner).catch(() => {}), sweepEvery);
  turns.unref();
  return {
    stop: async () => {
      clearInterval(turns);
      await runner.stop();
      mail.close();
      await sender.end();
    },
  };
};
