/** Whether what is kept is what was recorded. Worked out here again, and not by the database whose rows are doubted. */
import { createHash } from 'node:crypto';
import { type Kysely, sql } from 'kysely';
import { ownerOf } from './connections.js';
import type { Tampered } from './contract.js';
import type { Reached } from './roles.js';

export interface Verified {
  cases: number;
  rows: number;
  /** The first row that does not agree, by programme and reference, his side before hers. */
  tampered?: Tampered;
}

type Stream = Tampered['stream'];
interface Row {
  number: number;
  /** Of his: whether it happened or was withdrawn. Of hers: how far his had come. */
  place: string;
  event: string;
  person: string;
  recorded: string;
  payload: string | null;
  digest: Buffer;
  hash: Buffer;
  erased: boolean;
}
interface Chain {
  programme: string;
  ref: string;
  stream: Stream;
  number: number;
  head: Buffer;
  rows: Row[];
}

const batch = 200;

/**
 * Reads every row of every case as the owner. What it cannot tell: that a whole case is gone, or that somebody who may write
 * everywhere took away the last rows of one and set back how far it had come; a back-up kept elsewhere tells that.
 */
export const verify = async (server: Reached): Promise<Verified> => {
  const db = ownerOf(server);
  try {
    return await db
      .transaction()
      .setIsolationLevel('repeatable read')
      .execute((each) => verifyAll(each));
  } finally {
    await db.destroy();
  }
};

const verifyAll = async (db: Kysely<unknown>): Promise<Verified> => {
  const verified: Verified = { cases: 0, rows: 0 };
  for (let last = { programme: '', ref: '' }; ; ) {
    const { rows: files } = await sql<{ programme: string; ref: string }>`
      select programme, ref from rubric.case_file
      where (programme, ref) > (${last.programme}, ${last.ref}) order by programme, ref limit ${batch}`.execute(db);
    const end = files.at(-1);
    if (!end) return verified;
    const his = await chainsOf(db, 'his', last, end);
    const hers = new Map((await chainsOf(db, 'hers', last, end)).map((each) => [keyOf(each), each]));
    for (const each of his) {
      verified.cases += 1;
      for (const chain of [each, hers.get(keyOf(each))]) {
        if (!chain) continue;
        verified.rows += chain.rows.length;
        const tampered = broken(chain);
        if (tampered) return { ...verified, tampered };
      }
    }
    last = end;
  }
};

const keyOf = ({ programme, ref }: { programme: string; ref: string }): string => `${programme}/${ref}`;

type Key = { programme: string; ref: string };
const chainsOf = async (db: Kysely<unknown>, stream: Stream, after: Key, to: Key): Promise<Chain[]> => {
  const [heads, events, erasures, number, place] =
    stream === 'his'
      ? ['rubric.case_file', 'rubric.case_event', 'rubric.erasure', 'his', 'kind']
      : ['hers.stream', 'hers.case_event', 'hers.erasure', 'number', 'after'];
  const bounds = sql`(programme, ref) > (${after.programme}, ${after.ref}) and (programme, ref) <= (${to.programme}, ${to.ref})`;
  const { rows: chains } = await sql<Chain>`
    select programme, ref, ${stream} as stream, ${sql.ref(number)} as number, head from ${sql.table(heads)}
    where ${bounds} order by programme, ref`.execute(db);
  const { rows } = await sql<Row & Key>`
    select programme, ref, number, ${sql.ref(place)}::text as place, event, person, recorded, payload::text as payload,
      digest, hash, exists (select from ${sql.table(erasures)} x
        where x.programme = e.programme and x.ref = e.ref and x.event = e.event) as erased
    from ${sql.table(events)} e where ${bounds} order by programme, ref, number`.execute(db);
  const by = new Map(chains.map((each) => [keyOf(each), { ...each, rows: [] as Row[] }]));
  for (const row of rows) by.get(keyOf(row))?.rows.push(row);
  return [...by.values()];
};

/** The first row that does not agree, if there is one. */
const broken = (chain: Chain): Tampered | undefined => {
  const { programme, ref, stream } = chain;
  const at = (number: number, because: string): Tampered => ({ programme, ref, stream, number, because });
  let before: Buffer = Buffer.alloc(32);
  for (const [n, row] of chain.rows.entries()) {
    if (row.number > n + 1) return at(n + 1, 'it is not there any more');
    if (row.number < n + 1) return at(row.number, 'its number was given before');
    if (row.payload === null && !row.erased) return at(row.number, 'it was emptied, and nobody is on record for it');
    if (row.payload !== null && !row.digest.equals(sha256(row.payload)))
      return at(row.number, 'what it says is not what was recorded');
    if (!row.hash.equals(chained(before, row, chain)))
      return at(row.number, 'it does not follow from what is before it');
    before = row.hash;
  }
  if (chain.rows.length < chain.number) return at(chain.rows.length + 1, 'it is not there any more');
  if (chain.rows.length > chain.number) return at(chain.number + 1, 'it was not recorded by this store');
  return before.equals(chain.head) ? undefined : at(chain.number, 'it is not the last that was recorded');
};

const sha256 = (...parts: (string | Buffer)[]): Buffer => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest();
};

/** As the function `rubric.chained` of the database. */
const chained = (before: Buffer, row: Row, { stream, programme, ref }: Chain): Buffer => {
  const parts = [stream, programme, ref, String(row.number), row.place, row.event, row.person, row.recorded];
  return sha256(before, parts.map((part) => `${Buffer.byteLength(part)}:${part}`).join(','), row.digest);
};
