/**
 * Messages that go out by themselves: those that the definition calls for, in which nobody has anything to write or to
 * release, and never one to her side. What is due is the engine's to say; each is sent once for each time it is called for.
 */
import { createHash } from 'node:crypto';
import { dayNumber } from '../../../engine/contract/calendar.js';
import type { Bundle, CaseEvent, Document, Effect, EvaluationFor, Id } from '../../../engine/index.js';
import { herSideOf, isInside } from '../../../engine/index.js';
import { outOf, writersOf } from '../../documents/acts.js';
import { localDay } from '../../portal/words/dates.js';
import type { OpenCase } from '../cases/contract.js';
import { actIn, sends, type ToSend, toSend } from '../cases/to-send.js';
import type { CaseStore, StoredCase, Viewpoint } from '../store/contract.js';
import { ofItself } from '../store/definitions.js';
import { issueStore } from '../store/document-store.js';
import type { Store } from '../store/open-store.js';
import { automaton } from './going-out.js';
import type { Papers } from './papers.js';
import { isAddress } from './post.js';
import { isAutomatic, isOfHerSide } from './rules.js';

export interface ByItself {
  /** Sends what a case calls for now. `stored`: his side of it, where that was read just now. Gives how many went out. */
  afterRecorded(programme: string, ref: string, stored?: StoredCase): Promise<number>;
  /**
   * The same for every case of a programme in which something calls for it: what has come to be due, and what a server that
   * stopped once something was recorded had not sent yet.
   */
  refresh(programme: string): Promise<number>;
}

/** Days for which something goes out by itself after it was called for: later a person knows better. */
const lateBy = 3;

/** As many of one document are looked at in one go; what is left is for the next turn. */
const mostTurns = 50;

/** One time that a message is called for. */
interface Call {
  document: Document;
  recipients: readonly Id[];
  /** Tells this time from others. */
  occurrence: string;
}

/**
 * What stands among the work of a case as long as something that goes out by itself may be called for: such a document, or a
 * duty that sends one, by itself or as the document that it is met by.
 */
const callersIn = (bundle: Bundle): Id[] => {
  const { documents = [], course } = bundle;
  const automatic = documents.filter((one) => isAutomatic(bundle, one));
  const duties = (course?.duties ?? []).filter(({ id, does }) =>
    automatic.some((one) => one.duty === id || does.some((effect) => sends(effect, one))),
  );
  const standing = documents.filter((one) => duties.some(({ metBy }) => metBy.includes(outOf(one))));
  return [...new Set([...automatic, ...duties, ...standing].map(({ id }) => id))];
};

/** Of several effects that send it, and of a duty that it brings by itself, all that it is sent to. */
const recipientsOf = (document: Document, effects: readonly Effect[]): readonly Id[] => {
  const named = effects.filter((effect) => sends(effect, document)).map(({ to }) => to);
  if (named.length === 0 || named.includes(undefined)) return document.to;
  return [...new Set(named.flatMap((role) => role ?? []))];
};

type Duty = NonNullable<EvaluationFor['duties']>[number];

const isFresh = ({ now, whole }: OpenCase, since: string): boolean => {
  const zone = whole.programme.timeZone;
  return dayNumber(localDay(now, zone)) - dayNumber(localDay(since, zone)) <= lateBy;
};

type Events = OpenCase['events'];

/** What opened a duty, if an event did. What a session brings is told by the session, whose mark may have been put right. */
const openerOf = ({ openedBy }: Duty, events: Events): CaseEvent | undefined =>
  events.findLast(({ id, session }) => id === openedBy || (session?.mark === 'held' && session.key === openedBy));

/** Whether one has gone out since the day on which something came to be so of itself. */
const isOutSince = ({ events, whole }: OpenCase, document: Document, opened: string): boolean => {
  const { timeZone } = whole.programme;
  return events.some(
    ({ what, happened }) => what === outOf(document) && localDay(happened, timeZone) >= localDay(opened, timeZone),
  );
};

