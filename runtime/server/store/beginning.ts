/** Cases that are begun, each once however often it is asked for. */
import { randomInt } from 'node:crypto';
import pg from 'pg';
import { add, type Keeping } from './adding.js';
import type { Connections } from './connections.js';
import type { NewCase, StoredCase, Viewpoint } from './contract.js';
import { searchable, storable } from './listing.js';
import { foundCases } from './reading.js';
import type { Db, Tables } from './tables.js';

/** Takes what a case is begun with; gives it. Throws a RangeError for one that would be out of sight of who begins it. */
export const begin = async (
  parts: Keeping & Pick<Connections, 'within'>,
  view: Viewpoint,
  made: NewCase,
): Promise<StoredCase> => {
  for (;;) {
    try {
      return await beginAs(parts, view, made, newReference());
    } catch (fault) {
      // Two of a million million are alike.
      if (!(fault instanceof pg.DatabaseError && fault.constraint === 'case_file_pkey')) throw fault;
    }
  }
};

const beginAs = async (
  parts: Keeping & Pick<Connections, 'within'>,
  view: Viewpoint,
  made: NewCase,
  ref: string,
): Promise<StoredCase> =>
  parts.within(view, async (transaction) => {
    const db = transaction.withTables<Tables>();
    const { programme, person } = view;
    const key = keyOf(made);
    const isNew = await db
      .insertInto('rubric.command')
      .values({ programme, person, key, ref })
      .onConflict((on) => on.doNothing())
      .executeTakeFirst();
    if (isNew.numInsertedOrUpdatedRows === 0n) return begunBefore(db, view, key);
    await parts.definitions.keep(db, programme, made.bundle);
    await insertFile(db, view, made, { ref, began: parts.now() });
    const empty = (await foundCases(db, view, [ref])).get(ref);
    if (!empty) throw new RangeError('A case can be begun only at a site, or by a referrer, of one’s own.');
    const [found = empty] = await add(parts, db, [{ found: empty, events: made.events }], true);
    await made.alongside?.(transaction, found.seen);
    return found.seen;
  });

const keyOf = ({ key }: NewCase): string => `begin/${storable(key)}`;

const insertFile = async (
  db: Db,
  { programme, side, person }: Viewpoint,
  { name, form, site, referrer, bundle, demonstration = false }: NewCase,
  { ref, began }: { ref: string; began: string },
): Promise<void> => {
  await db
    .insertInto('rubric.case_file')
    .values({
      programme,
      ref,
      name: storable(name),
      name_key: searchable(name),
      site,
      form,
      referrer: referrer ?? (side === 'outside' ? person : undefined),
      definition: bundle.digest,
      demonstration,
      began,
      changed: began,
    })
    .execute();
};

const begunBefore = async (db: Db, view: Viewpoint, key: string): Promise<StoredCase> => {
  const { ref } = await db.selectFrom('rubric.command').select('ref').where('key', '=', key).executeTakeFirstOrThrow();
  const found = (await foundCases(db, view, [ref])).get(ref);
  if (!found) throw new RangeError('Somebody else has begun a case with this key.');
  return found.seen;
};

/** Without letters that are taken for figures. */
const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const newReference = (): string => {
  const four = (): string => Array.from({ length: 4 }, () => letters[randomInt(letters.length)]).join('');
  return `${four()}-${four()}`;
};
