/** Whether what stands in a document only once it is released has been released. */
import type { Bundle, CaseEvent, Document, Heading, Id } from '../../../engine/index.js';
import { outOf, releasedHere, releasedOf } from '../../documents/acts.js';

/** That it was released since that document last went out; nothing where it was not, or that was taken back. */
export const releaseOf = (
  events: readonly CaseEvent[],
  document: Document,
  heading: Heading,
  entry = '',
): CaseEvent | undefined => {
  const taken = new Set(events.map(({ supersedes }) => supersedes));
  const own = events.filter(({ id, about }) => !taken.has(id) && (about ?? '') === entry);
  const gone = own.findLastIndex(({ what }) => what === outOf(document));
  return own.slice(gone + 1).findLast(({ what }) => what === releasedOf(document, heading));
};

/** Whether a happening is a release that was made, and that nobody has to make again; never where there is one for each of several. */
export const isMade = (bundle: Bundle, events: readonly CaseEvent[], release: Id): boolean =>
  (bundle.documents ?? []).some(
    (document) =>
      document.forEach === undefined &&
      releasedHere(bundle, document).some(
        (heading) => releasedOf(document, heading) === release && releaseOf(events, document, heading) !== undefined,
      ),
  );
