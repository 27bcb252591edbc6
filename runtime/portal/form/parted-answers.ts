import type { Answer, Form, Id } from '../../../engine/contract/index.js';

/** All that is known, parted: the answers to this form, and what its conditions may name besides. */
export const partedAnswers = (
  form: Form,
  all: Record<Id, Answer>,
): { answers: Record<Id, Answer>; known: Record<Id, Answer> } => {
  const asks = new Set(form.pages.flatMap((page) => page.asks));
  const entries = Object.entries(all);
  return {
    answers: Object.fromEntries(entries.filter(([id]) => asks.has(id))),
    known: Object.fromEntries(entries.filter(([id]) => !asks.has(id))),
  };
};
