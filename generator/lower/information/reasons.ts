/** Why something is kept apart, in the words that end the way to it. */
import type { Id, KeptApart } from '../../../engine/contract/index.js';
import type { IsHer, Told } from './seeds.js';
import { hers } from './sight.js';

/** What reasons are made of: the content, what is kept apart in it, and how its people are called. */
export interface Reasoning {
  told: Told;
  kept: readonly KeptApart[];
  isHer: IsHer;
  called: (role: Id) => string;
}

const goesOut = /-(sent|issued|requested)$/;
const reaching = new Set(['phone', 'email', 'address']);

const ofFact = (id: Id, { told, isHer, called }: Reasoning): string | undefined => {
  const fact = told.facts.find((one) => one.id === id);
  if (!fact) return undefined;
  if (fact.from.some(isHer)) return `the ${called('partner')} says it`;
  if (reaching.has(fact.kind)) return 'how she can be reached';
  return isHer(fact.about) || fact.kind === 'entries' || fact.within !== undefined
    ? `about the ${called('partner')}`
    : 'known only to those who support her';
};

const ofEvent = (id: Id, { told, isHer, called }: Reasoning): string | undefined => {
  const happening = told.course?.happenings.find((one) => one.id === id || one.fields.some((field) => field.id === id));
  if (!happening) return undefined;
  if (!happening.hers && happening.fields.some((field) => field.hers && field.id === id))
    return `about the ${called('partner')}`;
  const isLetter = (happening.source === 'message' || happening.source === 'report') && goesOut.test(happening.id);
  if (happening.source === 'contact' || happening.source === 'appointment' || isLetter)
    return `contact with the ${called('partner')}`;
  if (happening.about !== undefined && happening.about !== 'session') return `about the ${called('partner')}`;
  return happening.by.some(isHer) ? `the ${called('partner')} says it` : 'known only to those who support her';
};

const ofForm = (id: Id, { told, isHer, called }: Reasoning): string | undefined =>
  told.forms.some((form) => form.id === id && form.from.some(isHer)) ? `the ${called('partner')} says it` : undefined;

/** Takes the way to something kept apart; gives why it is, as the last words of that way. */
export const reasonOf = (path: readonly Id[], kept: Id, mixed: boolean, reasoning: Reasoning): string => {
  if (mixed) return 'may come from the partner';
  if (kept !== hers) return reasoning.kept.find(({ id }) => id === kept)?.called ?? kept;
  const source = path.at(-1) ?? '';
  const found = ofFact(source, reasoning) ?? ofEvent(source, reasoning) ?? ofForm(source, reasoning);
  return found ?? `the ${reasoning.called('partner')}’s alone`;
};
