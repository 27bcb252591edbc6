import type { Answer, Bundle, Fact, Form, Id, Page } from '../../../engine/contract/index.js';
import { type FormState, formState, prune } from '../../../engine/index.js';
import type { Draft } from '../../server/drafts.js';
import { NotFound } from '../error-page/faults.js';
import { formsTogether, isKeptApart, isKeptBack } from './kept-apart.js';
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
  /** Questions that were answered by how the form was begun: shown, and not asked again. */
  settled?: readonly Id[];
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

/**
 * What is known, as pages of this form may hold it: of what is hers only what whoever fills in this form has typed into
 * it and not sent yet. What the definition asks no longer is left out, as nobody can tell whose it is.
 */
export const shareable = ({ bundle, form, draft }: CaseForm): Record<Id, Answer> => {
  const asks = new Set(form.pages.flatMap((page) => page.asks));
  const apart = isKeptApart(bundle);
  const back = isKeptBack(bundle, draft);
  const open = bundle.facts.filter((fact) => !apart(fact) || (asks.has(fact.id) && !back(fact))).map(({ id }) => id);
  return Object.fromEntries(Object.entries(knownAnswers(draft)).filter(([id]) => open.includes(id)));
};

/** What is asked, as far as what may be shown tells: what hangs on what is hers looks as if that were not answered. */
export const stateOf = (part: CaseForm): FormState => {
  const { bundle, form, today } = part;
  const { answers, known } = partedAnswers(form, shareable(part));
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

/** What is wrong with the saved answers of a page; nothing if they will do. What is kept back is not looked at. */
export const faultsOn = (part: CaseForm, page: Page): FieldFault[] => {
  const back = isKeptBack(part.bundle, part.draft);
  const asked = askedOn(part, page).filter(({ fact }) => !back(fact));
  const ids = new Set(asked.map((one) => one.fact.id));
  const answers = Object.fromEntries(Object.entries(prunedAnswers(part)).filter(([id]) => ids.has(id)));
  const result = validatePage(part.bundle, part.form, asked, answers);
  return 'faults' in result ? result.faults : [];
};

/** The questions of a page that can be shown and changed. */
export const openQuestions = ({ bundle, draft, settled = [] }: CaseForm, page: Page): Fact[] => {
  const back = isKeptBack(bundle, draft);
  return questionsOf(bundle, page).filter((fact) => !back(fact) && !settled.includes(fact.id));
};

/** How far a page is. One of which all was sent and is kept back is completed, whatever was entered on it. */
export const statusOf = (part: CaseForm, page: Page): PageStatus => {
  const { form, draft } = part;
  const open = openQuestions(part, page);
  const visible = stateOf(part).pages.find((one) => one.id === page.id)?.visible;
  if (visible === 'no') return 'not-needed';
  if (open.length === 0 && page.asks.length > 0) return 'completed';
  if (visible === 'not-yet') return 'cannot-start-yet';
  const key = pageKey(form, page);
  const started = draft.typed[key] !== undefined || open.some(({ id }) => draft.answers[id] !== undefined);
  if (draft.saved.includes(key) && !draft.typed[key] && faultsOn(part, page).length === 0) return 'completed';
  return started || draft.saved.includes(key) ? 'in-progress' : 'not-started';
};

/** The page after `page` that is asked; nothing after the last. */
export const pageAfter = (part: CaseForm, page: Page): Page | undefined => {
  const shown = stateOf(part).pages.filter((one) => one.visible === 'yes');
  const place = part.form.pages.findIndex((one) => one.id === page.id);
  return part.form.pages.slice(place + 1).find((one) => shown.some((state) => state.id === one.id));
};
