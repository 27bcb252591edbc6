/** Cases as they lie in the database, put together again for whoever looks. */
import { sql } from 'kysely';
import type { CaseEvent } from '../../../engine/index.js';
import type { StoredCase, Viewpoint } from './contract.js';
import { storable } from './listing.js';
import type { Db } from './tables.js';

type HisRow = readonly [kind: 'event' | 'withdrawn', id: string, payload: CaseEvent | null];
type HerRow = readonly [after: number, id: string, payload: CaseEvent | null];
interface File extends Omit<StoredCase, 'version' | 'events' | 'site' | 'referrer'> {
  site: string | null;
  referrer: string | null;
  his: number;
}

/** A case with each side of it; `hers` only for those who may see that. */
export interface Found {
  /** As it is seen from his side alone, by whoever looks. */
  ofHis: StoredCase;
  /** As the viewpoint sees it. */
  seen: StoredCase;
}

/** Takes references; gives the cases of these that are in sight, by reference. */
export const foundCases = async (db: Db, view: Viewpoint, asked: readonly string[]): Promise<Map<string, Found>> => {
  // An address may hold what is no text to a database.
  const refs = asked.filter((ref) => storable(ref) === ref);
  const { rows } = await sql<{ file: File; his: HisRow[] }>`select file, his from rubric.found(${refs})`.execute(db);
  const hers = view.seesHers ? await hersOf(db, refs) : undefined;
  return new Map(rows.map(({ file, his }) => [file.ref, found(file, his, hers && (hers.get(file.ref) ?? noneOfHers))]));
};

interface Hers {
  number: number;
  rows: readonly HerRow[];
}
const noneOfHers: Hers = { number: 0, rows: [] };

const hersOf = async (db: Db, refs: readonly string[]): Promise<Map<string, Hers>> => {
  const { rows } = await sql<{ ref: string } & Hers>`select ref, number, rows from hers.found(${refs})`.execute(db);
  return new Map(rows.map(({ ref, ...each }) => [ref, each]));
};

const found = (
  { his: number, site, referrer, ...file }: File,
  his: readonly HisRow[],
  hers: Hers | undefined,
): Found => {
  const ofHis: StoredCase = {
    ...file,
    ...(site !== null && { site }),
    ...(referrer !== null && { referrer }),
    version: { his: number },
    events: hisEvents(his),
  };
  if (!hers) return { ofHis, seen: ofHis };
  const version = { his: number, hers: hers.number };
  return { ofHis, seen: { ...ofHis, version, events: hers.rows.length === 0 ? allOf(his) : merged(his, hers.rows) } };
};

const hisEvents = (rows: readonly HisRow[]): CaseEvent[] => {
  const withdrawn = new Set(rows.filter(([kind]) => kind === 'withdrawn').map(([, id]) => id));
  return allOf(rows).filter(({ id }) => !withdrawn.has(id));
};
/** Without what was emptied. What was withdrawn is there: whoever sees her side sees also what took it back. */
const allOf = (rows: readonly HisRow[]): CaseEvent[] =>
  rows.flatMap(([kind, , payload]) => (kind === 'event' && payload ? [payload] : []));

/** In the order of recording; of what is on both sides, the whole. */
const merged = (his: readonly HisRow[], hers: readonly HerRow[]): CaseEvent[] => {
  const whole = new Map(hers.map(([, id, payload]) => [id, payload]));
  const both = new Set(his.map(([, id]) => id));
  const between = new Map<number, (CaseEvent | null)[]>();
  for (const [after, id, payload] of hers)
    if (!both.has(id)) between.set(after, [...(between.get(after) ?? []), payload]);
  const rows = his.flatMap(([kind, id, payload], n) => [
    ...(kind === 'event' ? [whole.get(id) ?? payload] : []),
    ...(between.get(n + 1) ?? []),
  ]);
  return [...(between.get(0) ?? []), ...rows].filter((event) => event !== null);
};
