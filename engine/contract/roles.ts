/** Roles that are a kind of another: whoever is one may do and see what the other may. */
import type { Id, Person } from './bundle.js';

/** Of each role what it is a kind of, if of anything. */
export type Kinds = ReadonlyMap<Id, Id | undefined>;

export const kindsOf = (people: readonly Pick<Person, 'id' | 'is'>[]): Kinds =>
  new Map(people.map(({ id, is }) => [id, is]));

/** Whether a role is one of these, or a kind of one of them at any remove. Kinds that go in a circle end nowhere. */
export const isOneOf = (role: Id, wanted: readonly Id[], kinds: Kinds): boolean => {
  const seen = new Set<Id>();
  for (let each: Id | undefined = role; each !== undefined && !seen.has(each); each = kinds.get(each)) {
    if (wanted.includes(each)) return true;
    seen.add(each);
  }
  return false;
};
