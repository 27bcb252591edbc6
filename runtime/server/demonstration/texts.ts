/** What authors wrote in documents that went out: a scenario leaves it out, for no rule looks at it. */
import type { Bundle, CaseEvent, Document, Id } from '../../../engine/contract/index.js';
import { namesOf, outOf, writersOf, writtenOf } from '../../documents/acts.js';

const invented = 'What its author wrote would stand here. This case is invented, and so is everybody in it.';

/** The texts that a document may not go out without, of those that are asked of its author in plain words. */
const textsOf = ({ course }: Bundle, document: Document): Record<Id, string> => {
  const fields = course?.happenings.find(({ id }) => id === writtenOf(document))?.fields ?? [];
  const names = document.headings
    .filter(({ asks, releasedBy }) => asks?.required === true && releasedBy.length === 0)
    .flatMap(namesOf);
  const texts = fields.filter(({ name, kind }) => names.includes(name) && (kind === 'text' || kind === 'long-text'));
  return Object.fromEntries(texts.map(({ name }) => [name, invented]));
};

/** Takes a case; gives it with the texts of each document that went out in it, where nobody had written any since the last. */
export const withTexts = (bundle: Bundle, events: readonly CaseEvent[]): CaseEvent[] => {
  const going = new Map((bundle.documents ?? []).map((document) => [outOf(document), document]));
  const written = new Set<string>();
  return events.flatMap((event, n): CaseEvent[] => {
    const document = going.get(event.what ?? '');
    const of = `${event.what} ${event.about ?? ''}`;
    if (!document) {
      written.add(of);
      return [event];
    }
    const wrote = writtenOf(document);
    const values = textsOf(bundle, document);
    const isThere = written.delete(`${wrote} ${event.about ?? ''}`);
    if (isThere || Object.keys(values).length === 0) return [event];
    const writers = writersOf(bundle, document);
    const by = writers.length === 0 || writers.includes(event.by.role) ? event.by : { role: writers[0] as Id };
    return [{ ...event, id: `text-${n}`, what: wrote, by, values }, event];
  });
};