/** Each time that a duty calls for it: for each act that opened it once, also where sending it is not what meets the duty. */
const byDuties = (found: OpenCase, document: Document): Call[] =>
  (found.evaluation.duties ?? [])
    .filter(({ id, does }) => id === document.duty || does.some((effect) => sends(effect, document)))
    .filter(({ state }) => state === 'open' || state === 'missed' || state === 'perhaps-missed')
    .flatMap((duty) => {
      const opener = openerOf(duty, found.events);
      // What was recorded late is called for from then on.
      if (!isFresh(found, opener?.recorded ?? duty.opened)) return [];
      if (!opener && isOutSince(found, document, duty.opened)) return [];
      const by = opener ? actIn(found.events, opener) : duty.opened;
      const occurrence = `duty ${duty.id} ${duty.subject ?? ''} ${by}`;
      return [{ document, recipients: recipientsOf(document, duty.does), occurrence }];
    });

/**
 * What a rule sends goes out once a person has confirmed the rule, and picked that where there was a choice: for what was
 * confirmed last first, as a letter is taken to be for that.
 */
const byRules = (found: OpenCase, document: Document): Call[] => {
  const placeOf = ({ confirmed }: ToSend): number => {
    const act = confirmed && actIn(found.events, confirmed);
    return found.events.findIndex(({ id }) => id === act);
  };
  return toSend({ documents: [document] }, found.events, found.evaluation.recommendations ?? [])
    .sort((a, b) => placeOf(b) - placeOf(a))
    .flatMap(({ effects, recommendation: { rule }, confirmed }) => {
      if (!confirmed || !isFresh(found, confirmed.recorded)) return [];
      const occurrence = `rule ${rule} ${actIn(found.events, confirmed)}`;
      return [{ document, recipients: recipientsOf(document, effects), occurrence }];
    });
};

/** What a case calls for now that goes out by itself: nothing to her side, also where a rule sends it there. */
export const callsOf = (found: OpenCase): Call[] =>
  (found.bundle.documents ?? [])
    .filter((document) => isAutomatic(found.whole, document))
    // Rules first: one that goes out because of a duty would be taken to be for what was confirmed.
    .flatMap((document) => [...byRules(found, document), ...byDuties(found, document)])
    .filter(({ recipients }) => !recipients.some((role) => isOfHerSide(found.whole, role)));

/** In whose role it is put on record. */
const senderOf = (bundle: Bundle, document: Document): Id | undefined => {
  const { isSupporter } = herSideOf(bundle.people);
  const those = writersOf(bundle, document);
  const inside = those.length > 0 ? those : bundle.people.map(({ id }) => id);
  return inside.find((role) => isInside(bundle, role) && !isSupporter(role));
};

/** A key of the same length whatever it is made of. */
const keyOf = (ref: string, { document, occurrence }: Call): string =>
  createHash('sha256').update(`by itself ${ref} ${document.id} ${occurrence}`).digest('base64url');

export interface ByItselfOf {
  store: Pick<Store, 'open' | 'within' | 'definition'>;
  /** Opens a case for the server itself. */
  cases: {
    open(actor: ReturnType<typeof automaton>, ref: string): Promise<OpenCase | undefined>;
    before(actor: ReturnType<typeof automaton>, stored: StoredCase): Promise<OpenCase>;
  };
  papers: Papers;
}

