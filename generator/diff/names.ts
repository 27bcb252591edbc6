/** What the things of a bundle are called, wherever a difference is told in words. */
import type { Bundle, Id, Option } from '../../engine/contract/index.js';
import { headingOf } from '../lower/outline-words.js';

export interface Names {
  /** An answer, a derived fact, a question of a happening, or one of the built-in facts. */
  fact(id: Id): string;
  option(fact: Id, option: Id): string;
  /** As a clause after "when". */
  event(id: Id): string;
  role(id: Id): string;
  /** A phase, a kind of session, a group, a topic, an outcome, a statement, a form, a document, a rule, a duty. */
  thing(id: Id): string;
}

const wordsOf = (id: Id): string => id.replaceAll('.', ' ').replaceAll('-', ' ');

/** Takes a bundle, gives what its things are called; what is not declared in it goes by its own name. */
export const namesOf = ({ facts, people, course, forms, documents, criteria }: Bundle): Names => {
  const happenings = course?.happenings ?? [];
  const fields = happenings.flatMap((happening) => happening.fields);
  const asked = [...facts, ...(course?.derived ?? []), ...fields];
  const called = new Map(asked.map((one) => [one.id, one.called]));
  const options = new Map<Id, Option[]>(asked.map((one) => [one.id, one.options]));
  const roles = new Map(people.map((person) => [person.id, person.called]));
  const events = new Map(happenings.map((one) => [one.id, one.called]));
  const sessions = course?.sessions;
  const opened = [...criteria, ...(course?.rules ?? []), ...(course?.duties ?? [])];
  const things = new Map<Id, string>([
    ...opened.map(({ id }) => [id, headingOf(id)] as const),
    ...[
      ...(sessions?.phases ?? []),
      ...(sessions?.kinds ?? []),
      ...(sessions?.outcomes ?? []),
      ...(course?.groups ?? []),
    ].map(({ id, label }) => [id, label] as const),
    ...[...(sessions?.topics ?? []), ...forms, ...(documents ?? [])].map(({ id, title }) => [id, title] as const),
  ]);
  return {
    fact: (id) => called.get(id) ?? wordsOf(id),
    option: (fact, option) => options.get(fact)?.find(({ id }) => id === option)?.label ?? wordsOf(option),
    event: (id) => events.get(id) ?? wordsOf(id),
    role: (id) => roles.get(id) ?? wordsOf(id),
    thing: (id) => things.get(id) ?? wordsOf(id),
  };
};
