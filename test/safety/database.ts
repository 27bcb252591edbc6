/** The database itself, read with each of its roles: every column of every table that the role may read. */
import { sql } from 'kysely';
import type { Viewpoint } from '../../runtime/server/store/contract.js';
import type { PortalForTests } from '../runtime/portal/portal-for-tests.js';

export interface TableRead {
  table: string;
  rows: number;
  said: string;
}

interface Readable {
  schema: string;
  name: string;
  columns: string[];
}

const readable = sql<Readable>`
  select n.nspname as schema, c.relname as name, array_agg(a.attname::text order by a.attnum) as columns
  from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid
  where c.relkind in ('r', 'v', 'm', 'p') and n.nspname not like 'pg\\_%' and n.nspname <> 'information_schema'
    and a.attnum > 0 and not a.attisdropped and has_schema_privilege(n.oid, 'usage')
    and has_column_privilege(c.oid, a.attnum, 'select')
  group by 1, 2 order by 1, 2`;

/** Takes a viewpoint; gives all rows that the database gives to it. */
export const tablesOf = ({ opened }: PortalForTests, view: Viewpoint): Promise<TableRead[]> =>
  opened.store.within(view, async (db) => {
    const read: TableRead[] = [];
    for (const { schema, name, columns } of (await readable.execute(db)).rows) {
      const chosen = sql.join(columns.map((column) => sql.ref(column)));
      const { rows } = await sql<{ row: string }>`select to_jsonb(t)::text as row
        from (select ${chosen} from ${sql.table(`${schema}.${name}`)}) t`.execute(db);
      read.push({ table: `${schema}.${name}`, rows: rows.length, said: rows.map(({ row }) => row).join('\n') });
    }
    return read;
  });

/** What whoever sends messages reads: all of them, with what they say. */
export const postBag = async ({ opened }: PortalForTests): Promise<TableRead[]> => {
  const read: TableRead[] = [];
  for (const table of ['rubric.message', 'rubric.message_text']) {
    const { rows } = await opened.store.pool('worker').query<{ row: string }>(`select t::text as row from ${table} t`);
    read.push({ table: `${table}, to be sent`, rows: rows.length, said: rows.map(({ row }) => row).join('\n') });
  }
  return read;
};
