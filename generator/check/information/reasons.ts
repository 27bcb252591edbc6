/** Why something is kept apart, in the words that end the way to it. */
import type { Id } from '../../../engine/contract/index.js';
import { hers } from '../../lower/information/sight.js';
import type { People } from '../course/happenings.js';
import type { Flow } from './given.js';

const reaching = new Set(['phone', 'email', 'address']);

const ofFact = (id: Id, { core, people }: Flow & { people: People }): string | undefined => {
  const fact = core.facts.find((one) => one.id === id);
  if (!fact) return undefined;
  if (fact.from.some(people.isHer)) return `the ${people.called('partner')} says it`;
  if (reaching.has(fact.kind)) return 'how she can be reached';
  return people.isHer(fact.about) || fact.kind === 'entries' || fact.within !== undefined
    ? `about the ${people.called('partner')}`
    : 'known only to those who support her';
};

const ofEvent = (id: Id, { core, people }: Flow & { people: People }): string | undefined => {
  const happening = core.course?.happenings.find((one) => one.id === id || one.fields.some((field) => field.id === id));
  if (!happening) return undefined;
  const isContact = happening.source === 'contact' || happening.source === 'appointment';
  const isLetter = happening.source === 'message' || happening.source === 'report';
  if (isContact || isLetter) return `contact with the ${people.called('partner')}`;
  if (happening.about !== undefined && happening.about !== 'session') return `about the ${people.called('partner')}`;
  return happening.by.some(people.isHer)
    ? `the ${people.called('partner')} says it`
    : 'known only to those who support her';
};

const ofForm = (id: Id, { core, people }: Flow & { people: People }): string | undefined =>
  core.forms.some((form) => form.id === id && form.from.some(people.isHer))
    ? `the ${people.called('partner')} says it`
    : undefined;

/** Takes the way to something kept apart; gives why it is, as the last words of that way. */
export const reasonOf = (path: Id[], kept: Id, mixed: boolean, flow: Flow & { people: People }): string => {
  if (mixed) return 'may come from the partner';
  if (kept !== hers) return flow.labels.kept.find(({ id }) => id === kept)?.called ?? kept;
  const source = path.at(-1) ?? '';
  return (
    ofFact(source, flow) ??
    ofEvent(source, flow) ??
    ofForm(source, flow) ??
    `the ${flow.people.called('partner')}’s alone`
  );
};
