/** Cases and their events, as the contract has them. */
import { appendAll } from './appending.js';
import { begin } from './beginning.js';
import type { Connections } from './connections.js';
import type { CaseStore, Project, Viewpoint } from './contract.js';
import { definitions } from './definitions.js';
import { listed, named, searchable, storable, waiting } from './listing.js';
import { moved, moveTo } from './moving.js';
import { piled } from './piles.js';
import { foundCases, takenCases } from './reading.js';
import { asOwner, type Reached } from './roles.js';
import { standings } from './standings.js';
import type { Db, Tables } from './tables.js';

/** Takes how the database is reached by its owner, the connections, the clock, and what works out how a case stands. */
export const caseStore = (
  server: Reached,
  connections: Connections,
  { now, project }: { now(): string; project: Project },
): CaseStore => {
  const within = <T>(view: Viewpoint, work: (db: Db) => Promise<T>): Promise<T> =>
    connections.within(view, (db) => work(db.withTables<Tables>()));
  const kept = definitions(connections);
  const standing = standings(connections, kept, { now, project });
  const parts = { within: connections.within, definitions: kept, standings: standing, now };
  return {
    begin: (view, made) => begin(parts, view, made),
    append: async (view, done) => (await appendAll(parts, view, [done]))[0],
    appendAll: (view, done) => appendAll(parts, view, done),
    open: (view, ref) => within(view, async (db) => (await foundCases(db, view, [ref])).get(ref)?.seen),
    openAll: (view, refs) =>
      within(view, async (db) => {
        const found = await foundCases(db, view, [...new Set(refs)]);
        return refs.map((ref) => found.get(ref)?.seen);
      }),
    describe: (view, ref, { name, site }) =>
      within(view, async (db) => {
        const { numUpdatedRows } = await db
          .updateTable('rubric.case_file')
          .set(({ ref: as }) => ({
            name: name === undefined ? as('name') : storable(name),
            name_key: name === undefined ? as('name_key') : searchable(name),
            site: site === undefined ? as('site') : site,
          }))
          .where('ref', '=', ref)
          .executeTakeFirst();
        return numUpdatedRows > 0n;
      }),
    list: (view, query) => within(view, (db) => listed(db, query)),
    names: (view, query) => within(view, (db) => named(db, query)),
    day: (view, asked) => within(view, (db) => piled(db, view, asked)),
    work: (view, until, roles, pile) => within(view, (db) => waiting(db, view, { until, roles, pile })),
    definition: kept.of,
    move: (view, wanted) => within(view, (db) => moveTo(parts, db, view, wanted)),
    moves: (view, ref) => within(view, (db) => moved(db, view, ref)),
    stand: async (transaction, view, ref) => {
      const db = transaction.withTables<Tables>();
      const taken = (await takenCases(db, { ...view, seesHers: false }, [ref])).get(ref);
      if (taken) await standing.keep(db, [taken.ofHis]);
    },
    rebuild: standing.rebuild,
    refresh: standing.refresh,
    erase: async (view, ref, event, because) => {
      const found = await within(view, async (db) => (await foundCases(db, view, [ref])).get(ref));
      if (!found?.seen.events.some(({ id }) => id === event)) return false;
      const said = [view.programme, ref, event, view.person, because, now()];
      const { rows } = await asOwner(server, (client) =>
        client.query<{ emptied: number }>('select rubric.erase($1, $2, $3, $4, $5, $6) as emptied', said),
      );
      await within(view, async (db) => {
        const left = (await takenCases(db, view, [ref])).get(ref);
        if (left) await standing.keep(db, [left.ofHis]);
      });
      return (rows[0]?.emptied ?? 0) > 0;
    },
  };
};
