/** What was done by whom: added to and read, never altered. The database gives nobody a right to more. */
import { sql } from 'kysely';
import type { Db } from './tables.js';

export interface Deed {
  /** Empty for what belongs to no programme, as a first sign-in. */
  programme: string;
  at: string;
  person: string;
  role: string;
  /** `read`, `write`, `export`, `refused`, `sign-in`, `sign-out`, … */
  act: string;
  /** The address of the page, with the names of its parts in place of what they were. */
  route: string;
  /** The reference that was asked for, whether or not there is such a case. */
  caseRef?: string;
  /** The status that was answered. */
  answer: number;
}
export interface DeedQuery {
  person?: string;
  caseRef?: string;
  /** Instants: from this one on, and before that one. */
  since?: string;
  before?: string;
  /** From 1 on. */
  page: number;
  size: number;
}

const table = (hers: boolean) => sql.raw(hers ? 'hers.audit' : 'rubric.audit');

/** Each within the transaction that is given, which has to be of the deed's programme. */
export const auditStore = {
  async add(db: Db, deed: Deed, hers = false): Promise<void> {
    await sql`insert into ${table(hers)} (programme, at, person, role, act, route, case_ref, answer)
      values (${deed.programme}, ${deed.at}, ${deed.person}, ${deed.role}, ${deed.act}, ${deed.route},
        ${deed.caseRef ?? null}, ${deed.answer})`.execute(db);
  },
  /** The latest first, and how many there are. */
  async find(db: Db, programme: string, query: DeedQuery, hers = false): Promise<{ deeds: Deed[]; all: number }> {
    const wanted = [
      sql`programme = ${programme}`,
      ...(query.person === undefined ? [] : [sql`person = ${query.person}`]),
      ...(query.caseRef === undefined ? [] : [sql`case_ref = ${query.caseRef}`]),
      ...(query.since === undefined ? [] : [sql`at >= ${query.since}`]),
      ...(query.before === undefined ? [] : [sql`at < ${query.before}`]),
    ];
    const where = sql.join(wanted, sql` and `);
    const counted = await sql<{ all: number }>`select count(*)::int as all from ${table(hers)} where ${where}`.execute(
      db,
    );
    const { rows } = await sql<Omit<Deed, 'caseRef'> & { case_ref: string | null }>`
      select programme, to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as at, person, role, act, route,
        case_ref, answer
      from ${table(hers)} where ${where} order by id desc
      limit ${query.size} offset ${(query.page - 1) * query.size}`.execute(db);
    const deeds = rows.map(({ case_ref, ...deed }) => ({ ...deed, ...(case_ref ? { caseRef: case_ref } : {}) }));
    return { deeds, all: counted.rows[0]?.all ?? 0 };
  },
};
