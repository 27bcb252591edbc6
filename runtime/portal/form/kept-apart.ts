import type { Bundle, Fact, Form, Id } from '../../../engine/contract/index.js';

/** What is hers, and the entries that hold something of hers: even how many there are is not for everybody. */
export const isKeptApart =
  (bundle: Bundle) =>
  (fact: Fact): boolean =>
    fact.hers || (fact.asks ?? []).some((id) => bundle.facts.find((inner) => inner.id === id)?.hers === true);

/** Whether a form asks nothing but what is hers: that she has it, or has sent it, is not for the pages of his case. */
export const isHersAlone = (bundle: Bundle, form: Form): boolean => {
  const apart = isKeptApart(bundle);
  const asks = form.pages.flatMap((page) => page.asks);
  return asks.length > 0 && asks.every((id) => bundle.facts.some((fact) => fact.id === id && apart(fact)));
};

/** The forms that belong together in a case that began with one of them: hers alone, or all that are not. */
export const formsTogether = (bundle: Bundle, began: Id): Form[] => {
  const first = bundle.forms.find((form) => form.id === began);
  if (first && isHersAlone(bundle, first)) return [first];
  return bundle.forms.filter((form) => !isHersAlone(bundle, form));
};
