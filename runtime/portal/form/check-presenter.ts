import type { Answer, Id } from '../../../engine/contract/index.js';
import type { Fault } from '../layout/error-summary.js';
import { herWord } from '../words/names.js';
import { answerInWords, keptApart } from '../words/values.js';
import { askedOn, type CaseForm, faultsOn, pageKey, prunedAnswers, questionsOf, stateOf } from './case-form.js';
import { isKeptApart, isKeptBack } from './kept-apart.js';
import { faultsTyped, partOf } from './page-presenter.js';
import { fieldId } from './validate-page.js';

export interface Row {
  question: string;
  lines: string[];
  answered: boolean;
  change?: string;
}
export interface CheckPresenter {
  title: string;
  pages: { id: string; heading: string; change: string; rows: Row[] }[];
  action: string;
  again: boolean;
  /** That it asks something that is no longer shown once it was sent. */
  keepsApart?: string;
}

const pageAddress = (at: string, page: Id): string => `${at}/pages/${page}?back=check`;

const row = (
  part: CaseForm,
  at: string,
  page: Id,
  question: ReturnType<typeof askedOn>[number],
  answer?: Answer,
): Row => {
  const { bundle, draft, settled = [] } = part;
  if (isKeptBack(bundle, draft)(question.fact)) {
    return { question: question.fact.ask, lines: [keptApart], answered: true };
  }
  const lines = answerInWords(bundle, question.fact, answer, { showsHers: true });
  return {
    question: question.fact.ask,
    lines: lines.length > 0 ? lines : ['Not answered'],
    answered: lines.length > 0,
    ...(!settled.includes(question.fact.id) && { change: `${pageAddress(at, page)}#${fieldId([question.name])}` }),
  };
};

/** All answers of the form at that address, page by page, with where to change each. */
export const presentCheck = (part: CaseForm, at: string): CheckPresenter => {
  const { form, draft } = part;
  const answers = prunedAnswers(part);
  const shown = stateOf(part).pages.filter((page) => page.visible === 'yes');
  return {
    title: form.title,
    pages: form.pages
      .filter((page) => shown.some((state) => state.id === page.id))
      .map((page) => ({
        id: page.id,
        heading: page.heading,
        change: pageAddress(at, page.id),
        rows: askedOn(part, page).map((question) => row(part, at, page.id, question, answers[question.fact.id])),
      })),
    action: `${at}/check`,
    again: draft.sent.includes(form.id),
    ...(form.pages.some((page) => questionsOf(part.bundle, page).some(isKeptApart(part.bundle))) && {
      keepsApart: `Once sent, what was told about the ${herWord(part.bundle)} is kept apart and no longer shown.`,
    }),
  };
};

/** What stands in the way of sending a form: answers that must be given, and pages that could not be saved. */
export const faultsBeforeSending = (part: CaseForm, at: string): Fault[] => {
  const shown = stateOf(part).pages.filter((page) => page.visible === 'yes');
  return part.form.pages
    .filter((page) => shown.some((state) => state.id === page.id))
    .flatMap((page) => {
      const kept = part.draft.typed[pageKey(part.form, page)];
      const typed = kept ? faultsTyped(part, page, partOf(part, page, { at, toCheck: true })) : [];
      if (kept && typed.length === 0) {
        const message = `Save the page “${page.heading}” first`;
        return [{ message, href: pageAddress(at, page.id) }];
      }
      return (kept ? typed : faultsOn(part, page)).map(({ path, message }) => ({
        message,
        href: `${pageAddress(at, page.id)}#${fieldId(path)}`,
      }));
    });
};
