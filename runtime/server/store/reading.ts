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

interface Row {
  file: File;
  his: HisRow[];
}

/** Takes references; gives the cases of these that are in sight, by reference, both sides as of one moment. */
export const foundCases = async (
  db: Db,
  { seesHers }: Viewpoint,
  refs: readonly string[],
): Promise<Map<string, Found>> => {
  const asked = addressable(refs);
  if (!seesHers) return byRef((await sql<Row>`select file, his from rubric.found(${asked})`.execute(db)).rows);
  const { rows } = await sql<Row & { number: number | null; rows: HerRow[] | null }>`
    select f.file, f.his, h.number, h.rows from rubric.found(${asked}) f
    left join hers.found(${asked}) h on h.ref = f.file ->> 'ref'`.execute(db);
  const hers = rows.map(({ file, number, rows: of }) => [file.ref, { number: number ?? 0, rows: of ?? [] }] as const);
  return byRef(rows, new Map(hers));
};

/**
 * The same, and nobody else adds to them until the transaction is over. `read`: how some of them were read a moment ago
 * from the same viewpoint; the events of those to which nothing has been added since, and of which nothing was ever erased,
 * are not read again.
 */
export const takenCases = async (
  db: Db,
  { seesHers }: Viewpoint,
  refs: readonly string[],
  read: readonly StoredCase[] = [],
): Promise<Map<string, Found>> => {
  const asked = addressable(refs);
  if (!seesHers) return takenOfHis(db, asked, read);
  const { rows } = await sql<Row>`select file, his from rubric.take(${asked})`.execute(db);
  // Only once they are taken: what is asked for while one waits is as it was before.
  const hers = await sql<{ ref: string } & Hers>`select ref, number, rows from hers.found(${asked})`.execute(db);
  return byRef(rows, new Map(hers.rows.map(({ ref, ...each }) => [ref, each])));
};

/** The events of what is as it was read come from there. */
const takenOfHis = async (
  db: Db,
  asked: readonly string[],
  read: readonly StoredCase[],
): Promise<Map<string, Found>> => {
  // What was read with sight of her side holds what is hers.
  const before = new Map(read.filter(({ version }) => version.hers === undefined).map((one) => [one.ref, one]));
  const numbers = asked.map((ref) => before.get(ref)?.version.his ?? null);
  const { rows } = await sql<{ file: File; his: HisRow[] | null }>`
    select file, his from rubric.take(${asked}, ${numbers})`.execute(db);
  return new Map(
    rows.map(({ file, his }) => [file.ref, found(file, his ?? [], undefined, his ? undefined : before.get(file.ref))]),
  );
};

/** An address may hold what is no text to a database. */
const addressable = (refs: readonly string[]): string[] => refs.filter((ref) => storable(ref) === ref);

const byRef = (rows: readonly Row[], hers?: ReadonlyMap<string, Hers>): Map<string, Found> =>
  new Map(rows.map(({ file, his }) => [file.ref, found(file, his, hers && (hers.get(file.ref) ?? noneOfHers))]));

const noneOfHers: Hers = { number: 0, rows: [] };
interface Hers {
  number: number;
  rows: readonly HerRow[];
}

const found = (
  { his: number, site, referrer, ...file }: File,
  his: readonly HisRow[],
  hers: Hers | undefined,
  read?: StoredCase,
): Found => {
  const ofHis: StoredCase = {
    ...file,
    ...(site !== null && { site }),
    ...(referrer !== null && { referrer }),
    version: { his: number },
    events: read?.events ?? hisEvents(his),
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
