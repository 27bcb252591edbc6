/** What forms that were sent must say and do not yet, question by question: what is followed up before they are taken further. */
import { type Answer, type CaseEvent, formState, type Id } from '../../../engine/index.js';
import type { OpenCase } from '../../server/cases/contract.js';
import { isKeptApart } from '../form/kept-apart.js';
import { factNamed } from '../words/names.js';

/** The latest answer to each fact, by when it was given; corrected ones are gone. */
export const latestAnswers = (events: readonly CaseEvent[]): Map<Id, Answer> => {
  const gone = new Set(events.flatMap(({ supersedes }) => supersedes ?? []));
  const told = events.filter(({ id, kind }) => kind === 'answered' && !gone.has(id));
  const ordered = told.map((event, place) => ({ event, place }));
  ordered.sort((a, b) => Date.parse(a.event.happened) - Date.parse(b.event.happened) || a.place - b.place);
  return new Map(ordered.flatMap(({ event }) => Object.entries(event.values)));
};

/** Takes a case; gives the questions of its forms that must be answered and are not. None of hers is among them. */
export const incompleteIn = ({ bundle, events, today }: Pick<OpenCase, 'bundle' | 'events' | 'today'>): Id[] => {
  const given = latestAnswers(events);
  const known = Object.fromEntries(
    bundle.facts.flatMap(({ id, within }) => {
      const answer = within === undefined ? given.get(id) : undefined;
      return answer === undefined || answer === null ? [] : [[id, answer]];
    }),
  );
  const isHers = isKeptApart(bundle);
  return bundle.forms
    .filter(({ pages }) => pages.some(({ asks }) => asks.some((id) => Object.hasOwn(known, id))))
    .flatMap(({ id }) => formState(bundle, id, known, { today, known }).unanswered)
    .filter((id, i, all) => {
      const fact = factNamed(bundle, id);
      return fact !== undefined && !isHers(fact) && all.indexOf(id) === i;
    });
};
