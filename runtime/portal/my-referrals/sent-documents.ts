/** Documents that went out to whoever sent a referral: by the copies that are kept, and by what is recorded of them. */
import {
  type Bundle,
  type CaseEvent,
  type Document,
  type DocumentData,
  documentData,
  type Id,
} from '../../../engine/index.js';
import type { Copy } from '../../server/store/document-store.js';

/** One that went out to him. */
export interface SentDocument {
  document: Document;
  /** What records that it went out. */
  event: CaseEvent;
  /** The very page that he got, where it is kept here. */
  copy?: Copy;
}

/** Whether it goes to that role as it is declared; what is only to be asked for is not among these. */
const isFor = ({ to, hers, forEach }: Document, role: Id): boolean =>
  to.includes(role) && !hers && forEach === undefined;

const isOf = ({ issue, title, at }: Copy, event: CaseEvent, document: Document): boolean =>
  issue === event.id || (title === document.title && at === event.recorded);

/** Takes his side of a case and the copies that this role got; gives what went out to it, the earliest first. */
export const sentTo = (
  bundle: Bundle,
  events: readonly CaseEvent[],
  copies: readonly Copy[],
  role: Id,
): SentDocument[] => {
  const left = [...copies].sort((a, b) => a.at.localeCompare(b.at));
  return events.flatMap((event): SentDocument[] => {
    const id = event.kind === 'happened' ? /^(.*)-(?:sent|issued)$/.exec(event.what ?? '')?.[1] : undefined;
    const document = bundle.documents?.find((one) => one.id === id);
    if (!document) return [];
    const at = left.findIndex((one) => isOf(one, event, document));
    const [copy] = at >= 0 ? left.splice(at, 1) : [];
    if (!copy && !isFor(document, role)) return [];
    return [{ document, event, ...(copy && { copy }) }];
  });
};

/**
 * What stood in it as it went out: filled from what had been recorded by then and nothing since. Only for one that is
 * declared to go to that role.
 */
export const asItWent = (
  bundle: Bundle,
  events: readonly CaseEvent[],
  { document, event }: SentDocument,
  role: Id,
): DocumentData | undefined => {
  if (!isFor(document, role)) return undefined;
  const until = events.slice(0, events.findIndex(({ id }) => id === event.id) + 1);
  return documentData(bundle, until, { document: document.id, to: role, asOf: event.happened });
};
