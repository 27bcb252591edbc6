/** Who may be shown what in a document: exactly what all of its recipients may see. */
import { herSideOf } from '../case/her-side.js';
import type { Bundle, Id } from '../contract/bundle.js';
import { type Document, receiversOf } from '../contract/document.js';
import { isOneOf, kindsOf } from '../contract/roles.js';
import { type Clearance, isInside, seenByRole } from '../viewer/clearance.js';

/**
 * Takes a document and who receives it, or nothing for all whom it goes to; gives their roles. Throws for somebody who
 * does not receive it, nor may ask for it.
 */
export const recipientsOf = (bundle: Bundle, document: Document, only: Id | undefined): Id[] => {
  if (only === undefined) return document.to;
  if (!isOneOf(only, receiversOf(bundle, document), kindsOf(bundle.people)))
    throw new RangeError(`The document “${document.id}” is not for “${only}”.`);
  return [only];
};

/**
 * Outside people see nothing that is kept apart; but the partner sees, in a document of which there is one for each
 * partner, what is hers of her own entry. Throws where there is one for each entry and no entry is named.
 */
export const clearanceFor = (
  bundle: Bundle,
  { id, forEach }: Document,
  recipients: readonly Id[],
  key: string | undefined,
): Clearance => {
  if (forEach !== undefined && key === undefined)
    throw new RangeError(`There is one “${id}” for each of “${forEach}”: say for which.`);
  const { isHer } = herSideOf(bundle.people);
  const entries = bundle.facts.find((fact) => fact.id === forEach);
  const isOfHers = entries !== undefined && (entries.hers || isHer(entries.about));
  const each = recipients.map((role) => {
    if (isInside(bundle, role)) return seenByRole(bundle, role);
    return new Set(isOfHers && isHer(role) ? ['hers'] : []);
  });
  const [first, ...others] = each;
  const sees = new Set([...(first ?? [])].filter((label) => others.every((other) => other.has(label))));
  return { sees, ...(forEach !== undefined && key !== undefined && { entry: { of: forEach, key } }) };
};
