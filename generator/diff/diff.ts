/** What is different between two definitions, in the language's own terms. */
import type { At, Bundle, ClauseId } from '../../engine/contract/index.js';
import { askedThings } from './asked-things.js';
import { type Change, changesBetween } from './changes.js';
import { courseThings } from './course-things.js';
import { namesOf } from './names.js';
import { type Rename, renamesBetween, withNames } from './renames.js';
import { saidThings } from './said-things.js';
import type { Thing, ThingKind } from './thing.js';
import { bearingOf, readersOf } from './touches.js';

/** One declared thing that came, went, or is not what it was. */
export interface Difference {
  /** As in the map of the bundle: `adult`, `duties/offer-assessment`. */
  key: string;
  what: 'added' | 'removed' | 'changed' | 'renamed';
  kind: ThingKind;
  name: string;
  /** Of what was renamed: its short name before. */
  was?: string;
  clauses: ClauseId[];
  /** Each part that is different, in words. */
  changes: Change[];
  /** Where it stands now, or stood. */
  at?: At;
  /** What of a case may come out otherwise: "who is accepted", "what is due, and when". */
  bears: string;
  /** What reads it, by name. */
  readBy: string[];
}

/** Bundles are laid beside several others, and never change. */
const found = new WeakMap<Bundle, Thing[]>();

const thingsOf = (bundle: Bundle): Thing[] => {
  const side = { bundle, names: namesOf(bundle) };
  const things = found.get(bundle) ?? [...askedThings(side), ...courseThings(side), ...saidThings(side)];
  found.set(bundle, things);
  return things;
};

/** Everything that has a name of its own in a bundle. */
const namesIn = ({ facts, course, map }: Bundle): Set<string> =>
  new Set([
    ...Object.keys(map).map((key) => key.slice(key.lastIndexOf('/') + 1)),
    ...facts.map(({ id }) => id),
    ...(course?.happenings ?? []).map(({ id }) => id),
    ...(course?.duties ?? []).map(({ id }) => id),
    ...(course?.rules ?? []).map(({ id }) => id),
  ]);

/** What reads something renamed is only known for the same once that is looked through; so again, a few times. */
const mostRounds = 4;

const throughNames = (old: Bundle, next: Bundle, things: Thing[]): { old: Bundle; renames: Rename[] } => {
  const known = namesIn(next);
  let now = old;
  const renames: Rename[] = [];
  for (let round = 0; round < mostRounds; round += 1) {
    const fresh = renamesBetween(thingsOf(now), things).filter(({ key }) => !renames.some((one) => one.key === key));
    if (fresh.length === 0) break;
    renames.push(...fresh);
    now = withNames(now, fresh, known);
  }
  return { old: now, renames };
};

const within = (key: string): string => key.slice(0, Math.max(0, key.lastIndexOf('/')));

/** Without the headings of a document that came or went as a whole. */
const topmost = (things: Thing[]): Thing[] => {
  const keys = new Set(things.map(({ key }) => key));
  return things.filter(({ kind, key }) => kind !== 'heading' || !keys.has(within(key)));
};

/**
 * Takes two bundles of one programme; gives what is different in the second, in the order in which things are told: by
 * what they are and say, not by the lines they stand on. Empty where only comments or the order of declarations differ.
 */
export const differences = (before: Bundle, next: Bundle): Difference[] => {
  if (before.digest === next.digest && JSON.stringify(before) === JSON.stringify(next)) return [];
  const nextThings = thingsOf(next);
  const { old, renames } = throughNames(before, next, nextThings);
  const oldThings = thingsOf(old);
  const [had, have] = [
    new Map(oldThings.map((one) => [one.key, one])),
    new Map(nextThings.map((one) => [one.key, one])),
  ];
  const renamed = new Map(renames.map((one) => [one.key, one]));
  const told = (
    what: Difference['what'],
    { key, id, kind, name, clauses, at }: Thing,
    changes: Change[],
  ): Difference => ({
    key,
    what,
    kind,
    name,
    clauses,
    changes,
    ...(at && { at }),
    bears: bearingOf(kind),
    readBy: readersOf(what === 'removed' ? old : next, { id, key, kind }),
  });
  const gone = topmost(oldThings.filter(({ key }) => !have.has(key))).map((one) => told('removed', one, []));
  const here = nextThings.flatMap((one): Difference[] => {
    const earlier = had.get(one.key);
    const rename = renamed.get(one.key);
    const changes = earlier ? changesBetween(earlier.facets, one.facets) : [];
    if (rename)
      return [
        {
          ...told(
            'renamed',
            one,
            changes.filter(({ part }) => part !== 'called'),
          ),
          was: rename.from,
        },
      ];
    return changes.length > 0 ? [told('changed', one, changes)] : [];
  });
  const come = topmost(nextThings.filter(({ key }) => !had.has(key) && !renamed.has(key))).map((one) =>
    told('added', one, []),
  );
  return [...here, ...come, ...gone];
};
