/**
 * What goes out of the server. A message is a row, added in the transaction of what causes it; where a mail server is
 * named it is sent from there, and otherwise it is kept and shown to whoever may see it.
 */
import { randomBytes } from 'node:crypto';
import type { Asks, MessageState, NewMessage } from '../store/message-store.js';
import { messageStore, senderBy } from '../store/message-store.js';
import type { Store } from '../store/open-store.js';
import { bySystem } from '../store/people-store.js';
import { mailBy } from './mail.js';
import { type RunnerOptions, startRunner } from './runner.js';

/** A message before it is known how it can go. */
export type Drafted = Omit<NewMessage, 'id' | 'made' | 'state' | 'why'>;

export interface Post {
  /** Whether mail is sent from here. */
  sends: boolean;
  /** Adds a message in that transaction; once for each key. Gives its id, or nothing where it was there already. */
  add(db: Asks, drafted: Drafted): Promise<string | undefined>;
  /** Sends a code to sign in with, on the same road. It is shown to nobody, unless this is a demonstration. */
  sendCode(email: string, code: string): Promise<void>;
  /** The latest code that was sent to an address; of a demonstration alone. */
  keptCode(address: string): Promise<string | undefined>;
  stop(): Promise<void>;
}

export interface PostOptions {
  store: Pick<Store, 'within' | 'pool'>;
  now(): string;
  /** "smtp://user:password@host:587"; without one nothing is sent. */
  smtpUrl?: string;
  /** Whom letters are from: "My Service <office@example.org>". */
  from?: string;
  /** Whether everything here is invented, so that codes may be shown. */
  demonstration?(): boolean;
  runner?: Pick<RunnerOptions, 'at' | 'sweepEvery'>;
}

export const noMail = 'No mail is sent from here: it is kept.';

const codeWords = (code: string): string =>
  `Your code is ${code}\n\nType it where you asked for it. It can be used once, and soon stops to work.\nIf you did not ask for a code, you need not do anything.\n`;

/** Ways that mail can take; all others are a person's. */
const mailed: ReadonlySet<string> = new Set(['email', 'secure-email']);
/** Domains that only secure mail reaches. */
const secureDomains = ['.cjsm.net'];

const byHand: Record<string, string> = {
  letter: 'It goes as a letter: print it, and say when it has gone.',
  telephone: 'It is said on the telephone: say when you have done so.',
  'in-person': 'It is given in person: say when you have done so.',
};

/** Whether an address has the form of one, so that it can be written to. */
export const isAddress = (address: string): boolean => /^[^\s@<>,;"]+@[^\s@<>,;"]+\.[^\s@<>,;"]+$/.test(address);

type Going = { state: MessageState; why: string };

const goingOf = async (db: Asks, { address, way }: Drafted, sends: boolean): Promise<Going> => {
  if (!mailed.has(way)) return { state: 'held', why: byHand[way] ?? 'It goes another way: say when it has gone.' };
  if (!isAddress(address))
    return { state: 'held', why: 'No e-mail address is known: give it to them another way, and say when it has gone.' };
  const isSecure =
    secureDomains.some((domain) => address.toLowerCase().endsWith(domain)) || (await messageStore.secure(db, address));
  if (way === 'secure-email' && !isSecure)
    return { state: 'held', why: 'It goes by secure e-mail alone, and this address is not marked as secure.' };
  return sends ? { state: 'waiting', why: '' } : { state: 'kept', why: noMail };
};

/** Opens the post. Gives up with the database's own sentence where the queue cannot be made. */
export const openPost = async (options: PostOptions): Promise<Post> => {
  const { store, now, smtpUrl, from = 'rubric@localhost', demonstration = () => false } = options;
  const sends = smtpUrl !== undefined;
  const runner = sends
    ? await startRunner({ sender: senderBy(store.pool('worker')), mail: mailBy(smtpUrl, from), now, ...options.runner })
    : undefined;
  const add: Post['add'] = async (db, drafted) => {
    const id = randomBytes(12).toString('base64url');
    const going = await goingOf(db, drafted, sends);
    return (await messageStore.add(db, { ...drafted, id, made: now(), ...going })) ? id : undefined;
  };
  return {
    sends,
    add,
    async sendCode(email, code) {
      const about = { programme: '', kind: 'code', called: 'Code to sign in', address: email, way: 'email' } as const;
      const key = randomBytes(12).toString('base64url');
      const says = { open: demonstration(), subject: 'Your code to sign in', text: codeWords(code), html: null };
      await store.within(bySystem(), (db) => add(db, { ...about, key, ...says }));
    },
    keptCode: async (address) => {
      const says = await store.within(bySystem(), (db) => messageStore.keptCode(db, address));
      return says === undefined ? undefined : /^Your code is (\S+)$/m.exec(says)?.[1];
    },
    stop: async () => runner?.stop(),
  };
};
