import type { Bundle, CaseEvent, Form, Id } from '../../../engine/contract/index.js';
import type { Copy } from '../../server/store/document-store.js';
import { type StillNeeded, stillNeeded } from '../referring/missing.js';
import { happeningInWords } from '../words/course.js';
import { momentInWords } from '../words/dates.js';
import { stopped } from '../words/lists.js';
import { roleInWords, sentenceInWords } from '../words/names.js';
import { type Ending, endingOf, liftedIn, type Stands, standsNow } from './ending.js';
import { toAppeal, toAskFor, toldBy } from './own-acts.js';
import { type SentDocument, sentTo } from './sent-documents.js';
import { type Status, statusOf } from './status.js';

/** A referral of somebody's own, as far as it lies on his side of the store. */
export interface OwnReferral {
  bundle: Bundle;
  slug: string;
  ref: string;
  name: string;
  began: string;
  form: Form;
  /** As which he sent it. */
  role: Id;
  events: readonly CaseEvent[];
  copies: readonly Copy[];
  /** Issues of which it is not known that they have gone to him: a person has to send them, or they are on their way. */
  notGone: readonly string[];
  demonstration: boolean;
  now: string;
  /** How it stands where that is kept beside it, as for lists. */
  stands?: Stands;
}

export interface Line {
  ref: string;
  name: string;
  href: string;
  sent: string;
  status: Status;
}
export interface Entry {
  key: string;
  words: string;
  on: string;
  /** The page that went out, and the same as files. */
  files?: { page: string; word: string; pdf: string; title: string };
}
export interface Deed {
  words: string;
  href: string;
}
export interface ReferralPresenter {
  ref: string;
  name: string;
  status: Status & { on: string };
  needed?: StillNeeded;
  answers: string;
  entries: Entry[];
  tell: Deed[];
  askFor: Deed[];
  appeals: Deed[];
  expected: string[];
}

const at = ({ slug, ref }: Pick<OwnReferral, 'slug' | 'ref'>): string => `/${slug}/my-referrals/${ref}`;

const ownActs = ({ events, role }: Pick<OwnReferral, 'events' | 'role'>): CaseEvent[] =>
  events.filter(
    ({ by, toldBy: teller, kind }) => by.role === role && !teller && (kind === 'answered' || kind === 'happened'),
  );

const documentsOf = ({ bundle, events, copies, role }: OwnReferral): SentDocument[] =>
  sentTo(bundle, events, copies, role);

const neededBy = ({ bundle, events, form, role, now }: OwnReferral): StillNeeded | undefined =>
  stillNeeded(bundle, events, { form, role, now });

/** How his place stands, as far as he may know. */
export const endingIn = (own: OwnReferral): Ending => {
  const { bundle, events, role, now } = own;
  const ending = endingOf(bundle, own.stands ?? standsNow(bundle, events, now), { role, documents: documentsOf(own) });
  const lifted = ending.state === undefined ? liftedIn(bundle, events, { role, now }) : undefined;
  return { ...ending, ...(lifted !== undefined && { lifted }) };
};

const standing = (own: OwnReferral): { status: Status; ending: Ending; needed?: StillNeeded } => {
  const { bundle, events, role, began } = own;
  const ending = endingIn(own);
  const isOver = ending.state === 'closed' || ending.state === 'completed';
  const needed = isOver ? undefined : neededBy(own);
  const documents = documentsOf(own);
  const status = statusOf(bundle, events, { role, documents, ending, sent: began, ...(needed && { needed }) });
  return { status, ending, ...(needed && { needed }) };
};

/** One line of the list of somebody's referrals. */
export const presentLine = (own: OwnReferral): Line => ({
  ref: own.ref,
  name: own.name,
  href: at(own),
  sent: momentInWords(own.began, own.bundle.programme.timeZone),
  status: standing(own).status,
});

const ofYou: Readonly<Record<string, string>> = { was: 'were', is: 'are', has: 'have', does: 'do' };

/** A happening as it is said to this role: "the referring agency came to know of it" is "you came to know of it". */
const toHim = (bundle: Bundle, role: Id, id: Id): string => {
  const clause = happeningInWords(bundle, id);
  const subject = `the ${roleInWords(bundle, role)} `;
  if (!clause.toLowerCase().startsWith(subject.toLowerCase())) return clause;
  const [verb = '', ...rest] = clause.slice(subject.length).split(' ');
  return ['you', ofYou[verb] ?? verb, ...rest].join(' ');
};

/** What he did, in words; without what he wrote, which may be of somebody else and is no longer his to read. */
const actInWords = ({ bundle, form, role }: OwnReferral, act: CaseEvent, isFirst: boolean): string => {
  if (act.kind === 'answered') return isFirst ? `You sent this: ${form.title}` : 'You sent more answers';
  const appeal = bundle.course?.appeals.find(({ id }) => act.what === `${id}-lodged`);
  if (appeal) return `You asked for this: ${appeal.title}`;
  const asked = bundle.documents?.find(({ id }) => act.what === `${id}-requested`);
  if (asked) return `You asked for a copy: ${asked.title}`;
  return `You told us: ${toHim(bundle, role, act.what ?? '')}`;
};

const entriesOf = (own: OwnReferral): Entry[] => {
  const { bundle, demonstration, notGone } = own;
  const acts = ownActs(own);
  const first = acts.find(({ kind }) => kind === 'answered');
  const on = (moment: string): string => momentInWords(moment, bundle.programme.timeZone);
  const told = acts.map((act) => ({
    at: act.recorded,
    entry: { key: act.id, words: actInWords(own, act, act === first), on: on(act.happened) },
  }));
  const sent = documentsOf(own).map(({ document, event, copy }) => {
    const page = `${at(own)}/documents/${copy?.issue ?? event.id}`;
    const files = { page, word: `${page}/word`, pdf: `${page}/pdf`, title: document.title };
    const says = copy && notGone.includes(copy.issue) ? 'This will be sent to you' : 'We sent you this';
    const entry = { key: event.id, words: `${says}: ${document.title}`, on: on(event.happened) };
    // Of an invented case nothing went out; what would have is made again.
    return { at: event.recorded, entry: { ...entry, ...((copy || demonstration) && { files }) } };
  });
  return [...told, ...sent].sort((a, b) => b.at.localeCompare(a.at)).map(({ entry }) => entry);
};

/** What heads the page on which this role tells of a happening: "Tell us: you came to know of an incident". */
export const tellingInWords = (bundle: Bundle, role: Id, id: Id): string => `Tell us: ${toHim(bundle, role, id)}`;

/** One of somebody's referrals, for him. */
export const presentReferral = (own: OwnReferral): ReferralPresenter => {
  const { bundle, role, ref, name } = own;
  const { status, ending, needed } = standing(own);
  return {
    ref,
    name,
    status: { ...status, on: momentInWords(status.since, bundle.programme.timeZone) },
    ...(needed && { needed }),
    answers: `${at(own)}/answers`,
    entries: entriesOf(own),
    tell: toldBy(bundle, role).map(({ id }) => ({
      words: tellingInWords(bundle, role, id),
      href: `${at(own)}/tell/${id}`,
    })),
    askFor: toAskFor(bundle, role).map(({ id, title }) => ({ words: title, href: `${at(own)}/ask-for/${id}` })),
    appeals: toAppeal(bundle, ending).map(({ id, title }) => ({ words: title, href: `${at(own)}/appeal/${id}` })),
    expected: bundle.expects.filter(({ of }) => of === role).map(({ to }) => stopped(sentenceInWords(bundle, to))),
  };
};
