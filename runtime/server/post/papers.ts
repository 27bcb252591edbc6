/**
 * Documents of cases on their way out: written, reviewed, looked at, issued. What is on record of it are the case's own
 * events; what is kept here are the texts until they are recorded, and the pages that went out.
 */
import { randomBytes } from 'node:crypto';
import { type Document, type Id, receiversOf } from '../../../engine/index.js';
import { isAmong, reviewedOf, writersOf, writtenNames, writtenOf } from '../../documents/acts.js';
import { asIfWritten, type dataOf } from '../../documents/fill.js';
import { entriesOf } from '../../portal/words/entries.js';
import type { Cases, OpenCase, Recorded } from '../cases/contract.js';
import type { Append, Version } from '../store/contract.js';
import {
  type Issue,
  issueStore,
  type Look,
  lookStore,
  type Paper,
  type PaperText,
  paperStore,
  type Side,
} from '../store/document-store.js';
import { type Asks, messageStore } from '../store/message-store.js';
import type { Store } from '../store/open-store.js';
import { bySystem } from '../store/people-store.js';
import { actOf, bothSides, digestOf, type Going, insideData, keepIssue, outEvent } from './going-out.js';
import type { Post } from './post.js';
import { isPlain, nextState, sideOf } from './rules.js';
import { type Both, merged } from './two-authors.js';

export interface PapersOf {
  store: Pick<Store, 'within' | 'open'>;
  cases: Cases;
  post: Post;
}

/** One document of a case before one viewer. */
export interface OpenPaper {
  found: OpenCase;
  document: Document;
  /** Empty where there is one for all. */
  entry: string;
  side: Side;
  /** What is being written, if anything is. */
  paper?: Paper;
  /** What waits to be looked at, or was. */
  look?: Look;
  /** Every text that was kept. */
  kept: PaperText[];
  recipients: readonly Id[];
  may: { write: boolean; review: boolean };
}

/** What somebody typed. `version`: of the page that it was typed on; 0 where nothing was kept then. */
export interface Typed {
  version: number;
  texts: Readonly<Record<string, string>>;
  recipients?: readonly Id[];
}

export type Saved =
  | { kind: 'saved'; version: number }
  /** Somebody else wrote at the same place since: both stand, until one of the authors says which. */
  | { kind: 'both'; version: number; both: Both[] }
  /** It is not being written any more. */
  | { kind: 'closed' };

export type Done =
  | { kind: 'done'; issue?: string }
  /** Others were faster: nothing was done. */
  | { kind: 'overtaken' }
  | { kind: 'refused'; because: string }
  /** What must be written and is not, as people call it. */
  | { kind: 'lacking'; what: string[] }
  /** What it is filled from has changed since it was looked at, so that it is to be looked at again. */
  | { kind: 'changed' };

export interface Papers {
  /** Nothing where there is no such document for this viewer, or none for that entry. */
  open(found: OpenCase, document: Id, entry: string): Promise<OpenPaper | undefined>;
  save(paper: OpenPaper, typed: Typed): Promise<Saved>;
  /** What was saved is recorded as written. */
  submit(paper: OpenPaper, key: string): Promise<Done>;
  approve(paper: OpenPaper, key: string): Promise<Done>;
  sendBack(paper: OpenPaper, note: string): Promise<Done>;
  /** The author writes on, though it was handed in. */
  takeBack(paper: OpenPaper): Promise<Done>;
  issue(paper: OpenPaper, key: string): Promise<Done>;
  issued(found: OpenCase, side: Side, id: string): Promise<Issue | undefined>;
  /** The e-mail address of a role in a case; empty where none is known. */
  addressOf(found: OpenCase, role: Id): Promise<string>;
}

/** Thrown within a transaction, so that nothing of it is kept. */
class Overtaken extends Error {}

const newId = (): string => randomBytes(12).toString('base64url');

