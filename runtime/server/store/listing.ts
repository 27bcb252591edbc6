/** Lists of cases and of what waits for people, from what is kept beside the cases. */
import { type Selectable, type SelectQueryBuilder, sql } from 'kysely';
import type { Id } from '../../../engine/contract/index.js';
import type { CaseLine, CaseName, CaseQuery, KeptPile, Viewpoint, WorkItem } from './contract.js';
import type { Db, Tables } from './tables.js';
import { lookedForBy } from './whose-work.js';

/** Without what is no letter to a database: nobody types it. */
export const storable = (text: string): string => text.replaceAll('\0', '').replace(/\p{Surrogate}/gu, '');

/** A name as it is searched and sorted by: small letters, no accents. */
export const searchable = (name: string): string =>
  name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/\s+/g, ' ').trim();

type Lines = SelectQueryBuilder<Tables, 'rubric.case_file', object>;

/** Takes what is asked for; gives one page of it, and how many lines there are on all pages. */
export const listed = async (db: Db, query: CaseQuery): Promise<{ lines: CaseLine[]; all: number }> => {
  const { page = 1, size = 50 } = query;
  const asked = filtered(db.selectFrom('rubric.case_file'), query);
  const { all } = await asked.select(({ fn }) => fn.countAll<string>().as('all')).executeTakeFirstOrThrow();
  const rows = await sorted(asked, query.sort ?? 'name')
    .select([...columns, 'standing'])
    .limit(size)
    .offset((page - 1) * size)
    .execute();
  const refs = query.work === false ? [] : rows.map(({ ref }) => ref);
  const work = await workOf(db, refs);
  const lines = rows.map(
    ({ standing, ...row }): CaseLine => ({
      ...lineOf(row),
      standing: { ...standing, work: work.get(row.ref) ?? [] },
    }),
  );
  return { lines, all: Number(all) };
};

/** What waits in each of these cases and everybody inside may see, in the order in which the engine tells it. */
const workOf = async (db: Db, refs: readonly string[]): Promise<ReadonlyMap<string, WorkItem[]>> => {
  if (refs.length === 0) return new Map();
  const { rows } = await sql<{ ref: string; work: WorkItem[] }>`
    select ref, json_agg(item order by ordinal) as work from rubric.work
    where ref = any(${refs}) and item ->> 'seenBy' is null group by ref`.execute(db);
  return new Map(rows.map(({ ref, work }) => [ref, work]));
};

/** The lines of a list without how the cases stand, for whoever looks at many. */
export const named = async (db: Db, query: CaseQuery): Promise<CaseName[]> => {
  const { page = 1, size = 50 } = query;
  const rows = await sorted(filtered(db.selectFrom('rubric.case_file'), query), query.sort ?? 'name')
    .select(columns)
    .limit(size)
    .offset((page - 1) * size)
    .execute();
  return rows.map(lineOf);
};

const filtered = (from: Lines, { refs, search = '', stages, site, group, referrer, closed }: CaseQuery): Lines => {
  let asked = from;
  if (refs) asked = asked.where(sql<boolean>`ref = any(${refs})`);
  if (!closed) asked = asked.where('closed', '=', false);
  if (stages) asked = asked.where('stage', 'in', stages.length === 0 ? [''] : [...stages]);
  if (site !== undefined) asked = asked.where('site', '=', site);
  if (group !== undefined) asked = asked.where('in_group', '=', group);
  if (referrer !== undefined) asked = asked.where('referrer', '=', referrer);
  const words = searchable(search)
    .split(' ')
    .filter((word) => word !== '');
  if (words.length === 0) return asked;
  const reference = storable(search).replace(/[\s-]/g, '').toUpperCase();
  return asked.where((where) =>
    where.or([
      where.and(words.map((word) => sql<boolean>`position(${word} in name_key) > 0`)),
      sql<boolean>`starts_with(replace(ref, '-', ''), ${reference})`,
    ]),
  );
};

const sorted = (asked: Lines, by: NonNullable<CaseQuery['sort']>): Lines => {
  if (by === 'began') return asked.orderBy('began', 'desc').orderBy('ref');
  const byName = (lines: Lines): Lines => lines.orderBy('name_key').orderBy('ref');
  if (by === 'due') return byName(asked.orderBy('due', (order) => order.asc().nullsLast()));
  return byName(by === 'stage' ? asked.orderBy('stage_order') : asked);
};

const columns = [
  'programme',
  'ref',
  'name',
  'site',
  'began',
  'form',
  'referrer',
  'definition',
  'demonstration',
  'changed',
] as const;
type Row = Pick<Selectable<Tables['rubric.case_file']>, (typeof columns)[number]>;

const lineOf = ({ site, referrer, ...row }: Row): CaseName => ({
  ...row,
  ...(site !== null && { site }),
  ...(referrer !== null && { referrer }),
});

/**
 * What waits for whoever has the role of the viewpoint, due by the end of that day if one is given, or without a day; of one
 * pile alone, if that is given.
 */
export const waiting = async (
  db: Db,
  { role }: Viewpoint,
  {
    until,
    roles = [role],
    pile,
  }: { until?: string | undefined; roles?: readonly Id[] | undefined; pile?: KeptPile | undefined },
): Promise<{ line: CaseName; item: WorkItem }[]> => {
  const rows = await db
    .selectFrom(pile === undefined ? 'rubric.waiting as w' : 'rubric.work as w')
    .innerJoin('rubric.case_file as f', (join) =>
      join.onRef('f.programme', '=', 'w.programme').onRef('f.ref', '=', 'w.ref'),
    )
    .select(columns.map((column) => `f.${column}` as const))
    .select('w.item')
    .where(sql<boolean>`w.roles && ${lookedForBy(roles, role)}::text[]`)
    .$if(pile !== undefined, (asked) => asked.where(sql<boolean>`w.pile = ${pile}`))
    .$if(until !== undefined, (asked) =>
      asked.where(sql<boolean>`(w.due is null or left(w.due, ${until?.length ?? 0}) <= ${until})`),
    )
    .orderBy('w.due', (order) => order.asc().nullsLast())
    .orderBy('f.name_key')
    .orderBy('w.ref')
    .orderBy('w.ordinal')
    .execute();
  return rows.map(({ item, ...row }) => ({ line: lineOf(row), item }));
};
