/** Drafts in the database: each for the one person who types it. */
import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import type { Bundle, Id } from '../../../engine/contract/index.js';
import type { Draft } from '../drafts.js';
import type { Viewpoint } from './contract.js';
import { joined, parted } from './parted-draft.js';
import type { Db } from './tables.js';

/** A draft as it is kept. */
export interface KeptDraft extends Draft {
  /** In which role it is filled in, or for whom it is written down. */
  role: Id;
  /** The case that it adds to; absent where sending it begins one. */
  ref?: string;
  /** Goes up with each change. */
  version: number;
  /** Instants. */
  begun: string;
  touched: string;
}
export type NewDraft = Pick<KeptDraft, 'began' | 'role'> &
  Partial<Pick<KeptDraft, 'ref' | 'answers' | 'events' | 'sent' | 'asked'>>;

/** Runs one transaction with the viewpoint told to the database. */
type Within = <T>(view: Viewpoint, work: (db: Db) => Promise<T>) => Promise<T>;

export interface DraftStore {
  begin(view: Viewpoint, bundle: Bundle, made: NewDraft, now: string): Promise<KeptDraft>;
  /** Undefined where there is none, and for everybody but the one who types it. */
  find(view: Viewpoint, id: string): Promise<KeptDraft | undefined>;
  /** The latest first. */
  list(view: Viewpoint): Promise<KeptDraft[]>;
  /** Keeps a changed draft. False where it was changed since it was found, or is gone. */
  save(view: Viewpoint, bundle: Bundle, draft: KeptDraft, now: string): Promise<boolean>;
  drop(view: Viewpoint, id: string): Promise<void>;
}

interface Row {
  id: string;
  role: string;
  form: string;
  ref: string | null;
  version: number;
  begun: string;
  touched: string;
  kept: Omit<Draft, 'id' | 'programme' | 'began'>;
}
type DraftTables = {
  'rubric.draft': Omit<Row, 'kept'> & { programme: string; person: string; kept: string };
};

const columns = ['id', 'role', 'form', 'ref', 'version', 'begun', 'touched', 'kept'] as const;
const of = (db: Db) => db.withTables<DraftTables>();
/** An id that cannot be guessed: 144 random bits, in 24 characters. */
const unguessable = (): string => randomBytes(18).toString('base64url');

const keepHers = (db: Db, bundle: Bundle, draft: Draft) =>
  sql`select rubric.keep_her_part_of_draft(${draft.id}, ${JSON.stringify(parted(bundle, draft).hers)}::json)`.execute(
    db,
  );

const whole = async (db: Db, programme: string, row: Row): Promise<KeptDraft> => {
  const found = await sql<{ hers: Partial<Draft> | null }>`select rubric.her_part_of_draft(${row.id}) as hers`.execute(
    db,
  );
  const { kept, form, ref, ...rest } = row;
  const draft = joined({ ...kept, id: row.id, programme, began: form }, found.rows[0]?.hers ?? undefined);
  return { ...draft, ...rest, ...(ref !== null && { ref }) };
};

const blank = { answers: {}, typed: {}, saved: [], events: [], sent: [], asked: [], hers: [] };

/** Takes what runs a transaction; gives where drafts are kept. Another's draft is as if there were none. */
export const draftStore = (within: Within): DraftStore => ({
  begin: (view, bundle, { began, role, ref, ...made }, now) =>
    within(view, async (db) => {
      const draft = { ...blank, ...made, id: unguessable(), programme: view.programme, began };
      const row = { programme: view.programme, person: view.person, role, form: began, ref: ref ?? null };
      await of(db)
        .insertInto('rubric.draft')
        .values({
          ...row,
          id: draft.id,
          version: 1,
          begun: now,
          touched: now,
          kept: JSON.stringify(parted(bundle, draft).his),
        })
        .execute();
      await keepHers(db, bundle, draft);
      return { ...draft, role, ...(ref !== undefined && { ref }), version: 1, begun: now, touched: now };
    }),
  find: (view, id) =>
    within(view, async (db) => {
      const row = await of(db).selectFrom('rubric.draft').select(columns).where('id', '=', id).executeTakeFirst();
      return row && whole(db, view.programme, row as unknown as Row);
    }),
  list: (view) =>
    within(view, async (db) => {
      const rows = await of(db).selectFrom('rubric.draft').select(columns).orderBy('touched', 'desc').execute();
      const found: KeptDraft[] = [];
      for (const row of rows) found.push(await whole(db, view.programme, row as unknown as Row));
      return found;
    }),
  save: (view, bundle, draft, now) =>
    within(view, async (db) => {
      const { numUpdatedRows } = await of(db)
        .updateTable('rubric.draft')
        .set({ version: draft.version + 1, touched: now, kept: JSON.stringify(parted(bundle, draft).his) })
        .where('id', '=', draft.id)
        .where('version', '=', draft.version)
        .executeTakeFirst();
      if (numUpdatedRows === 0n) return false;
      await keepHers(db, bundle, draft);
      return true;
    }),
  drop: (view, id) =>
    within(view, async (db) => {
      await of(db).deleteFrom('rubric.draft').where('id', '=', id).execute();
    }),
});
