/** Who may see what is kept apart: the roles that each kept thing names, and those that are a kind of one of them. */
import { type Id, isOneOf, type KeptApart, kindsOf, type Person } from '../../../engine/contract/index.js';

/** What is the partner's, wherever labels are named. */
export const hers: Id = 'hers';

/** Takes everybody and what is kept apart; gives whether a role may see something that is kept so. */
export type Sight = (role: Id, kept: Id) => boolean;
export const sightOf = (people: readonly Pick<Person, 'id' | 'is' | 'side'>[], kept: readonly KeptApart[]): Sight => {
  const kinds = kindsOf(people);
  const inside = new Set(people.filter(({ side }) => side === 'inside').map(({ id }) => id));
  const seenBy = new Map(kept.map(({ id, seenBy: roles }) => [id, roles.filter((role) => inside.has(role))]));
  return (role, id) => isOneOf(role, seenBy.get(id) ?? [], kinds);
};

/** Takes some roles; gives everybody who acts in one of them: themselves, and those inside who are a kind of one. */
export const actingAs = (roles: readonly Id[], people: readonly Pick<Person, 'id' | 'is' | 'side'>[]): Id[] => {
  const kinds = kindsOf(people);
  return people.filter(({ id }) => isOneOf(id, roles, kinds)).map(({ id }) => id);
};
