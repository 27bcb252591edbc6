/**
 * The service behind the pages of those who support a partner: what is kept of her beside the case, what is owed to her, and
 * reviews of his place. Nothing in here sends anything: whatever reaches her is done by a person.
 */
import type { Bundle, DutyVerdict, EntryAnswers, Id } from '../../../engine/contract/index.js';
import { capital, withArticle } from '../../portal/words/lists.js';
import { herWord } from '../../portal/words/names.js';
import type { Actor } from '../access/actor.js';
import type { Cases, OpenCase, Recorded, RecordOutcome } from '../cases/contract.js';
import { foundIn, hersIn } from '../post/search-hers.js';
import type { Connections } from '../store/connections.js';
import type { Viewpoint } from '../store/contract.js';
import { type Issue, issueStore } from '../store/document-store.js';
import { partnerStore, type ReviewAnswer } from '../store/partner-store.js';
import { herDuties, isOwed, recordedWith } from './contact.js';
import type { AnyKept, Attempt, Ground, Kept, KindOfRow, Known, Review } from './contract.js';
import { hersInReach } from './her-words.js';
import { type OnRecord, onRecord } from './on-record.js';
import { aboutHer, answeredWith, caseOfPartner, digestOf, nameOf, type Partner, partnersIn } from './partners.js';

/** One partner of a case, with all that is kept of her, and the case without anything of another. */
export interface HerCase {
  found: OpenCase;
  partner: Partner;
  /** What she is called: as she wants to be, else as she was named. */
  called: string;
  known: Known;
}
/** A partner in a list, with what is owed to her now. */
export interface HerLine {
  ref: string;
  /** What he is called, and whether his case is over: what is owed to her is owed all the same. */
  his: string;
  closed: boolean;
  key: string;
  called: string;
  gone: boolean;
  /** The definition that the case is decided by, for words. */
  whole: Bundle;
  owed: DutyVerdict[];
  known: Known;
  recorded: OnRecord;
}

export interface PartnerSupport {
  /** All partners of a case, one after the other as they were named. Undefined where there is no such case for this actor. */
  ofCase(actor: Actor, ref: string): Promise<{ found: OpenCase; partners: HerCase[] } | undefined>;
  /** One of them. Undefined where there is none of that key. */
  ofPartner(actor: Actor, ref: string, key: string): Promise<HerCase | undefined>;
  /**
   * Of every case in the order of his name, those that are over last; no more than that many cases. `unnamed`: cases in
   * which something is owed to a partner, and nobody has said who she is.
   */
  all(actor: Actor, most?: number): Promise<{ lines: HerLine[]; unnamed: { ref: string; his: string }[] }>;
  /**
   * Keeps how she can be reached, what she wishes, or who supports her. `seen`: the id of the last one that whoever asks
   * had before him; where another has come since, nothing is kept and false is given.
   */
  keep<Kind extends Exclude<KindOfRow, 'attempt'>>(
    actor: Actor,
    her: HerCase,
    row: Pick<Kept<Kind>, 'id' | 'kind' | 'said'> & { seen: string },
  ): Promise<boolean>;
  /** Keeps an attempt to reach her, with the happening that it is to the programme where there is one. */
  attempted(actor: Actor, her: HerCase, key: string, attempt: Attempt): Promise<RecordOutcome | undefined>;
  /** Records that she was told a document, with the very words that she was told. */
  told(
    actor: Actor,
    her: HerCase,
    done: { key: string; expected: OpenCase['stored']['version']; events: Recorded[]; issue: Issue },
  ): Promise<RecordOutcome | undefined>;
  /**
   * Answers what is known of a partner: of one of that key in place of what was answered before, or of one who became known
   * only now. `seen` as of `keep`: the digest of the answers that whoever asks had before him. Undefined: no such case.
   */
  answer(
    actor: Actor,
    ref: string,
    done: { key: string; partner: string; answers: EntryAnswers; seen: string },
  ): Promise<RecordOutcome | undefined>;
  /** What of hers a text holds, of any partner of the case. */
  heldIn(actor: Actor, ref: string, text: string): Promise<string[]>;
  /** Asks for a review of his place. The ground, where one is given, stays on her side. */
  askReview(
    actor: Actor,
    asked: { key: string; ref: string; words: string; forRole: Id; ground?: { entry: string; words: string } },
  ): Promise<void>;
  reviews(view: Viewpoint, ref: string): Promise<Review[]>;
  /** Why reviews were asked for; of a viewpoint that sees her side. */
  grounds(view: Viewpoint, ref: string): Promise<Ground[]>;
  /** False where it has been answered before. */
  answerReview(actor: Actor, id: string, answer: Omit<ReviewAnswer, 'at'>): Promise<boolean>;
}

