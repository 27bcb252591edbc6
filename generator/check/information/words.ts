/** That words which everybody reads have nothing of a case in them. */
import type { At, Id } from '../../../engine/contract/index.js';
import type { WrittenDefinition } from '../../language/definition.js';
import { namesInWords } from '../../lower/information/document-routes.js';
import { hers } from '../../lower/information/sight.js';
import type { Problem } from '../../problem/problem.js';
import { peopleIn } from '../course/happenings.js';
import type { CourseNames } from '../course/names.js';
import type { Declarations } from '../declarations.js';
import { herAmong } from '../declare.js';
import { raiseInformation } from './information-problems.js';

/** `<full-name>`, `<her-form.answer>`. */
const blank = /<([a-z][a-z0-9]*(?:[.-][a-z0-9]+)*)>/g;
/** In these sections words are filled in, and where they are not is told there. */
const documents = new Set(['messages', 'reports']);
const filledIn = new Set(['says', 'subject']);

interface Said {
  text: string;
  at: At;
}
/** Every text below a value, wherever it stands, but under these keys. */
const textsIn = (value: unknown, but: ReadonlySet<string>): Said[] => {
  if (typeof value !== 'object' || value === null) return [];
  if (Array.isArray(value)) return value.flatMap((each) => textsIn(each, but));
  if ('value' in value && typeof value.value === 'string' && 'at' in value)
    return [{ text: value.value, at: value.at as At }];
  return Object.entries(value).flatMap(([key, each]) => (but.has(key) ? [] : textsIn(each, but)));
};

/** Takes a definition and what is hers in it; reports every blank in words in which nothing is filled in. */
export const checkPublicWords = (
  definition: WrittenDefinition,
  { facts }: Declarations,
  names: CourseNames | undefined,
  report: (problem: Problem) => void,
): void => {
  const people = peopleIn(definition, herAmong(definition));
  const isHers = (id: Id): boolean =>
    facts.get(id)?.fact.hers === true ||
    [...(names?.happenings.values() ?? [])].some(
      (one) => one.hers && (one.id === id || one.fields.some((field) => field.id === id)),
    );
  const keeping = (id: Id): string | undefined =>
    isHers(id)
      ? hers
      : definition.information?.kept.find(({ value }) => value?.keeps.some((each) => each.value === id))?.id;
  for (const [section, value] of Object.entries(definition)) {
    const isDocument = documents.has(section);
    for (const { text, at } of textsIn(value, isDocument ? filledIn : new Set()))
      for (const [whole, id = ''] of text.matchAll(blank)) {
        const kept = keeping(id);
        if (kept === undefined) {
          if (!isDocument) report(raiseInformation('words/blank', at, { blank: whole }));
        } else {
          const called = definition.information?.kept.find((one) => one.id === kept)?.value?.called.value;
          const words = called ?? `what the ${people.called('partner')} says, and how she can be reached`;
          report(raiseInformation('words/leak', at, { blank: whole, path: namesInWords(id), kept: words }));
        }
      }
  }
};
