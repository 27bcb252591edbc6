/** Points in time, and events named alone: the texts of `time-since:`, `day-of:`, `counted-from:`, `until:`. */
import type { Id, Point } from '../../../engine/contract/index.js';
import { nearest } from '../../problem/nearest.js';
import type { WordNode } from './ast.js';
import { subjectOf } from './english/subject.js';
import { type Fault, fault, withCorrection } from './fault.js';
import { type Uses, uses } from './lowered.js';
import { familyOf } from './meaning/checking.js';
import { eventNames, findEvent } from './meaning/events.js';
import { parseSentence } from './parse.js';
import { factOf, findNamed, type Scope } from './scope.js';
import { tokenize } from './tokens.js';
import { type EventTrigger, ordinalOf, parseEventTrigger, printEventTrigger } from './trigger-grammar.js';
import { mendEvent } from './trigger-mend.js';

/** A point in time: `started`, `latest incident`, `first incident`, `2nd incident`, or a fact that is a date. */
export type ReadPoint = { point: Point; reads: string; uses: Uses } | { faults: Fault[] };
/** An event named alone; `called` is a clause. */
export type ReadEvent = { event: Id; called: string; uses: Uses } | { faults: Fault[] };

/** Takes the text of a point and what it may name; gives the point and its English, or its faults. Never throws. */
export const readPoint = (text: string, scope: Scope): ReadPoint => {
  const parsed = parseEventTrigger(tokenize(text));
  if (!parsed || parsed.again) return mended(text, scope);
  const fact = factOf(findNamed(scope, parsed.event.text));
  if (fact && familyOf(fact) === 'date') return ofADate(parsed, fact.id, subjectOf(fact).text);
  const found = findPoint(parsed.event, scope);
  if ('fault' in found) {
    const say = found.instead && printEventTrigger({ ...parsed, event: found.instead });
    return { faults: withCorrection([found.fault], say) };
  }
  const { event, called } = found;
  const { which } = parsed;
  const time = which === 'latest' || which === undefined ? 'last' : ordinalOf(which);
  const reads = which === undefined ? called : `the ${time} time that ${called}`;
  return { point: { event: { event, ...(which !== undefined && { which }) } }, reads, uses: uses({ events: [event] }) };
};

const ofADate = (parsed: EventTrigger, fact: Id, reads: string): ReadPoint => {
  const { event, which } = parsed;
  if (which === undefined) return { point: { fact }, reads, uses: uses({ facts: fact === 'today' ? [] : [fact] }) };
  const word = { start: parsed.start, end: Math.max(parsed.start, event.start - 1) };
  return {
    faults: [fault('sentence/extra-word', word, { found: which === 1 ? 'first' : `${which}`, say: event.text })],
  };
};

/** Of an unknown name both an event and a date may be meant. */
const findPoint = (word: WordNode, scope: Scope): ReturnType<typeof findEvent> => {
  const found = findEvent(word, scope);
  if (!('fault' in found) || found.instead || findNamed(scope, word.text)) return found;
  const dates = scope.names.filter((name) => {
    const fact = factOf(scope.find(name));
    return fact !== undefined && familyOf(fact) === 'date';
  });
  const near = nearest(word.text, [...eventNames(scope), ...dates]);
  if (near === undefined) return found;
  const name = word.text;
  return { fault: fault('sentence/unknown-name', word, { name, nearest: near }), instead: { ...word, text: near } };
};

const mended = (text: string, scope: Scope): ReadPoint & { faults: Fault[] } => {
  const tokens = tokenize(text);
  const found = mendEvent(tokens, scope);
  const whole = { start: 0, end: text.length };
  if (!found && 'sentence' in parseSentence(text)) return { faults: [fault('sentence/event-wanted', whole, {})] };
  if (!found) return { faults: [fault('sentence/no-point', whole, {})] };
  return { faults: withCorrection(found.faults, found.say) };
};

/** Takes the text of an event named alone and what it may name; gives the event, or its faults. Never throws. */
export const readEvent = (text: string, scope: Scope): ReadEvent => {
  const read = readPoint(text, scope);
  if ('faults' in read) return read;
  const whole = { start: 0, end: text.length };
  if ('fact' in read.point) {
    const found = findEvent({ kind: 'word', text: read.point.fact, ...whole }, scope);
    return { faults: 'fault' in found ? [found.fault] : [] };
  }
  const { event, which } = read.point.event;
  if (which !== undefined) return { faults: [fault('sentence/event-alone', whole, { say: event })] };
  return { event, called: read.reads, uses: read.uses };
};
