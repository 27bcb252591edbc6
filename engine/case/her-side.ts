/** Who is on the partner's side: she herself, and those who support her. */
import type { Id, Person } from '../contract/bundle.js';
import type { CaseEvent } from '../contract/event.js';
import { isOneOf, kindsOf } from '../contract/roles.js';

export interface HerSide {
  /** She, whatever a definition calls her. */
  isHer(role: Id): boolean;
  /** Whoever supports her. */
  isSupporter(role: Id): boolean;
  /** Whether an event was told by her: by her own word, or by whoever supports her and does not say who else told it. */
  told(event: Pick<CaseEvent, 'by' | 'toldBy'>): boolean;
}

/** Said of what was told by her of him. */
export const onlyTold =
  'It was told by the partner or by whoever supports her, so it counts for nothing of his. Record it as something of hers; a person who may see that can raise a review on other grounds.';

/** Roles that are somebody else, whoever is said to support them. */
const others: ReadonlySet<Id> = new Set(['participant', 'referrer', 'child', 'agency']);

/** Takes the roles of a bundle, gives who of them is on her side. A role that is a kind of one of them is so too. */
export const herSideOf = (people: readonly Person[]): HerSide => {
  const supported = people.flatMap(({ supports }) =>
    supports === undefined || others.has(supports) ? [] : [supports],
  );
  const her = ['partner', ...supported];
  const supporters = people.filter(({ supports }) => her.includes(supports ?? '')).map(({ id }) => id);
  const kinds = kindsOf(people);
  const isHer = (role: Id): boolean => isOneOf(role, her, kinds);
  const isSupporter = (role: Id): boolean => isOneOf(role, supporters, kinds);
  return {
    isHer,
    isSupporter,
    told: ({ by, toldBy }) => {
      const teller = toldBy ?? by.role;
      return isHer(teller) || isSupporter(teller);
    },
  };
};
