/** Events that a sentence names, and what is said in place of one. */
import type { Id } from '../../../../engine/contract/index.js';
import { nearest } from '../../../problem/nearest.js';
import type { WordNode } from '../ast.js';
import { type Fault, fault } from '../fault.js';
import { factOf, findNamed, type Named, type Scope } from '../scope.js';
import { familyOf, whatIs } from './checking.js';

/** What a name stands for, for a message: "a duty", "a date". */
export const whatNamed = (named: Named): string => {
  const fact = factOf(named);
  if (fact) return whatIs(fact);
  return named.kind === 'event' ? 'something that happens' : `a ${named.kind}`;
};

/** The names of what happens, for suggestions. */
export const eventNames = (scope: Scope): Id[] => scope.names.filter((name) => scope.find(name)?.kind === 'event');

/** The events that something brings: of a form `referral` its `referral-received` and `referral-complete`. */
export const eventsBroughtBy = (name: string, scope: Scope): Id[] =>
  eventNames(scope).filter((event) => event.startsWith(`${name}-`) || event === `heard-from-${name}`);

export type EventFound = { event: Id; called: string } | { fault: Fault; instead?: WordNode };

/** Takes the name of an event; gives the event, or what is wrong with the name and the one that was meant. */
export const findEvent = (word: WordNode, scope: Scope): EventFound => {
  const name = word.text;
  const named = findNamed(scope, name);
  if (named?.kind === 'event') return { event: named.id, called: named.called };
  return named ? notAnEvent(word, named, scope) : unknownEvent(word, scope);
};

const notAnEvent = (word: WordNode, named: Named, scope: Scope): EventFound => {
  const name = word.text;
  const brought = eventsBroughtBy(name, scope);
  const fact = factOf(named);
  const isDate = fact !== undefined && familyOf(fact) === 'date';
  const found = fault('sentence/not-an-event', word, { name, what: whatNamed(named), events: brought, isDate });
  const [only] = brought.length === 1 ? brought : [];
  return only === undefined ? { fault: found } : { fault: found, instead: { ...word, text: only } };
};

/** The event of an unknown name. */
export const unknownEvent = (word: WordNode, scope: Scope): { fault: Fault; instead?: WordNode } => {
  const name = word.text;
  const brought = eventsBroughtBy(name, scope);
  const near = (brought.length === 1 ? brought[0] : undefined) ?? nearest(name, eventNames(scope));
  const elsewhere = scope.elsewhere?.(name);
  const found = fault('sentence/unknown-event', word, {
    name,
    ...(elsewhere !== undefined && { elsewhere }),
    ...(near !== undefined && { nearest: near }),
    events: brought,
  });
  return near === undefined ? { fault: found } : { fault: found, instead: { ...word, text: near } };
};
