/** What two people say of one man at one session, the second without having seen what the first said. */
import type { Id } from '../../../engine/contract/index.js';
import { type Entry, isSameEntry, nothingSaid } from './entry.js';

/** What belongs together: whoever changes a part of it means the whole of it. */
const parts = [
  ['presence', 'caughtUp', 'both'],
  ['contact', 'contactOn'],
  ['why'],
] as const satisfies readonly (readonly (keyof Entry)[])[];

const only = (entry: Entry, names: readonly (keyof Entry)[]): Entry => ({
  ...nothingSaid,
  ...Object.fromEntries(names.map((name) => [name, entry[name]])),
});
const record = (entry: Entry, what: Id): Entry => ({ ...nothingSaid, records: { [what]: entry.records[what] ?? {} } });

/** Of one part: whose it is. Where both changed it, and to other things, it is contested. */
const whose = (typed: Entry, seen: Entry, now: Entry): 'theirs' | 'his' | 'contested' => {
  if (isSameEntry(typed, seen) || isSameEntry(typed, now)) return 'theirs';
  return isSameEntry(seen, now) ? 'his' : 'contested';
};

export interface Meant {
  entry: Entry;
  /** Both changed the same, and to other things: what he typed stands in `entry`. */
  isContested: boolean;
}

/**
 * Takes what somebody typed, what stood recorded when he saw it and what does now. What he left as he saw it follows what
 * others recorded since, part by part, so that nothing of theirs is lost for his not having seen it.
 */
export const meantBy = (typed: Entry, seen: Entry, now: Entry): Meant => {
  const whats = [...new Set([typed, seen, now].flatMap(({ records }) => Object.keys(records)))];
  const ofParts = parts.map((names) => ({ names, by: whose(only(typed, names), only(seen, names), only(now, names)) }));
  const ofRecords = whats.map((what) => ({
    what,
    by: whose(record(typed, what), record(seen, what), record(now, what)),
  }));
  const entry: Entry = {
    ...typed,
    ...Object.fromEntries(
      ofParts.flatMap(({ names, by }) => (by === 'theirs' ? names.map((name) => [name, now[name]]) : [])),
    ),
    records: Object.fromEntries(
      ofRecords.flatMap(({ what, by }) => {
        const said = (by === 'theirs' ? now : typed).records[what];
        return said ? [[what, said]] : [];
      }),
    ),
  };
  return { entry, isContested: [...ofParts, ...ofRecords].some(({ by }) => by === 'contested') };
};
