/** What every part of the outline is made of: items, headings, lists of words. */
import { capital, type Id, listed, type Origin, type OutlineItem } from '../../engine/contract/index.js';

/** An item of the outline; what is undefined or empty is left out of what it says. */
export const item = (
  id: Id,
  heading: string,
  origin: Origin,
  says: (string | undefined)[],
  items: OutlineItem[] = [],
): OutlineItem => ({
  id,
  heading,
  says: says.filter((each): each is string => each !== undefined && each !== ''),
  clauses: origin.clauses,
  ...(origin.reading && { reading: origin.reading }),
  ...(origin.ours && { ours: origin.ours }),
  at: origin.at,
  items,
});

/** Words as a sentence: with a capital and one full stop. */
export const sentence = (words: string): string => `${capital(words.trim().replace(/[.?!]$/, ''))}.`;
/** An id as a heading: "no-child-proceedings" is "No child proceedings". */
export const headingOf = (id: Id): string => capital(id.slice(id.lastIndexOf('.') + 1).replaceAll('-', ' '));
/** How a role is called, in the provider's words. */
export type Called = (role: Id) => string;
/** "The facilitator or the service lead"; of nobody named, nothing. */
export const theRoles = (roles: Id[], called: Called, last: 'and' | 'or'): string =>
  listed(
    roles.map((role) => `the ${called(role)}`),
    last,
  );
