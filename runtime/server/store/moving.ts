/** A case is given another version of its definition: the change and the record of it are one. */
import { sql } from 'kysely';
import type { Keeping } from './adding.js';
import type { Move, Moved, Viewpoint } from './contract.js';
import { storable } from './listing.js';
import { takenCases } from './reading.js';
import type { Db } from './tables.js';

/** Within a transaction that has begun. Asking twice with one key does it once. */
export const moveTo = async (
  { definitions, standings, now }: Keeping,
  db: Db,
  view: Viewpoint & { name: string },
  { ref, key, was, bundle, because, expected }: Move,
): Promise<'moved' | 'overtaken' | undefined> => {
  const found = (await takenCases(db, { ...view, seesHers: false }, [ref])).get(ref)?.ofHis;
  if (!found) return undefined;
  const { programme } = view;
  const { rows } = await sql`select from rubric.move where programme = ${programme} and key = ${key}`.execute(db);
  if (rows.length > 0) return 'moved';
  if (found.definition !== was || found.version.his !== expected.his) return 'overtaken';
  await definitions.keep(db, programme, bundle);
  await sql`insert into rubric.move (programme, ref, key, was, definition, because, person, name, role, at)
    values (${programme}, ${ref}, ${key}, ${was}, ${bundle.digest}, ${storable(because)}, ${view.person}, ${view.name},
      ${view.role}, ${now()})`.execute(db);
  await db.updateTable('rubric.case_file').set({ definition: bundle.digest }).where('ref', '=', ref).execute();
  await standings.keep(db, [{ ...found, definition: bundle.digest }]);
  return 'moved';
};

/** The latest first. */
export const moved = async (db: Db, { programme }: Viewpoint, ref: string): Promise<Moved[]> => {
  const { rows } = await sql<Moved>`select was, definition, because, name, role, at from rubric.move
    where programme = ${programme} and ref = ${ref} order by number desc`.execute(db);
  return rows;
};
