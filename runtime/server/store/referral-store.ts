/** What people outside keep here beside the cases, and what staff have found of referrals that look alike. */
import { sql } from 'kysely';
import type { Viewpoint } from './contract.js';
import { type Copy, issueStore } from './document-store.js';
import { type DraftStore, draftStore } from './draft-store.js';
import { storable } from './listing.js';
import { messageStore } from './message-store.js';
import { bySystem } from './people-store.js';
import type { Db } from './tables.js';

/** Whether a person has found two cases to be of the same man. */
export interface Likeness {
  ref: string;
  other: string;
  same: boolean;
  /** Who found so: a name, and in which role. */
  name: string;
  role: string;
  at: string;
  because: string;
}

export interface ReferralStore {
  drafts: DraftStore;
  /** What of documents went out to this viewpoint, without the pages, the latest first. */
  copies(view: Viewpoint, ref: string): Promise<Copy[]>;
  /** Issues of documents of a case whose copy for a role waits to be sent. For whoever may see those copies. */
  notGone(programme: string, of: { ref: string; role: string }): Promise<string[]>;
  /** The very page that went out; undefined where this viewpoint got none. */
  copy(view: Viewpoint, ref: string, issue: string): Promise<Copy | undefined>;
  /** What people found of a case and others, whichever of the two was looked at; the latest last. For people inside. */
  likenesses(view: Viewpoint, ref: string): Promise<Likeness[]>;
  keepLikeness(view: Viewpoint, found: Likeness): Promise<void>;
  /** That a case that nobody's account is tied to is of whoever proves that address; a later one replaces it. For people inside. */
  tellSender(view: Viewpoint, ref: string, email: string): Promise<void>;
  /**
   * Ties the cases of a programme that are of whoever proves an address to the one who has just proved it. Nobody is
   * tied who works there. Gives the references of those cases.
   */
  claim(programme: string, proved: { email: string; person: string }): Promise<string[]>;
}

/** What stands for an account while nobody has proved the address; no account is called so. */
const toldBy = (email: string): string => `told:${email.trim().toLowerCase()}`;

type LikenessTable = { 'rubric.likeness': Likeness & { programme: string; person: string } };
const of = (db: Db) => db.withTables<LikenessTable>();
const columns = ['ref', 'other', 'same', 'name', 'role', 'at', 'because'] as const;

/** Takes what runs a transaction; gives where all of that is kept. */
export const referralStore = (
  within: <T>(view: Viewpoint, work: (db: Db) => Promise<T>) => Promise<T>,
): ReferralStore => ({
  drafts: draftStore(within),
  copies: (view, ref) => within(view, (db) => issueStore.copies(db, ref)),
  // What became of messages is seen inside alone: of his own he is told that they wait, and nothing else of them.
  notGone: (programme, of) =>
    within({ ...bySystem(programme), side: 'inside', sites: 'all' }, (db) => messageStore.notGone(db, of)),
  copy: (view, ref, issue) => within(view, (db) => issueStore.copy(db, ref, issue)),
  likenesses: (view, ref) =>
    within(view, (db) =>
      of(db)
        .selectFrom('rubric.likeness')
        .select(columns)
        .where((where) => where.or([where('ref', '=', ref), where('other', '=', ref)]))
        .orderBy('at')
        .execute(),
    ),
  keepLikeness: (view, found) =>
    within(view, async (db) => {
      const { programme, person } = view;
      await of(db)
        .insertInto('rubric.likeness')
        .values({ ...found, programme, person })
        .execute();
    }),
  tellSender: (view, ref, email) =>
    within(view, async (db) => {
      await db
        .updateTable('rubric.case_file')
        .set({ referrer: toldBy(storable(email)) })
        .where('ref', '=', ref)
        .where((where) => where.or([where('referrer', 'is', null), where('referrer', 'like', toldBy('%'))]))
        .execute();
    }),
  claim: (programme, { email, person }) =>
    within({ ...bySystem(programme), side: 'inside', sites: 'all' }, async (db) => {
      const { rows } = await sql<{ ref: string }>`update rubric.case_file set referrer = ${person}
        where programme = ${programme} and referrer = ${toldBy(storable(email))}
          and not exists (select from rubric.grant g where g.programme = ${programme} and g.person = ${person})
        returning ref`.execute(db);
      return rows.map(({ ref }) => ref);
    }),
});
