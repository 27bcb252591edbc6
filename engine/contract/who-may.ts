/**
 * Who may give a fact its value, and by what kind of act. An event that says otherwise gives nothing.
 *
 * A judgement is for those whom the fact names, and for roles that are a kind of one of them. A score, a consent, a
 * signature or a form's answer is for those it comes from, and for anybody inside, who records what he was told. Whoever
 * fills in a form may answer all that it asks. A role that the definition does not declare is outside.
 */
import type { Bundle, Fact, FactSource, Id } from './bundle.js';
import type { FactAct } from './event.js';
import { isOneOf, kindsOf } from './roles.js';

/** The kind of act that gives a fact of each source its value. */
export const actFor: Record<FactSource, FactAct> = {
  form: 'answered',
  judgement: 'judged',
  consent: 'consented',
  document: 'signed',
  instrument: 'scored',
};

export interface WhoMay {
  /** Whether a role may give a fact its value. */
  may(fact: Fact, role: Id): boolean;
  /** Those whom the definition names for it, the likeliest first. Where it names nobody: everybody inside. */
  named(fact: Fact): Id[];
  /** Whether somebody inside may do it for them. */
  anybodyInside(fact: Fact): boolean;
}

/** Takes people and forms of a bundle, gives who may give which fact its value. */
export const whoMay = ({ people, forms }: Pick<Bundle, 'people' | 'forms'>): WhoMay => {
  const kinds = kindsOf(people);
  const inside = people.filter(({ side }) => side === 'inside').map(({ id }) => id);
  const fillers = new Map<Id, Set<Id>>();
  for (const form of forms) {
    for (const fact of form.pages.flatMap(({ asks }) => asks)) {
      fillers.set(fact, new Set([...(fillers.get(fact) ?? []), ...form.from]));
    }
  }
  const named = (fact: Fact): Id[] => {
    if (fact.source === 'judgement') return fact.judgedBy?.length ? fact.judgedBy : inside;
    return fact.from.length > 0 ? fact.from : inside;
  };
  const anybodyInside = (fact: Fact): boolean => fact.source !== 'judgement' || !fact.judgedBy?.length;
  return {
    named,
    anybodyInside,
    may: (fact, role) =>
      (anybodyInside(fact) && inside.includes(role)) ||
      isOneOf(role, [...named(fact), ...(fact.source === 'form' ? (fillers.get(fact.id) ?? []) : [])], kinds),
  };
};