/** Takes where cases are and what sends documents; gives what sends those that go out by themselves. */
export const openByItself = ({ store, cases, papers }: ByItselfOf): ByItself => {
  /** To others without an address it is held, for somebody to give it to them; to him it is left to those who see him. */
  const isReachable = async (found: OpenCase, { recipients }: Call): Promise<boolean> => {
    const him = 'participant';
    return !recipients.includes(him) || isAddress(await papers.addressOf(found, him));
  };

  /** `overtaken`: something else was recorded of the case meanwhile, so that it may not be called for any more. */
  const send = async (found: OpenCase, call: Call): Promise<'sent' | 'not-sent' | 'overtaken'> => {
    if (!(await isReachable(found, call))) return 'not-sent';
    const paper = await papers.open(found, call.document.id, '');
    // Somebody is at it: then it is his.
    if (!paper || paper.paper) return 'not-sent';
    const done = await papers.issue({ ...paper, recipients: call.recipients }, keyOf(found.stored.ref, call));
    if (done.kind === 'overtaken') return 'overtaken';
    return done.kind === 'done' && done.issue !== undefined ? 'sent' : 'not-sent';
  };

  const afterRecorded: ByItself['afterRecorded'] = async (programme, ref, told) => {
    let stored = told ?? (await store.open(ofItself(programme), ref));
    const bundle = stored && (await store.definition(programme, stored.definition));
    if (!bundle) return 0;
    // Opened once for each role that sends, and read again once something went out, by itself or not.
    const opened = new Map<Id, Promise<OpenCase | undefined>>();
    const openAs = (role: Id): Promise<OpenCase | undefined> => {
      const actor = automaton(bundle, programme, role);
      const opening = opened.get(role) ?? (stored ? cases.before(actor, stored) : cases.open(actor, ref));
      opened.set(role, opening);
      return opening;
    };
    let sent = 0;
    for (const document of (bundle.documents ?? []).filter((one) => isAutomatic(bundle, one))) {
      const role = senderOf(bundle, document);
      if (role === undefined) continue;
      const tried = new Set<string>();
      for (let turns = 0; turns < mostTurns; turns += 1) {
        const found = await openAs(role);
        const isNext = (call: Call): boolean => call.document.id === document.id && !tried.has(call.occurrence);
        const call = found && callsOf(found).find(isNext);
        if (!found || !call) break;
        const came = await send(found, call);
        if (came !== 'overtaken') tried.add(call.occurrence);
        if (came === 'sent') sent += 1;
        if (came === 'not-sent') continue;
        opened.clear();
        stored = undefined;
      }
    }
    return sent;
  };

  return {
    afterRecorded,
    async refresh(programme) {
      const view = ofItself(programme);
      let sent = 0;
      // A case is told of by the definition that decides it, also where the present one has no such letter any more.
      for (const digest of await store.within(view, issueStore.decidedBy)) {
        const bundle = await store.definition(programme, digest);
        const callers = bundle ? callersIn(bundle) : [];
        if (callers.length === 0) continue;
        const refs = await store.within(view, (db) => issueStore.calledFor(db, digest, callers));
        // What goes wrong with one keeps nobody else's letter back: it stands as due until it has gone out.
        for (const ref of refs) sent += await afterRecorded(programme, ref).catch(() => 0);
      }
      return sent;
    },
  };
};

/**
 * A store that tells of every case that was added to, once it is kept. What goes wrong with that undoes nothing: what was
 * not sent is sent at the next turn.
 */
export const telling = <S extends CaseStore>(
  store: S,
  tell: (programme: string, ref: string, stored?: StoredCase) => Promise<unknown>,
): S => {
  // Whoever sees her side has read more than the server itself may send from.
  const told = ({ seesHers }: Viewpoint, stored: StoredCase): Promise<unknown> =>
    tell(stored.programme, stored.ref, seesHers ? undefined : stored).catch(() => undefined);
  return {
    ...store,
    async begin(view, made) {
      const begun = await store.begin(view, made);
      await told(view, begun);
      return begun;
    },
    async append(view, done) {
      const appended = await store.append(view, done);
      if (appended?.kind === 'appended') await told(view, appended.case);
      return appended;
    },
    async appendAll(view, done) {
      const appended = await store.appendAll(view, done);
      for (const each of appended) if (each?.kind === 'appended') await told(view, each.case);
      return appended;
    },
  };
};
