/** What a condition, or whatever has conditions in it, names. */
import type { Id } from '../contract/bundle.js';

/** Names that are hidden, each in its own namespace. */
export interface Hidden {
  /** Facts, questions of happenings, criteria, derived facts, and forms as names for how far they are. */
  names: Set<Id>;
  events: Set<Id>;
  rules: Set<Id>;
  duties: Set<Id>;
  documents: Set<Id>;
}

type Space = keyof Hidden;
/** Under which keys of a condition, a trigger or a derivation which names stand. */
const spaces: Record<string, readonly Space[]> = {
  fact: ['names'],
  plus: ['names'],
  event: ['events'],
  since: ['events'],
  of: ['names', 'events'],
  scope: ['names', 'events'],
  forEach: ['names', 'events'],
  duty: ['duties'],
  rule: ['rules'],
};
/** Words, and values that may be spelt like a name. */
const skipped: ReadonlySet<string> = new Set(['reads', 'says', 'words', 'origin', 'at', 'anyOf', 'option', 'options']);

/** Whether something names, anywhere in it, what is hidden. Takes plain JSON. */
export const readsHidden = (part: unknown, hidden: Hidden): boolean => {
  if (Array.isArray(part)) return part.some((each) => readsHidden(each, hidden));
  if (typeof part !== 'object' || part === null) return false;
  const told = part as Record<string, unknown>;
  if (isFieldHidden(told, hidden)) return true;
  return Object.entries(told).some(([key, value]) => {
    if (skipped.has(key)) return false;
    if (typeof value === 'string') return (spaces[key] ?? []).some((space) => hidden[space].has(value));
    if (Array.isArray(value) && spaces[key])
      return value.some((each) =>
        typeof each === 'string' ? spaces[key]?.some((space) => hidden[space].has(each)) : readsHidden(each, hidden),
      );
    return readsHidden(value, hidden);
  });
};

/** A value told with an event may be named by the event and the question apart. */
const isFieldHidden = ({ of, field }: Record<string, unknown>, { names }: Hidden): boolean =>
  typeof field === 'string' && (names.has(field) || (typeof of === 'string' && names.has(`${of}.${field}`)));
