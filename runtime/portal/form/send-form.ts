import type { Answer, CaseEvent, Id } from '../../../engine/contract/index.js';
import type { Draft, Typed } from '../../server/drafts.js';
import { type CaseForm, openQuestions, pageKey, prunedAnswers } from './case-form.js';
import { isKeptBack, withSent } from './kept-apart.js';
import { typedFor } from './page-presenter.js';

/** The answers of a form as they were last sent. */
const sentBefore = (draft: Draft): Record<Id, Answer> => {
  const values: Record<Id, Answer> = {};
  for (const event of draft.events) if (event.kind === 'answered') Object.assign(values, event.values);
  return values;
};

const same = (a: Answer | undefined, b: Answer | undefined): boolean => JSON.stringify(a) === JSON.stringify(b);

/** What sending a form would record: answers that are not as they were last sent, and null for what was taken back. */
export const toBeSent = (part: CaseForm): Record<Id, Answer> => {
  const { bundle, form, draft } = part;
  const answers = prunedAnswers(part);
  const before = sentBefore(draft);
  const back = isKeptBack(bundle, draft);
  const values: Record<Id, Answer> = {};
  for (const id of form.pages.flatMap((page) => page.asks)) {
    const fact = bundle.facts.find((one) => one.id === id);
    if (!fact || back(fact)) continue;
    const answer = answers[id];
    if (answer !== undefined && !same(answer, before[id])) values[id] = answer;
    if (answer === undefined && before[id] !== undefined && before[id] !== null) values[id] = null;
  }
  return values;
};

/** The draft without what was typed on its pages that answers no question of those pages, or one that is kept back. */
const withoutKeptBack = (part: CaseForm): Draft => {
  const { form, draft } = part;
  const typed = form.pages.flatMap((page): [string, Typed][] => {
    const kept = draft.typed[pageKey(form, page)];
    return kept ? [[pageKey(form, page), { ...kept, values: typedFor(openQuestions(part, page), kept.values) }]] : [];
  });
  return { ...draft, typed: { ...draft.typed, ...Object.fromEntries(typed) } };
};

/** Records the answers of a form as an event: all of them the first time, later what has changed. `now` is an instant. */
export const sendForm = (part: CaseForm, now: string): Draft => {
  const { bundle, form, draft } = part;
  const values = toBeSent(part);
  const event: CaseEvent = {
    id: `${draft.id}-${draft.events.length + 1}`,
    kind: 'answered',
    happened: now,
    learned: now,
    recorded: now,
    by: { role: form.from[0] ?? 'participant' },
    values,
  };
  const events = Object.keys(values).length > 0 ? [...draft.events, event] : draft.events;
  return withoutKeptBack({ ...part, draft: withSent(bundle, form, { ...draft, events }) });
};
