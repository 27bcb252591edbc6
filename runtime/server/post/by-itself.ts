/**
 * Messages that go out by themselves: those that the definition calls for, in which nobody has anything to write or to
 * release, and never one to her side. What is due is the engine's to say; each is sent once for each time it is called for.
 */
import { createHash } from 'node:crypto';
import { dayNumber } from '../../../engine/contract/calendar.js';
import type { Bundle, Document, Effect, EvaluationFor, Id } from '../../../engine/index.js';
import { herSideOf, isInside } from '../../../engine/index.js';
import { outOf, writersOf } from '../../documents/acts.js';
import { localDay } from '../../portal/words/dates.js';
import type { OpenCase } from '../cases/contract.js';
import type { CaseStore, StoredCase, Viewpoint } from '../store/contract.js';
import { issueStore } from '../store/document-store.js';
import type { Store } from '../store/open-store.js';
import { automaton } from './going-out.js';
import type { Papers } from './papers.js';
import { isAddress } from './post.js';
import { isAutomatic } from './rules.js';

export interface ByItself {
  /** Sends what a case calls for now. `stored`: his side of it, where that was read just now. Gives how many went out. */
  afterRecorded(programme: string, ref: string, stored?: StoredCase): Promise<number>;
  /** The same for every case in which something that goes out by itself has come to be due. */
  refresh(programme: string, bundle: Bundle): Promise<number>;
}

/** Days for which something goes out by itself after it was called for: later a person knows better. */
const lateBy = 3;

/** One time that a message is called for. */
interface Call {
  document: Document;
  recipients: readonly Id[];
  /** Tells this time from others. */
  occurrence: string;
}

const serverIn = (programme: string): Viewpoint => ({
  programme,
  person: 'system',
  role: 'system',
  side: 'inside',
  seesHers: false,
  sites: 'all',
});

const asks = (effects: readonly Effect[], { id }: Document): Effect | undefined =>
  effects.find(({ verb, object }) => (verb === 'send' || verb === 'issue') && object === id);

const recipientsOf = (document: Document, effect: Effect | undefined): readonly Id[] =>
  effect?.to === undefined ? document.to : [effect.to];

type Duty = NonNullable<EvaluationFor['duties']>[number];

const isFresh = ({ now, whole }: OpenCase, since: string): boolean => {
  const zone = whole.programme.timeZone;
  return dayNumber(localDay(now, zone)) - dayNumber(localDay(since, zone)) <= lateBy;
};

/** What was recorded late is called for from then on. */
const isCalled = ({ state, opened, openedBy }: Duty, found: OpenCase): boolean => {
  if (state !== 'open' && state !== 'missed' && state !== 'perhaps-missed') return false;
  // What a session brings is told by the session, whose mark may have been put right since.
  const by = found.events.findLast(
    ({ id, session }) => id === openedBy || (session?.mark === 'held' && session.key === openedBy),
  );
  return isFresh(found, by?.recorded ?? opened);
};

const byDuties = (found: OpenCase, document: Document): Call[] =>
  (found.evaluation.duties ?? [])
    .filter((duty) => duty.id === document.duty || asks(duty.does, document) !== undefined)
    .filter((duty) => isCalled(duty, found))
    .map((duty) => ({
      document,
      recipients: recipientsOf(document, asks(duty.does, document)),
      occurrence: `duty ${duty.id} ${duty.subject ?? ''} ${duty.opened}`,
    }));

/** What a rule sends goes out once a person has confirmed the rule, and picked that where there was a choice. */
const byRules = (found: OpenCase, document: Document): Call[] =>
  (found.evaluation.recommendations ?? []).flatMap(({ state, effects, either, rule, subject, since, ended }) => {
    const effect = asks(effects, document);
    if (state !== 'confirmed' || !effect || ended === undefined) return [];
    if (!isFresh(found, ended)) return [];
    const isOut = found.events.some(({ what, happened }) => what === outOf(document) && happened >= ended);
    const picked = found.events.findLast((event) => event.kind === 'confirmed' && event.rule === rule);
    const isPicked = picked !== undefined && (!either || picked.effect === effects.indexOf(effect));
    if (isOut || !isPicked) return [];
    return [
      { document, recipients: recipientsOf(document, effect), occurrence: `rule ${rule} ${subject ?? ''} ${since}` },
    ];
  });

/** What a case calls for now that goes out by itself. */
export const callsOf = (found: OpenCase): Call[] =>
  (found.bundle.documents ?? [])
    .filter((document) => isAutomatic(found.whole, document))
    .flatMap((document) => [...byDuties(found, document), ...byRules(found, document)]);

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
  const isReachable = async (found: OpenCase, { recipients }: Call): Promise<boolean> => {
    for (const role of recipients)
      if (!isInside(found.whole, role) && !isAddress(await papers.addressOf(found, role)))
        return role !== 'participant';
    return true;
  };

  const send = async (found: OpenCase, call: Call): Promise<boolean> => {
    if (!(await isReachable(found, call))) return false;
    const paper = await papers.open(found, call.document.id, '');
    // Somebody is at it: then it is his.
    if (!paper || paper.paper) return false;
    const done = await papers.issue({ ...paper, recipients: call.recipients }, keyOf(found.stored.ref, call));
    return done.kind === 'done' && done.issue !== undefined;
  };

  const afterRecorded: ByItself['afterRecorded'] = async (programme, ref, told) => {
    let stored = told ?? (await store.open(serverIn(programme), ref));
    const bundle = stored && (await store.definition(programme, stored.definition));
    if (!bundle) return 0;
    // Opened once for each role that sends, and read again after something went out.
    const opened = new Map<Id, Promise<OpenCase | undefined>>();
    let sent = 0;
    for (const document of (bundle.documents ?? []).filter((one) => isAutomatic(bundle, one))) {
      const role = senderOf(bundle, document);
      if (role === undefined) continue;
      const actor = automaton(bundle, programme, role);
      const opening = opened.get(role) ?? (stored ? cases.before(actor, stored) : cases.open(actor, ref));
      opened.set(role, opening);
      const found = await opening;
      const calls = found ? callsOf(found).filter((call) => call.document.id === document.id) : [];
      for (const call of calls) if (found && (await send(found, call))) sent += 1;
      if (calls.length === 0) continue;
      opened.clear();
      stored = undefined;
    }
    return sent;
  };

  return {
    afterRecorded,
    async refresh(programme, bundle) {
      const documents = (bundle.documents ?? []).filter((one) => isAutomatic(bundle, one)).map(({ id }) => id);
      if (documents.length === 0) return 0;
      const refs = await store.within(serverIn(programme), (db) => issueStore.calledFor(db, documents));
      let sent = 0;
      for (const ref of refs) sent += await afterRecorded(programme, ref);
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
