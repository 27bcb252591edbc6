import type { Answer, Id, Page } from '../../../engine/contract/index.js';
import { caseAddress } from '../layout/navigation.js';
import { statementsOn } from '../words/names.js';
import { type CaseForm, knownAnswers, pageAfter, pageKey, questionsOf, statusOf } from './case-form.js';
import { formPart } from './form-part.js';
import { isKeptApart } from './kept-apart.js';
import type { PagePresenter } from './page-view.js';
import { askedNow, type PagePart } from './question-page.js';
import { answersTyped, saidTwice, type TypedValues, valuesShown } from './typed-answers.js';
import { type FieldFault, fieldId, validatePage } from './validate-page.js';

/** Where a page is sent to, and where it goes on to. */
export interface Way {
  slug: string;
  /** Come from "check your answers", and to go back there. */
  toCheck: boolean;
}

export const formAddress = (part: CaseForm, slug: string): string =>
  `${caseAddress(slug, part.draft)}/forms/${part.form.id}`;

const addressAfter = (part: CaseForm, page: Page, { slug, toCheck }: Way): string => {
  const next = toCheck ? undefined : pageAfter(part, page);
  return next ? `${formAddress(part, slug)}/pages/${next.id}` : `${formAddress(part, slug)}/check`;
};

/**
 * Answers as a page of this form may hold them: of what is hers only what whoever fills in this form has typed into it,
 * and nothing once it was sent.
 */
const shareable = (part: CaseForm, answers: Record<Id, Answer>): Record<Id, Answer> => {
  const { bundle, form, draft } = part;
  const asks = new Set(form.pages.flatMap((page) => page.asks));
  const sent = draft.sent.includes(form.id);
  const apart = isKeptApart(bundle);
  const hidden = bundle.facts.filter((fact) => apart(fact) && (sent || !asks.has(fact.id))).map((fact) => fact.id);
  return Object.fromEntries(Object.entries(answers).filter(([id]) => !hidden.includes(id)));
};

/** All that the questions of a page need. `typed` in place of what is saved. */
export const partOf = (part: CaseForm, page: Page, way: Way, typed?: TypedValues): PagePart => {
  const { bundle, form, draft, today } = part;
  const keepApart = draft.sent.includes(form.id);
  const questions = questionsOf(bundle, page).filter((fact) => !keepApart || !isKeptApart(bundle)(fact));
  const answers = shareable(part, knownAnswers(draft));
  const others = Object.fromEntries(
    Object.entries(answers).filter(([id]) => !questions.some((fact) => fact.id === id)),
  );
  const shown = typed ?? draft.typed[pageKey(form, page)]?.values;
  return {
    bundle: formPart(bundle, form.id),
    form: form.id,
    page: page.id,
    today,
    answers: others,
    typed: shown ?? valuesShown(questions, bundle.facts, (fact) => answers[fact.id]),
    faults: [],
    keepApart,
    action: `${formAddress(part, way.slug)}/pages/${page.id}${way.toCheck ? '?back=check' : ''}`,
  };
};

/** What is wrong with what was typed on a page, in the order of its questions. */
export const faultsTyped = (part: CaseForm, page: Page, pagePart: PagePart): FieldFault[] => {
  const { bundle, form } = part;
  const twice = saidTwice(questionsOf(bundle, page), bundle.facts, pagePart.typed).map((path) => ({
    path,
    message: 'Give an answer, or choose one of the words below it, not both',
  }));
  const asked = askedNow(pagePart, pagePart.typed);
  const ids = new Set(asked.map((one) => one.fact.id));
  const answers = answersTyped(questionsOf(bundle, page), bundle.facts, pagePart.typed);
  const result = validatePage(
    bundle,
    form,
    asked,
    Object.fromEntries(Object.entries(answers).filter(([id]) => ids.has(id))),
  );
  return [...twice, ...('faults' in result ? result.faults : [])];
};

const status = { 'not-needed': 'This page is not asked at present, because of other answers.' } as const;

/** A page of questions, with what was typed on it and what is wrong with that. */
export const presentPage = (part: CaseForm, page: Page, way: Way, notices: string[] = []): PagePresenter => {
  const kept = part.draft.typed[pageKey(part.form, page)];
  const pagePart = partOf(part, page, way);
  const faults = kept?.sent ? faultsTyped(part, page, pagePart) : [];
  const asked = askedNow(pagePart, pagePart.typed);
  const stands = statusOf(part, page);
  const apart = pagePart.keepApart && questionsOf(part.bundle, page).some(isKeptApart(part.bundle));
  return {
    caption: part.form.title,
    heading: page.heading,
    faults: faults.map(({ path, message }) => ({ message, href: `#${fieldId(path)}` })),
    says: statementsOn(part.bundle, page.id),
    notices: [
      ...notices,
      ...(stands === 'not-needed' ? [status['not-needed']] : []),
      ...(apart
        ? ['What was told about the partner on this page is kept apart. It is not shown, and stays as it is.']
        : []),
    ],
    empty: asked.length === 0,
    next: addressAfter(part, page, way),
    part: { ...pagePart, faults },
  };
};

export { addressAfter };
