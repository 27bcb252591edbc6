/** What waits for people where a definition keeps something from some of them: each role gets it as it may see it. */

import type { Bundle, Id } from '../../../engine/contract/index.js';
import { canonicalJson } from '../../../engine/index.js';
import type { WorkItem } from '../store/contract.js';
import { type Sees, seesOf } from './seen-case.js';

/** Roles inside that may see the same; of hers nobody, for her side has a record of its own. */
const alike = (bundle: Bundle): { sees: Sees; roles: Id[] }[] => {
  const inside = bundle.people.filter(({ side }) => side === 'inside').map(({ id }) => id);
  const groups = new Map<string, { sees: Sees; roles: Id[] }>();
  for (const role of inside) {
    const sees = seesOf(bundle, { role, seesHers: false });
    const key = [...sees].sort().join(' ');
    const group = groups.get(key) ?? { sees, roles: [] };
    group.roles.push(role);
    groups.set(key, group);
  }
  return [...groups.values()].sort((a, b) => a.sees.size - b.sees.size);
};

/**
 * Takes the definition and what waits as those see it who may see these labels. What all see alike stands as it is; of the
 * rest `seenBy` says who sees it so, and nobody else is to learn of it.
 */
export const workAsSeen = (bundle: Bundle, of: (sees: Sees) => readonly WorkItem[]): WorkItem[] => {
  const groups = alike(bundle);
  const [first] = groups;
  if (groups.length <= 1) return [...of(first?.sees ?? new Set())];
  const all = groups.flatMap(({ roles }) => roles).length;
  const each = new Map<string, { item: WorkItem; seenBy: Id[] }>();
  for (const { sees, roles } of groups) {
    // Of two that say the same each stands.
    const times = new Map<string, number>();
    for (const item of of(sees)) {
      const says = canonicalJson(item);
      const n = (times.get(says) ?? 0) + 1;
      times.set(says, n);
      const known = each.get(`${n} ${says}`) ?? { item, seenBy: [] };
      known.seenBy.push(...roles);
      each.set(`${n} ${says}`, known);
    }
  }
  return [...each.values()].map(({ item, seenBy }) => (seenBy.length === all ? item : { ...item, seenBy }));
};
