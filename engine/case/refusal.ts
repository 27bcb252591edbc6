/** Why what an event says of a fact cannot count, whatever it says: it is the wrong kind of act, or the wrong person's. */

import type { Bundle, Fact, FactSource, Id } from '../contract/bundle.js';
import type { CaseEvent, EventKind } from '../contract/event.js';
import { actFor, whoMay } from '../contract/who-may.js';
import { listed } from '../contract/words.js';
import { herSideOf, onlyTold } from './her-side.js';

/** Takes a fact and an event, gives why the event cannot give the fact its value, or nothing where it can. */
export type Refusal = (fact: Fact, event: Pick<CaseEvent, 'kind' | 'by' | 'toldBy'>) => string | undefined;

/** Takes a bundle, gives what refuses acts in it. */
export const refusalOf = (bundle: Pick<Bundle, 'people' | 'forms'>): Refusal => {
  const { may, named, anybodyInside } = whoMay(bundle);
  const words = new Map(bundle.people.map(({ id, called }) => [id, called]));
  const theRole = (role: Id): string => (words.has(role) ? `the ${words.get(role)}` : `“${role}”`);
  const allowed = new Map<string, boolean>();
  const { told } = herSideOf(bundle.people);
  return (fact, { kind, by, toldBy }) => {
    if (kind !== actFor[fact.source]) return `It takes ${nouns[actFor[fact.source]]}, not ${nouns[kind]}.`;
    const key = `${fact.id} ${by.role}`;
    const known = allowed.get(key) ?? may(fact, by.role);
    if (allowed.size < mostKept) allowed.set(key, known);
    const isToldByHer = !fact.hers && told({ by, ...(toldBy !== undefined && { toldBy }) });
    if (known) return isToldByHer ? onlyTold : undefined;
    const those = named(fact).map(theRole);
    const who = those.length > 0 ? listed(those, 'or') : 'somebody inside';
    const record = anybodyInside(fact) && those.length > 0 ? ', or for somebody inside to record' : '';
    return `It is for ${who} ${verbs[fact.source]}${record}, not for ${theRole(by.role)}.`;
  };
};

/** Whoever sends events may send any words as roles. */
const mostKept = 10_000;

const nouns: Record<EventKind, string> = {
  answered: 'an answer',
  judged: 'a judgement',
  consented: 'a consent',
  signed: 'a signature',
  scored: 'a score',
  happened: 'a happening',
  session: 'a session',
  confirmed: 'a confirmation',
  refused: 'a refusal',
};
const verbs: Record<FactSource, string> = {
  form: 'to answer',
  judgement: 'to judge',
  consent: 'to give',
  document: 'to sign',
  instrument: 'to score',
};
