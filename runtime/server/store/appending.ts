/** What is added to cases that are there: all of it or nothing, and once however often it is asked for. */
import { add, type Keeping } from './adding.js';
import type { Connections } from './connections.js';
import type { Append, Appended, StoredCase, Version, Viewpoint } from './contract.js';
import { storable } from './listing.js';
import { type Found, takenCases } from './reading.js';
import type { Db, Tables } from './tables.js';

/** Takes what is to be added to several cases; gives of each how it came out, in the order in which they were given. */
export const appendAll = async (
  parts: Keeping & Pick<Connections, 'within'>,
  view: Viewpoint,
  done: readonly Append[],
): Promise<(Appended | undefined)[]> => {
  if (done.length === 0) return [];
  const refs = [...new Set(done.map(({ ref }) => storable(ref)))];
  if (refs.length < done.length) throw new RangeError('Each case can be added to once at a time.');
  const outcome = parts.within(view, async (transaction) => {
    const db = transaction.withTables<Tables>();
    const read = done.flatMap((each) => each.read ?? []);
    const found = await takenCases(db, view, refs, read);
    const fresh = await remember(
      db,
      view,
      done.filter(({ ref }) => found.has(ref)),
    );
    const states = done.map((each) => stateOf(each, found.get(each.ref), fresh));
    if (states.some(({ kind }) => kind === 'missing' || kind === 'overtaken')) throw new Undone(states);
    const added = states.flatMap((state) => (state.kind === 'new' ? [state] : []));
    const after = await add(
      parts,
      db,
      added.map(({ found, append }) => ({ found, events: append.events })),
    );
    const now = new Map(after.map(({ seen }) => [seen.ref, seen]));
    for (const { append } of added) await append.alongside?.(transaction, now.get(append.ref) as StoredCase);
    return states.map((state) => outcomeOf(state, now.get(state.append.ref)));
  });
  return outcome.catch((fault) => {
    if (fault instanceof Undone) return fault.states.map((state) => outcomeOf(state));
    throw fault;
  });
};

type State = { append: Append } & (
  | { kind: 'missing'; found?: never }
  | { kind: 'new' | 'repeated' | 'overtaken'; found: Found }
);

/** Takes back what the transaction has done, and says why nothing was kept. */
class Undone extends Error {
  constructor(readonly states: readonly State[]) {
    super('Nothing was kept.');
  }
}

const stateOf = (append: Append, found: Found | undefined, fresh: ReadonlySet<string>): State => {
  if (!found) return { kind: 'missing', append };
  if (!fresh.has(keyOf(append))) return { kind: 'repeated', append, found };
  return { kind: isPast(found.seen.version, append.expected) ? 'overtaken' : 'new', append, found };
};
const isPast = (version: Version, expected: Version | undefined): boolean =>
  expected !== undefined &&
  (version.his !== expected.his || (expected.hers !== undefined && version.hers !== expected.hers));

const outcomeOf = ({ kind, found }: State, now?: StoredCase): Appended | undefined => {
  if (kind === 'missing') return undefined;
  if (kind !== 'new') return { kind, case: found.seen };
  return now ? { kind: 'appended', case: now } : { kind: 'undone', case: found.seen };
};

/** Whoever asks for several cases at once may give them one key. */
const keyOf = ({ ref, key }: Pick<Append, 'ref' | 'key'>): string => storable(`${ref}/${key}`);

/** Gives those keys that were not there before. What somebody who sees her side asks for is noted on her side. */
const remember = async (db: Db, view: Viewpoint, done: readonly Append[]): Promise<ReadonlySet<string>> => {
  if (done.length === 0) return new Set();
  const { programme, person, seesHers } = view;
  const rows = await db
    .insertInto(seesHers ? 'hers.command' : 'rubric.command')
    .values(done.map((each) => ({ programme, person, key: keyOf(each), ref: each.ref })))
    .onConflict((on) => on.doNothing())
    .returning('key')
    .execute();
  return new Set(rows.map(({ key }) => key));
};
