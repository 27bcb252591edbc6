/** Whose something is that waits, as it is kept and looked for: by role, and where only some may see it by who looks as well. */
import type { Id } from '../../../engine/contract/index.js';
import type { WorkItem } from './contract.js';

const forReader = (role: Id, reader: Id): string => `${role} for ${reader}`;

/** What an item is kept by. Of one that only some see there is no role by itself, so that nobody else finds it. */
export const keptBy = ({ by, seenBy }: Pick<WorkItem, 'by' | 'seenBy'>): readonly string[] =>
  seenBy ? seenBy.flatMap((reader) => by.map((role) => forReader(role, reader))) : by;

/** What waits for any of these roles, as somebody finds it who acts in a role of his own. */
export const lookedForBy = (roles: readonly Id[], reader: Id): string[] =>
  roles.flatMap((role) => [role, forReader(role, reader)]);
