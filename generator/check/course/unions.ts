/** Records that are any of several events: what each of them comes to. */
import type { Happening, Id } from '../../../engine/contract/index.js';
import type { WrittenRecord } from '../../language/constructs/records.js';
import { type Named, placeOf } from '../../language/shape/shape.js';
import type { Problem } from '../../problem/problem.js';
import { raiseRecord } from './record-problems.js';

type Report = (problem: Problem) => void;
type Happenings = Map<Id, Happening>;

/** What says who records something, of whom, and what is asked: nothing of what is not recorded itself. */
const ofTheRecorded = ['asks', 'by', 'about'] as const;

/**
 * Takes the records and all that can happen; makes each that is any of several events a list of those that are recorded.
 * One that is not understood is left as it is, and was reported.
 */
export const joinEvents = (records: Named<WrittenRecord>[], happenings: Happenings, report: Report): void => {
  const written = new Map(records.flatMap(({ id, value }) => (value?.['any-of'] ? [[id, value] as const] : [])));
  const membersOf = (id: Id, path: Id[]): Id[] =>
    (written.get(id)?.['any-of'] ?? []).flatMap(({ value, at }) => {
      const round = path.indexOf(value);
      if (round >= 0) {
        // A circle is told once: of those in it, where the first by name stands.
        if (value === path[0] && value === path.toSorted()[0])
          report(raiseRecord('record/goes-round', at, { path: [...path, value] }));
        return [];
      }
      if (written.has(value)) return membersOf(value, [...path, value]);
      if (happenings.has(value)) return [value];
      if (path.length === 1)
        report(raiseRecord('record/no-such-event', at, { id, name: value, known: [...happenings.keys()] }));
      return [];
    });
  for (const [id, value] of written) {
    for (const key of ofTheRecorded)
      if (value[key] !== undefined)
        report(raiseRecord('record/not-with-any-of', placeOf(value[key], value.at), { id, key }));
    const found = happenings.get(id);
    if (found?.source === 'any') happenings.set(id, joined(found, [...new Set(membersOf(id, [id]))], happenings));
  }
};

/** It is hers where one of them is; and of one session or entry where all of them are. */
const joined = ({ about: _, ...found }: Happening, anyOf: Id[], happenings: Happenings): Happening => {
  const all = anyOf.flatMap((each) => happenings.get(each) ?? []);
  const [about, ...others] = new Set(all.map((each) => each.about));
  return {
    ...found,
    anyOf,
    hers: all.some(({ hers }) => hers),
    ...(about !== undefined && others.length === 0 && { about }),
  };
};
