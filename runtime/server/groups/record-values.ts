/** The values of what a definition has recorded of a session, of their kinds. */
import type { Answer, Happening, Id } from '../../../engine/contract/index.js';

/** Takes a happening and what was typed for its questions; what was left empty has no value. */
export const valuesOfRecord = (
  records: readonly Happening[],
  what: Id,
  texts: Record<Id, string>,
): Record<Id, Answer> => {
  const fields = records.find(({ id }) => id === what)?.fields ?? [];
  return Object.fromEntries(
    fields.flatMap(({ name, kind }) => {
      const text = texts[name];
      if (text === undefined || text === '') return [];
      return [[name, kind === 'number' ? Number(text) : kind === 'choices' ? [text] : text]];
    }),
  );
};
