import type { Bundle, CaseEvent, Document, Id } from '../../engine/contract/index.js';

/** The records that a document shows each time. */
const shownIn = ({ headings }: Document): Set<Id> =>
  new Set(headings.flatMap(({ shows }) => shows.flatMap((one) => (one.kind === 'events' ? [one.event] : []))));

/**
 * What she told of him stands in no copy but hers, and counts for nothing of his. Takes a document and the events of a
 * case; gives these with what she told under the records that the document shows as if somebody else had, so that it can
 * be seen what the copy leaves out. For those who support her, never to be sent.
 */
export const asIfNotToldByHer = (
  bundle: Bundle,
  document: Document,
  events: readonly CaseEvent[],
): readonly CaseEvent[] => {
  const shown = shownIn(document);
  const herSide = new Set([
    'partner',
    ...bundle.people.flatMap(({ id, supports }) => (supports ? [id, supports] : [])),
  ]);
  return events.map((event) => {
    if (event.what === undefined || !shown.has(event.what)) return event;
    const { toldBy: _, ...untold } = event;
    const happening = bundle.course?.happenings.find(({ id }) => id === event.what);
    const other = happening?.by.find((role) => !herSide.has(role));
    return herSide.has(event.by.role) && other !== undefined ? { ...untold, by: { role: other } } : untold;
  });
};