/** Opens the desk of those who write. */
export const openPapers = ({ store, cases, post }: PapersOf): Papers => {
  const ofPaper = ({ found, document, entry }: OpenPaper) => ({
    ref: found.stored.ref,
    document: document.id,
    entry,
  });

  const begun = ({ found, document, entry, recipients }: OpenPaper): Paper => ({
    ...{ programme: found.stored.programme, ref: found.stored.ref, id: newId(), document: document.id, entry },
    ...{ version: 1, state: 'writing', texts: {}, recipients: [...recipients], note: '' },
    ...{ author: found.actor.person, author_name: found.actor.name, begun: found.now, changed: found.now },
  });

  const save: Papers['save'] = (open, typed) =>
    store.within(open.found.actor, async (db) => {
      const { found, side } = open;
      const now = (await paperStore.find(db, side, ofPaper(open))) ?? (await beginOne(db, open));
      if (now.state !== 'writing') return { kind: 'closed' };
      const { texts, changed, both } = merged(now, await paperStore.texts(db, side, now), typed);
      const recipients = typed.recipients ?? now.recipients;
      if (changed.length === 0 && same(recipients, now.recipients)) return answer(now.version, both);
      const to = { state: now.state, texts, recipients: [...recipients], note: now.note, changed: found.now };
      if (!(await paperStore.change(db, side, now, to))) throw new Overtaken();
      const by = { version: now.version + 1, by_name: found.actor.name, at: found.now };
      for (const name of changed) await paperStore.keepText(db, side, now, { ...by, name, text: texts[name] ?? '' });
      return answer(now.version + 1, both);
    });

  const beginOne = async (db: Asks, open: OpenPaper): Promise<Paper> => {
    const made = begun(open);
    await paperStore.begin(db, open.side, made);
    const paper = await paperStore.find(db, open.side, ofPaper(open));
    if (!paper) throw new Overtaken();
    return paper;
  };

  /** Moves a paper on in the transaction that is given, and has it looked at where that is what comes. */
  const move = async (db: Asks, open: OpenPaper, paper: Paper, state: Paper['state'], note = ''): Promise<void> => {
    const { found, document, side } = open;
    const { texts, recipients } = paper;
    if (!(await paperStore.change(db, side, paper, { state, texts, recipients, note, changed: found.now })))
      throw new Overtaken();
    if (state !== 'look') return;
    await lookStore.ask(db, {
      ...{ programme: paper.programme, ref: paper.ref, id: newId(), paper: paper.id, version: paper.version + 1 },
      ...{ document: document.id, entry: open.entry, title: document.title, asked: found.now },
      ...{ asked_by: found.actor.name, state: 'waiting', digest: '', words: '', answered: null, answered_by: '' },
    });
  };

  /** Records these events and does the rest in the same transaction; without events only the rest. */
  const record = async (
    { found }: OpenPaper,
    key: string,
    events: Recorded[],
    alongside: NonNullable<Append['alongside']>,
    expected?: Version,
  ): Promise<Done> => {
    try {
      if (events.length === 0) {
        await store.within(found.actor, (db) => alongside(db, found.stored));
        return { kind: 'done' };
      }
      const done = await cases.record(found.actor, found.stored.ref, {
        ...{ key, events, alongside },
        ...(expected && { expected }),
      });
      if (!done) return { kind: 'overtaken' };
      return done.kind === 'recorded' ? { kind: 'done' } : done;
    } catch (fault) {
      if (fault instanceof Overtaken) return { kind: 'overtaken' };
      throw fault;
    }
  };

  const again = async (open: OpenPaper, state: 'writing' | 'look', note = ''): Promise<Done> => {
    const { paper, look } = open;
    if (!paper) return { kind: 'overtaken' };
    return record(open, '', [], async (db) => {
      const over = { state: 'taken-back', digest: '', words: '', answered: open.found.now, answered_by: '' } as const;
      if (look) await lookStore.answer(db, { id: look.id, from: ['waiting', 'given'] }, over);
      await move(db, open, paper, state, note);
    });
  };

  const addressOf: Papers['addressOf'] = async (found, role) => {
    const { referrer, programme, events } = found.stored;
    // Several may fill in the same form: the account is of whoever it was, and of nobody else.
    const isSender = events.find(({ kind }) => kind === 'answered')?.by.role === role;
    const account =
      referrer !== undefined && isSender
        ? await store.within(bySystem(programme), (db) => messageStore.emailOf(db, referrer))
        : undefined;
    return account ?? toldAddress(found, role);
  };

  return {
    async open(found, id, entry) {
      const document = found.bundle.documents?.find((one) => one.id === id);
      const whole = found.whole.documents?.find((one) => one.id === id);
      if (!document || !whole || whole.hers !== found.actor.seesHers) return undefined;
      if (!hasEntry(found, whole, entry)) return undefined;
      const side = sideOf(whole);
      return store.within(found.actor, async (db) => {
        const paper = await paperStore.find(db, side, { ref: found.stored.ref, document: id, entry });
        const look = paper && side === 'his' ? await lookStore.of(db, paper.id) : undefined;
        return {
          ...{ found, document: whole, entry, side },
          ...(paper && { paper }),
          ...(look && { look }),
          kept: paper ? await paperStore.texts(db, side, paper) : [],
          recipients: paper?.recipients.length ? paper.recipients : whole.to,
          may: {
            write: isAmong(found.whole, found.actor.role, writersOf(found.whole, whole)),
            review: whole.reviewedBy.length > 0 && isAmong(found.whole, found.actor.role, whole.reviewedBy),
          },
        };
      });
    },
    save: async (open, typed) => {
      if (!open.may.write) return { kind: 'closed' };
      const { recipients } = typed;
      const possible = receiversOf(open.found.whole, open.document);
      const those = recipients?.filter((role) => possible.includes(role));
      const asked = { ...typed, ...(those?.length ? { recipients: those } : { recipients: open.recipients }) };
      try {
        return await save(open, asked);
      } catch (fault) {
        // Somebody saved at the very same time: what he did is there now.
        if (fault instanceof Overtaken) return save(open, asked);
        throw fault;
      }
    },
    async submit(open, key) {
      const { found, document, paper, may } = open;
      if (!may.write || (paper && paper.state !== 'writing')) return { kind: 'overtaken' };
      const lacking = lackingTexts(open, paper?.texts ?? {});
      if (lacking.length > 0) return { kind: 'lacking', what: lacking };
      const names = writtenNames(document).filter((name) => paper?.texts[name] !== undefined);
      const values = Object.fromEntries(names.map((name) => [name, paper?.texts[name] ?? '']));
      const events = names.length > 0 ? [actOf(open, writtenOf(document), values)] : [];
      const next = nextState(found.whole, document, open.recipients, 'written');
      return record(open, key, events, async (db) => move(db, open, paper ?? (await beginOne(db, open)), next));
    },
    async approve(open, key) {
      const { found, document, paper, may } = open;
      if (!may.review || paper?.state !== 'review') return { kind: 'overtaken' };
      const next = nextState(found.whole, document, open.recipients, 'reviewed');
      return record(open, key, [actOf(open, reviewedOf(document))], (db) => move(db, open, paper, next));
    },
    sendBack: async (open, note) =>
      open.may.review && open.paper?.state === 'review' ? again(open, 'writing', note) : { kind: 'overtaken' },
    takeBack: async (open) =>
      open.may.write && open.paper && open.paper.state !== 'writing' ? again(open, 'writing') : { kind: 'overtaken' },
    async issue(open, key) {
      const { found, document, paper, look, side, may } = open;
      if (!may.write || !mayGoOut(open)) return { kind: 'overtaken' };
      const going: Going = { found, document, entry: open.entry, recipients: open.recipients };
      const data = insideData(going, found.stored.events);
      const lacking = lackingIn(document, data);
      if (lacking.length > 0) return { kind: 'lacking', what: lacking };
      if (look?.state === 'given' && look.digest !== digestOf(data)) {
        const asked = await again(open, 'look');
        return asked.kind === 'done' ? { kind: 'changed' } : asked;
      }
      const whole = await bothSides(store, going);
      let issue: string | undefined;
      const keep: NonNullable<Append['alongside']> = async (db, now) => {
        if (paper && !(await paperStore.drop(db, side, paper))) throw new Overtaken();
        issue = await keepIssue(db, going, now, { post, whole, addressOf: (role) => addressOf(found, role) });
      };
      // Of the case as it was filled from: what somebody else, or the server itself, has just sent does not go out twice.
      const done = await record(open, key, [outEvent(going)], keep, found.stored.version);
      return done.kind === 'done' && issue !== undefined ? { ...done, issue } : done;
    },
    issued: async (found, side, id) => {
      const issue = await store.within(found.actor, (db) => issueStore.find(db, side, id));
      return issue?.ref === found.stored.ref ? issue : undefined;
    },
    addressOf,
  };
};

