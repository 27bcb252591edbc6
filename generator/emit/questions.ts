/** What the emitters ask about questions again and again. */
import type { Bundle, Fact, Form, Id, Option, Page } from '../../engine/contract/index.js';

/** Takes a bundle; gives its facts by id. */
export const factsById = (bundle: Bundle): Map<Id, Fact> => new Map(bundle.facts.map((fact) => [fact.id, fact]));

/** Takes a form's page; gives its questions in order, entries among them but not the questions of an entry. */
export const questionsOf = (page: Page, facts: Map<Id, Fact>): Fact[] => page.asks.flatMap((id) => facts.get(id) ?? []);

/** Gives a form's questions in order, those of every page. */
export const questionsOn = (form: Form, facts: Map<Id, Fact>): Fact[] =>
  form.pages.flatMap((page) => questionsOf(page, facts));

/** Takes `entries`; gives the questions that are asked of each. */
export const questionsWithin = (entries: Fact, facts: Map<Id, Fact>): Fact[] =>
  (entries.asks ?? []).flatMap((id) => facts.get(id) ?? []);

/** Takes a question; gives its name among its neighbours: `age` for `children.age`. */
export const localId = (fact: Fact): string =>
  fact.within === undefined ? fact.id : fact.id.slice(fact.within.length + 1);

/** The options that are no values: words that may stand where a number or a date is asked for. */
export const wordsOf = (fact: Fact): Option[] => fact.options.filter((option) => option.means !== undefined);

/** Takes a fact and a meaning; gives the answers that mean it, the bare word included. */
export const idsMeaning = (fact: Fact, means: 'not-known' | 'not-applicable'): Id[] => [
  ...new Set([...fact.options.filter((option) => option.means === means).map((option) => option.id), means]),
];