interface Parts {
  within: Connections['within'];
  cases: Cases;
  now(): string;
}

const ofEntry = (rows: readonly AnyKept[], entry: string): Known => {
  const known: Known = { reach: [], wishes: [], attempts: [], assigned: [] };
  for (const row of rows) {
    if (row.entry !== entry) continue;
    if (row.kind === 'reach') known.reach.push(row);
    else if (row.kind === 'wishes') known.wishes.push(row);
    else if (row.kind === 'attempt') known.attempts.push(row);
    else known.assigned.push(row);
  }
  return known;
};

/** "A partner", "An adult at home": one whose name nobody has said. */
const nameless = (bundle: Bundle): string => capital(withArticle(herWord(bundle)));

const herCase = (found: OpenCase, partner: Partner, rows: readonly AnyKept[]): HerCase => {
  const known = ofEntry(rows, partner.key);
  const called = known.reach.at(-1)?.said.called || nameOf(found.whole, partner) || nameless(found.whole);
  return { found: caseOfPartner(found, partner.key), partner, called, known };
};

/** Takes the store's transactions, the cases, and the clock. */
export const supportPartners = ({ within, cases, now }: Parts): PartnerSupport => {
  const rowsOf = (actor: Viewpoint, refs: readonly string[]): Promise<AnyKept[]> =>
    within(actor, (db) => partnerStore.said(db, refs));

  const open = async (actor: Actor, ref: string): Promise<{ found: OpenCase; rows: AnyKept[] } | undefined> => {
    const found = await cases.open(actor, ref);
    return found && { found, rows: await rowsOf(actor, [ref]) };
  };

  /** What each case came to for each partner, for as long as nothing was added and the hour is the same. */
  const kept = new Map<string, Owed & { at: string }>();
  const owedIn = async (actor: Actor, ref: string, at: string): Promise<Owed> => {
    const key = [actor.programme, actor.role, ref].join(' ');
    const known = kept.get(key);
    if (known?.at === at) return known;
    const found = await cases.open(actor, ref);
    if (!found) return { lines: [], isUnnamed: false };
    const lines = partnersIn(found.whole, found.stored.events).map((each) => owedLine(found, each));
    const owed: Owed = { lines, isUnnamed: lines.length === 0 && isNobodyNamed(found) };
    kept.delete(key);
    kept.set(key, { at, ...owed });
    for (const oldest of kept.keys()) {
      if (kept.size <= mostKept) break;
      kept.delete(oldest);
    }
    return owed;
  };

  return {
    async ofCase(actor, ref) {
      const opened = await open(actor, ref);
      if (!opened) return undefined;
      const { found, rows } = opened;
      return {
        found,
        partners: partnersIn(found.whole, found.stored.events).map((each) => herCase(found, each, rows)),
      };
    },
    async ofPartner(actor, ref, key) {
      const opened = await open(actor, ref);
      if (!opened) return undefined;
      const partner = partnersIn(opened.found.whole, opened.found.stored.events).find((each) => each.key === key);
      return partner && herCase(opened.found, partner, opened.rows);
    },
    async all(actor, most = 500) {
      const versions = (await within(actor, (db) => partnerStore.versions(db))).slice(0, most);
      const rows = await rowsOf(
        actor,
        versions.map(({ ref }) => ref),
      );
      const found: HerLine[] = [];
      const unnamed: { ref: string; his: string }[] = [];
      for (const { ref, name, closed, his, hers } of versions) {
        const own = rows.filter((row) => row.ref === ref);
        const { lines, isUnnamed } = await owedIn(actor, ref, `${his} ${hers} ${now().slice(0, 13)}`);
        if (isUnnamed) unnamed.push({ ref, his: name });
        for (const line of lines) {
          const known = ofEntry(own, line.key);
          found.push({
            ...line,
            ref,
            closed,
            his: name,
            called: known.reach.at(-1)?.said.called || line.called,
            known,
          });
        }
      }
      return { lines: found, unnamed };
    },
    keep: (actor, her, { id, kind, said, seen }) =>
      within(actor, async (db) => {
        const { ref } = her.found.stored;
        await partnerStore.take(db, ref);
        const rows = (await partnerStore.said(db, [ref])).filter(
          (row) => row.entry === her.partner.key && row.kind === kind,
        );
        if (rows.some((row) => row.id === id)) return true;
        if ((rows.at(-1)?.id ?? '') !== seen) return false;
        return partnerStore.add(db, rowFor(actor, her, id, { kind, said } as Told, now()), actor.person);
      }),
    async attempted(actor, her, key, attempt) {
      const { stored, whole } = her.found;
      const what = recordedWith(whole, attempt.outcome, actor.role);
      const said: Attempt = { ...attempt, ...(what !== undefined && { recorded: what }) };
      const row = rowFor(actor, her, key, { kind: 'attempt', said }, now());
      if (what === undefined) {
        await within(actor, (db) => partnerStore.add(db, row, actor.person));
        return { kind: 'recorded', case: her.found };
      }
      return cases.record(actor, stored.ref, {
        key,
        events: [
          {
            kind: 'happened',
            what,
            happened: attempt.when,
            learned: attempt.when,
            values: {},
            ...aboutHer(whole, her.partner.key),
          },
        ],
        alongside: async (db) => void (await partnerStore.add(db, row, actor.person)),
      });
    },
    told: (actor, her, { key, expected, events, issue }) =>
      cases.record(actor, her.found.stored.ref, {
        key,
        expected,
        events,
        alongside: (db) => issueStore.add(db, 'hers', issue),
      }),
    async answer(actor, ref, { key, partner, answers, seen }) {
      const found = await cases.open(actor, ref);
      if (!found) return undefined;
      const { whole, stored } = found;
      const before = partnersIn(whole, stored.events).find((each) => each.key === partner);
      const standing = digestOf(before?.answers ?? {});
      // Sent twice, or by two who say the same.
      if (before && standing === digestOf({ ...answers, key: partner })) return { kind: 'recorded', case: found };
      if (standing !== seen) return { kind: 'overtaken', case: found };
      const values = answeredWith(whole, stored.events, partner, answers);
      const at = now();
      return cases.record(actor, ref, {
        key,
        expected: stored.version,
        events: [{ kind: 'answered', happened: at, learned: at, values }],
      });
    },
    async heldIn(actor, ref, text) {
      const opened = await open(actor, ref);
      if (!opened) return [];
      const { found, rows } = opened;
      const reaches = rows.flatMap((row) => (row.kind === 'reach' ? [row.said] : []));
      const hers = [...hersIn(found.whole, found.stored.events), ...hersInReach(reaches)];
      return [...new Set(foundIn(text, hers).map(({ words }) => words))];
    },
    askReview: (actor, { key, ref, words, forRole, ground }) =>
      within(actor, async (db) => {
        const asked = now();
        const isNew = await partnerStore.addReview(db, { id: key, ref, asked, words, forRole });
        if (!isNew || !ground) return;
        const { person, role, name: by } = actor;
        const { entry, words: why } = ground;
        await partnerStore.addGround(db, ref, { review: key, entry, at: asked, by, person, role, ground: why });
      }),
    reviews: (view, ref) => within(view, (db) => partnerStore.reviews(db, ref)),
    grounds: (view, ref) => within(view, (db) => partnerStore.grounds(db, ref)),
    answerReview: (actor, id, answer) =>
      within(actor, (db) => partnerStore.answer(db, id, actor, { ...answer, at: now() })),
  };
};

