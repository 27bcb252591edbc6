/** What somebody may see of what is kept apart. */
import { herSideOf } from '../case/her-side.js';
import type { Bundle, Id } from '../contract/bundle.js';
import type { KeptApart } from '../contract/information.js';
import { isOneOf, kindsOf } from '../contract/roles.js';

/** `sees`: the labels that he may see. `entry`: of what is one for each entry of that fact, only what is of this one. */
export interface Clearance {
  sees: ReadonlySet<Id>;
  entry?: { of: Id; key: string };
}

/** Nothing that is kept apart. */
export const nothingApart: Clearance = { sees: new Set() };

/** Takes a bundle, gives what it keeps apart. One that says nothing of it keeps what is hers for those who support her. */
export const keptApartIn = ({ information, people }: Bundle): readonly KeptApart[] => {
  if (information) return information.kept;
  const { isSupporter } = herSideOf(people);
  return [{ id: 'hers', called: 'hers', seenBy: people.filter(({ id }) => isSupporter(id)).map(({ id }) => id) }];
};

/** Takes a bundle and an inside role, gives the labels that it may see. */
export const seenByRole = (bundle: Bundle, role: Id): Set<Id> => {
  const kinds = kindsOf(bundle.people);
  const kept = keptApartIn(bundle).filter(({ seenBy }) => isOneOf(role, seenBy, kinds));
  return new Set(kept.map(({ id }) => id));
};

/** Whether a role is inside. One that the definition does not declare is outside. */
export const isInside = ({ people }: Bundle, role: Id): boolean =>
  people.some(({ id, side }) => id === role && side === 'inside');
