import type { Page } from '../../../engine/contract/index.js';
import type { Sent } from '../../server/bodies.js';
import type { Draft } from '../../server/drafts.js';
import { type CaseForm, openQuestions, pageKey } from './case-form.js';
import { faultsTyped, partOf, type Way } from './page-presenter.js';
import { askedNow } from './question-page.js';
import { seenOn } from './questions.js';
import { answersTyped, postedValues, type TypedValues } from './typed-answers.js';

/** What became of a page that was sent. */
export type Saved =
  | { kind: 'saved'; draft: Draft }
  /** The draft keeps what was typed. */
  | { kind: 'faults'; draft: Draft }
  /** An entry was added or removed; the field that it is about. */
  | { kind: 'edited'; draft: Draft; field: string }
  /** What was typed has brought up questions that nobody has seen yet. */
  | { kind: 'more-to-ask'; draft: Draft };

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** `add:partners`, `remove:partners:0`, `clear:letter` done to what was typed; nothing for any other words. */
const edited = (typed: TypedValues, deed: string): { typed: TypedValues; field: string } | undefined => {
  const [verb, name = '', index, inner] = deed.split(':');
  if (!Object.hasOwn(typed, name) && verb !== 'add') return undefined;
  const value = typed[name];
  if (verb === 'add' && /^[a-z0-9-]+$/.test(name) && index === undefined) {
    const entries = Array.isArray(value) ? value : [];
    return { typed: { ...typed, [name]: [...entries, {}] }, field: `${name}_${entries.length}` };
  }
  if (verb === 'remove' && Array.isArray(value)) {
    return { typed: { ...typed, [name]: value.filter((_entry, at) => at !== Number(index)) }, field: name };
  }
  if (verb === 'clear' && index === undefined) {
    const { [name]: _gone, ...rest } = typed;
    return { typed: rest, field: name };
  }
  const entry = verb === 'clear' && Array.isArray(value) ? value[Number(index)] : undefined;
  if (!isRecord(entry) || inner === undefined) return undefined;
  const { [inner]: _gone, ...rest } = entry;
  const entries = (value as unknown[]).map((one, at) => (at === Number(index) ? rest : one));
  return { typed: { ...typed, [name]: entries }, field: `${name}_${index}_${inner}` };
};

const withTyped = (part: CaseForm, page: Page, values: TypedValues, sent: boolean): Draft => ({
  ...part.draft,
  typed: { ...part.draft.typed, [pageKey(part.form, page)]: { values, sent } },
});

/** The draft with a page taken: what was typed on it are its answers now. */
export const withPage = (part: CaseForm, page: Page, values: TypedValues): Draft => {
  const { bundle, form, draft } = part;
  const questions = openQuestions(part, page);
  const key = pageKey(form, page);
  const others = Object.entries(draft.answers).filter(([id]) => !questions.some((fact) => fact.id === id));
  const { [key]: _typed, ...typed } = draft.typed;
  return {
    ...draft,
    answers: { ...Object.fromEntries(others), ...answersTyped(questions, bundle.facts, values) },
    typed,
    saved: [...new Set([...draft.saved, key])],
  };
};

/** Takes a page as it was sent, but for what is kept back, which a page opened earlier may still hold; gives the draft as it is to be kept, whatever was wrong with the page. */
export const savePage = (part: CaseForm, page: Page, way: Way, sent: Sent): Saved => {
  const { bundle } = part;
  const before = partOf(part, page, way).typed;
  const questions = openQuestions(part, page);
  const typed = postedValues(questions, bundle.facts, sent.root, before);
  const deed = typeof sent.do === 'string' ? edited(typed, sent.do) : undefined;
  if (deed && typeof sent.do === 'string') {
    const name = sent.do.split(':')[1];
    if (questions.some((fact) => fact.id === name)) {
      return { kind: 'edited', draft: withTyped(part, page, deed.typed, false), field: deed.field };
    }
  }
  const pagePart = partOf(part, page, way, typed);
  const seen = new Set(typeof sent.seen === 'string' ? sent.seen.split(' ') : seenOn(askedNow(pagePart, typed)));
  if (faultsTyped(part, page, pagePart).some(({ path }) => seen.has(path.join('.')) || path.length === 0)) {
    return { kind: 'faults', draft: withTyped(part, page, typed, true) };
  }
  const unseen = seenOn(askedNow(pagePart, typed)).filter((name) => !seen.has(name));
  if (unseen.length > 0) return { kind: 'more-to-ask', draft: withTyped(part, page, typed, false) };
  return { kind: 'saved', draft: withPage(part, page, typed) };
};
