/** Reasons are words as somebody chose them: nobody can check what of what he knows stands in them. */
import { herSideOf } from '../case/her-side.js';
import type { Bundle, Id } from '../contract/bundle.js';
import type { Document } from '../contract/document.js';
import type { CaseEvent } from '../contract/event.js';
import { type Clearance, keptApartIn, seenByRole } from '../viewer/clearance.js';

/**
 * Takes events that recipients may see, and what they may see; gives them without the reasons recorded by whoever may see
 * more than they, or told by her. As with what an author writes, it is enough that somebody reviews the document who may see it too;
 * of what is hers it is not.
 */
export const withoutFreeWords = (
  bundle: Bundle,
  { reviewedBy }: Document,
  events: readonly CaseEvent[],
  { sees }: Clearance,
): readonly CaseEvent[] => {
  const reviewed = new Set(reviewedBy.flatMap((role) => [...seenByRole(bundle, role)]));
  const shut = keptApartIn(bundle)
    .map(({ id }) => id)
    .filter((label) => !sees.has(label) && (label === 'hers' || !reviewed.has(label)));
  if (shut.length === 0) return events;
  const { told } = herSideOf(bundle.people);
  const isFree = (event: CaseEvent): boolean =>
    event.kind === 'happened' &&
    event.reason !== undefined &&
    (seesAny(bundle, event.by.role, shut) || (shut.includes('hers') && told(event)));
  return events.some(isFree) ? events.map((event) => (isFree(event) ? withoutReason(event) : event)) : events;
};

const seesAny = (bundle: Bundle, role: Id, labels: readonly string[]): boolean => {
  const seen = seenByRole(bundle, role);
  return labels.some((label) => seen.has(label));
};
const withoutReason = ({ reason: _, ...event }: CaseEvent): CaseEvent => event;
