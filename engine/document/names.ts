/** Whom a document is about, and who receives it, by name. */
import type { Fact, Id } from '../contract/bundle.js';
import type { Document } from '../contract/document.js';
import type { Reading } from './reading.js';
import { isKnown } from './words/values.js';

/**
 * The name of a participant: his answer to `full-name`, on whichever form, else to the first question for a name about
 * him on the first form that is not called after somebody else (`referrer-name`).
 */
export const nameOfPerson = (reading: Reading): string => {
  const { people } = reading.bundle;
  const names = namesAsked(reading);
  const others = new Set(people.map(({ id }) => `${id}-name`).filter((id) => id !== 'participant-name'));
  const about = names.filter((fact) => fact.about === 'participant' && !others.has(fact.id));
  const first = new Set((reading.bundle.forms[0]?.pages ?? []).flatMap(({ asks }) => asks));
  return nameIn(about.find(({ id }) => id === 'full-name') ?? about.find(({ id }) => first.has(id)), reading);
};

/** The name of a recipient, where it was asked: a question for a name about that role, or called after it. */
export const nameOfRecipient = (role: Id, { forEach }: Document, reading: Reading): string => {
  if (role === 'participant') return nameOfPerson(reading);
  const own = reading.bundle.facts.filter(({ kind, within }) => kind === 'name' && within === forEach);
  if (forEach !== undefined && reading.fact(forEach)?.about === role) return nameIn(own[0], reading);
  const names = namesAsked(reading);
  const asked = names.find(({ about }) => about === role) ?? names.find(({ id }) => id === `${role}-name`);
  return nameIn(asked, reading);
};

const namesAsked = ({ bundle, fact }: Reading): Fact[] =>
  bundle.forms
    .flatMap(({ pages }) => pages)
    .flatMap(({ asks }) => asks)
    .flatMap((id) => fact(id) ?? [])
    .filter(({ kind }) => kind === 'name');

const nameIn = (fact: Fact | undefined, reading: Reading): string => {
  const answer = fact && reading.answer(fact.id);
  return isKnown(answer) && typeof answer === 'string' && answer !== 'not-applicable' ? answer : '';
};
