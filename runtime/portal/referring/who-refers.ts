/** The question that asks who makes a referral: whoever began one has said so, and is not asked again. */
import type { Answer, Bundle, Fact, Form, Id } from '../../../engine/contract/index.js';
import { sendersOf } from './outside-forms.js';

/** What follows for a form from the role in which it was begun. */
export interface Settled {
  /** The definition without the options that are of another role. */
  bundle: Bundle;
  /** Answers that are given thereby. */
  answers: Record<Id, Answer>;
}

/** A choice about whoever refers, with an option called by the id of a role that may send the form. */
const asksWho = (fact: Fact, form: Form, senders: readonly Id[]): boolean =>
  fact.kind === 'choice' &&
  fact.about === 'referrer' &&
  !fact.hers &&
  form.pages.some(({ asks }) => asks.includes(fact.id)) &&
  fact.options.some(({ id }) => senders.includes(id));

/**
 * Takes a form and the role in which it was begun. Where a question of it has an option by that role's own id, that is the
 * answer; where it has options by other such roles alone, those are not offered.
 */
export const settledBy = (bundle: Bundle, form: Form, role: Id): Settled => {
  const senders = sendersOf(bundle, form);
  const asked = bundle.facts.filter((fact) => asksWho(fact, form, senders));
  const own = asked.filter(({ options }) => options.some(({ id }) => id === role));
  const isOpen = (id: Id): boolean => id === role || !senders.includes(id);
  return {
    bundle:
      asked.length === 0
        ? bundle
        : {
            ...bundle,
            facts: bundle.facts.map((fact) =>
              asked.includes(fact) ? { ...fact, options: fact.options.filter(({ id }) => isOpen(id)) } : fact,
            ),
          },
    answers: Object.fromEntries(own.map(({ id }) => [id, role])),
  };
};
