/** Roles in words. */
import type { Bundle, Id } from '../../../engine/contract/index.js';
import type { Library } from '../../definition/library.js';
import type { Grant } from '../../server/access/actor.js';
import { capital } from '../words/lists.js';

/** What the definition calls a role, as it begins a line. */
export const roleCalled = (bundle: Bundle | undefined, role: Id): string =>
  capital(bundle?.people.find(({ id }) => id === role)?.called ?? 'A role that the programme no longer has');

/** A site as people know it. */
export const siteCalled = (bundle: Bundle | undefined, site: Id): string =>
  bundle?.sites.find(({ id }) => id === site)?.label ?? 'a site that the programme no longer has';

/** "Group worker, at Mill Lane", or "Group worker, at all sites" where there are any. */
export const roleInWords = (
  bundle: Bundle | undefined,
  { role, site }: { role: Id; site?: Id | undefined },
): string => {
  const called = roleCalled(bundle, role);
  if (site) return `${called}, ${siteCalled(bundle, site)}`;
  const isInside = bundle?.people.find(({ id }) => id === role)?.side === 'inside';
  return isInside && (bundle?.sites.length ?? 0) > 1 ? `${called}, all sites` : called;
};

export interface RoleChoice {
  programme: string;
  /** The title of the programme. */
  title: string;
  role: Id;
  words: string;
  chosen: boolean;
}

/** Takes what somebody may act in and what he acts in, gives the choices, programme by programme. */
export const presentRoles = (
  library: Pick<Library, 'find'>,
  grants: readonly Grant[],
  acting: Record<string, Id>,
): RoleChoice[] => {
  const seen = new Set<string>();
  return grants.flatMap(({ programme, role }) => {
    const key = `${programme}/${role}`;
    const bundle = library.find(programme)?.loaded().bundle;
    if (seen.has(key) || !bundle) return [];
    seen.add(key);
    const first = grants.find((grant) => grant.programme === programme)?.role;
    const chosen = (acting[programme] ?? first) === role;
    return [{ programme, title: bundle.programme.title, role, words: roleCalled(bundle, role), chosen }];
  });
};
