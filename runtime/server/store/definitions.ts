/** The definitions that cases are decided by, kept from the first case on. */
import type { Bundle } from '../../../engine/index.js';
import type { Connections } from './connections.js';
import type { Viewpoint } from './contract.js';
import type { Db, Tables } from './tables.js';

export interface Definitions {
  /** Keeps one, if it is not. */
  keep(db: Db, programme: string, bundle: Bundle): Promise<void>;
  of(programme: string, digest: string): Promise<Bundle | undefined>;
  /** Within a transaction that has begun. Throws where it is not kept, which would be our own fault. */
  within(db: Db, programme: string, digest: string): Promise<Bundle>;
}

/** What the server does by itself, of its own accord: it sees his side of every case of the programme. */
export const ofItself = (programme: string): Viewpoint => ({
  programme,
  person: 'system',
  role: 'system',
  side: 'inside',
  seesHers: false,
  sites: 'all',
});

/** They never change, so each is read once. */
export const definitions = ({ within }: Pick<Connections, 'within'>): Definitions => {
  const known = new Map<string, Bundle>();
  const key = (programme: string, digest: string): string => `${programme}/${digest}`;
  const read = async (db: Db, programme: string, digest: string): Promise<Bundle | undefined> => {
    const kept = known.get(key(programme, digest));
    if (kept) return kept;
    const row = await db
      .selectFrom('rubric.definition')
      .select('bundle')
      .where('programme', '=', programme)
      .where('digest', '=', digest)
      .executeTakeFirst();
    // Read as JSON by the driver.
    const bundle = row?.bundle as Bundle | undefined;
    if (bundle) known.set(key(programme, digest), bundle);
    return bundle;
  };
  return {
    keep: async (db, programme, bundle) => {
      if (known.has(key(programme, bundle.digest))) return;
      await db
        .insertInto('rubric.definition')
        .values({ programme, digest: bundle.digest, bundle: JSON.stringify(bundle) })
        .onConflict((on) => on.doNothing())
        .execute();
    },
    // Of one that is known the database is not asked at all.
    of: async (programme, digest) =>
      known.get(key(programme, digest)) ??
      within(ofItself(programme), (db) => read(db.withTables<Tables>(), programme, digest)),
    within: async (db, programme, digest) => {
      const bundle = await read(db, programme, digest);
      if (!bundle) throw new Error(`The definition ${digest} of a case is not kept.`);
      return bundle;
    },
  };
};
