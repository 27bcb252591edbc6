/** Everything about documents and messages that pages are given, put together. */
import type { Cases, OpenCase } from '../cases/contract.js';
import type { Viewpoint } from '../store/contract.js';
import { type Copy, type Issue, issueStore, type Paper, paperStore, type Side } from '../store/document-store.js';
import {
  type MessageQuery,
  type MessageRow,
  type MessageStep,
  type MessageText,
  messageStore,
} from '../store/message-store.js';
import type { Store } from '../store/open-store.js';
import { type ByItself, openByItself } from './by-itself.js';
import { type Looks, openLooks } from './looks.js';
import { openPapers, type Papers } from './papers.js';
import { noMail, type Post } from './post.js';

/** A message before somebody inside. */
export interface OpenMessage {
  row: MessageRow;
  steps: MessageStep[];
  /** What it says, where that may be read; of a document, its page as those inside may read it. */
  says?: MessageText;
  issue?: Issue;
}

export interface Messages {
  list(view: Viewpoint, query: MessageQuery): Promise<{ rows: MessageRow[]; all: number }>;
  /** How many of those in sight wait for a person. */
  forAPerson(view: Viewpoint): Promise<number>;
  open(view: Viewpoint, id: string): Promise<OpenMessage | undefined>;
  /** A person has it sent (again), or says that it went out. False where it did not wait for a person any more. */
  settle(view: Viewpoint & { name: string }, id: string, to: 'waiting' | 'by-hand'): Promise<boolean>;
  /** The address is safe for what goes by secure e-mail alone; and it is sent. */
  markSecure(view: Viewpoint & { name: string }, id: string): Promise<boolean>;
}

/** The pages that somebody outside was sent. */
export interface Received {
  /** What was issued to whoever asks, in a case that is his; the latest first, without the pages. */
  issuedTo(view: Viewpoint, ref: string): Promise<Copy[]>;
  copy(view: Viewpoint, ref: string, issue: string): Promise<Copy | undefined>;
}

export interface Desk {
  papers: Papers;
  looks: Looks;
  messages: Messages;
  received: Received;
  byItself: ByItself;
  post: Post;
  /** What is being written of a case, and what went out, on one side of it. */
  ofCase(found: OpenCase, side: Side): Promise<{ papers: Paper[]; issues: Issue[] }>;
  /** What is being written in a programme, and what went out lately, of the cases in sight. Nothing of hers. */
  written(view: Viewpoint): Promise<{ papers: Paper[]; issues: Issue[] }>;
}

export interface DeskOf {
  store: Pick<Store, 'within' | 'open' | 'work' | 'definition'>;
  cases: Cases;
  post: Post;
  now(): string;
}

export const openDesk = ({ store, cases, post, now }: DeskOf): Desk => {
  const papers = openPapers({ store, cases, post });
  return {
    papers,
    looks: openLooks({ store, cases }),
    messages: openMessages(store, post, now),
    received: {
      issuedTo: (view, ref) => store.within(view, (db) => issueStore.copies(db, ref)),
      copy: (view, ref, issue) => store.within(view, (db) => issueStore.copy(db, ref, issue)),
    },
    byItself: openByItself({ store, cases, papers }),
    post,
    ofCase: ({ actor, stored: { ref } }, side) =>
      store.within(actor, async (db) => ({
        papers: await paperStore.list(db, side, ref),
        issues: await issueStore.list(db, side, { ref, size: 200 }),
      })),
    written: (view) =>
      store.within(view, async (db) => ({
        papers: await paperStore.list(db, 'his'),
        issues: await issueStore.list(db, 'his', { size: 30 }),
      })),
  };
};

const openMessages = (store: Pick<Store, 'within'>, post: Post, now: () => string): Messages => ({
  list: (view, query) => store.within(view, (db) => messageStore.list(db, query)),
  forAPerson: (view) => store.within(view, messageStore.forAPerson),
  open: (view, id) =>
    store.within(view, async (db) => {
      const row = await messageStore.find(db, id);
      if (!row) return undefined;
      const says = await messageStore.text(db, id);
      const issue = row.issue === null ? undefined : await issueStore.find(db, 'his', row.issue);
      return { row, steps: await messageStore.steps(db, id), ...(says && { says }), ...(issue && { issue }) };
    }),
  settle: (view, id, to) =>
    store.within(view, async (db) => {
      if (to === 'waiting' && !post.sends) return false;
      return (await messageStore.settle(db, { id, to, at: now(), by: view.name })) !== undefined;
    }),
  markSecure: (view, id) =>
    store.within(view, async (db) => {
      const row = await messageStore.find(db, id);
      if (row?.state !== 'held' || row.address === '') return false;
      const { programme, address } = row;
      await messageStore.markSecure(db, { programme, address, by: view.name, at: now() });
      const going = post.sends ? ({ to: 'waiting' } as const) : ({ to: 'kept', why: noMail } as const);
      await messageStore.settle(db, { id, ...going, at: now(), by: view.name });
      return true;
    }),
});