const answer = (version: number, both: Both[]): Saved =>
  both.length > 0 ? { kind: 'both', version, both } : { kind: 'saved', version };
const same = (one: readonly Id[], other: readonly Id[]): boolean =>
  one.length === other.length && one.every((each) => other.includes(each));

/** Whether there is one for that entry. */
const hasEntry = ({ bundle, events }: OpenCase, { forEach }: Document, entry: string): boolean =>
  forEach === undefined ? entry === '' : entriesOf(bundle, events, forEach).some(({ id }) => id === entry);

/** Whether nothing is to be done before it can go out. */
export const mayGoOut = ({ found, document, recipients, paper }: OpenPaper): boolean =>
  paper?.state === 'ready' ||
  ((paper === undefined || paper.state === 'writing') && isPlain(found.whole, document, recipients));

/** What must be there and is not: texts that nobody wrote, and the reason for a refusal. */
const lackingIn = (document: Document, { headings }: ReturnType<typeof dataOf>): string[] => [
  ...document.headings
    .filter(({ id, asks, releasedBy }) => {
      const data = headings[id];
      return asks?.required && releasedBy.length === 0 && data?.stands && data.narrative?.written !== true;
    })
    .map(({ heading, asks }) => heading ?? asks?.prompt ?? ''),
  ...(Object.values(headings).some(({ stands, decision }) => stands && decision?.reasonMissing)
    ? ['The reason for the decision']
    : []),
];

const lackingTexts = ({ found, document, entry, recipients }: OpenPaper, texts: Record<string, string>): string[] => {
  const by = { role: found.actor.role, name: found.actor.name };
  const events = asIfWritten(found.stored.events, document, texts, { entry, at: found.now, by });
  return lackingIn(document, insideData({ found, document, entry, recipients }, events));
};

/** An address that somebody gave for a role, of what is not kept apart. */
const toldAddress = ({ bundle, events }: OpenCase, role: Id): string => {
  const asked = bundle.facts.filter(
    ({ kind, about, hers, within }) => kind === 'email' && about === role && !hers && !within,
  );
  for (const { id } of asked) {
    const told = events.flatMap(({ values }) => (typeof values[id] === 'string' ? [values[id]] : [])).at(-1);
    if (told?.includes('@')) return told;
  }
  return '';
};
