import type { Answer, Bundle, Fact, Form, Id, Page } from '../../../engine/contract/index.js';
import { type FormState, formState, prune } from '../../../engine/index.js';
import type { Draft } from '../../server/drafts.js';
import { NotFound } from '../error-page/faults.js';
import { formsTogether } from './kept-apart.js';
import { partedAnswers } from './parted-answers.js';
import { type Asked, askedOf } from './questions.js';
import { type FieldFault, validatePage } from './validate-page.js';

/** A form of a case: what it asks, and what was answered so far. */
export interface CaseForm {
  bundle: Bundle;
  form: Form;
  draft: Draft;
  /** The local day. */
  today: string;
}

export type PageStatus = 'not-started' | 'in-progress' | 'completed' | 'cannot-start-yet' | 'not-needed';

/** Throws `NotFound` where the programme has no such form. */
export const formNamed = (bundle: Bundle, id: string): Form => {
  const form = bundle.forms.find((one) => one.id === id);
  if (!form) throw new NotFound('This programme has no such form. Its definition may have changed.');
  return form;
};

/** The same, of the forms that belong to a case that began with `began`. */
export const formOfCase = (bundle: Bundle, began: Id, id: string): Form => {
  const form = formsTogether(bundle, began).find((one) => one.id === id);
  if (!form) throw new NotFound('This case has no such form. The definition may have changed.');
  return form;
};

/** Throws `NotFound` where the form has no such page. */
export const pageNamed = (form: Form, id: string): Page => {
  const page = form.pages.find((one) => one.id === id);
  if (!page) throw new NotFound('This form has no such page. Its definition may have changed.');
  return page;
};

/** Pages are remembered by form and page. */
export const pageKey = (form: Form, page: Page): string => `${form.id}/${page.id}`;

export const questionsOf = (bundle: Bundle, page: Page): Fact[] =>
  page.asks.flatMap((id) => bundle.facts.find((fact) => fact.id === id) ?? []);

/** Everything known of a case: answers, and what has been recorded. */
export const knownAnswers = (draft: Draft): Record<Id, Answer> => {
  const recorded: Record<Id, Answer> = {};
  for (const event of draft.events) if (event.kind !== 'answered') Object.assign(recorded, event.values);
  return { ...recorded, ...draft.answers };
};

export const stateOf = ({ bundle, form, draft, today }: CaseForm): FormState => {
  const { answers, known } = partedAnswers(form, knownAnswers(draft));
  return formState(bundle, form.id, answers, { today, known });
};

/** The answers of a form that are asked for, without those that were given before a question fell away. */
export const prunedAnswers = ({ bundle, form, draft, today }: CaseForm): Record<Id, Answer> => {
  const { answers, known } = partedAnswers(form, knownAnswers(draft));
  return prune(bundle, form.id, answers, { today, known });
};

/** The questions of a page that are asked now. */
export const askedOn = (part: CaseForm, page: Page): Asked[] =>
  askedOf(part.bundle, stateOf(part).pages.find((one) => one.id === page.id)?.questions ?? []);

/** What is wrong with the saved answers of a page; nothing if they will do. */
export const faultsOn = (part: CaseForm, page: Page): FieldFault[] => {
  const asked = askedOn(part, page);
  const ids = new Set(asked.map((one) => one.fact.id));
  const answers = Object.fromEntries(Object.entries(prunedAnswers(part)).filter(([id]) => ids.has(id)));
  const result = validatePage(part.bundle, part.form, asked, answers);
  return 'faults' in result ? result.faults : [];
};

/** How far a page is. */
export const statusOf = (part: CaseForm, page: Page): PageStatus => {
  const { form, draft } = part;
  const visible = stateOf(part).pages.find((one) => one.id === page.id)?.visible;
  if (visible === 'no') return 'not-needed';
  if (visible === 'not-yet') return 'cannot-start-yet';
  const key = pageKey(form, page);
  const started = draft.typed[key] !== undefined || page.asks.some((id) => draft.answers[id] !== undefined);
  if (draft.saved.includes(key) && !draft.typed[key] && faultsOn(part, page).length === 0) return 'completed';
  return started || draft.saved.includes(key) ? 'in-progress' : 'not-started';
};

/** The page after `page` that is asked; nothing after the last. */
export const pageAfter = (part: CaseForm, page: Page): Page | undefined => {
  const shown = stateOf(part).pages.filter((one) => one.visible === 'yes');
  const place = part.form.pages.findIndex((one) => one.id === page.id);
  return part.form.pages.slice(place + 1).find((one) => shown.some((state) => state.id === one.id));
};
