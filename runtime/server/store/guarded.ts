/** Row-level security, the same on every table that holds something of a programme. */
import { type Kysely, type RawBuilder, sql } from 'kysely';

/** Settings are asked once a statement, not once a row. */
const setting = (name: string): string => `(select current_setting('rubric.${name}', true))`;

/** Whether a case, whose columns these are, is in sight of the viewpoint that the transaction was told. A case without a
 *  site belongs to no other one, so everybody inside sees it. */
export const inSight = (of: string): string =>
  `${of}.programme = ${setting('programme')} and case ${setting('side')}
     when 'inside' then ${setting('sites')} = '*' or ${of}.site is null
       or ${of}.site = any (string_to_array(${setting('sites')}, ','))
     when 'outside' then ${of}.referrer = ${setting('person')}
     else false end`;

/**
 * Who sees a row. `programme`: whoever acts in its programme, also from outside. `inside`: whoever acts in it inside.
 * `case`: whoever sees the case of its `programme` and `ref`. `person`: the one in its `person` column, in its programme.
 */
export type SeenBy = 'programme' | 'inside' | 'case' | 'person';

const conditions: Record<SeenBy, (table: string) => string> = {
  programme: (table) => `${table}.programme = ${setting('programme')}`,
  inside: (table) => `${table}.programme = ${setting('programme')} and ${setting('side')} = 'inside'`,
  case: (table) =>
    `${table}.programme = ${setting('programme')} and exists (select from rubric.case_file f
       where f.programme = ${table}.programme and f.ref = ${table}.ref)`,
  person: (table) => `${table}.programme = ${setting('programme')} and ${table}.person = ${setting('person')}`,
};

/**
 * Puts a table that has a `programme` column behind row-level security and lets the server use it. Takes the schema's name
 * with it (`rubric.outbox`) and the rights that the server needs, `select, insert`. Tables of the schema `hers` are for
 * those alone who may see her side.
 */
export const guarded = async (
  db: Kysely<unknown>,
  table: `rubric.${string}` | `hers.${string}`,
  { rights, seenBy }: { rights: string; seenBy: SeenBy },
): Promise<void> => {
  const [schema = '', name = ''] = table.split('.');
  const role = schema === 'hers' ? 'rubric_supporter' : 'rubric_app';
  for (const each of [
    `alter table ${table} enable row level security`,
    `create policy in_sight on ${table} using (${conditions[seenBy](name)})`,
    `revoke all on ${table} from public`,
    `grant ${rights} on ${table} to ${role}`,
  ])
    await statement(each).execute(db);
};

/** One statement, as it stands. */
export const statement = (text: string): RawBuilder<unknown> => sql.raw(text);
