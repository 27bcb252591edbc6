/**
 * What waits for somebody who may see her side before it goes out: the pages that would go out, what of hers stands in
 * them, and the answer. Whoever wrote it learns the answer and nothing else.
 */
import { type Document, herSideOf, type Id } from '../../../engine/index.js';
import { releasedOf, writtenNames } from '../../documents/acts.js';
import { asIfReleased, dataOf } from '../../documents/fill.js';
import { renderBody } from '../../documents/render-document.js';
import type { Actor } from '../access/actor.js';
import type { Cases, OpenCase } from '../cases/contract.js';
import { hersInReach } from '../partner-support/her-words.js';
import { type Look, lookStore, type Paper, paperStore } from '../store/document-store.js';
import type { Store } from '../store/open-store.js';
import { partnerStore } from '../store/partner-store.js';
import { digestOf, type Going, insideData, releaseEvents } from './going-out.js';
import { type Found, foundIn, type Hers, hersIn, searched } from './search-hers.js';

/** What stands in a document only once it is released. */
export interface Releasable {
  id: Id;
  called: string;
  /** Whether this person may release it, and there is anything to be released. */
  may: boolean;
  isThere: boolean;
}

/** A document that waits, before somebody who may see her side. */
export interface OpenLook {
  look: Look;
  found: OpenCase;
  document: Document;
  paper?: Paper;
  recipients: readonly Id[];
  /** For each recipient the body of the page as it would go out with all that could be released, with what is hers marked. */
  pages: { role: Id; body: string; found: Found[] }[];
  /** The same without anything released. */
  plain: { role: Id; body: string; found: Found[] }[];
  releasable: Releasable[];
  hers: readonly Hers[];
}

export type Answered =
  | { kind: 'answered' }
  | { kind: 'overtaken' }
  | { kind: 'refused'; because: string }
  /** The words to the author hold something of hers: nothing was sent. */
  | { kind: 'found'; found: Found[] };

export interface Looks {
  list(actor: Actor, states: readonly Look['state'][]): Promise<Look[]>;
  /** Undefined for whoever may not see her side, and where there is no such thing. */
  open(actor: Actor, id: string): Promise<OpenLook | undefined>;
  /** It may go out, with what stands under these headings. */
  give(open: OpenLook, headings: readonly Id[], key: string): Promise<Answered>;
  /** It may not go out as it is: these words go to its author. */
  refuse(open: OpenLook, words: string): Promise<Answered>;
}

class Overtaken extends Error {}

export interface LooksOf {
  store: Pick<Store, 'within' | 'open'>;
  cases: Cases;
}

export const openLooks = ({ store, cases }: LooksOf): Looks => {
  const settle = async (
    { look, found, paper }: OpenLook,
    to: Pick<Look, 'state' | 'digest' | 'words'>,
    db: Parameters<typeof lookStore.answer>[0],
  ): Promise<void> => {
    const answer = { ...to, answered: found.now, answered_by: found.actor.name };
    if (!paper || !(await lookStore.answer(db, { id: look.id, from: ['waiting'] }, answer))) throw new Overtaken();
    const { texts, recipients } = paper;
    const state = to.state === 'given' ? 'ready' : 'writing';
    const change = { state, texts, recipients, note: to.words, changed: found.now } as const;
    if (!(await paperStore.change(db, 'his', paper, change))) throw new Overtaken();
  };

  const tried = async (work: () => Promise<Answered>): Promise<Answered> => {
    try {
      return await work();
    } catch (fault) {
      if (fault instanceof Overtaken) return { kind: 'overtaken' };
      throw fault;
    }
  };

  return {
    list: (actor, states) => store.within(actor, (db) => lookStore.list(db, states)),
    async open(actor, id) {
      if (!actor.seesHers) return undefined;
      const look = await store.within(actor, (db) => lookStore.find(db, id));
      const found = look && (await cases.open(actor, look.ref));
      const document = found?.whole.documents?.find((one) => one.id === look?.document);
      if (!look || !found || !document) return undefined;
      const paper = await store.within(actor, (db) => paperStore.find(db, 'his', look));
      const isOfThis = paper?.id === look.paper;
      const recipients = isOfThis && paper.recipients.length > 0 ? paper.recipients : document.to;
      // What is kept of how she is reached lies beside the case.
      const said = await store.within(actor, (db) => partnerStore.said(db, [look.ref]));
      const reach = hersInReach(said.flatMap((row) => (row.kind === 'reach' ? [row.said] : [])));
      return openOf({ look, found, document, recipients, ...(isOfThis && { paper }) }, reach);
    },
    give: (open, headings, key) =>
      tried(async () => {
        const { found, document, recipients, look } = open;
        const going: Going = { found, document, entry: look.entry, recipients };
        // As its author has the case before him: so that it can be told whether it changes until it goes out.
        const his = await store.open({ ...found.actor, seesHers: false }, found.stored.ref);
        const digest = digestOf(insideData(going, his?.events ?? []));
        const those = open.releasable.filter(({ id, may }) => may && headings.includes(id)).map(({ id }) => id);
        const events = releaseEvents(going, those);
        const to = { state: 'given', digest, words: '' } as const;
        if (events.length === 0) {
          await store.within(found.actor, (db) => settle(open, to, db));
          return { kind: 'answered' };
        }
        const alongside = (db: Parameters<typeof lookStore.answer>[0]) => settle(open, to, db);
        const done = await cases.record(found.actor, found.stored.ref, { key, events, alongside });
        if (!done) return { kind: 'overtaken' };
        return done.kind === 'recorded' ? { kind: 'answered' } : done;
      }),
    refuse: (open, words) =>
      tried(async () => {
        const found = foundIn(words, open.hers);
        if (found.length > 0) return { kind: 'found', found };
        await store.within(open.found.actor, (db) => settle(open, { state: 'not-given', digest: '', words }, db));
        return { kind: 'answered' };
      }),
  };
};

const openOf = (open: Omit<OpenLook, 'pages' | 'plain' | 'releasable' | 'hers'>, beside: readonly Hers[]): OpenLook => {
  const { found, document, recipients, look } = open;
  const { whole, stored, actor, now } = found;
  const hers = [...hersIn(whole, stored.events), ...beside];
  const by = { role: actor.role, name: actor.name };
  const waiting = document.headings.filter(({ releasedBy }) => releasedBy.length > 0);
  const releases = waiting.map((heading) => releasedOf(document, heading));
  const released = asIfReleased(stored.events, releases, { entry: look.entry, at: now, by });
  const pagesOf = (events: typeof stored.events) =>
    recipients.map((role) => {
      const data = dataOf(whole, events, document, { to: role, entry: look.entry, asOf: now });
      return { data, role, ...searched(renderBody(whole, document, data), hers) };
    });
  const pages = pagesOf(released);
  const { isSupporter } = herSideOf(whole.people);
  return {
    ...open,
    hers,
    pages,
    plain: pagesOf(stored.events),
    releasable: waiting.map(({ id, heading, attaches, releasedBy }) => {
      const data = pages[0]?.data.headings[id];
      return {
        id,
        called: attaches?.called ?? heading ?? '',
        may: releasedBy.includes(actor.role) && isSupporter(actor.role),
        isThere: data?.stands === true && (attaches === undefined || data.attachment?.attached === true),
      };
    }),
  };
};

/** Whether an author's own words stand in it. */
export const holdsFreeText = (document: Document): boolean => writtenNames(document).length > 0;
