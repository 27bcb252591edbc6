/** What of reports and messages has to answer to a clause, or to say that it is ours. */
import type { At } from '../../../engine/contract/index.js';
import type { ClauseRef } from '../../language/constructs/origin.js';
import type { WrittenDefinition } from '../../language/definition.js';
import { plainDocuments } from './plain-documents.js';

interface Answering {
  id: string;
  idAt: At;
  what: string;
  written: { at: At; clause?: ClauseRef[]; ours?: unknown };
}

const speaks = ({ clause, ours }: { clause?: unknown; ours?: unknown }): boolean => Boolean(clause ?? ours);

/** Gives them. A heading answers through its document, and a document through its headings where all of them do. */
export const answeringDocuments = (definition: WrittenDefinition): Answering[] => {
  const told = new Set<At>();
  return plainDocuments(definition).flatMap(({ id, idAt, kind, written, headings }): Answering[] => {
    const named = headings.filter((heading) => heading.content !== written);
    const spoken = named.filter((heading) => speaks(heading.written));
    if (speaks(written) || spoken.length === 0) return [{ id, idAt, what: kind, written }];
    return named.flatMap((heading): Answering[] => {
      if (told.has(heading.idAt)) return [];
      told.add(heading.idAt);
      return [{ id: heading.id, idAt: heading.idAt, what: 'heading', written: heading.written }];
    });
  });
};
