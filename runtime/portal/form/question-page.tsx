import { useMemo, useState } from 'react';
import type { Answer, Bundle, Id } from '../../../engine/contract/index.js';
// Past the engine's door, which would bring the whole rules engine into the browser.
import { formState } from '../../../engine/form/state.js';
import { partedAnswers } from './parted-answers.js';
import { QuestionForm } from './question-form.js';
import { type Asked, askedOf } from './questions.js';
import { answersTyped, type TypedValues } from './typed-answers.js';
import type { FieldFault } from './validate-page.js';

/** All that one page of questions needs, on the server as in the browser; plain JSON. */
export interface PagePart {
  /** The part of the bundle that says what is asked. */
  bundle: Bundle;
  form: Id;
  page: Id;
  today: string;
  /** Answers to other questions, on which it depends what is asked here. */
  answers: Record<Id, Answer>;
  typed: TypedValues;
  faults: FieldFault[];
  /** Questions of the page that are hers and were sent: they are no longer shown. */
  keptBack: Id[];
  action: string;
}

/** Questions of the page as they stand for what is typed. */
export const askedNow = (part: PagePart, typed: TypedValues): Asked[] => {
  const { bundle, form, page, today, answers, keptBack } = part;
  const declared = bundle.forms.find((one) => one.id === form);
  const asks = declared?.pages.find((one) => one.id === page)?.asks ?? [];
  const questions = bundle.facts.filter((fact) => asks.includes(fact.id));
  if (!declared) return [];
  const all = { ...answers, ...answersTyped(questions, bundle.facts, typed) };
  const parted = partedAnswers(declared, all);
  const state = formState(bundle, form, parted.answers, { today, known: parted.known }).pages.find(
    (one) => one.id === page,
  );
  return askedOf(bundle, state?.questions ?? [], (fact) => keptBack.includes(fact.id));
};

/** One page of questions: a plain form, in which a script only asks further questions sooner. */
export const QuestionPage = ({ part }: { part: PagePart }) => {
  const [typed, setTyped] = useState<TypedValues>(part.typed);
  const asked = useMemo(() => askedNow(part, typed), [part, typed]);
  return (
    <QuestionForm
      asked={asked}
      typed={typed}
      faults={part.faults}
      action={part.action}
      button="Save and continue"
      onChange={setTyped}
    />
  );
};
