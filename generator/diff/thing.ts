/** One declared thing of a bundle with all of its parts in words, to be laid beside the same one of another bundle. */
import type { Bundle, ClauseId, Id, Origin } from '../../engine/contract/index.js';
import type { ImplementationKind } from '../trace/implementations.js';
import { type Facet, setOf, words } from './changes.js';
import type { Names } from './names.js';

export type ThingKind = ImplementationKind | 'clause' | 'topic that is not stated';

export interface Thing {
  /** As in the bundle's `map`, where it is there. */
  key: string;
  id: Id;
  kind: ThingKind;
  name: string;
  clauses: ClauseId[];
  at?: Origin['at'];
  facets: Facet[];
}
/** A bundle, and what its things are called. */
export interface Side {
  bundle: Bundle;
  names: Names;
}

/** What everything has that answers to the document. */
const originFacets = ({ clauses, reading, ours }: Pick<Origin, 'clauses' | 'reading' | 'ours'>): Facet[] => [
  setOf('clause', clauses),
  words('how it was read', reading),
  words('why it is here', ours),
];

export const thing = (key: string, id: Id, kind: ThingKind, name: string, origin: Origin, facets: Facet[]): Thing => ({
  key,
  id,
  kind,
  name,
  clauses: origin.clauses,
  at: origin.at,
  facets: [...facets, ...originFacets(origin)],
});

/** Words that are the thing's own: what only repeats its clause is told of with the clause. */
export const ownWords = (part: string, says: string, { clauses }: Origin, { bundle }: Side): Facet => {
  const cited = bundle.clauses.find(({ id }) => id === clauses[0])?.says;
  return words(part, says === cited ? undefined : says);
};
