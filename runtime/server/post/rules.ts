/** What the definition says of how a document goes out. No rule of its own stands here. */
import { type Bundle, type Document, herSideOf, type Id } from '../../../engine/index.js';
import { leaves, writtenNames } from '../../documents/acts.js';
import type { PaperState, Side } from '../store/document-store.js';

export const sideOf = ({ hers }: Pick<Document, 'hers'>): Side => (hers ? 'hers' : 'his');

/** Whether a programme has a side of hers: somebody in it supports her. */
export const hasHerSide = ({ people }: Bundle): boolean => {
  const { isSupporter } = herSideOf(people);
  return people.some(({ id, side }) => side === 'inside' && isSupporter(id));
};

/** Roles that release a heading, where those who support her are among them. */
export const waitsForHer = (bundle: Bundle, { headings }: Pick<Document, 'headings'>): boolean => {
  const { isSupporter } = herSideOf(bundle.people);
  return headings.some(({ releasedBy }) => releasedBy.some(isSupporter));
};

/**
 * Whether somebody who may see her side looks at it before it goes out: what somebody wrote, or what stands in it only
 * once it is released. It follows from the definition alone, so that it says nothing of any case.
 */
export const needsLook = (bundle: Bundle, document: Document, recipients: readonly Id[]): boolean =>
  !document.hers &&
  hasHerSide(bundle) &&
  leaves(bundle, recipients) &&
  (writtenNames(document).length > 0 || waitsForHer(bundle, document));

/** What a document comes to next, once this has been done. */
export const nextState = (
  bundle: Bundle,
  document: Document,
  recipients: readonly Id[],
  done: 'written' | 'reviewed',
): PaperState => {
  if (done === 'written' && document.reviewedBy.length > 0) return 'review';
  return needsLook(bundle, document, recipients) ? 'look' : 'ready';
};

/** Whether anything has to be done with it before it can go out. */
export const isPlain = (bundle: Bundle, document: Document, recipients: readonly Id[]): boolean =>
  writtenNames(document).length === 0 && nextState(bundle, document, recipients, 'written') === 'ready';

const mailed: ReadonlySet<string | undefined> = new Set([undefined, 'email', 'secure-email']);

/** Whether a role is she, or somebody who supports her. */
export const isOfHerSide = ({ people }: Bundle, role: Id): boolean => {
  const { isHer, isSupporter } = herSideOf(people);
  return isHer(role) || isSupporter(role);
};

/** Whether it is one that can go out by itself when it is called for. To her side nothing ever does. */
export const isAutomatic = (bundle: Bundle, document: Document): boolean =>
  document.kind === 'message' &&
  !document.hers &&
  document.forEach === undefined &&
  mailed.has(document.way) &&
  document.reviewedBy.length === 0 &&
  document.to.length > 0 &&
  !document.to.some((role) => isOfHerSide(bundle, role)) &&
  document.headings.every(({ asks, attaches, releasedBy }) => !asks && !attaches && releasedBy.length === 0);
