/** A document goes out: the event, the kept pages and the messages, all in one transaction or none of it. */
import { createHash, randomBytes } from 'node:crypto';
import {
  type Bundle,
  type CaseEvent,
  type Document,
  type DocumentData,
  herSideOf,
  type Id,
  isInside,
  type Signature,
} from '../../../engine/index.js';
import { outOf, releasedOf } from '../../documents/acts.js';
import { dataOf, pageFor } from '../../documents/fill.js';
import { plainText } from '../../documents/plain-text.js';
import { renderBody } from '../../documents/render-document.js';
import type { Actor } from '../access/actor.js';
import type { OpenCase, Recorded } from '../cases/contract.js';
import type { CaseStore, StoredCase } from '../store/contract.js';
import { type Issue, issueStore } from '../store/document-store.js';
import type { Asks } from '../store/message-store.js';
import type { Post } from './post.js';
import { sideOf } from './rules.js';

/** One document of a case, for these. `entry`: empty where there is one for all. */
export interface Going {
  found: OpenCase;
  document: Document;
  entry: string;
  recipients: readonly Id[];
}

/** The act as it is recorded. */
export const actOf = ({ found, entry }: Pick<Going, 'found' | 'entry'>, what: Id, values = {}): Recorded => ({
  kind: 'happened',
  what,
  happened: found.now,
  learned: found.now,
  values,
  ...(entry === '' ? {} : { about: entry }),
});

/** Of several recipients it shows those inside what all of them may see. */
const forAll = (document: Document, recipients: readonly Id[]): { to?: Id } => {
  const isAll = document.to.length === recipients.length && document.to.every((role) => recipients.includes(role));
  return isAll || recipients[0] === undefined ? {} : { to: recipients[0] };
};

/** What those inside may read of it, from these events. */
export const insideData = ({ found, document, entry, recipients }: Going, events: readonly CaseEvent[]): DocumentData =>
  dataOf(found.whole, events, document, { ...forAll(document, recipients), entry, asOf: found.now });

/** Tells whether two are filled from the same: what stands under the headings, whoever signs them and on whatever day. */
export const digestOf = ({ headings }: DocumentData): string =>
  createHash('sha256').update(JSON.stringify(headings)).digest('hex');

const signed = ({ name, role, on }: Signature): string => [name, role, on].filter(Boolean).join(', ');

/** Whether anything in it was released, so that what goes out may hold more than those inside may read. */
const mayHoldMore = ({ headings }: Document): boolean => headings.some(({ releasedBy }) => releasedBy.length > 0);

/**
 * The case with both its sides, for what was released from her side to be filled in. Only the page that goes out is made of
 * it; whoever issues it does not read that.
 */
export const bothSides = async (
  store: Pick<CaseStore, 'open'>,
  { found: { actor, stored, whole }, document }: Going,
): Promise<readonly CaseEvent[]> => {
  if (!mayHoldMore(document) || actor.seesHers) return stored.events;
  const { isSupporter } = herSideOf(whole.people);
  const role = whole.people.find(({ id, side }) => side === 'inside' && isSupporter(id))?.id;
  const filling = { ...actor, person: 'system', role: role ?? actor.role, seesHers: role !== undefined };
  return (await store.open(filling, stored.ref))?.events ?? stored.events;
};

/** What is kept when it goes out. `whole`: the case with both its sides as it was before. */
export interface Kept {
  post: Post;
  whole: readonly CaseEvent[];
  /** The e-mail address of a role, empty where none is known. */
  addressOf(role: Id): Promise<string>;
}

/** Keeps the pages and the messages of it. Takes the case as it stands with the event that it went out. */
export const keepIssue = async (db: Asks, going: Going, now: StoredCase, kept: Kept): Promise<string> => {
  const { found, document, entry, recipients } = going;
  const event = now.events.findLast(({ what, about }) => what === outOf(document) && (about ?? '') === entry);
  // Named as the event is, so that the one leads to the other.
  const id = event?.id ?? randomBytes(12).toString('base64url');
  const at = event?.recorded ?? found.now;
  const inside = pageFor(found.whole, now.events, document, { ...forAll(document, recipients), entry, asOf: at });
  const { data } = inside;
  const about = { programme: found.stored.programme, ref: found.stored.ref, document: document.id, entry };
  const issue: Issue = {
    ...about,
    id,
    title: document.title,
    kind: document.kind,
    at,
    recipients: [...recipients],
    written: signed(data.written),
    reviewed: signed(data.reviewed),
    issued: signed(data.issued),
    file_name: data.document.fileName,
    html: inside.html,
  };
  await issueStore.add(db, sideOf(document), issue);
  // What is written to her is given to her by whoever supports her: nothing is sent to her from here.
  if (document.hers) return id;
  const before = new Set(kept.whole.map((event) => event.id));
  const whole = [...kept.whole, ...now.events.filter((event) => !before.has(event.id))];
  for (const role of recipients) await keepCopy(db, going, issue, role, { ...kept, whole });
  return id;
};

const keepCopy = async (db: Asks, going: Going, issue: Issue, role: Id, kept: Kept): Promise<void> => {
  const { found, document, entry } = going;
  const { html, data } = pageFor(found.whole, kept.whole, document, { to: role, entry, asOf: issue.at });
  const { programme, ref, id, at, title, file_name } = issue;
  await issueStore.addCopy(db, { programme, ref, issue: id, role, at, title, file_name, html });
  if (isInside(found.whole, role)) return;
  await kept.post.add(db, {
    programme,
    key: `issue ${id} ${role}`,
    ref,
    issue: id,
    document: document.id,
    kind: 'document',
    called: title,
    role,
    recipient: data.to[0]?.name || (data.to[0]?.called ?? ''),
    address: await kept.addressOf(role),
    way: document.way ?? 'email',
    // What of it those inside may read stands in the issue.
    open: false,
    subject: data.document.subject || title,
    text: plainText(renderBody(found.whole, document, data)),
    html,
  });
};

export const outEvent = (going: Going): Recorded => actOf(going, outOf(going.document));
export const releaseEvents = (going: Going, headings: readonly Id[]): Recorded[] =>
  going.document.headings
    .filter(({ id }) => headings.includes(id))
    .map((heading) => actOf(going, releasedOf(going.document, heading)));

/** The server acting by itself: in the first role that may do it, with nothing of hers in sight. */
export const automaton = (bundle: Bundle, programme: string, role: Id): Actor => ({
  programme,
  person: 'system',
  name: '',
  email: '',
  role,
  called: bundle.people.find(({ id }) => id === role)?.called ?? '',
  roles: [role],
  side: 'inside',
  supporter: false,
  seesHers: false,
  sites: 'all',
});
