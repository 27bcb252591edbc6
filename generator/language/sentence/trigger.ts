/** What opens a rule or a duty: the texts of `when:`, `after:` and `each:`. */
import type { Id } from '../../../engine/contract/index.js';
import type { Sentence } from './ast.js';
import { checkSentence, readSentence } from './check.js';
import { amount } from './english/amount.js';
import { isPlural, subjectOf } from './english/subject.js';
import { type Fault, fault, withCorrection } from './fault.js';
import { type LoweredSentence, type Uses, uses } from './lowered.js';
import { findEvent, whatNamed } from './meaning/events.js';
import { idsSaid } from './meaning/options.js';
import { printSentence } from './print.js';
import { factOf, findNamed, type Scope } from './scope.js';
import { tokenize } from './tokens.js';
import { type EventTrigger, ordinalOf, parseEventTrigger, parseReaches, printEventTrigger } from './trigger-grammar.js';
import { mendTrigger } from './trigger-mend.js';

/** Under which key a trigger is written. `each` takes events alone; `when` none, for an event is over as it happens. */
export type TriggerKey = 'when' | 'after' | 'each';

/**
 * What a trigger's text says. `reads` is English for the middle of a sentence, after "when". `nth` of an event counts
 * from 1; without it, each one; with `again`, that one and every so many after it. `condition` is any sentence of the scope. `given` and `missed` come under `after` alone.
 */
export type TriggerText = { reads: string; uses: Uses } & (
  | { kind: 'condition'; sentence: Sentence; lowered: LoweredSentence }
  | { kind: 'reaches'; fact: Id; n: number }
  | { kind: 'event'; event: Id; nth?: number; again?: true }
  | { kind: 'given'; fact: Id; anyOf: Id[] }
  | { kind: 'missed'; duty: Id }
);
export type ReadTrigger = TriggerText | { faults: Fault[] };

/**
 * Takes the text of a trigger, what it may name and the key that it stands under; gives what it says, or every fault
 * in it, with stretches of the text. Never throws.
 */
export const readTrigger = (text: string, scope: Scope, key: TriggerKey): ReadTrigger => {
  const strict = readStrictly(text, scope, key);
  if (strict) return strict;
  const mended = mendTrigger(tokenize(text), scope);
  if (mended) {
    const { faults, say } = mended;
    const right = say === undefined ? undefined : readStrictly(say, scope, key);
    return { faults: right && !('faults' in right) ? withCorrection(faults, say) : faults };
  }
  const read = readSentence(text, scope);
  return 'faults' in read ? read : ofSentence(read, scope, key);
};

const readStrictly = (text: string, scope: Scope, key: TriggerKey): ReadTrigger | undefined => {
  const tokens = tokenize(text);
  const reaches = parseReaches(tokens);
  if (reaches) return ofReaches(reaches, scope);
  const event = parseEventTrigger(tokens);
  if (!event) return undefined;
  const wanted = key !== 'when' || event.which !== undefined || findNamed(scope, event.event.text)?.kind === 'event';
  return wanted ? ofEvent(event, scope, key) : undefined;
};

/** `reaches` is the moment at which “is at least” becomes true, and is checked as that. */
const ofReaches = (atLeast: Sentence, scope: Scope): ReadTrigger => {
  const name = atLeast.subject.text;
  const named = findNamed(scope, name);
  if (named && factOf(named)?.kind !== 'number') {
    const isEvent = named.kind === 'event';
    return { faults: [fault('sentence/reaches-of', atLeast, { name, what: whatNamed(named), isEvent })] };
  }
  const checked = checkSentence(atLeast, scope);
  if ('faults' in checked) {
    const { meant, faults } = checked;
    const isFigure = meant?.says.kind === 'compares';
    const say = meant && isFigure ? printSentence(meant).replace(' is at least ', ' reaches ') : undefined;
    const plain = faults.map(({ particulars: { say: _, ...rest }, ...found }) => ({ ...found, particulars: rest }));
    return { faults: withCorrection(plain as Fault[], say) };
  }
  const fact = factOf(findNamed(scope, atLeast.subject.text));
  if (!fact || checked.lowered.kind !== 'compares') return nothingReached(atLeast, name);
  const { text } = subjectOf(fact);
  const { to } = checked.lowered;
  const reads = `${text} ${isPlural(fact.called) ? 'reach' : 'reaches'} ${amount(to, fact)}`;
  return { kind: 'reaches', fact: fact.id, n: to, reads, uses: checked.uses };
};

const nothingReached = (atLeast: Sentence, name: string): ReadTrigger => ({
  faults: [fault('sentence/reaches-of', atLeast, { name, what: 'no number', isEvent: false })],
});

const ofEvent = (written: EventTrigger, scope: Scope, key: TriggerKey): ReadTrigger => {
  const { event: word, which, again } = written;
  const name = word.text;
  const found = findEvent(word, scope);
  if ('fault' in found) {
    const say = found.instead && printEventTrigger({ ...written, event: found.instead });
    const right = say === undefined ? undefined : readStrictly(say, scope, key);
    return { faults: right && !('faults' in right) ? withCorrection([found.fault], say) : [found.fault] };
  }
  if (key === 'when') return { faults: [fault('sentence/when-an-event', written, { name })] };
  if (which === 'latest') return { faults: [fault('sentence/latest-opens-nothing', written, { name, say: name })] };
  const { event, called } = found;
  const ordinal = which === undefined ? undefined : ordinalOf(which);
  const once = ordinal === undefined ? called : `${called} for the ${ordinal} time`;
  const reads = again ? `${once}, and for each ${ordinal} time after that` : once;
  const nth = which !== undefined && { nth: which };
  return { kind: 'event', event, ...nth, ...(again && { again }), reads, uses: uses({ events: [event] }) };
};

type ASentence = Exclude<ReturnType<typeof readSentence>, { faults: unknown }>;

const ofSentence = (read: ASentence, scope: Scope, key: TriggerKey): ReadTrigger => {
  const { sentence, lowered, reads } = read;
  const condition: TriggerText = { kind: 'condition', sentence, lowered, reads, uses: read.uses };
  if (key === 'when') return condition;
  if (key === 'each') return { faults: [fault('sentence/event-wanted', sentence, {})] };
  if (lowered.kind === 'happened' && !lowered.negated && !lowered.within)
    return { faults: [fault('sentence/event-alone', sentence.says, { say: sentence.subject.text })] };
  if (lowered.kind === 'duty' && lowered.is === 'missed' && !lowered.negated)
    return { kind: 'missed', duty: lowered.duty, reads, uses: read.uses };
  return given(read, scope) ?? condition;
};

const givenBy = new Set(['judgement', 'consent', 'document']);

/** An answer that a person gives; one that is denied is each of the others. */
const given = ({ sentence, lowered, reads, uses: used }: ASentence, scope: Scope): TriggerText | undefined => {
  const fact = factOf(findNamed(scope, sentence.subject.text));
  if (!fact || !givenBy.has(fact.source) || lowered.kind !== 'is') return undefined;
  const { anyOf, negated } = lowered;
  const options = negated ? idsSaid(fact).filter((id) => !anyOf.includes(id)) : anyOf;
  return { kind: 'given', fact: fact.id, anyOf: options, reads, uses: used };
};

export { type ReadEvent, type ReadPoint, readEvent, readPoint } from './point.js';
