import type { Bundle, CaseEvent, EntryAnswers, Id } from '../../../engine/contract/index.js';
import { capital } from './lists.js';
import { factNamed } from './names.js';

/** One entry of a fact: the key that tells it from the others, and a name or "Child 2". */
export interface Entry {
  id: string;
  words: string;
}

const entryWords = (entry: EntryAnswers, each: string, index: number): string => {
  const name = entry.name ?? entry['full-name'];
  return typeof name === 'string' && name !== '' ? name : `${capital(each)} ${index + 1}`;
};

/** The entries of a fact as they were last answered, by the key that tells one from the others. */
export const entriesOf = (bundle: Bundle, events: readonly CaseEvent[], id: Id): Entry[] => {
  const given = events.flatMap(({ values }) => (Array.isArray(values[id]) ? [values[id]] : [])).at(-1) ?? [];
  const each = factNamed(bundle, id)?.each ?? 'entry';
  return given.flatMap((entry, index) =>
    typeof entry === 'object' && entry !== null
      ? [{ id: typeof entry.key === 'string' ? entry.key : String(index + 1), words: entryWords(entry, each, index) }]
      : [],
  );
};