const mostKept = 2_000;

/** What is owed in one case: to each partner, or to one of whom nobody has said who she is. */
interface Owed {
  lines: OwedLine[];
  isUnnamed: boolean;
}
/** Whether it is to be found out who a partner is. */
const isNobodyNamed = ({ whole, evaluation }: OpenCase): boolean =>
  (evaluation.toFindOut ?? []).some(
    ({ kind, of }) =>
      kind === 'fact' &&
      whole.facts.some((fact) => fact.id === of && fact.kind === 'entries' && (fact.hers || fact.about === 'partner')),
  );

type OwedLine = Pick<HerLine, 'key' | 'called' | 'gone' | 'whole' | 'owed' | 'recorded'>;
const owedLine = (found: OpenCase, partner: Partner): OwedLine => {
  const { evaluation, events } = caseOfPartner(found, partner.key);
  const hers = new Set(herDuties(found.whole).map(({ id }) => id));
  return {
    key: partner.key,
    called: nameOf(found.whole, partner) ?? nameless(found.whole),
    gone: partner.gone,
    whole: found.whole,
    owed: (evaluation.duties ?? []).filter(({ id, state }) => hers.has(id) && isOwed(state)),
    recorded: onRecord(found.whole, events),
  };
};

type Told = { [Kind in KindOfRow]: Pick<Kept<Kind>, 'kind' | 'said'> }[KindOfRow];

const rowFor = (actor: Actor, { found, partner }: HerCase, id: string, told: Told, at: string): AnyKept => ({
  ...told,
  id,
  ref: found.stored.ref,
  entry: partner.key,
  at,
  by: actor.name,
  role: actor.role,
});
