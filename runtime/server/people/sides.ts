/** Which side of a programme a role works on, as its definition says now. */
import type { Bundle, Id } from '../../../engine/contract/index.js';
import { herSideOf, isInside, seenByRole } from '../../../engine/index.js';
import type { Library } from '../../definition/library.js';
import type { Grant } from '../access/actor.js';
import type { GrantRow, InsideSide } from '../store/people-store.js';

/** The definition in force of a programme, if there is one. */
export const bundleIn = (library: Pick<Library, 'find'>, programme: string): Bundle | undefined =>
  library.find(programme)?.loaded().bundle;

/** Whether a role may see what is hers. */
export const seesHers = (bundle: Bundle, role: Id): boolean =>
  isInside(bundle, role) && (seenByRole(bundle, role).has('hers') || herSideOf(bundle.people).isSupporter(role));

/** `hers` for a role that may see her side, `his` for every other one inside, null outside. */
export const sideOfRole = (bundle: Bundle, role: Id): InsideSide | null => {
  if (!isInside(bundle, role)) return null;
  return seesHers(bundle, role) ? 'hers' : 'his';
};

/** Roles that somebody can be given: all inside, and of those outside whoever fills in a form of their own. */
export const rolesToGive = (bundle: Bundle): Bundle['people'] => {
  const { isHer } = herSideOf(bundle.people);
  return bundle.people.filter(
    ({ id, side }) => side === 'inside' || (!isHer(id) && bundle.forms.some((form) => form.from.includes(id))),
  );
};

/**
 * What somebody may act in now. A role that the definition no longer has counts for nothing, and so does one that has
 * come to be on the other side since it was given: it has to be given again, by a person.
 */
export const inForce = (library: Pick<Library, 'find'>, rows: readonly GrantRow[]): Grant[] =>
  rows.flatMap(({ programme, role, site, side }) => {
    const bundle = bundleIn(library, programme);
    if (!bundle?.people.some(({ id }) => id === role) || sideOfRole(bundle, role) !== side) return [];
    return [{ programme, role, ...(site === '' ? {} : { site }) }];
  });
