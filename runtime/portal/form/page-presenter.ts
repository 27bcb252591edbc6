import type { Fact, Page } from '../../../engine/contract/index.js';
import { herWord, statementsOn } from '../words/names.js';
import { type CaseForm, openQuestions, pageAfter, pageKey, questionsOf, shareable, statusOf } from './case-form.js';
import { formPart } from './form-part.js';
import { isKeptBack } from './kept-apart.js';
import type { PagePresenter } from './page-view.js';
import { askedNow, type PagePart } from './question-page.js';
import { type Asked, insteadOf, localName } from './questions.js';
import { answersTyped, saidTwice, type TypedValues, valuesShown } from './typed-answers.js';
import { type FieldFault, fieldId, validatePage } from './validate-page.js';

/** Where a page is sent to, and where it goes on to. */
export interface Way {
  /** The address of this form of this case: its list of pages. Its pages and its check lie below. */
  at: string;
  /** Come from "check your answers", and to go back there. */
  toCheck: boolean;
}

/** Where a page goes on to once it is saved. */
export const addressAfter = (part: CaseForm, page: Page, { at, toCheck }: Way): string => {
  const next = toCheck ? undefined : pageAfter(part, page);
  return next ? `${at}/pages/${next.id}` : `${at}/check`;
};

/** Of what was typed on a page, what answers one of these questions. */
export const typedFor = (questions: Fact[], typed: TypedValues): TypedValues => {
  const names = new Set(questions.map(localName).flatMap((name) => [name, insteadOf(name)]));
  return Object.fromEntries(Object.entries(typed).filter(([name]) => names.has(name)));
};

/** All that the questions of a page need. `typed` in place of what is saved. */
export const partOf = (part: CaseForm, page: Page, way: Way, typed?: TypedValues): PagePart => {
  const { bundle, form, draft, today } = part;
  const questions = openQuestions(part, page);
  const answers = shareable(part);
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
    typed: shown ? typedFor(questions, shown) : valuesShown(questions, bundle.facts, (fact) => answers[fact.id]),
    faults: [],
    keptBack: page.asks.filter((id) => !questions.some((fact) => fact.id === id)),
    action: `${way.at}/pages/${page.id}${way.toCheck ? '?back=check' : ''}`,
  };
};

const askedAsKnown = (asked: Asked[]): Asked[] =>
  asked.map((one) => ({
    ...one,
    required: false,
    inner: askedAsKnown(one.inner),
    entries: one.entries.map(askedAsKnown),
  }));

/**
 * What is wrong with what was typed on a page, in the order of its questions. `asItIs`: but for what is not answered.
 */
export const faultsTyped = (part: CaseForm, page: Page, pagePart: PagePart, asItIs = false): FieldFault[] => {
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
    asItIs ? askedAsKnown(asked) : asked,
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
  const apart = questionsOf(part.bundle, page).some(isKeptBack(part.bundle, part.draft));
  return {
    caption: part.form.title,
    heading: page.heading,
    faults: faults.map(({ path, message }) => ({ message, href: `#${fieldId(path)}` })),
    says: statementsOn(part.bundle, page.id),
    notices: [
      ...notices,
      ...(stands === 'not-needed' ? [status['not-needed']] : []),
      ...(apart
        ? [
            `What was told about the ${herWord(part.bundle)} on this page is kept apart. It is not shown, and stays as it is.`,
          ]
        : []),
    ],
    empty: asked.length === 0,
    next: addressAfter(part, page, way),
    part: { ...pagePart, faults },
  };
};
