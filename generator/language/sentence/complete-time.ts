/** What could come next in what is said of events, duties and rules, and of how long something has been so. */
import { eventNames } from './meaning/events.js';
import { statesOf } from './meaning/states.js';
import type { Named, Scope } from './scope.js';
import { spanUnitOf } from './words.js';

const units = ['hours', 'days', 'working', 'weeks', 'months', 'years'];
const clocks = /^\d{1,2}:\d{2}$/;
const figure = /^\d+$/;

/** Takes the words after `has`, and whether anything could come before them; gives the words that could come next. */
export const afterHas = ([first, ...rest]: string[], scope: Scope): string[] => {
  if (first === undefined) return ['happened', 'not'];
  if (first === 'not')
    return rest[0] === 'happened' ? whenNext(rest.slice(1), scope) : rest.length === 0 ? ['happened'] : [];
  return first === 'happened' ? whenNext(rest, scope) : [];
};

const whenNext = (said: string[], scope: Scope): string[] => {
  const [first, ...rest] = said;
  switch (first) {
    case undefined:
      return ['in', 'since', 'before', 'at', 'within', 'by'];
    case 'in':
      return lastNext(rest);
    case 'since':
      return eventNext(rest, scope);
    case 'before':
      return afterNext(rest, scope);
    case 'at':
      return aheadNext(rest, scope);
    case 'within':
      return withinNext(rest, scope);
    case 'by':
      return byNext(rest, scope);
    default:
      return [];
  }
};

const lastNext = (said: string[]): string[] => {
  const [the, last, ...time] = said;
  if (the === undefined) return ['the'];
  if (last === undefined) return ['last'];
  return time.length === 0 ? [] : (timeNext(time)?.next ?? lasting);
};

/** What a sentence that could end here may go on with. */
const lasting = ['for'];

/** `next` where the length of time goes on; how many words it has where it is whole. */
const timeNext = (said: string[]): { next: string[] } | undefined => {
  const [, unit, second] = said;
  if (unit === undefined) return { next: units };
  if (unit === 'working') return second === undefined ? { next: ['days'] } : undefined;
  return undefined;
};
const timeLength = ([n, unit, second]: string[]): number | undefined => {
  if (n === undefined || !figure.test(n) || unit === undefined) return undefined;
  if (unit === 'working') return second === undefined ? undefined : 3;
  return spanUnitOf(unit) ? 2 : undefined;
};

const eventNext = (said: string[], scope: Scope): string[] => {
  const [first, second] = said;
  const events = eventNames(scope);
  if (first === undefined) return [...events, 'first', 'latest'];
  if (first !== 'first' && first !== 'latest') return said.length === 1 ? lasting : [];
  return second === undefined ? events : lasting;
};

const afterNext = (said: string[], scope: Scope): string[] => {
  const session = scope.session === true;
  if (said.length === 0) return [...eventNext([], scope), ...(session ? ['the'] : [])];
  if (said[0] !== 'the') return eventNext(said, scope);
  if (!session) return [];
  return said.length === 1 ? ['session'] : lasting;
};

const withinNext = (said: string[], scope: Scope): string[] => {
  if (said.length === 0) return [];
  const length = timeLength(said);
  if (length === undefined) return timeNext(said)?.next ?? [];
  const [of, ...event] = said.slice(length);
  return of === undefined ? ['of'] : afterNext(event, scope);
};

const aheadNext = (said: string[], scope: Scope): string[] => {
  const [least, ...rest] = said;
  if (least === undefined) return ['least'];
  if (rest.length === 0) return [];
  const length = timeLength(rest);
  if (length === undefined) return timeNext(rest)?.next ?? [];
  const [before, ...after] = rest.slice(length);
  return before === undefined ? ['before'] : afterNext(after, scope);
};

const byNext = (said: string[], scope: Scope): string[] => {
  const [time, ...rest] = said;
  if (time === undefined || !clocks.test(time)) return [];
  const [first, second] = rest;
  if (first === undefined) return scope.session ? ['the'] : [];
  if (first === 'the') return second === undefined ? ['next'] : rest.length === 2 ? ['day'] : lasting;
  const length = timeLength(rest);
  if (length === undefined) return timeNext(rest)?.next ?? [];
  const [after, ...event] = rest.slice(length);
  return after === undefined ? ['after'] : afterNext(event, scope);
};

/** Takes the words after `for`; gives the words that could come next. */
export const afterFor = (said: string[]): string[] => {
  const [first, second, ...time] = said;
  if (first === undefined) return ['at', 'more'];
  if (second === undefined) return first === 'at' ? ['least'] : first === 'more' ? ['than'] : [];
  return time.length === 0 ? [] : (timeNext(time)?.next ?? []);
};

/** Takes the words after `is [not]`, said of a duty or a rule; gives the words that could come next. */
export const stateNext = (said: string[], named: Extract<Named, { kind: 'duty' | 'rule' }>): string[] => {
  const states = statesOf(named.kind);
  const last = said.at(-1);
  if (last === undefined) return states;
  if (last === 'or') return states.filter((state) => state !== 'met' && !said.includes(state));
  if (last === 'met' || !states.includes(last)) return last === 'met' ? lasting : [];
  const left = states.filter((state) => state !== 'met' && !said.includes(state));
  return [...(left.length > 0 ? ['or'] : []), ...lasting];
};
