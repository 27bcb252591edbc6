/** What is added to cases: all of it or nothing, once however often it is asked for, each side in its own stream. */
import { randomInt } from 'node:crypto';
import { sql } from 'kysely';
import pg from 'pg';
import { type Bundle, type CaseEvent, sidesOf } from '../../../engine/index.js';
import type { Connections } from './connections.js';
import type { Append, Appended, CaseStore, NewCase, StoredCase, Version, Viewpoint } from './contract.js';
import type { Definitions } from './definitions.js';
import { searchable, storable } from './listing.js';
import { type Found, foundCases } from './reading.js';
import type { Standings } from './standings.js';
import type { Db, Tables } from './tables.js';

interface Within {
  connections: Pick<Connections, 'within'>;
  definitions: Definitions;
  standings: Standings;
  now(): string;
}

/** Gives `begin` and `appendAll`; `append` is the second with one. */
export const appending = (parts: Within): Pick<CaseStore, 'begin' | 'append' | 'appendAll'> => ({
  begin: (view, made) => begin(parts, view, made),
  append: async (view, done) => (await appendAll(parts, view, [done]))[0],
  appendAll: (view, done) => appendAll(parts, view, done),
});

const appendAll = async (parts: Within, view: Viewpoint, done: readonly Append[]): Promise<(Appended | undefined)[]> =>
  parts.connections.within(view, async (transaction) => {
    const db = transaction.withTables<Tables>();
    const refs = [...new Set(done.map(({ ref }) => storable(ref)))];
    if (refs.length < done.length) throw new RangeError('Each case can be added to once at a time.');
    await sql`select rubric.take(${refs})`.execute(db);
    const found = await foundCases(db, view, refs);
    const repeated = await keysDone(db, view, done);
    const standing = done.map((each) => stateOf(each, found.get(each.ref), repeated.has(keyOf(each))));
    if (standing.some((each) => each === undefined || each.kind === 'overtaken'))
      return standing.map((each) => (each?.kind === 'new' ? { kind: 'undone', case: each.found.seen } : settled(each)));
    const fresh = standing.flatMap((each, n) =>
      each?.kind === 'new' ? [{ ...each.found, done: done[n] as Append }] : [],
    );
    await remember(
      db,
      view,
      fresh.map(({ done: each }) => each),
    );
    await add(
      parts,
      db,
      view,
      fresh.map(({ ofHis, seen, done: each }) => ({ found: { ofHis, seen }, events: each.events })),
    );
    const after = await foundCases(
      db,
      view,
      fresh.map(({ done: each }) => each.ref),
    );
    const cases = fresh.flatMap(({ done: each }) => after.get(each.ref) ?? []);
    await parts.standings.keep(
      db,
      cases.flatMap(({ ofHis }) => (hasMoved(ofHis, found) ? [ofHis] : [])),
    );
    for (const { done: each } of fresh) {
      const now = after.get(each.ref);
      if (now) await each.alongside?.(transaction, now.seen);
    }
    return standing.map((each, n): Appended | undefined => {
      const now = after.get(done[n]?.ref ?? '');
      return each?.kind === 'new' && now ? { kind: 'appended', case: now.seen } : settled(each);
    });
  });

const hasMoved = ({ ref, version }: StoredCase, before: ReadonlyMap<string, Found>): boolean =>
  before.get(ref)?.ofHis.version.his !== version.his;

type State = { kind: 'new' | 'repeated' | 'overtaken'; found: Found };

const stateOf = ({ expected }: Append, found: Found | undefined, isRepeated: boolean): State | undefined => {
  if (!found) return undefined;
  if (isRepeated) return { kind: 'repeated', found };
  return { kind: expected && isPast(found.seen.version, expected) ? 'overtaken' : 'new', found };
};
const isPast = (version: Version, expected: Version): boolean =>
  version.his !== expected.his || (expected.hers !== undefined && version.hers !== expected.hers);

const settled = (state: State | undefined): Appended | undefined =>
  state && { kind: state.kind === 'repeated' ? 'repeated' : 'overtaken', case: state.found.seen };

/** Whoever asks for several cases at once may give them one key. */
const keyOf = ({ ref, key }: Pick<Append, 'ref' | 'key'>): string => `${ref}/${key}`;

/** What somebody who sees her side asks for is noted on her side. */
const noted = ({ seesHers }: Viewpoint) => (seesHers ? 'hers.command' : 'rubric.command');

