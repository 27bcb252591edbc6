/** Documents of cases that go out: written, reviewed, looked at and issued, by whoever may, with what may be released. */
import type { Document, Id } from '../../engine/index.js';
import { reviewedOf, writersOf, writtenNames } from '../../runtime/documents/acts.js';
import { entriesOf } from '../../runtime/portal/words/entries.js';
import type { Actor } from '../../runtime/server/access/actor.js';
import { isAmong } from '../../runtime/server/cases/may-record.js';
import type { Done, OpenPaper } from '../../runtime/server/post/papers.js';
import type { House, Person } from './house.js';

/** A document that went out, or why it did not. */
export interface Sent {
  document: Document;
  entry: string;
  issue?: string;
  because?: string;
}

export interface Going {
  house: Pick<House, 'portal' | 'bundle'>;
  people: readonly Person[];
  ref: string;
  /** What is written under a heading. */
  words(name: string, document: Document): string;
  /** Whether what may be released is; it is where this is left out. */
  releases?: boolean;
  /** Whether what waits for somebody who may see her side is looked at; it is where this is left out. */
  looks?: boolean;
  /** Told of each before it is begun. */
  next?(document: Document): void;
}

/** Somebody as the server takes him, on pages of her side or of his. */
export const actorOf = ({ who, view, supporter, visitor }: Person, apart: boolean): Actor | undefined =>
  view && {
    ...view,
    ...{
      name: `Some ${who}`,
      email: visitor.email,
      called: who,
      roles: [who],
      supporter,
      seesHers: apart && supporter,
    },
  };

const insideOf = (people: readonly Person[], apart: boolean): Actor[] =>
  people
    .filter(({ view, supporter }) => view?.side === 'inside' && (!apart || supporter))
    .flatMap((one) => actorOf(one, apart) ?? []);

const because = (done: Done): string =>
  done.kind === 'refused' ? done.because : done.kind === 'lacking' ? done.what.join(', ') : done.kind;

let keys = 0;
const newKey = (): string => {
  keys += 1;
  return `a-key-of-papers-${String(keys).padStart(8, '0')}`;
};

/** One document, as far as it goes. */
export const sendPaper = async (going: Going, document: Document, entry: string): Promise<Sent> => {
  const { house, people, ref, words, releases = true, looks = true } = going;
  const { cases, desk } = house.portal.opened.office;
  const everybody = insideOf(people, document.hers);
  const open = async (roles: readonly Id[]): Promise<OpenPaper | undefined> => {
    const actor = everybody.find(({ role }) => isAmong(house.bundle, role, roles));
    const found = actor && (await cases.open(actor, ref));
    return found && desk.papers.open(found, document.id, entry);
  };
  const writers = writersOf(house.bundle, document);
  const said = { document, entry };
  const author = await open(writers);
  if (!author) return { ...said, because: 'nobody writes it' };
  const names = writtenNames(document);
  const texts = Object.fromEntries(names.map((name) => [name, words(name, document)]));
  // To one of several: those letters have one instant, and of two of those the order is random.
  const to = document.to.find((role) => people.some(({ who }) => who === role)) ?? document.to[0];
  if (names.length > 0 || document.to.length > 1)
    await desk.papers.save(author, { version: 0, texts, ...(to !== undefined && { recipients: [to] }) });
  const again = await open(writers);
  const submitted = again && (await desk.papers.submit(again, newKey()));
  if (submitted && submitted.kind !== 'done') return { ...said, because: because(submitted) };
  const reviewer = document.reviewedBy.length > 0 ? await open(document.reviewedBy) : undefined;
  if (reviewer) await desk.papers.approve(reviewer, newKey());
  const waiting = await open(writers);
  const supporter = insideOf(people, true)[0];
  const look =
    looks && waiting?.look?.state === 'waiting' && supporter && (await desk.looks.open(supporter, waiting.look.id));
  if (look) {
    const may = look.releasable.filter((one) => releases && one.may && one.isThere).map(({ id }) => id);
    await desk.looks.give(look, may, newKey());
  }
  const ready = await open(writers);
  const done = ready && (await desk.papers.issue(ready, newKey()));
  if (done?.kind === 'done' && done.issue !== undefined) return { ...said, issue: done.issue };
  return { ...said, because: done ? because(done) : `after ${reviewedOf(document)}` };
};

/** Takes a case; gives each of its documents, gone out wherever the definition lets it. */
export const sendPapers = async (going: Going): Promise<Sent[]> => {
  const { house, people, ref } = going;
  const sent: Sent[] = [];
  for (const document of house.bundle.documents ?? []) {
    going.next?.(document);
    const reader = insideOf(people, document.hers)[0];
    const found = reader && (await house.portal.opened.office.cases.open(reader, ref));
    const entries =
      found && document.forEach !== undefined
        ? entriesOf(found.bundle, found.events, document.forEach).map(({ id }) => id)
        : [''];
    for (const entry of entries) sent.push(await sendPaper(going, document, entry));
  }
  return sent;
};
