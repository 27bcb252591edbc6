import type { Bundle, Fact, Form, Id } from '../../../engine/contract/index.js';
import type { Draft } from '../../server/drafts.js';

/** What is hers, and the entries that hold something of hers, whole: even how many there are is not for everybody. */
export const isKeptApart =
  (bundle: Bundle) =>
  (fact: Fact): boolean => {
    const holdsHers = (one: Fact | undefined): boolean =>
      one !== undefined &&
      (one.hers || (one.asks ?? []).some((id) => bundle.facts.find((inner) => inner.id === id)?.hers === true));
    return holdsHers(fact) || holdsHers(bundle.facts.find((entries) => entries.id === fact.within));
  };

const askedBy = (form: Form): Id[] => form.pages.flatMap((page) => page.asks);

/** What is hers and was sent, by whatever form asks it now: it is shown no more, and nobody changes it. */
export const isKeptBack = (bundle: Bundle, draft: Draft): ((fact: Fact) => boolean) => {
  const apart = isKeptApart(bundle);
  const sent = new Set([...draft.asked, ...bundle.forms.filter(({ id }) => draft.sent.includes(id)).flatMap(askedBy)]);
  return (fact) => apart(fact) && (sent.has(fact.id) || (fact.within !== undefined && sent.has(fact.within)));
};

const namedApart = (bundle: Bundle, ids: Id[]): Id[] => {
  const apart = isKeptApart(bundle);
  return ids.filter((id) => bundle.facts.some((fact) => fact.id === id && apart(fact)));
};

const joined = (ids: Id[], more: Id[]): Id[] => [...new Set([...ids, ...more])];

/** The draft with all that `form` asks noted as sent, and with what of it is hers as the definition stands. */
export const withSent = (bundle: Bundle, form: Form, draft: Draft): Draft => {
  const asks = askedBy(form);
  const inner = bundle.facts.filter(({ within }) => within !== undefined && asks.includes(within)).map(({ id }) => id);
  return withHers(bundle, {
    ...draft,
    sent: joined(draft.sent, [form.id]),
    asked: joined(draft.asked, [...asks, ...inner]),
  });
};

/** The draft with what is hers by this definition, of all that was sent, noted for good. */
export const withHers = (bundle: Bundle, draft: Draft): Draft => ({
  ...draft,
  hers: joined(draft.hers, namedApart(bundle, draft.asked)),
});

/**
 * The definition as this case is to be shown by it. What was hers when it was sent stays hers, whatever the definition
 * has come to say since. Its digest no longer fits: decisions are made by the definition itself.
 */
export const bundleOfCase = (bundle: Bundle, draft: Draft): Bundle => {
  const apart = isKeptApart(bundle);
  const wasHers = (fact: Fact): boolean => draft.hers.includes(fact.id) && !apart(fact);
  if (!bundle.facts.some(wasHers)) return bundle;
  return { ...bundle, facts: bundle.facts.map((fact) => (wasHers(fact) ? { ...fact, hers: true } : fact)) };
};

/** Whether a form asks nothing but what is hers: that she has it, or has sent it, is not for the pages of his case. */
export const isHersAlone = (bundle: Bundle, form: Form): boolean => {
  const asks = askedBy(form);
  return asks.length > 0 && namedApart(bundle, asks).length === asks.length;
};

/** The forms that belong together in a case that began with one of them: hers alone, or all that are not. */
export const formsTogether = (bundle: Bundle, began: Id): Form[] => {
  const first = bundle.forms.find((form) => form.id === began);
  if (first && isHersAlone(bundle, first)) return [first];
  return bundle.forms.filter((form) => !isHersAlone(bundle, form));
};
