/** What of the sections about sessions has to answer to a clause, or to say that it is ours. */
import { stepNames } from '../../../engine/contract/course.js';
import type { At } from '../../../engine/contract/index.js';
import type { ClauseRef } from '../../language/constructs/origin.js';
import type { WrittenDefinition } from '../../language/definition.js';
import type { Named } from '../../language/shape/shape.js';
import { answeringDocuments } from '../documents/document-origins.js';

interface Spoken {
  at: At;
  clause?: ClauseRef[];
  ours?: unknown;
}
export interface AnsweringThing {
  id: string;
  idAt: At;
  what: string;
  written: Spoken;
}

const things = (what: string, named: Named<Spoken>[] | undefined): AnsweringThing[] =>
  (named ?? []).flatMap(({ id, idAt, value }) => (value ? [{ id, idAt, what, written: value }] : []));

const speaks = (written: Spoken | undefined): boolean => Boolean(written?.clause || written?.ours);

/** Gives them; a part of a section that answers to a clause as a whole need not answer by itself. */
export const answeringSections = (definition: WrittenDefinition): AnsweringThing[] => {
  const { sessions, pathway, completion, appeals } = definition;
  const steps = stepNames.flatMap((id): AnsweringThing[] => {
    const step = pathway?.[id];
    return step ? [{ id, idAt: step.at, what: 'step', written: step }] : [];
  });
  return [
    ...(sessions && !sessions.phases
      ? [{ id: 'sessions', idAt: sessions.at, what: 'section', written: sessions }]
      : []),
    ...(speaks(sessions) ? [] : things('phase', sessions?.phases)),
    ...things('group', definition.groups),
    ...things('appointment', definition.appointments),
    ...(speaks(pathway) ? [] : steps),
    ...(completion ? [{ id: 'completion', idAt: completion.at, what: 'section', written: completion }] : []),
    ...things('return', definition.returns),
    ...things('part of “information”', definition.information?.kept),
    ...(speaks(appeals) ? [] : things('step of an appeal', appeals?.steps)),
    ...answeringDocuments(definition),
  ];
};
