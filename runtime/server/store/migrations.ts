/**
 * The migrations, in order of their numbers; they only ever go forward, and one that has been run somewhere is never
 * changed again.
 *
 * To add one: a file `migrations/NNN-name.ts` that exports a `Migration` with `up(db)`, and one line here. It runs as
 * `rubric_owner`, in one transaction with the others. Every table that holds something of people has a `programme` column
 * and is put behind row-level security by `guarded(db, 'rubric.outbox', { rights: 'select, insert', seenBy: 'case' })`,
 * which also gives the server its rights; a table that is not guarded cannot be read by anybody. What is the partner's, and
 * what tells that there is such a thing, goes into the schema `hers`, which only those viewpoints reach that may see it.
 * A sequence has to be granted by itself (`grant usage on sequence …`); identity columns need no grant. Tables of libraries
 * go into schemas of their own: `auth`, which `rubric_auth` owns, and `graphile_worker`, which `rubric_worker` makes.
 */
import type { Migration } from 'kysely';
import { bothSides } from './migrations/001-both-sides.js';
import { people } from './migrations/010-people.js';
import { drafts } from './migrations/020-drafts.js';
import { groups } from './migrations/030-groups.js';
import { partnerSupport } from './migrations/040-partner-support.js';
import { documents } from './migrations/050-documents.js';
import { messages } from './migrations/060-messages.js';
import { signOffs } from './migrations/070-sign-offs.js';
import { notes } from './migrations/080-notes.js';
import { moves } from './migrations/090-moves.js';
import { quickLists } from './migrations/100-quick-lists.js';
import { keptMessages } from './migrations/110-kept-messages.js';
import { decisionsThatWait } from './migrations/120-decisions-that-wait.js';
import { messagesInOrder } from './migrations/122-messages-in-order.js';
import { takenAsRead } from './migrations/123-taken-as-read.js';
import { erasedSince } from './migrations/124-erased-since.js';
import { messagesThatWait } from './migrations/125-messages-that-wait.js';

export const migrations: Readonly<Record<string, Migration>> = {
  '001-both-sides': bothSides,
  '010-people': people,
  '020-drafts': drafts,
  '030-groups': groups,
  '040-partner-support': partnerSupport,
  '050-documents': documents,
  '060-messages': messages,
  '070-sign-offs': signOffs,
  '080-notes': notes,
  '090-moves': moves,
  '100-quick-lists': quickLists,
  '110-kept-messages': keptMessages,
  '120-decisions-that-wait': decisionsThatWait,
  '122-messages-in-order': messagesInOrder,
  '123-taken-as-read': takenAsRead,
  '124-erased-since': erasedSince,
  '125-messages-that-wait': messagesThatWait,
};
