/** How cases stand, kept beside them: written with what was appended, and worked out again. */
import { sql } from 'kysely';
import type { Bundle } from '../../../engine/contract/index.js';
import { canonicalJson, stages } from '../../../engine/index.js';
import type { Connections } from './connections.js';
import type { Project, Standing, StoredCase, Viewpoint } from './contract.js';
import type { Definitions } from './definitions.js';
import { storable } from './listing.js';
import { takenCases } from './reading.js';
import { type SignOff, signOffStore } from './sign-off-store.js';
import type { Db, Tables } from './tables.js';
import { keptBy } from './whose-work.js';

export interface Standings {
  /** How these stand, as the database takes it. */
  of(db: Db, cases: readonly StoredCase[]): Promise<string>;
  /** Works out how these stand, and keeps it, in the transaction that is under way. */
  keep(db: Db, cases: readonly StoredCase[]): Promise<void>;
  rebuild(view: Viewpoint): Promise<{ cases: number; differed: number }>;
  refresh(view: Viewpoint, today: string): Promise<number>;
}

/** As many at a time as nobody has to wait for. */
const batch = 50;

export const standings = (
  connections: Pick<Connections, 'within'>,
  kept: Definitions,
  { now, project }: { now(): string; project: Project },
): Standings => {
  const within = <T>(view: Viewpoint, work: (db: Db) => Promise<T>): Promise<T> =>
    connections.within(view, (db) => work(db.withTables<Tables>()));
  const allOf = async (db: Db, cases: readonly StoredCase[]): Promise<(readonly [string, Standing])[]> => {
    const each: (readonly [StoredCase, Bundle])[] = [];
    for (const one of cases) each.push([one, await kept.within(db, one.programme, one.definition)]);
    const together = each.flatMap(([{ ref }, { decision }]) => (decision?.jointly ? [ref] : []));
    const signed = together.length === 0 ? new Map<string, SignOff[]>() : await signOffStore.ofAll(db, together);
    return each.map(([one, bundle]) => [one.ref, project(one, bundle, now(), signed.get(one.ref) ?? [])]);
  };

  const again = async (view: Viewpoint, refs: readonly string[]): Promise<number> =>
    within(view, async (db) => {
      const found = [...(await takenCases(db, { ...view, seesHers: false }, refs)).values()];
      const before = await standingsOf(db, refs);
      const after = await allOf(
        db,
        found.map(({ ofHis }) => ofHis),
      );
      const differing = after.filter(([ref, standing]) => before.get(ref) !== asKept(standing));
      await write(db, differing);
      return differing.length;
    });

  const inBatches = async (view: Viewpoint, refs: readonly string[]): Promise<number> => {
    let differed = 0;
    for (let at = 0; at < refs.length; at += batch) differed += await again(view, refs.slice(at, at + batch));
    return differed;
  };

  return {
    of: async (db, cases) => asTaken(await allOf(db, cases)),
    keep: async (db, cases) => write(db, await allOf(db, cases)),
    rebuild: async (view) => {
      const refs = await within(view, (db) => db.selectFrom('rubric.case_file').select('ref').orderBy('ref').execute());
      return {
        cases: refs.length,
        differed: await inBatches(
          view,
          refs.map(({ ref }) => ref),
        ),
      };
    },
    refresh: async (view, today) => {
      const refs = await within(view, (db) =>
        db
          .selectFrom('rubric.case_file')
          .select('ref')
          .where((where) => where.or([where('as_of', '<', today), where('as_of', 'is', null)]))
          .orderBy('ref')
          .execute(),
      );
      await inBatches(
        view,
        refs.map(({ ref }) => ref),
      );
      return refs.length;
    },
  };
};

/** Both places where it is kept, in one text to compare by. */
const asKept = ({ work, ...standing }: Standing): string => canonicalJson([standing, work]);

const standingsOf = async (db: Db, refs: readonly string[]): Promise<Map<string, string>> => {
  const { rows } = await sql<{ ref: string; standing: Standing | null; work: Standing['work'] }>`
    select f.ref, f.standing, coalesce((select json_agg(w.item order by w.ordinal) from rubric.work w
      where w.programme = f.programme and w.ref = f.ref), '[]') as work
    from rubric.case_file f where f.ref = any(${refs})`.execute(db);
  return new Map(rows.map(({ ref, standing, work }) => [ref, canonicalJson([standing, work])]));
};

const write = async (db: Db, all: readonly (readonly [string, Standing])[]): Promise<void> => {
  if (all.length > 0) await sql`select rubric.stand(${asTaken(all)})`.execute(db);
};

/** Each standing and each thing that waits is a text within the text: what is kept already is told by it, unread. */
const asTaken = (all: readonly (readonly [string, Standing])[]): string =>
  JSON.stringify({
    cases: all.map(([ref, { work, ...standing }]) => ({
      ref,
      standing: textOf(standing),
      asOf: standing.asOf,
      stage: standing.stage,
      order: (stages as readonly string[]).indexOf(standing.stage),
      closed: standing.closed,
      group: standing.group,
      due: work.flatMap(({ due, seenBy }) => (seenBy ? [] : (due ?? []))).sort()[0],
      credited: standing.credited,
      sessions: standing.sessions,
    })),
    work: all.flatMap(([ref, { work }]) =>
      work.map((item, n) => ({ ref, ordinal: n + 1, roles: keptBy(item), due: item.due, item: textOf(item) })),
    ),
  });

const textOf = (value: object): string =>
  JSON.stringify(value, (_, each) => (typeof each === 'string' ? storable(each) : each));
