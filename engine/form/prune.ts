/** Answers to what is not asked are dropped before they count. */
import type { Bundle, Id } from '../contract/bundle.js';
import type { Answer, EntryAnswers } from '../contract/event.js';
import { byId, type FactsById } from '../contract/regions.js';
import { type Answers, type FormMoment, formState, type QuestionState } from './state.js';

/**
 * Takes the answers to one form, gives those that it asks for: nothing of a question that is not visible or that is not
 * the form's, no option that is not offered. What then ceases to be visible goes too, until nothing changes.
 */
export const prune = (bundle: Bundle, formId: Id, answers: Answers, moment: FormMoment): Answers => {
  const facts = byId(bundle.facts);
  let now = answers;
  for (;;) {
    const questions = formState(bundle, formId, now, moment).pages.flatMap((page) => page.questions);
    const next = keptOf(questions, now, facts, (fact) => fact);
    if (JSON.stringify(next) === JSON.stringify(now)) return next;
    now = next;
  }
};

const keptOf = <Kept extends Answer>(
  questions: QuestionState[],
  answers: Record<Id, Kept>,
  facts: FactsById,
  nameOf: (fact: Id) => string,
): Record<Id, Kept> => {
  const byName = new Map(questions.map((question) => [nameOf(question.fact), question]));
  const kept: Record<Id, Kept> = {};
  for (const [name, answer] of Object.entries(answers)) {
    const question = byName.get(name);
    if (question?.visible !== 'yes') continue;
    const left = question.entries
      ? entriesLeft(question.entries, answer, question.fact, facts)
      : offeredOf(question, answer, facts);
    if (left !== undefined) kept[name] = left as Kept;
  }
  return kept;
};

/** What fits no option at all is left for whoever checks answers to complain of. */
const offeredOf = (question: QuestionState, answer: Answer, facts: FactsById): Answer | undefined => {
  const withheld = new Set(facts.get(question.fact)?.options.map(({ id }) => id));
  for (const option of question.options) withheld.delete(option);
  if (typeof answer === 'string') return withheld.has(answer) ? undefined : answer;
  if (!Array.isArray(answer)) return answer;
  const left = (answer as string[]).filter((option) => !withheld.has(option));
  return left.length === 0 && answer.length > 0 ? undefined : left;
};

const entriesLeft = (entries: QuestionState[][], answer: Answer, fact: Id, facts: FactsById): Answer => {
  if (!Array.isArray(answer) || answer.length !== entries.length) return answer;
  return (answer as EntryAnswers[]).map((entry, n) => {
    const { key, ...rest } = entry;
    const left = keptOf(entries[n] ?? [], rest, facts, (id) => id.slice(fact.length + 1));
    return key === undefined ? left : { key, ...left };
  });
};
