/** How labels flow: what is computed from what is kept apart is kept apart with it, however far it is carried. */
import type { Course, Document, Id } from '../../../engine/contract/index.js';
import type { Paths } from '../information/seeds.js';
import type { Thing } from '../information/things.js';
import type { NamedIn } from './walk.js';

const keysOf = (named: NamedIn): string[] => [
  ...[...named.facts].map((id) => `fact ${id}`),
  ...[...named.events].map((id) => `event ${id}`),
  ...[...named.duties].map((id) => `duty ${id}`),
  ...[...named.rules].map((id) => `rule ${id}`),
];

/** The first way to something kept apart among what is named. */
export const firstOf = (named: NamedIn, paths: Paths): Id[] | undefined => {
  const key = keysOf(named).find((each) => paths.has(each));
  return key === undefined ? undefined : paths.get(key);
};

/** Entries of which several are kept apart from one another: what is of one of them alone is its own. */
interface OwnEntries {
  entries: Id;
  /** What is of one entry, and kept apart from all that is not of that same one. */
  seeds: Paths;
}

/** Takes all that can carry a label and where one begins; gives the way to it of all that carries it. */
export const flow = (things: readonly Thing[], seeds: Paths, own?: OwnEntries): Paths => {
  const paths: Paths = new Map(seeds);
  const wayFrom = ({ named, within, listing }: Thing): Id[] | undefined => {
    const isOwn = own !== undefined && within === own.entries;
    if (isOwn && listing) return undefined;
    return firstOf(named, paths) ?? (own && !isOwn ? firstOf(named, own.seeds) : undefined);
  };
  for (let found = true; found; ) {
    found = false;
    for (const thing of things) {
      if (paths.has(thing.key)) continue;
      const path = wayFrom(thing);
      if (!path) continue;
      paths.set(thing.key, [thing.id, ...path]);
      found = true;
    }
  }
  return paths;
};

/** Gives the course and the documents with everything labelled that is hers. */
export const labelled = <T extends { course?: Course; documents?: Document[] }>(whole: T, paths: Paths): T => {
  const label = <O extends { id: Id; hers: boolean }>(kind: string, all: O[]): O[] =>
    all.map((each) => ({ ...each, hers: each.hers || paths.has(`${kind} ${each.id}`) }));
  const { course, documents } = whole;
  return {
    ...whole,
    ...(course && {
      course: {
        ...course,
        happenings: label('event', course.happenings),
        derived: label('fact', course.derived),
        rules: label('rule', course.rules),
        duties: label('duty', course.duties),
      },
    }),
    ...(documents && { documents: label('document', documents) }),
  };
};
