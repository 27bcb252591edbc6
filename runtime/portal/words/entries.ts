import type { Bundle, CaseEvent, EntryAnswers, Id } from '../../../engine/contract/index.js';
import { capital } from './lists.js';
import { entryWord, factNamed } from './names.js';

/** One entry of a fact: the key that tells it from the others, and a name or "Child 2". */
export interface Entry {
  id: string;
  words: string;
}

/** The first of its questions that asks for a name, or else for a text. */
const nameIn = (bundle: Bundle, id: Id, entry: EntryAnswers): string | undefined => {
  const asked = (factNamed(bundle, id)?.asks ?? []).flatMap((each) => factNamed(bundle, each) ?? []);
  const named = [...asked.filter(({ kind }) => kind === 'name'), ...asked.filter(({ kind }) => kind === 'text')];
  const answers = named.map((fact) => entry[fact.id.slice(id.length + 1)]);
  return answers.find((answer): answer is string => typeof answer === 'string' && answer !== '');
};

/** The entries of a fact as they were last answered, by the key that tells one from the others. */
export const entriesOf = (bundle: Bundle, events: readonly CaseEvent[], id: Id): Entry[] => {
  const given = events.flatMap(({ values }) => (Array.isArray(values[id]) ? [values[id]] : [])).at(-1) ?? [];
  const each = entryWord(bundle, factNamed(bundle, id));
  return given.flatMap((entry, index) =>
    typeof entry === 'object' && entry !== null
      ? [
          {
            id: typeof entry.key === 'string' ? entry.key : String(index + 1),
            words: nameIn(bundle, id, entry) ?? `${capital(each)} ${index + 1}`,
          },
        ]
      : [],
  );
};
