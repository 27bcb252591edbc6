/** What is added to cases, on whichever side it belongs, and what the cases are with it. */
import { sql } from 'kysely';
import { type CaseEvent, sidesOf } from '../../../engine/index.js';
import type { StoredCase } from './contract.js';
import type { Definitions } from './definitions.js';
import type { Found } from './reading.js';
import type { Standings } from './standings.js';
import type { Db } from './tables.js';

export interface Keeping {
  definitions: Definitions;
  standings: Standings;
  now(): string;
}
export interface Adding {
  found: Found;
  events: readonly CaseEvent[];
}

/**
 * Writes what is added to each of these and how they stand with it; gives them as they are then, in the same order. They
 * have to be taken, or new. `isNew`: they have no standing yet.
 */
export const add = async (
  { definitions, standings, now }: Keeping,
  db: Db,
  adding: readonly Adding[],
  isNew = false,
): Promise<Found[]> => {
  if (adding.length === 0) return [];
  const all: Added[] = [];
  for (const { found, events } of adding) {
    const { programme, definition } = found.seen;
    const { added, withdrawn } = sidesOf(
      await definitions.within(db, programme, definition),
      found.seen.events,
      // As it is when it is read again.
      JSON.parse(JSON.stringify(events)) as CaseEvent[],
    );
    all.push(withAdded(found, { added, withdrawn }, now()));
  }
  const moved = all.filter(({ rows }) => isNew || rows.his.length > 0);
  const standing = await standings.of(
    db,
    moved.map(({ found }) => found.ofHis),
  );
  const rows = JSON.stringify(all.map(({ rows }) => rows));
  await sql`select rubric.keep(${now()}, ${rows}, ${standing})`.execute(db);
  return all.map(({ found }) => found);
};

interface Added {
  found: Found;
  rows: { ref: string; his: object[]; hers: object[] };
}

const withAdded = (
  { ofHis, seen }: Found,
  { added, withdrawn }: ReturnType<typeof sidesOf>,
  recorded: string,
): Added => {
  const his: object[] = [];
  const hers: object[] = [];
  for (const each of added) {
    if (each.hers) hers.push({ after: ofHis.version.his + his.length, ...rowOf(each.hers) });
    if (each.his) his.push({ kind: 'event', ...rowOf(each.his) });
  }
  for (const event of withdrawn)
    his.push({ kind: 'withdrawn', event, recorded, payload: JSON.stringify({ withdrawn: event }) });
  const left = [...ofHis.events, ...added.flatMap((each) => each.his ?? [])];
  const now: StoredCase = {
    ...ofHis,
    version: { his: ofHis.version.his + his.length },
    events: left.filter(({ id }) => !withdrawn.includes(id)),
  };
  const whole = seen.version.hers !== undefined && {
    ...now,
    version: { ...now.version, hers: seen.version.hers + hers.length },
    events: [...seen.events, ...added.flatMap((each) => each.hers ?? each.his ?? [])],
  };
  return { found: { ofHis: now, seen: whole || now }, rows: { ref: ofHis.ref, his, hers } };
};

/** As text within the text, so that what was said is kept letter by letter, also what the database takes for no letter. */
const rowOf = (event: CaseEvent): object => ({
  event: event.id,
  recorded: event.recorded,
  payload: JSON.stringify(event),
});