const keysDone = async (db: Db, view: Viewpoint, done: readonly Append[]): Promise<ReadonlySet<string>> => {
  const rows = await db
    .selectFrom(noted(view))
    .select('key')
    .where('key', 'in', done.map(keyOf).map(storable))
    .execute();
  return new Set(rows.map(({ key }) => key));
};
const remember = async (db: Db, view: Viewpoint, done: readonly Append[]): Promise<void> => {
  const { programme, person } = view;
  if (done.length === 0) return;
  await db
    .insertInto(noted(view))
    .values(done.map((each) => ({ programme, person, key: keyOf(each), ref: each.ref })))
    .execute();
};

interface Adding {
  found: Found;
  events: readonly CaseEvent[];
}

/** Writes what is added to each, on whichever side it belongs. */
const add = async (parts: Within, db: Db, { programme }: Viewpoint, adding: readonly Adding[]): Promise<void> => {
  const rows: object[] = [];
  for (const { found, events } of adding) {
    const { ref, definition } = found.seen;
    const bundle = await parts.definitions.within(db, programme, definition);
    rows.push({ ref, ...rowsOf(bundle, found.seen, events, parts.now()) });
  }
  if (rows.length === 0) return;
  await sql`select rubric.append(each ->> 'ref', ${parts.now()}, each -> 'his', each -> 'hers')
    from json_array_elements(${JSON.stringify(rows)}::json) each`.execute(db);
};

const rowsOf = (
  bundle: Bundle,
  { version, events }: Pick<StoredCase, 'version' | 'events'>,
  adding: readonly CaseEvent[],
  now: string,
): { his: object[]; hers: object[] } => {
  const { added, withdrawn } = sidesOf(bundle, events, adding);
  const his: object[] = [];
  const hers: object[] = [];
  for (const each of added) {
    if (each.hers) hers.push({ after: version.his + his.length, ...rowOf(each.hers) });
    if (each.his) his.push({ kind: 'event', ...rowOf(each.his) });
  }
  for (const event of withdrawn)
    his.push({ kind: 'withdrawn', event, recorded: now, payload: JSON.stringify({ withdrawn: event }) });
  return { his, hers };
};
/** As text within the text, so that what was said is kept letter by letter, also what the database takes for no letter. */
const rowOf = (event: CaseEvent): object => ({
  event: event.id,
  recorded: event.recorded,
  payload: JSON.stringify(event),
});

const begin = async (parts: Within, view: Viewpoint, made: NewCase): Promise<StoredCase> => {
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
  parts: Within,
  view: Viewpoint,
  { bundle, key, events, alongside, ...made }: NewCase,
  ref: string,
): Promise<StoredCase> =>
  parts.connections.within(view, async (transaction) => {
    const db = transaction.withTables<Tables>();
    const { programme, person } = view;
    const isNew = await db
      .insertInto('rubric.command')
      .values({ programme, person, key: `begin/${key}`, ref })
      .onConflict((on) => on.doNothing())
      .executeTakeFirst();
    if (isNew.numInsertedOrUpdatedRows === 0n) return begunBefore(db, view, key);
    await parts.definitions.keep(db, programme, bundle);
    const began = parts.now();
    const { form, site, demonstration = false } = made;
    const name = storable(made.name);
    const referrer = made.referrer ?? (view.side === 'outside' ? person : undefined);
    await db
      .insertInto('rubric.case_file')
      .values({
        programme,
        ref,
        name,
        name_key: searchable(name),
        site,
        form,
        referrer,
        definition: bundle.digest,
        demonstration,
        began,
        changed: began,
      })
      .execute();
    const empty = (await foundCases(db, view, [ref])).get(ref);
    if (!empty) throw new RangeError('A case can be begun only at a site, or by a referrer, of one’s own.');
    await add(parts, db, view, [{ found: empty, events }]);
    const found = (await foundCases(db, view, [ref])).get(ref) as Found;
    await parts.standings.keep(db, [found.ofHis]);
    await alongside?.(transaction, found.seen);
    return found.seen;
  });

const begunBefore = async (db: Db, view: Viewpoint, key: string): Promise<StoredCase> => {
  const { ref } = await db
    .selectFrom('rubric.command')
    .select('ref')
    .where('key', '=', `begin/${key}`)
    .executeTakeFirstOrThrow();
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
