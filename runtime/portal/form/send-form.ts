import type { Answer, CaseEvent, Id } from '../../../engine/contract/index.js';
import type { Draft } from '../../server/drafts.js';
import { type CaseForm, prunedAnswers } from './case-form.js';
import { isKeptApart } from './kept-apart.js';

/** The answers of a form as they were last sent. */
const sentBefore = (draft: Draft): Record<Id, Answer> => {
  const values: Record<Id, Answer> = {};
  for (const event of draft.events) if (event.kind === 'answered') Object.assign(values, event.values);
  return values;
};

const same = (a: Answer | undefined, b: Answer | undefined): boolean => JSON.stringify(a) === JSON.stringify(b);

/**
 * Records the answers of a form as an event: all of them the first time, later what has changed, with null for what
 * was taken back. `now` is an instant.
 */
export const sendForm = (part: CaseForm, now: string): Draft => {
  const { bundle, form, draft } = part;
  const answers = prunedAnswers(part);
  const before = sentBefore(draft);
  const again = draft.sent.includes(form.id);
  const apart = isKeptApart(bundle);
  const values: Record<Id, Answer> = {};
  for (const id of form.pages.flatMap((page) => page.asks)) {
    const fact = bundle.facts.find((one) => one.id === id);
    if (!fact || (again && apart(fact))) continue;
    const answer = answers[id];
    if (answer !== undefined && !same(answer, before[id])) values[id] = answer;
    if (answer === undefined && before[id] !== undefined && before[id] !== null) values[id] = null;
  }
  const event: CaseEvent = {
    id: `${draft.id}-${draft.events.length + 1}`,
    kind: 'answered',
    happened: now,
    learned: now,
    recorded: now,
    by: { role: form.from[0] ?? 'participant' },
    values,
  };
  return {
    ...draft,
    events: Object.keys(values).length > 0 ? [...draft.events, event] : draft.events,
    sent: again ? draft.sent : [...draft.sent, form.id],
  };
};
