/** That what a definition keeps apart is there to be kept, and that those who may see it are inside. */
import { type Id, isOneOf } from '../../../engine/contract/index.js';
import type { WrittenKept } from '../../language/constructs/information.js';
import { writtenKinds } from '../../language/constructs/people.js';
import type { WrittenDefinition } from '../../language/definition.js';
import type { Named, Written } from '../../language/shape/shape.js';
import type { Problem } from '../../problem/problem.js';
import { byHerOwn, type People, peopleIn } from '../course/happenings.js';
import type { CourseNames } from '../course/names.js';
import type { Declarations } from '../declarations.js';
import { herAmong } from '../declare.js';
import { raiseNames } from '../name-problems.js';
import { raiseInformation } from './information-problems.js';

interface Checking {
  definition: WrittenDefinition;
  declarations: Declarations;
  names: CourseNames | undefined;
  people: People;
  report: (problem: Problem) => void;
}

const ofEveryCase = new Set(['life', 'session', 'contact']);
const broughtBy: Record<string, string> = {
  form: 'how far a form has come',
  appointment: 'part of an appointment',
  message: 'that a message was sent',
  report: 'part of a report',
  duty: 'that a duty was done',
  act: 'something that was done',
  appeal: 'part of an appeal',
  any: 'a name for any of several events',
};

/** What can be kept apart, each with whether it is hers already. */
const keepable = ({ definition, declarations, names, people }: Checking): Map<Id, boolean> => {
  const happenings = [...(names?.happenings.values() ?? [])].filter(({ source }) => source === 'record');
  const forms = (definition.forms ?? []).slice(1);
  return new Map([
    ...[...declarations.criteria.keys()].map((id): [Id, boolean] => [id, false]),
    ...[...declarations.facts.values()].map(({ fact }): [Id, boolean] => [fact.id, fact.hers]),
    ...forms.map(({ id, value }): [Id, boolean] => [
      id,
      byHerOwn(
        (value?.from ?? []).map((role) => role.value),
        people,
      ),
    ]),
    ...[...(names?.derived.keys() ?? [])].map((id): [Id, boolean] => [id, false]),
    ...happenings.flatMap(({ id, hers, fields }): [Id, boolean][] => [
      [id, hers],
      ...fields.map((field): [Id, boolean] => [field.id, hers]),
    ]),
  ]);
};

/** What a name stands for that cannot be kept apart by itself; `every-case` where everybody has it. */
const otherwise = (name: Id, { definition, names }: Checking): string | undefined => {
  const [first] = definition.forms ?? [];
  const happening = names?.happenings.get(name);
  if (name === first?.id || (happening && ofEveryCase.has(happening.source))) return 'every-case';
  if (happening) return broughtBy[happening.source];
  if (names?.plain.rules.some(({ id }) => id === name)) return 'a rule';
  if (names?.plain.duties.some(({ id }) => id === name) || names?.sectionDuties.includes(name)) return 'a duty';
  if (names?.messages.includes(name) || names?.reports.includes(name)) return 'a document';
  return names?.builtIn.has(name) ? 'every-case' : undefined;
};

const checkKept = ({ value: name, at }: Written<Id>, known: Map<Id, boolean>, checking: Checking): void => {
  const { declarations, people, report } = checking;
  if (declarations.broken.has(name)) return;
  const isHers = known.get(name);
  if (isHers === false) return;
  if (isHers) {
    report(raiseInformation('information/already-hers', at, { name, known: [...people.supporters] }));
    return;
  }
  const is = otherwise(name, checking);
  if (is === 'every-case') report(raiseInformation('information/of-every-case', at, { name }));
  else if (is !== undefined) report(raiseInformation('information/not-itself', at, { name, is }));
  else if (!declarations.incomplete)
    report(raiseInformation('information/no-such-thing', at, { name, known: [...known.keys()] }));
};

const checkSeenBy = ({ id, idAt, value }: Named<WrittenKept>, { people, report, definition }: Checking): void => {
  const seenBy = value?.['seen-by'] ?? [];
  if (seenBy.length === 0 && value) report(raiseInformation('information/seen-by-nobody', idAt, { id }));
  for (const { value: role, at } of seenBy) {
    if (people.outside.includes(role))
      report(raiseInformation('information/outside', at, { id, called: people.called(role) }));
    else if (!people.inside.includes(role))
      report(raiseNames('name/no-such-role', at, { name: role, known: [...people.outside, ...people.inside] }));
  }
  const kinds = writtenKinds(definition.people);
  const named = seenBy.map(({ value: role }) => role);
  if (people.inside.length > 1 && people.inside.every((role) => isOneOf(role, named, kinds)))
    report(raiseInformation('information/seen-by-all', idAt, { id }));
};

/** Takes a definition with all that can be named; reports what is wrong in its section `information`. */
export const checkKeeps = (
  definition: WrittenDefinition,
  declarations: Declarations,
  names: CourseNames | undefined,
  report: (problem: Problem) => void,
): void => {
  if (!definition.information) return;
  const people = peopleIn(definition, herAmong(definition));
  const checking = { definition, declarations, names, people, report };
  const known = keepable(checking);
  for (const each of definition.information.kept) {
    if (!each.value) continue;
    if (each.value.keeps.length === 0 && !each.value.faulty)
      report(raiseInformation('information/keeps-nothing', each.idAt, { id: each.id }));
    for (const name of each.value.keeps) checkKept(name, known, checking);
    if (!each.value.faulty) checkSeenBy(each, checking);
  }
};
