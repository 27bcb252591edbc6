/** What of reports and messages has to answer to a clause, or to say that it is ours. */
import type { At } from '../../../engine/contract/index.js';
import type { WrittenDefinition } from '../../language/definition.js';
import type { AnsweringThing } from '../course/section-origins.js';
import { plainDocuments } from './plain-documents.js';

const speaks = ({ clause, ours }: { clause?: unknown; ours?: unknown }): boolean => Boolean(clause ?? ours);

/** Gives them. A heading answers through its document, and a document through its headings where all of them do. */
export const answeringDocuments = (definition: WrittenDefinition): AnsweringThing[] => {
  const told = new Set<At>();
  return plainDocuments(definition).flatMap(({ id, idAt, kind, written, headings }): AnsweringThing[] => {
    const named = headings.filter((heading) => heading.content !== written);
    const spoken = named.filter((heading) => speaks(heading.written));
    if (speaks(written) || spoken.length === 0) return [{ id, idAt, what: kind, written }];
    return named.flatMap((heading): AnsweringThing[] => {
      if (told.has(heading.idAt)) return [];
      told.add(heading.idAt);
      return [{ id: heading.id, idAt: heading.idAt, what: 'heading', written: heading.written }];
    });
  });
};
