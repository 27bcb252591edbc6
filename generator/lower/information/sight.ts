/** Who may see what is kept apart: the roles that each kept thing names, and those that are a kind of one of them. */
import type { Id, KeptApart, Person } from '../../../engine/contract/index.js';

/** What is the partner's, wherever labels are named. */
export const hers: Id = 'hers';

/** Takes everybody and what is kept apart; gives whether a role may see something that is kept so. */
export type Sight = (role: Id, kept: Id) => boolean;
export const sightOf = (people: readonly Pick<Person, 'id' | 'is' | 'side'>[], kept: readonly KeptApart[]): Sight => {
  const persons = new Map(people.map((each) => [each.id, each]));
  const seenBy = new Map(kept.map(({ id, seenBy: roles }) => [id, new Set(roles)]));
  return (role, id) => {
    const roles = seenBy.get(id);
    const met = new Set<Id>();
    for (let one = persons.get(role); one && !met.has(one.id); one = persons.get(one.is ?? '')) {
      if (one.side === 'inside' && roles?.has(one.id)) return true;
      met.add(one.id);
    }
    return false;
  };
};

/** Takes some roles; gives everybody who acts in one of them: themselves, and those inside who are a kind of one. */
export const actingAs = (roles: readonly Id[], people: readonly Pick<Person, 'id' | 'is' | 'side'>[]): Id[] => {
  const wider = new Map(people.map(({ id, is }) => [id, is]));
  const isOne = (role: Id | undefined, met: Id[] = []): boolean =>
    role !== undefined && !met.includes(role) && (roles.includes(role) || isOne(wider.get(role), [...met, role]));
  return people.filter(({ id }) => isOne(id)).map(({ id }) => id);
};
